"""When a strap that stays away is asked about."""

from collections.abc import Callable

import pytest

from biofeed.display.loss_watch import Loss, LossWatch


@pytest.mark.parametrize(
    ("lost_for_s", "expected"),
    [(None, Loss.NONE), (0.0, Loss.NONE), (59.9, Loss.NONE), (60.0, Loss.ASKED)],
)
def test_a_minute_is_asked_about(lost_for_s: float | None, expected: Loss) -> None:
    """Not sooner, and not where nothing is lost."""
    assert expected is LossWatch().step(lost_for_s)


def test_who_waits_is_asked_again_after_another_minute() -> None:
    """From the moment of the answer."""
    watch = LossWatch()
    assert Loss.ASKED is watch.step(75.0)
    watch.wait()
    assert Loss.NONE is watch.step(134.9)
    assert Loss.ASKED is watch.step(135.0)


def test_who_goes_on_is_not_asked_again() -> None:
    """However long it lasts."""
    watch = LossWatch()
    watch.step(61.0)
    watch.go_on()
    assert Loss.WITHOUT is watch.step(61.0)
    assert Loss.WITHOUT is watch.step(4000.0)


@pytest.mark.parametrize("answer", [LossWatch.wait, LossWatch.go_on])
def test_the_next_loss_asks_anew(answer: Callable[[LossWatch], None]) -> None:
    """An answer ends with the loss it was given to."""
    watch = LossWatch()
    watch.step(61.0)
    answer(watch)
    assert Loss.NONE is watch.step(None)
    assert Loss.NONE is watch.step(59.0)
    assert Loss.ASKED is watch.step(60.0)
