"""What stands in the room beside the trace: a console, and tones for closed eyes."""

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from biofeed.display import sound_words as said
from biofeed.display.named_fields import NamedFields
from biofeed.display.plain_label import PlainLabel
from biofeed.display.sound import is_installed
from biofeed.display.sound_choice import SoundChoice
from biofeed.display.theme import Measure, Theme

SMALL_PX = 15

REMARK_GAP_PX = 8
"""Between the fields and what is said below them, px."""

SCREENS = (said.ONE_WINDOW, said.WITH_CONSOLE)
SOUNDS = tuple(SoundChoice)


class RoomPanel(QWidget):
    """Which screens there are, and which tones.

    Parameters
    ----------
    console, sound
        What is chosen at first.
    """

    def __init__(
        self, *, console: bool, sound: SoundChoice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.screens = QComboBox(self)
        self.screens.addItems(SCREENS)
        self.screens.setCurrentIndex(SCREENS.index(_screens(console=console)))
        self.sounds = QComboBox(self)
        self.sounds.addItems([said.SOUNDS[each] for each in SOUNDS])
        self.sounds.setCurrentIndex(SOUNDS.index(sound))
        self._lack = PlainLabel(self)
        self._lack.setWordWrap(True)
        self._fields = NamedFields()
        self._fields.add(said.SCREENS, self.screens)
        self._fields.add(said.SOUND, self.sounds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(REMARK_GAP_PX)
        column.addLayout(self._fields)
        column.addWidget(self._lack)
        self.sounds.currentIndexChanged.connect(self._tell_lack)
        self._tell_lack()

    @property
    def console(self) -> bool:
        """Whether a console stands beside the person's window."""
        return self.screens.currentText() == said.WITH_CONSOLE

    @property
    def sound(self) -> SoundChoice:
        """Which tones are to be heard."""
        return SOUNDS[self.sounds.currentIndex()]

    def offer_tones(self, *, is_offered: bool) -> None:
        """Let tones be chosen, or leave their choice as it is: it keeps its place."""
        self.sounds.setEnabled(is_offered)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._fields.dress(theme, measure)
        self._lack.dress(theme.muted, measure.text_px(SMALL_PX))

    def _tell_lack(self) -> None:
        """Say what tones would need, to who wants them, and to nobody else."""
        is_lacking = self.sound is not SoundChoice.OFF and not is_installed()
        self._lack.say(said.NOT_INSTALLED if is_lacking else "")
        self._lack.setVisible(is_lacking)


def _screens(*, console: bool) -> str:
    return said.WITH_CONSOLE if console else said.ONE_WINDOW
