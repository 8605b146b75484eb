"""How long each thing about a strap may take.

The figures follow the radio: a strap notifies once a second, so 3 s is two missed, and
8 s is longer than any supervision timeout met in practice (6 s), after which the link
would have been dropped had anybody noticed.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """How long each thing may take, s.

    Attributes
    ----------
    stale_s
        Silence after which a value is no longer current.
    dead_s
        Silence after which the link is given up.
    search_s
        How long one attempt listens for the strap; straps advertise every second or
        faster, and a connection needs the rest of the attempt.
    attempt_s
        Search, connection and subscription together. Operating systems have been seen
        to take a minute (three times 20 s) over one call.
    read_s
        One read of battery, serial number or firmware.
    disconnect_s
        Saying goodbye; a dead service never answers.
    back_off_s
        Waits between attempts; the last one repeats. A connection that delivered
        anything begins them anew.
    prompt_s
        Lost time after which the loss is announced once more, for a person to act on.
    battery_s
        Between two reads of the battery level.
    tick_s
        Between two looks at the clock.
    look_s
        One turn of a scan that takes turns with peeks; straps advertise every second
        or faster.
    peek_s
        One peek: search, connection and first packet. A strap sends its first within
        two seconds.
    battery_late_s
        How long a peek that has a heart rate waits for the battery.
    """

    stale_s: float = 3.0
    dead_s: float = 8.0
    search_s: float = 10.0
    attempt_s: float = 20.0
    read_s: float = 5.0
    disconnect_s: float = 5.0
    back_off_s: tuple[float, ...] = (0.5, 1.0, 2.0, 5.0, 10.0)
    prompt_s: float = 60.0
    battery_s: float = 300.0
    tick_s: float = 0.25
    look_s: float = 1.5
    peek_s: float = 8.0
    battery_late_s: float = 1.0


DEADLINES = Deadlines()
