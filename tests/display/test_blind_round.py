"""A blind round in the real window: nothing of the body, in pixels or in words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from biofeed.core.phase import Feedback, PhaseKind
from biofeed.core.values import State
from biofeed.display import words
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.round_arc import just_ended
from biofeed.display.sample_session import SampleSession
from biofeed.display.theme import Look, ThemeChoice
from biofeed.session.snapshot import SessionControl, Snapshot

Show = Callable[[Snapshot], None]

ALLOWED = {"3", "80"}
"""Digits that may be read: the round, of so many, and the battery."""


@pytest.fixture
def blind(training: SampleSession) -> Snapshot:
    """A minute into the settling of the round that shows nothing."""
    began = training.first(
        lambda snapshot: (
            snapshot.phase is not None
            and snapshot.phase.feedback is Feedback.BLIND
            and snapshot.phase.kind is PhaseKind.SETTLE
        )
    )
    return training.at(began.t_s + 60.0)


def _accessible(interface: QAccessibleInterface | None) -> Iterator[str]:
    if interface is None:
        return
    for kind in QAccessible.Text:
        if kind is not QAccessible.Text.UserText:
            yield interface.text(kind)
    for index in range(interface.childCount()):
        yield from _accessible(interface.child(index))


def _told(window: QWidget) -> set[str]:
    """Everything that a widget, shown or hidden, says to anybody."""
    told = set(_accessible(QAccessible.queryAccessibleInterface(window)))
    for widget in (window, *window.findChildren(QWidget)):
        told |= {widget.accessibleName(), widget.accessibleDescription()}
        told |= {widget.toolTip(), widget.whatsThis(), widget.windowTitle()}
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            told.add(widget.text())
    return told


def _with_body(snapshot: Snapshot, state: State, z: float) -> Snapshot:
    assert snapshot.second is not None
    second = replace(
        snapshot.second,
        state=state,
        heart_rate_bpm=64.0 + 4.0 * z,
        smoothed_z=z,
        arousal_z=z,
        movement_like=z > 1.0,
    )
    trace_z = np.full_like(snapshot.trace_z, z)
    return replace(snapshot, second=second, trace_z=trace_z)


def test_the_accessible_tree_is_read_at_all(
    window: ClientWindow, show: Show, training: SampleSession
) -> None:
    """With everything shown, the same look finds state and heart rate."""
    show(training.at(420.0))
    told = "\n".join(_told(window))
    assert words.STATES[State.COMING_BACK] in told
    assert "bpm" in told


def test_no_widget_tells_of_the_body(
    window: ClientWindow, show: Show, training: SampleSession, blind: Snapshot
) -> None:
    """Not one text, name or description, not even of what was shown before.

    A trace was, and more of the session in the drawer, and the arc of a round.
    """
    for t_s in (420.0, 700.0):
        show(training.at(t_s))
    show(training.first(lambda snapshot: just_ended(snapshot) is not None))
    QTest.keyClick(window, Qt.Key.Key_D)
    assert not window.drawer.isHidden()
    assert window.pages.session.scene.arc.accessibleDescription()
    show(blind)
    told = _told(window)
    digits = {figure for text in told for figure in re.findall(r"\d+", text)}
    assert digits <= ALLOWED
    states = {word for state, word in words.STATES.items() if state in State}
    assert [] == [text for text in told for word in states if word in text]
    assert [] == [text for text in told if "bpm" in text]


def test_all_that_is_told_is_the_same_for_two_bodies(
    window: ClientWindow, show: Show, blind: Snapshot
) -> None:
    """Settled or aroused: every word of every widget is the same."""
    show(_with_body(blind, State.SETTLED, 0.1))
    settled = _told(window)
    show(_with_body(blind, State.ACTIVATED, 7.3))
    assert settled == _told(window)


def test_the_picture_is_the_same_for_two_bodies(
    control: SessionControl, blind: Snapshot, qtbot: QtBot
) -> None:
    """Settled or aroused: every pixel is the same."""
    pictures = []
    for state, z in ((State.SETTLED, 0.1), (State.ACTIVATED, 7.3)):
        clock = [1000.0]
        bridge = Bridge(now_s=lambda clock=clock: clock[0])  # type: ignore[misc]
        window = ClientWindow(control, bridge, Look(theme=ThemeChoice.DARK))
        qtbot.addWidget(window)
        window.show()
        for _ in range(5):
            clock[0] += 1.0
            bridge.publish(_with_body(blind, state, z))
            window.advance()
        QApplication.processEvents()
        pictures.append(window.grab().toImage())
    assert pictures[0] == pictures[1]


def test_after_stop_the_whole_session_is_there(
    window: ClientWindow, show: Show, blind: Snapshot
) -> None:
    """What was withheld while it went on is shown on the last screen."""
    show(blind)
    window.stop()
    window.break_off("")
    window.pages.grounding.went_on.emit()
    assert window.pages.summary.isVisible()
    assert words.NO_REST.head not in "\n".join(_told(window))
