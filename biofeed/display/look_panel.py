"""How the screen shall be: theme, size of text, motion."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from biofeed.display import words
from biofeed.display.flow_layout import FlowLayout
from biofeed.display.plain_label import PlainLabel
from biofeed.display.theme import Look, Measure, Motion, Theme, ThemeChoice

SMALL_PX = 15

BESIDE_PX = 8
APART_PX = 16
"""Between a name and its field, and between a field and the next name, px."""

TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
"""Sizes of text on offer."""

THEMES = tuple(ThemeChoice)
MOTIONS = tuple(Motion)


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
        self._motion = QComboBox(self)
        self._motion.addItems([words.MOTIONS[motion] for motion in MOTIONS])
        self._motion.setCurrentIndex(MOTIONS.index(look.motion))
        row = FlowLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(APART_PX)
        self._labels = []
        fields = (self._theme, self._text, self._motion)
        names = (words.THEME, words.TEXT_SIZE, words.MOTION)
        for text, field in zip(names, fields, strict=True):
            label = PlainLabel(self, text=text)
            label.setBuddy(field)
            field.setAccessibleName(text)
            self._labels.append(label)
            pair = QHBoxLayout()
            pair.setSpacing(BESIDE_PX)
            pair.addWidget(label)
            pair.addWidget(field)
            row.addItem(pair)
            field.currentIndexChanged.connect(self.changed)

    @property
    def look(self) -> Look:
        """What is chosen."""
        return Look(
            theme=THEMES[self._theme.currentIndex()],
            text_scale=TEXT_SCALES[self._text.currentIndex()],
            motion=MOTIONS[self._motion.currentIndex()],
        )

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        for label in self._labels:
            label.dress(theme.muted, measure.text_px(SMALL_PX))


def _nearest(text_scale: float) -> int:
    distances = [abs(text_scale - scale) for scale in TEXT_SCALES]
    return distances.index(min(distances))
