"""The questions before a first activation."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from biofeed.display import training_words as said
from biofeed.display.screening_dialog import ScreeningDialog
from biofeed.display.theme import Look, ThemeChoice
from biofeed.session.screening import (
    CONDITIONS,
    ScreeningResult,
    record_screening,
    screened,
)
from biofeed.session.store import HOME_VARIABLE


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def dialog(home: Path, qtbot: QtBot) -> ScreeningDialog:
    return _shown(qtbot)


def _shown(qtbot: QtBot, *, text_scale: float = 1.0) -> ScreeningDialog:
    look = Look(theme=ThemeChoice.DARK, text_scale=text_scale)
    dialog = ScreeningDialog("heron", look)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    QApplication.processEvents()
    return dialog


def _texts(dialog: ScreeningDialog) -> str:
    labels = dialog.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def _kept() -> ScreeningResult | None:
    found = screened("heron")
    return None if found is None else found.result


def _field(dialog: ScreeningDialog) -> QLineEdit:
    (field,) = dialog.agreement.findChildren(QLineEdit)
    return field


def test_every_condition_is_named(dialog: ScreeningDialog) -> None:
    """All of them at once; none of them can be ticked."""
    for condition in CONDITIONS:
        assert condition in _texts(dialog)
    assert said.SCREENING_KEPT in _texts(dialog)


def test_none_of_these_goes_on(dialog: ScreeningDialog) -> None:
    """It is kept that nothing applies, and that is all."""
    dialog.conditions.none.click()
    assert dialog.kept is ScreeningResult.CLEAR
    assert _kept() is ScreeningResult.CLEAR


def test_one_or_more_asks_to_speak_with_a_clinician(dialog: ScreeningDialog) -> None:
    """Nothing is kept yet, and open practice is offered first."""
    dialog.conditions.some.click()
    assert said.SPEAK_FIRST.head in _texts(dialog)
    assert dialog.focusWidget() is dialog.agreement.open_practice
    assert _kept() is None


def test_open_practice_is_always_a_way_on(dialog: ScreeningDialog, home: Path) -> None:
    """It is kept that it is not yet time, and not why."""
    dialog.conditions.some.click()
    dialog.agreement.open_practice.click()
    assert dialog.kept is ScreeningResult.NOT_YET
    assert _kept() is ScreeningResult.NOT_YET
    written = "".join(path.read_text() for path in home.iterdir())
    assert not any(condition in written for condition in CONDITIONS)


def test_going_on_needs_the_clinicians_reason(dialog: ScreeningDialog) -> None:
    """Blank is no reason; with one it is kept, and goes on."""
    dialog.conditions.some.click()
    dialog.agreement.agreed.click()
    assert not dialog.agreement.go_on.isEnabled()
    _field(dialog).setText("   ")
    assert not dialog.agreement.go_on.isEnabled()
    _field(dialog).setText("spoken of on Monday")
    dialog.agreement.go_on.click()
    found = screened("heron")
    assert dialog.kept is ScreeningResult.AGREED
    assert found is not None
    assert found.reason == "spoken of on Monday"


def test_who_was_asked_to_speak_first_is_asked_about_that(
    home: Path, qtbot: QtBot
) -> None:
    """The conditions are one step back, and need not be read again."""
    record_screening(ScreeningResult.NOT_YET, "heron")
    dialog = _shown(qtbot)
    assert said.SPEAK_FIRST.head in _texts(dialog)


def test_enter_presses_what_the_keyboard_is_on(dialog: ScreeningDialog) -> None:
    """Enter in the reason goes on with it; on a button it is that button."""
    dialog.conditions.some.setFocus()
    QTest.keyClick(dialog.conditions.some, Qt.Key.Key_Return)
    dialog.agreement.agreed.setFocus()
    QTest.keyClick(dialog.agreement.agreed, Qt.Key.Key_Return)
    QTest.keyClick(_field(dialog), Qt.Key.Key_Return)
    assert dialog.kept is None
    QTest.keyClicks(_field(dialog), "agreed")
    QTest.keyClick(_field(dialog), Qt.Key.Key_Return)
    assert dialog.kept is ScreeningResult.AGREED


def test_escape_answers_nothing(dialog: ScreeningDialog) -> None:
    """Whoever leaves has said nothing, and nothing is kept."""
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.kept is None
    assert _kept() is None


def test_none_of_these_waits_until_all_were_in_view(home: Path, qtbot: QtBot) -> None:
    """With double text the last ones are below: Page Down shows them."""
    dialog = _shown(qtbot, text_scale=2.0)
    assert not dialog.conditions.none.isEnabled()
    for _ in range(12):
        QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.conditions.none.isEnabled()


def test_an_answer_that_cannot_be_kept_does_not_count(
    dialog: ScreeningDialog, home: Path
) -> None:
    """It is said why; open practice stays."""
    home.write_text("a file where the folder should be")
    dialog.conditions.none.click()
    assert dialog.kept is None
    assert dialog.isVisible()
    assert "home" in _texts(dialog)
    dialog.conditions.some.click()
    dialog.agreement.open_practice.click()
    assert dialog.kept is ScreeningResult.NOT_YET


@pytest.mark.every_language
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_every_button_is_whole(home: Path, qtbot: QtBot, text_scale: float) -> None:
    """No word on a button is cut, and all of them are within the dialog."""
    dialog = _shown(qtbot, text_scale=text_scale)
    for button in dialog.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width()
            corner = button.mapTo(dialog, button.rect().bottomRight())
            assert dialog.rect().contains(corner)
