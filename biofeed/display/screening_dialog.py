"""Asks, before a first activation, what belongs to a clinician before it to a program.

Rules
-----
- Which condition it is, is not asked: nobody has to tell it, and it cannot be kept.
- No answer is the one that Enter gives: each of them is meant.
- Open practice is always there, whatever is answered; so is the way back.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QPushButton, QStackedLayout, QWidget
from typing_extensions import override

from biofeed.display import words
from biofeed.display.backdrop import Backdrop
from biofeed.display.failure_told import failure_told
from biofeed.display.screening_pages import (
    AgreementPage,
    ConditionsPage,
    ScreeningPage,
)
from biofeed.display.style_sheet import sheet
from biofeed.display.theme import Look, Measure, Theme, resolve
from biofeed.session.recording_errors import RecordingError
from biofeed.session.screening import ScreeningResult, record_screening, screened

SIZE_PX = (820, 680)


class ScreeningDialog(QDialog):
    """Asks, and keeps what came of it.

    Parameters
    ----------
    pseudonym
        Who is asked; may be empty.

    Attributes
    ----------
    kept
        What came of it; None while nothing was answered that could be kept.
    """

    def __init__(
        self, pseudonym: str, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = resolve(look.theme)
        self.kept: ScreeningResult | None = None
        self._pseudonym = pseudonym
        self._ground = Backdrop(theme, self)
        self.conditions = ConditionsPage(self)
        self.agreement = AgreementPage(self)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.conditions)
        self._pages.addWidget(self.agreement)
        self._build()
        self._dress(theme, Measure(text_scale=look.text_scale))
        before = screened(pseudonym)
        if before is not None and before.result is ScreeningResult.NOT_YET:
            self._ask_for_agreement()

    def _build(self) -> None:
        self.setWindowTitle(words.PROGRAM)
        self.resize(*SIZE_PX)
        self._ground.lower()
        self.conditions.none.clicked.connect(
            lambda: self._keep(ScreeningResult.CLEAR, self.conditions)
        )
        self.conditions.some.clicked.connect(self._ask_for_agreement)
        self.conditions.left.connect(self.reject)
        self.agreement.open_practice.clicked.connect(
            lambda: self._keep(ScreeningResult.NOT_YET, self.agreement)
        )
        self.agreement.go_on.clicked.connect(
            lambda: self._keep(ScreeningResult.AGREED, self.agreement)
        )
        self.agreement.left.connect(self._ask_again)

    def _keep(self, result: ScreeningResult, page: ScreeningPage) -> None:
        """Keep an answer; one that cannot be kept opens open practice alone."""
        try:
            record_screening(result, self._pseudonym, reason=self.agreement.reason)
        except RecordingError as failure:
            page.tell(failure_told(failure))
            if result is not ScreeningResult.NOT_YET:
                return
        self.kept = result
        self.accept()

    def _ask_for_agreement(self) -> None:
        self._pages.setCurrentWidget(self.agreement)
        self.agreement.open_practice.setFocus()

    def _ask_again(self) -> None:
        self._pages.setCurrentWidget(self.conditions)
        self.conditions.some.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that the keyboard is on, and no other."""
        focus, key = self.focusWidget(), Qt.Key(event.key())
        page = self._pages.currentWidget()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focus, QPushButton):
                focus.click()
        elif not isinstance(page, ScreeningPage) or not page.take_key(key):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the ground fill the dialog."""
        super().resizeEvent(event)
        self._ground.setGeometry(self.rect())

    def _dress(self, theme: Theme, measure: Measure) -> None:
        self.setStyleSheet(sheet(theme, measure))
        self._ground.dress(theme)
        self.conditions.dress(theme, measure)
        self.agreement.dress(theme, measure)
