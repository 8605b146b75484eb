"""Words stay long enough to be read."""

from biofeed.display.steady import HOLD_S, Steady


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
