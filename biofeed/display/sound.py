"""Plays tones where there is something to play them, and nothing where there is not.

Rules
-----
- Never needed: whatever a sound card or its driver does, a session goes on in silence.
- The window waits for nothing here. A device is opened in a thread that ends with it,
  and fed in the driver's own; what is asked before it is open is left out.
- A device is let go in silence: its thread waits for what sounds to have faded, and the
  end of the program waits a moment for that thread.
- The only module that loads ``sounddevice``, and only once tones are wanted.
"""

import atexit
import threading
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from biofeed.display.mixing import STOP_FADE_S, Mix
from biofeed.display.tones import Cue, Samples, Voice

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LATENCY_S = 0.06
"""How much a device holds that was mixed already, s: little enough for STOP, and enough
for a computer that does other things too."""

FADED_S = STOP_FADE_S + 2 * LATENCY_S
"""From the wish for silence until the last of a fade has been heard, s: what is held
already is played first, and the fade is held in its turn."""

LET_GO_S = 3 * FADED_S
"""How long the end of the program waits for a device, s; a driver may hang."""

CHANNELS = 2
"""The same on both sides: a device with one only gets one."""

Fill = Callable[[int], Samples]
"""Gives the next samples, as many as asked for, shape (n,)."""


class Player(Protocol):
    """Plays what it is asked to, and never keeps anybody waiting."""

    def play(self, cue: Cue) -> None:
        """Begin a tone; the one of the same voice gives way to it."""
        ...

    def hush(self, voice: Voice) -> None:
        """Let the tone of a voice fade."""
        ...

    def silence(self) -> None:
        """Take everything away at once."""
        ...

    def close(self) -> None:
        """Let the device go."""
        ...

    @property
    def is_mute(self) -> bool:
        """True once it is known that nothing can be heard."""
        ...


class NullPlayer:
    """Where there is no device: takes everything, and plays nothing."""

    def play(self, cue: Cue) -> None:
        """Play nothing."""

    def hush(self, voice: Voice) -> None:
        """Nothing sounds."""

    def silence(self) -> None:
        """It is silent already."""

    def close(self) -> None:
        """There is nothing to let go."""

    @property
    def is_mute(self) -> bool:
        """Known from the beginning."""
        return True


class Device(Protocol):
    """A sound device that plays, and asks for more by itself."""

    @property
    def rate_hz(self) -> float:
        """Samples a second, 1/s."""
        ...

    def start(self, fill: Fill, ended: Callable[[], None]) -> None:
        """Play what ``fill`` gives; ``ended`` is called when the device is gone."""
        ...

    def close(self) -> None:
        """Let it go."""
        ...


class DevicePlayer:
    """Plays on the sound device of the computer.

    Parameters
    ----------
    open_device
        Opens a device, however long that takes; may raise whatever it likes.
    """

    def __init__(self, open_device: Callable[[], Device] | None = None) -> None:
        self._open_device = open_device or DefaultDevice
        self._mix: Mix | None = None
        self._is_closed, self._is_lost = threading.Event(), threading.Event()
        self._opening = threading.Thread(
            target=self._run, name="biofeed-sound", daemon=True
        )
        self._opening.start()

    def play(self, cue: Cue) -> None:
        """Begin a tone; before the device is open, and once it is let go, none."""
        if self._mix is not None and not self._is_closed.is_set():
            self._mix.play(cue)

    def hush(self, voice: Voice) -> None:
        """Let the tone of a voice fade."""
        if self._mix is not None:
            self._mix.hush(voice)

    def silence(self) -> None:
        """Take everything away at once; the driver is not asked."""
        if self._mix is not None:
            self._mix.silence()

    def close(self) -> None:
        """Have the device let go once it is silent, without waiting for it."""
        self.silence()
        self._is_closed.set()
        atexit.register(self._opening.join, LET_GO_S)

    @property
    def is_mute(self) -> bool:
        """True once there is no device, or it is gone."""
        return self._is_lost.is_set()

    def _run(self) -> None:
        """Open the device, keep it until it is let go, and let it go."""
        try:
            device = self._open_device()
            mix = Mix(device.rate_hz)
            device.start(mix.next, self._lose)
            self._mix = mix
            self._is_closed.wait()
            self._is_lost.wait(FADED_S)
            device.close()
        except Exception:  # noqa: BLE001 (a driver may raise anything; it is not needed)
            self._lose()

    def _lose(self) -> None:
        self._is_lost.set()
        self._is_closed.set()


def is_installed() -> bool:
    """Whether the library that speaks to sound devices is there; nothing is loaded."""
    return find_spec("sounddevice") is not None


class DefaultDevice:
    """The device that the computer plays on, by way of PortAudio.

    Raises
    ------
    ImportError, OSError
        If the library, or PortAudio beneath it, is not installed.
    sounddevice.PortAudioError
        If there is no device.
    """

    def __init__(self) -> None:
        import sounddevice

        self._library = sounddevice
        facts = sounddevice.query_devices(kind="output")
        self.rate_hz = float(facts["default_samplerate"])
        self._channels = min(CHANNELS, int(facts["max_output_channels"]))

    def start(self, fill: Fill, ended: Callable[[], None]) -> None:
        """Play what ``fill`` gives."""

        def feed(
            block: "NDArray[np.float32]", count: int, _time: object, _status: object
        ) -> None:
            block[:] = fill(count)[:, None]

        self._stream = self._library.OutputStream(
            samplerate=self.rate_hz,
            channels=self._channels,
            dtype="float32",
            latency=LATENCY_S,
            callback=feed,
            finished_callback=ended,
        )
        self._stream.start()

    def close(self) -> None:
        """Stop at once: what it holds is silence by now."""
        self._stream.abort()
        self._stream.close()
