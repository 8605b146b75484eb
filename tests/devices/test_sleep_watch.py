"""How long the computer has been asleep."""

from devices.sleep_watch import SHORTEST_SLEEP_S, asleep_s


def test_a_computer_that_is_awake_does_not_fall_asleep() -> None:
    """Two looks in a row differ by far less than the shortest sleep."""
    before_s = asleep_s()
    assert abs(asleep_s() - before_s) < SHORTEST_SLEEP_S / 10
