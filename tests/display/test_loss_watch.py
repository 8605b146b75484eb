"""When a strap that stays away is asked about."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from biofeed.display import words
from biofeed.display.bridge import Received
from biofeed.display.loss_watch import Loss, LossWatch
from biofeed.display.sample_session import SampleSession
from biofeed.display.saying import saying
from devices.source import LinkChanged, LinkReason, LinkState


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


LOST = LinkChanged(t_s=390.0, link=LinkState.LOST, reason=LinkReason.DROPPED)


@pytest.mark.parametrize(
    ("reason", "battery_pct", "loss", "expected"),
    [
        (LinkReason.DROPPED, 80, Loss.NONE, words.LINK_REASONS[LinkReason.DROPPED]),
        (LinkReason.TIMED_OUT, 80, Loss.NONE, words.LINK_REASONS[LinkReason.TIMED_OUT]),
        (LinkReason.DROPPED, 20, Loss.NONE, words.BATTERY_WAS_LOW.format(pct=20)),
        (LinkReason.DROPPED, 20, Loss.ASKED, words.BATTERY_WAS_LOW.format(pct=20)),
        (LinkReason.DROPPED, None, Loss.ASKED, words.STRAP_LOST.detail),
        (LinkReason.DROPPED, 80, Loss.WITHOUT, words.WITHOUT_STRAP.detail),
        (
            LinkReason.POWERED_OFF,
            20,
            Loss.ASKED,
            words.LINK_REASONS[LinkReason.POWERED_OFF],
        ),
    ],
)
def test_the_likeliest_remedy_is_said(
    sample: SampleSession,
    reason: LinkReason,
    battery_pct: int | None,
    loss: Loss,
    expected: str,
) -> None:
    """What the computer lacks comes first, then an empty battery, then the rest."""
    link = replace(LOST, reason=reason)
    snapshot = replace(sample.at(400.0), link=link, battery_pct=battery_pct)
    received = Received(snapshot=snapshot, received_s=0.0)
    assert expected == saying(received, 0.0, loss).sentence.detail
