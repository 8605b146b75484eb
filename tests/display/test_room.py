"""Every word of a replay and of the dialogs has its room, however large the type."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from biofeed.display.picture_dialogs import (
    TWO,
    Found,
    OneMemory,
    screening_dialogs,
    setup_dialogs,
)
from biofeed.display.sample_session import SampleSession
from biofeed.display.setup_dialog import SetupDialog
from biofeed.display.start_choice import StartChoice
from biofeed.display.theme import Look
from biofeed.session.store import HOME_VARIABLE
from tests.display.replaying import LARGE_PX, SMALL_PX, open_replay, outlined
from tests.display.room import cut

SIZES = pytest.mark.parametrize("size_px", [SMALL_PX, LARGE_PX])
TEXT_SCALES = pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5, 1.75, 2.0])


def telling_straps(look: Look) -> SetupDialog:
    """Straps that have been asked, and say all there is to say."""
    told = (replace(each, heart_rate_bpm=171, battery_pct=100) for each in TWO)
    return SetupDialog(Found(tuple(told)), OneMemory(StartChoice(look=look)))


DIALOGS: dict[str, Callable[[Look], QDialog]] = {
    "telling straps": telling_straps,
    **dict(setup_dialogs()),
    **dict(screening_dialogs()),
}

CUT_SHORT = "…"


@pytest.mark.every_language
@SIZES
@TEXT_SCALES
@pytest.mark.parametrize("as_seen_then", [False, True], ids=["all", "as seen then"])
def test_no_word_of_a_replay_is_cut(
    qtbot: QtBot,
    painted_texts: list[str],
    time_s: list[float],
    training: SampleSession,
    size_px: tuple[int, int],
    text_scale: float,
    *,
    as_seen_then: bool,
) -> None:
    """While it plays, stands, says what changed and is over; under the pointer, too."""
    look = Look(text_scale=text_scale)
    replayed = open_replay(qtbot, time_s, outlined(training), look, size_px)
    window = replayed.window
    moments = [training.at(t_s) for t_s in (30.0, 200.0, 418.0, 700.0, 1080.0)]
    for shown in (*moments, training.ended()):
        replayed.show(shown, is_playing=shown is moments[0], speed=16.0)
        if as_seen_then:
            replayed.press(Qt.Key.Key_W)
        QTest.mouseMove(window.line, window.line.rect().center())
        QApplication.processEvents()
        assert (window.width(), window.height()) == size_px
        assert [] == cut(window)
        window.grab()
    assert [] == [text for text in painted_texts if CUT_SHORT in text]


@pytest.mark.every_language
@SIZES
@TEXT_SCALES
@pytest.mark.parametrize("dialog", DIALOGS.values(), ids=DIALOGS)
def test_no_word_of_a_dialog_is_cut(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    dialog: Callable[[Look], QDialog],
    size_px: tuple[int, int],
    text_scale: float,
) -> None:
    """At its own size on a small screen, and drawn as large as a large one."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    shown = dialog(Look(text_scale=text_scale))
    qtbot.addWidget(shown)
    shown.show()
    assert shown.width() <= SMALL_PX[0]
    assert shown.height() <= SMALL_PX[1]
    if size_px != SMALL_PX:
        shown.resize(*size_px)
    # What has the keyboard has its ring to find room for, too.
    shown.activateWindow()
    for _ in range(3):
        QApplication.processEvents()
    assert [] == cut(shown)
    for each in shown.findChildren(QWidget):
        if each.isVisible() and each.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            each.setFocus()
            assert [] == cut(shown)


def test_a_word_without_room_is_found(qtbot: QtBot) -> None:
    """The measure fails where a line is too low, or a button too narrow."""
    holder = QWidget()
    qtbot.addWidget(holder)
    wrapped = QLabel("many words that need more than one line", holder)
    wrapped.setWordWrap(True)
    wrapped.setGeometry(0, 0, 60, 20)
    QLabel("one line", holder).setGeometry(0, 30, 10, 20)
    QPushButton("press", holder).setGeometry(0, 60, 20, 30)
    QLabel("room", holder).setGeometry(0, 100, 200, 30)
    holder.show()
    assert {"many words that need more than one line", "one line", "press"} == {
        *cut(holder)
    }
