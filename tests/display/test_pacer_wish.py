"""The session knows of the pacer what the person sees of it."""

from collections.abc import Callable

import pytest

from biofeed.core.events import Action
from biofeed.core.safety import FASTEST_PER_MIN, SLOWEST_PER_MIN
from biofeed.display.pacer_wish import PacerWish
from biofeed.session.snapshot import SessionControl

Submitted = list[tuple[Action, str, float | None]]


@pytest.fixture
def wish(control: SessionControl) -> PacerWish:
    return PacerWish(control)


def test_nothing_is_told_while_nothing_is_shown(
    wish: PacerWish, submitted: Submitted
) -> None:
    """A pacer that is wanted but not offered is no event."""
    wish.offer(is_offered=False)
    wish.slower()
    wish.toggle()
    assert submitted == []


def test_each_change_is_told_once(wish: PacerWish, submitted: Submitted) -> None:
    """Offered again and again it is told once; hidden it is told once."""
    for _ in range(3):
        wish.offer(is_offered=True)
    for _ in range(3):
        wish.offer(is_offered=False)
    assert submitted == [
        (Action.PACER_SHOWN, "", 6.0),
        (Action.PACER_HIDDEN, "", 6.0),
    ]


@pytest.mark.parametrize(
    ("press", "end"),
    [(PacerWish.quicker, FASTEST_PER_MIN), (PacerWish.slower, SLOWEST_PER_MIN)],
    ids=["quicker", "slower"],
)
def test_pace_ends_at_what_is_gentle(
    wish: PacerWish,
    submitted: Submitted,
    press: Callable[[PacerWish], float],
    end: float,
) -> None:
    """However often a key is pressed, the pace stays within its bounds."""
    wish.offer(is_offered=True)
    paces = [press(wish) for _ in range(30)]
    assert paces[-1] == end
    assert submitted[-1] == (Action.PACER_SHOWN, "", end)
    assert len(submitted) == 1 + 4
