"""What a strap says, whether real, simulated or recorded."""
