"""How long the computer has been asleep, where it can tell.

Theory
------
Two monotonic clocks differ by the time spent asleep: one goes on, the other stops. On
Linux CLOCK_BOOTTIME goes on and CLOCK_MONOTONIC stops (clock_gettime(2)); on macOS
CLOCK_MONOTONIC goes on, while Python's ``monotonic`` reads mach_absolute_time, which
stops. On Windows ``monotonic`` itself goes on, so a sleep looks like silence, and the
silence of a strap already ends its connection.
"""

import sys
import time

# Below it two readings of two clocks, or a correction of one, look like a sleep.
SHORTEST_SLEEP_S = 2.0


def asleep_s() -> float:
    """Return seconds asleep since some fixed moment; always 0 where it cannot tell."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME) - time.monotonic()
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC) - time.monotonic()
    return 0.0
