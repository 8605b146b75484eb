"""What stands in the room beside the trace: a console, and tones for closed eyes."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from biofeed.display import sound_words as said
from biofeed.display.flow_layout import FlowLayout
from biofeed.display.plain_label import PlainLabel
from biofeed.display.sound import is_installed
from biofeed.display.sound_choice import SoundChoice
from biofeed.display.theme import Measure, Theme

SMALL_PX = 15

BESIDE_PX = 8
APART_PX = 16
"""Between a name and its field, and between a field and the next name, px."""

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
        self._labels = [self._lack]
        row = FlowLayout()
        row.setSpacing(APART_PX)
        for text, field in ((said.SCREENS, self.screens), (said.SOUND, self.sounds)):
            row.addItem(self._named(text, field))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BESIDE_PX)
        column.addLayout(row)
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

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        for label in self._labels:
            label.dress(theme.muted, measure.text_px(SMALL_PX))

    def _named(self, text: str, field: QComboBox) -> QHBoxLayout:
        label = PlainLabel(self, text=text)
        label.setBuddy(field)
        field.setAccessibleName(text)
        self._labels.append(label)
        pair = QHBoxLayout()
        pair.setSpacing(BESIDE_PX)
        pair.addWidget(label)
        pair.addWidget(field)
        return pair

    def _tell_lack(self) -> None:
        """Say what tones would need, to who wants them, and to nobody else."""
        is_lacking = self.sound is not SoundChoice.OFF and not is_installed()
        self._lack.say(said.NOT_INSTALLED if is_lacking else "")
        self._lack.setVisible(is_lacking)


def _screens(*, console: bool) -> str:
    return said.WITH_CONSOLE if console else said.ONE_WINDOW
