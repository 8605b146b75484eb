"""The words at the top of a session's screen: a head, a detail, an aside.

A new head is told to a screen reader when it has finished what it is saying.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from biofeed.display.plain_label import PlainLabel
from biofeed.display.saying import Saying
from biofeed.display.theme import Measure, Theme

HEAD_PX = 38
DETAIL_PX = 19
ASIDE_PX = 17
"""Height of type at 1440 x 900, px."""

GAPS_PX = (10, 16, 16)
"""Below each of the three, px."""


class SaidWords:
    """Three labels, one below the other; what is not said takes no room.

    Parameters
    ----------
    page
        Whose children they are.
    """

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._head, self._detail = PlainLabel(page), PlainLabel(page)
        self._aside = PlainLabel(page)
        for label in self._labels:
            label.setWordWrap(True)

    @property
    def _labels(self) -> tuple[PlainLabel, PlainLabel, PlainLabel]:
        return self._head, self._detail, self._aside

    @property
    def head(self) -> str:
        """What is said for a glance."""
        return self._head.text()

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._head.dress(theme.text, measure.text_px(HEAD_PX))
        self._detail.dress(theme.muted, measure.text_px(DETAIL_PX))
        self._aside.dress(theme.band_text, measure.text_px(ASIDE_PX))

    def say(self, said: Saying) -> bool:
        """Say it; return whether anything changed, and with it the room they take."""
        texts = (said.sentence.head, said.sentence.detail, said.aside)
        before = tuple(label.text() for label in self._labels)
        if texts == before:
            return False
        if texts[0] != before[0]:
            spoken = " ".join(text for text in texts if text)
            news = QAccessibleAnnouncementEvent(self._page, spoken)
            QAccessible.updateAccessibility(news)
        for label, text in zip(self._labels, texts, strict=True):
            label.say(text)
        return True

    def arrange(
        self,
        left: int,
        top: int,
        width: int,
        *,
        measure: Measure,
        align: Qt.AlignmentFlag,
    ) -> tuple[int, int]:
        """Stand from ``top`` on; return where what is below may begin, px.

        A line of each of head and detail is kept free for them: the scene below does
        not move because a sentence has no detail.

        Returns
        -------
        Where it may begin now, and where it may under a sentence of usual length.
        """
        usual = top + sum(
            label.fontMetrics().height() + measure.px(gap)
            for label, gap in zip((self._head, self._detail), GAPS_PX, strict=False)
        )
        for label, gap in zip(self._labels, GAPS_PX, strict=True):
            has_words = bool(label.text())
            label.setVisible(has_words)
            label.setAlignment(align)
            high = label.heightForWidth(width) if has_words else 0
            label.setGeometry(left, top, width, high)
            top += high + measure.px(gap) if has_words else 0
        return max(top, usual), usual
