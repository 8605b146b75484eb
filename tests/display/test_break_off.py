"""A session that breaks off is said to have, in its window, and keeps its arc."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QLabel

from biofeed.core.values import SessionExit
from biofeed.display import words
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.sample_session import SampleSession
from biofeed.session.snapshot import RecordingState, Snapshot

Show = Callable[[Snapshot], None]

WHY = "The folder cannot be written. Choose another one."


def _seen(window: ClientWindow) -> str:
    labels = window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_a_session_that_cannot_begin_says_why(
    window: ClientWindow, bridge: Bridge
) -> None:
    """Nobody waits before a screen that prepares a session for ever."""
    bridge.broke_off.emit(WHY)
    QApplication.processEvents()
    assert words.NOT_BEGUN in _seen(window)
    assert WHY in _seen(window)


def test_a_session_that_breaks_off_keeps_what_was_seen(
    window: ClientWindow, bridge: Bridge, show: Show, sample: SampleSession
) -> None:
    """The head says what happened; the activation seen until then is drawn."""
    show(sample.at(600.0))
    bridge.broke_off.emit("")
    QApplication.processEvents()
    assert words.BROKE_OFF.head in _seen(window)
    assert words.BROKE_OFF.detail in _seen(window)
    assert words.YOUR_REST in _seen(window)


def test_a_recording_that_cannot_be_finished_does_not_hide_the_arc(
    window: ClientWindow, bridge: Bridge, show: Show, sample: SampleSession
) -> None:
    """After an ordinary end the trouble stands beside what happened."""
    ended = replace(sample.ended(), ended=SessionExit.COMPLETED)
    show(ended)
    head = _seen(window).splitlines()
    bridge.broke_off.emit(WHY)
    QApplication.processEvents()
    assert WHY in _seen(window)
    assert words.BROKE_OFF.head not in head


def test_nobody_is_taken_from_the_neutral_screen(
    window: ClientWindow, bridge: Bridge, show: Show, sample: SampleSession
) -> None:
    """After STOP news waits until the person goes on."""
    show(sample.at(400.0))
    window.stop()
    bridge.broke_off.emit(WHY)
    QApplication.processEvents()
    assert window.pages.current is window.pages.grounding
    window.pages.grounding.go_on.click()
    assert WHY in _seen(window)


def test_a_recording_that_waits_for_its_disk_is_said_until_it_is_kept(
    window: ClientWindow, bridge: Bridge, show: Show, sample: SampleSession
) -> None:
    """Nobody closes the window on what is not on disk without having been told."""
    ended = replace(sample.ended(), ended=SessionExit.COMPLETED)
    show(replace(ended, recording=RecordingState.HELD_IN_MEMORY))
    assert words.HELD_AT_THE_END in _seen(window)
    bridge.kept.emit()
    QApplication.processEvents()
    assert words.HELD_AT_THE_END not in _seen(window)
