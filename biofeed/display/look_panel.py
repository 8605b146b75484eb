"""How the screen shall be: theme, size of text, motion."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from biofeed.display import words
from biofeed.display.plain_label import PlainLabel
from biofeed.display.theme import Look, Measure, Motion, Theme, ThemeChoice

SMALL_PX = 15

TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
"""Sizes of text on offer."""

THEMES = tuple(ThemeChoice)


class LookPanel(QWidget):
    """A row of choices; what is chosen shows at once."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = QComboBox(self)
        self._theme.addItems([words.THEMES[choice] for choice in THEMES])
        self._theme.setCurrentIndex(THEMES.index(look.theme))
        self._text = QComboBox(self)
        self._text.addItems([f"{scale:.0%}" for scale in TEXT_SCALES])
        self._text.setCurrentIndex(_nearest(look.text_scale))
        self._calm = QCheckBox(words.LESS_MOTION, self)
        self._calm.setChecked(look.motion is Motion.REDUCED)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._labels = []
        for text, field in ((words.THEME, self._theme), (words.TEXT_SIZE, self._text)):
            label = PlainLabel(self, text=text)
            label.setBuddy(field)
            field.setAccessibleName(text)
            self._labels.append(label)
            row.addWidget(label)
            row.addWidget(field)
        row.addWidget(self._calm)
        row.addStretch(1)
        self._theme.currentIndexChanged.connect(self.changed)
        self._text.currentIndexChanged.connect(self.changed)
        self._calm.toggled.connect(self.changed)

    @property
    def look(self) -> Look:
        """What is chosen."""
        calm = self._calm.isChecked()
        return Look(
            theme=THEMES[self._theme.currentIndex()],
            text_scale=TEXT_SCALES[self._text.currentIndex()],
            motion=Motion.REDUCED if calm else Motion.FULL,
        )

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        for label in self._labels:
            label.dress(theme.muted, measure.text_px(SMALL_PX))


def _nearest(text_scale: float) -> int:
    distances = [abs(text_scale - scale) for scale in TEXT_SCALES]
    return distances.index(min(distances))
