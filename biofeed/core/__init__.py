"""Values in, values out: no clock, no files, no Qt, no Bluetooth."""
