"""A replay on the io thread, steered from any other."""

from typing import Protocol

from biofeed.session.io_thread import IoThread
from biofeed.session.replay_player import ReplayPlayer


class ReplayControl(Protocol):
    """What a window can do to a replay; every call is safe from any thread."""

    def pause(self) -> None:
        """Stand."""
        ...

    def play(self) -> None:
        """Go on; from the beginning where it is at its end."""
        ...

    def set_speed(self, speed: float) -> None:
        """Play so many session seconds a second from now on."""
        ...

    def seek(self, t_s: float) -> None:
        """Be at a moment of the recording, or at the nearest of its ends."""
        ...


class ReplayThread(IoThread[ReplayPlayer]):
    """A running replay: a ``SessionControl`` and a ``ReplayControl``.

    Its end is waited for: nothing but reading on can hold it up.
    """

    waits_s = None

    def pause(self) -> None:
        """Stand."""
        self._do(ReplayPlayer.pause)

    def play(self) -> None:
        """Go on; from the beginning where it is at its end."""
        self._do(ReplayPlayer.play)

    def set_speed(self, speed: float) -> None:
        """Play so many session seconds a second from now on."""
        self._do(lambda player: player.set_speed(speed))

    def seek(self, t_s: float) -> None:
        """Be at a moment of the recording, or at the nearest of its ends."""
        self._do(lambda player: player.seek(t_s))
