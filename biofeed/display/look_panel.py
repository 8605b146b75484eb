"""How the screen shall be: theme, size of text, motion, language."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from biofeed.display import language_words, words
from biofeed.display.language import Language, spoken_here
from biofeed.display.named_fields import NamedFields
from biofeed.display.plain_label import PlainLabel
from biofeed.display.theme import Look, Measure, Motion, Theme, ThemeChoice

SMALL_PX = 15

REMARK_GAP_PX = 8
"""Between the fields and what is said below them, px."""

TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
"""Sizes of text on offer."""

THEMES = tuple(ThemeChoice)
MOTIONS = tuple(Motion)
LANGUAGES = tuple(Language)


class LookPanel(QWidget):
    """A column of choices; what is chosen shows at once, but for the language."""

    changed = Signal()
    language_changed = Signal()

    def __init__(
        self, look: Look, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        themes = [words.THEMES[choice] for choice in THEMES]
        scales = [f"{scale:.0%}" for scale in TEXT_SCALES]
        motions = [words.MOTIONS[motion] for motion in MOTIONS]
        languages = [language_words.LANGUAGES[each] for each in LANGUAGES]
        self._fields = NamedFields()
        self._theme = self._field(words.THEME, themes, THEMES.index(look.theme))
        self._text = self._field(words.TEXT_SIZE, scales, _nearest(look.text_scale))
        self._motion = self._field(words.MOTION, motions, MOTIONS.index(look.motion))
        self._language = self._field(
            language_words.LANGUAGE, languages, LANGUAGES.index(language)
        )
        self._later = PlainLabel(self)
        self._later.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(REMARK_GAP_PX)
        column.addLayout(self._fields)
        column.addWidget(self._later)
        for field in (self._theme, self._text, self._motion):
            field.currentIndexChanged.connect(self.changed)
        self._language.currentIndexChanged.connect(self._tell_language)
        self._show_language()

    def _field(self, name: str, entries: list[str], current: int) -> QComboBox:
        field = QComboBox(self)
        field.addItems(entries)
        field.setCurrentIndex(current)
        self._fields.add(name, field)
        return field

    @property
    def look(self) -> Look:
        """What is chosen."""
        return Look(
            theme=THEMES[self._theme.currentIndex()],
            text_scale=TEXT_SCALES[self._text.currentIndex()],
            motion=MOTIONS[self._motion.currentIndex()],
        )

    @property
    def language(self) -> Language:
        """What the screen shall speak from the next start on."""
        return LANGUAGES[self._language.currentIndex()]

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._fields.dress(theme, measure)
        self._later.dress(theme.muted, measure.text_px(SMALL_PX))

    def _tell_language(self) -> None:
        self._show_language()
        self.language_changed.emit()

    def _show_language(self) -> None:
        """Where the choice shows only later, say so in the language chosen."""
        language = spoken_here(self.language)
        is_later = language.value != language_words.SPOKEN
        self._later.say(language_words.FROM_NEXT_START[language] if is_later else "")
        self._later.setVisible(is_later)


def _nearest(text_scale: float) -> int:
    distances = [abs(text_scale - scale) for scale in TEXT_SCALES]
    return distances.index(min(distances))
