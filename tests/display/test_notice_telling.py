"""Notices on screen: once, in words, and none that is only for the report."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLabel

from biofeed.core.phase import Feedback
from biofeed.core.values import Notice
from biofeed.display import words
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.foot_row import NOTICE_S
from biofeed.display.notice_telling import YOUNG_S, NoticeTelling
from biofeed.display.sample_session import SampleSession
from biofeed.session.snapshot import RecordingState, Snapshot

Show = Callable[[Snapshot], None]

BATTERY = Notice(t_s=5.0, code="battery_low", detail="15")
SLOW = Notice(t_s=6.0, code="not_back_yet", detail="")
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


def test_what_may_be_told_no_more_goes_at_once() -> None:
    """Told in full a moment before less is shown: it is taken back, the rest stays."""
    telling = NoticeTelling()
    told = telling.news((BATTERY, SLOW), 6.0)
    assert (told, words.NOTICES["battery_low"].format(detail="15")) == (
        telling.take_back((BATTERY,))
    )
    assert "" == telling.take_back(())[1]


def test_nothing_of_the_body_stands_on_into_a_blind_phase(
    window: ClientWindow, show: Show, training: SampleSession, bridge: Bridge
) -> None:
    """What the body did is said with full feedback; with none it is gone at once."""
    full = training.at(training.first(lambda s: bool(s.rounds)).t_s + 40.0)
    slow = replace(SLOW, t_s=full.t_s - 1.0)
    show(replace(full, notices=(slow,)))
    assert words.NOTICES[slow.code] in _seen(window)
    blind = training.first(
        lambda s: s.phase is not None and s.phase.feedback is Feedback.BLIND
    )
    bridge.publish(replace(blind, notices=(slow,)))
    window.advance()
    assert words.NOTICES[slow.code] not in _seen(window)


def test_what_a_person_did_is_not_taken_back_with_it(
    window: ClientWindow, show: Show, training: SampleSession, bridge: Bridge
) -> None:
    """The answer to a key stands for its time: only the notice's own words go."""
    full = training.at(training.first(lambda s: bool(s.rounds)).t_s + 40.0)
    show(replace(full, notices=(replace(SLOW, t_s=full.t_s - 1.0),)))
    window.pages.session.foot.remark(words.MARKED)
    bridge.publish(replace(full, notices=()))
    window.advance()
    assert words.MARKED in _seen(window)


def test_a_disk_that_takes_nothing_is_said_as_long_as_it_lasts(
    window: ClientWindow, show: Show, sample: SampleSession
) -> None:
    """What to do stands at the foot, not only a word in the corner."""
    snapshot = sample.at(400.0)
    show(replace(snapshot, recording=RecordingState.HELD_IN_MEMORY))
    assert words.HELD_IN_MEMORY in _seen(window)
    show(snapshot)
    assert words.HELD_IN_MEMORY not in _seen(window)
