"""Lets a session be heard: what is decided is played, where it can be.

Rules
-----
- No device is opened before tones are wanted.
- STOP ends all tones for good, before anything else is done.
- That nothing can be heard is said once, quietly; then it is silent.
"""

from collections.abc import Callable

from biofeed.display import sound_words
from biofeed.display.breath import BreathMoment
from biofeed.display.bridge import Received
from biofeed.display.sound import DevicePlayer, NullPlayer, Player, is_installed
from biofeed.display.sound_choice import SoundChoice
from biofeed.display.sounding import Sounding
from biofeed.display.tones import Voice


def _forget(choice: SoundChoice) -> None:
    """Keep nothing."""


def _hush(player: Player) -> None:
    for voice in Voice:
        player.hush(voice)


class SoundDesk:
    """The tones of one session.

    Parameters
    ----------
    choice
        Which tones are wanted at first.
    keep
        Told of another choice, so that it is there next time.
    open_player
        Makes a player; called when tones are first wanted.
    """

    def __init__(
        self,
        choice: SoundChoice = SoundChoice.OFF,
        *,
        keep: Callable[[SoundChoice], None] = _forget,
        open_player: Callable[[], Player] = DevicePlayer,
    ) -> None:
        self._keep = keep
        self._open_player = open_player
        self._liked = SoundChoice.PACER if choice is SoundChoice.OFF else choice
        self._player: Player | None = None
        self._is_over = False
        self._sounding = Sounding(SoundChoice.OFF)
        self._choose(choice)

    @property
    def choice(self) -> SoundChoice:
        """Which tones are wanted."""
        return self._sounding.choice

    def toggle(self) -> str:
        """Want tones if none were wanted, and the other way round; say which."""
        is_off = self.choice is SoundChoice.OFF
        self._choose(self._liked if is_off else SoundChoice.OFF)
        self._keep(self.choice)
        return sound_words.TONES_ON[self._liked] if is_off else sound_words.TONES_OFF

    def hear(
        self, received: Received, breath: BreathMoment | None, now_s: float
    ) -> str:
        """Play what is to be heard now.

        Parameters
        ----------
        received
            What the window shows: the view of the person, and nothing else.
        breath
            The pacer's; None where none is on screen.
        now_s
            The display's steady clock, s.

        Returns
        -------
        What is to be said of the tones; mostly nothing.
        """
        decided = self._sounding.hear(received, breath, now_s)
        player = self._player
        if self._is_over or player is None:
            return ""
        for voice in decided.hushed:
            player.hush(voice)
        for cue in decided.cues:
            player.play(cue)
        return self._told_mute(player)

    def stop(self) -> None:
        """Be silent, at once and for good."""
        self._is_over = True
        if self._player is not None:
            self._player.silence()

    def close(self) -> None:
        """Let the device go."""
        self.stop()
        if self._player is not None:
            self._player.close()
            self._player = None

    def _choose(self, choice: SoundChoice) -> None:
        self._sounding = Sounding(choice)
        player = self._player
        if choice is SoundChoice.OFF:
            if player is not None:
                _hush(player)
        elif not self._is_over and (player is None or isinstance(player, NullPlayer)):
            self._player = self._open_player()

    def _told_mute(self, player: Player) -> str:
        """Say that nothing can be heard, once; wanting tones anew tries anew.

        Without the library nothing is kept for next time: it would not be heard then.
        """
        if isinstance(player, NullPlayer) or not player.is_mute:
            return ""
        player.close()
        self._player = NullPlayer()
        if is_installed():
            return sound_words.NO_DEVICE
        self._keep(SoundChoice.OFF)
        return sound_words.NOT_INSTALLED
