"""Notices on screen: once, in words, and none that is only for the report."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLabel

from biofeed.core.values import Notice
from biofeed.display import words
from biofeed.display.client_window import ClientWindow
from biofeed.display.foot_row import NOTICE_S
from biofeed.display.notice_telling import YOUNG_S, NoticeTelling
from biofeed.display.sample_session import SampleSession
from biofeed.session.snapshot import RecordingState, Snapshot

Show = Callable[[Snapshot], None]

BATTERY = Notice(t_s=5.0, code="battery_low", detail="15")
NEUROKIT = Notice(t_s=6.0, code="neurokit_disagrees", detail="RMSSD: 1 here, 2 there")


def _seen(window: ClientWindow) -> str:
    labels = window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_a_notice_is_told_once() -> None:
    """What was told is not told again when another one comes."""
    telling = NoticeTelling()
    assert "15 %" in telling.news((BATTERY,), 5.0)
    assert telling.news((BATTERY,), 6.0) == ""
    assert telling.news((BATTERY, NEUROKIT), 7.0) == ""


def test_what_was_withheld_is_not_told_when_it_is_over() -> None:
    """A ceiling reached in a blind round is no news in the rest after it."""
    assert NoticeTelling().news((BATTERY,), 5.0 + YOUNG_S + 1.0) == ""


def test_a_low_battery_is_said_for_a_while(
    window: ClientWindow, show: Show, sample: SampleSession, time_s: list[float]
) -> None:
    """It stands at the foot long enough to be read, and then goes."""
    low = replace(BATTERY, t_s=398.0)
    snapshot = replace(sample.at(400.0), notices=(low,))
    show(snapshot)
    assert "battery is at 15 %" in _seen(window)
    time_s[0] += NOTICE_S
    show(snapshot)
    assert "battery is at 15 %" not in _seen(window)


def test_a_disk_that_takes_nothing_is_said_as_long_as_it_lasts(
    window: ClientWindow, show: Show, sample: SampleSession
) -> None:
    """What to do stands at the foot, not only a word in the corner."""
    snapshot = sample.at(400.0)
    show(replace(snapshot, recording=RecordingState.HELD_IN_MEMORY))
    assert words.HELD_IN_MEMORY in _seen(window)
    show(snapshot)
    assert words.HELD_IN_MEMORY not in _seen(window)
