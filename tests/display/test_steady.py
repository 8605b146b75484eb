"""Words stay long enough to be read."""

from itertools import pairwise

from biofeed.display.steady import DWELL_S, HOLD_S, Dwelling, Steady


def test_words_that_flip_are_not_followed() -> None:
    """A state that changes back within the hold is never said."""
    steady = Steady("rest")
    for second in range(20):
        said = steady.ask("above" if second % 2 else "rest", float(second))
        assert said == "rest"


def test_words_that_last_are_taken() -> None:
    """A state that lasts is said after the hold."""
    steady = Steady("rest")
    steady.ask("above", 0.0)
    assert steady.ask("above", HOLD_S) == "above"


def test_what_cannot_wait_is_said_at_once() -> None:
    """Trouble does not wait."""
    steady = Steady("rest")
    assert steady.insist("gone") == "gone"
    assert steady.said == "gone"


def test_what_storms_is_shown_twice_a_second() -> None:
    """Each state has its moment, and the newest follows it."""
    dwelling, shown = Dwelling("live"), []
    for tenth in range(20):
        now_s = tenth / 10.0
        shown.append(dwelling.show(("lost", "found")[tenth % 2], now_s))
    changes = sum(one != other for one, other in pairwise(shown))
    assert "lost" == shown[0]
    assert 1 <= changes <= 2.0 / DWELL_S


def test_the_newest_is_shown_in_the_end() -> None:
    """What had to wait is not forgotten, though nothing else comes."""
    dwelling = Dwelling("live")
    assert "lost" == dwelling.show("lost", 0.0)
    assert "lost" == dwelling.show("live", 0.1)
    assert "live" == dwelling.show("live", DWELL_S)
