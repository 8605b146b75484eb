"""Tones are played where they can be; a session neither needs nor awaits them."""

import threading
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from biofeed.display import mixing, sound, sound_words
from biofeed.display.bridge import Bridge, Received
from biofeed.display.client_window import ClientWindow
from biofeed.display.foot_facts import keys_now
from biofeed.display.loss_watch import Loss
from biofeed.display.sample_session import SampleSession
from biofeed.display.sound import DevicePlayer, Fill, NullPlayer, Player
from biofeed.display.sound_choice import SoundChoice
from biofeed.display.sound_desk import SoundDesk
from biofeed.display.tones import Cue, Samples, Voice
from biofeed.session.snapshot import Snapshot
from tests.display.session_double import ListeningSession

A_TONE = Cue(voice=Voice.TURN, length_s=2.5, from_hz=262.0, to_hz=262.0)

PATIENCE_S = 10.0

A_MOMENT_S = 0.1
"""Long enough for a thread that waits for nothing to be done, s."""


class HandDevice:
    """A sound device that plays when it is told to."""

    rate_hz = 8000.0

    def __init__(self) -> None:
        self.is_started, self.is_closed = threading.Event(), threading.Event()
        self.fill: Fill = lambda count: np.zeros(count, dtype=np.float32)
        self.lose: Callable[[], None] = lambda: None

    def start(self, fill: Fill, ended: Callable[[], None]) -> None:
        self.fill, self.lose = fill, ended
        self.is_started.set()

    def close(self) -> None:
        self.is_closed.set()

    def plays(self) -> Samples:
        return self.fill(4000)


class HeardPlayer:
    """Keeps what it is asked for."""

    def __init__(self, *, is_mute: bool = False) -> None:
        self.cues: list[Cue] = []
        self.done: list[str] = []
        self._is_mute = is_mute

    def play(self, cue: Cue) -> None:
        self.cues.append(cue)

    def hush(self, voice: Voice) -> None:
        self.done.append(f"hush {voice}")

    def silence(self) -> None:
        self.done.append("silence")

    def close(self) -> None:
        self.done.append("close")

    @property
    def is_mute(self) -> bool:
        return self._is_mute


def opened(device: HandDevice, qtbot: QtBot) -> DevicePlayer:
    """A player whose device is there, and silent."""
    player = DevicePlayer(lambda: device)
    assert device.is_started.wait(PATIENCE_S)

    def is_heard() -> bool:
        player.play(A_TONE)
        return bool(device.plays().any())

    qtbot.waitUntil(is_heard)
    player.silence()
    device.plays()
    return player


class TestAPlayer:
    def test_it_plays_on_the_device(self, qtbot: QtBot) -> None:
        """What is asked for comes out; nothing before."""
        device = HandDevice()
        player = opened(device, qtbot)
        assert not device.plays().any()
        player.play(A_TONE)
        assert device.plays().any()
        player.silence()
        device.plays()
        assert not device.plays().any()
        player.close()
        assert device.is_closed.wait(PATIENCE_S)

    def test_a_device_is_let_go_once_what_sounds_has_faded(
        self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Closing fades at once, keeps the device for that long, and begins nothing."""
        assert sound.FADED_S >= mixing.STOP_FADE_S + sound.LATENCY_S
        monkeypatch.setattr(sound, "FADED_S", PATIENCE_S)
        device = HandDevice()
        player = opened(device, qtbot)
        player.play(A_TONE)
        assert device.plays()[-1000:].any()
        player.close()
        assert not device.is_closed.wait(A_MOMENT_S)
        device.plays()
        player.play(A_TONE)
        assert not device.plays().any()
        device.lose()
        assert device.is_closed.wait(PATIENCE_S)

    def test_the_end_of_the_program_waits_for_the_fade(
        self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What runs at the end returns when the device is let go, and in any case."""
        at_the_end: list[tuple[Callable[[float], None], float]] = []
        monkeypatch.setattr("atexit.register", lambda *call: at_the_end.append(call))
        device = HandDevice()
        opened(device, qtbot).close()
        ((wait, at_most_s),) = at_the_end
        assert sound.FADED_S < at_most_s < 1.0
        wait(PATIENCE_S)
        assert device.is_closed.is_set()

    def test_nobody_waits_for_a_device_that_hangs(self, qtbot: QtBot) -> None:
        """While it is opened all calls come back; what was asked is left out."""
        is_let_go, device = threading.Event(), HandDevice()

        def hangs() -> HandDevice:
            is_let_go.wait(PATIENCE_S)
            return device

        player = DevicePlayer(hangs)
        player.play(A_TONE)
        player.hush(Voice.TURN)
        player.silence()
        assert not player.is_mute
        player.close()
        is_let_go.set()
        assert device.is_closed.wait(PATIENCE_S)

    @pytest.mark.parametrize(
        "failure", [ImportError("no"), OSError("no PortAudio"), RuntimeError("odd")]
    )
    def test_without_a_device_it_is_mute(
        self, qtbot: QtBot, failure: Exception
    ) -> None:
        """Whatever a driver raises."""

        def fails() -> HandDevice:
            raise failure

        player = DevicePlayer(fails)
        qtbot.waitUntil(lambda: player.is_mute)
        player.play(A_TONE)
        player.close()

    def test_a_device_that_is_pulled_out_makes_it_mute(self, qtbot: QtBot) -> None:
        """It is let go, and that is known."""
        device = HandDevice()
        player = opened(device, qtbot)
        device.lose()
        assert device.is_closed.wait(PATIENCE_S)
        assert player.is_mute


Hear = Callable[[SoundDesk, Snapshot], str]


@pytest.fixture
def hear() -> Hear:
    """Let a desk hear a snapshot of now."""

    def hear_(desk: SoundDesk, snapshot: Snapshot) -> str:
        return desk.hear(Received(snapshot=snapshot, received_s=5.0), None, 5.0)

    return hear_


class TestADesk:
    def test_no_device_is_opened_before_tones_are_wanted(self) -> None:
        """Nor is any library loaded."""
        players: list[HeardPlayer] = []

        def open_player() -> Player:
            players.append(HeardPlayer())
            return players[-1]

        desk = SoundDesk(open_player=open_player)
        assert [] == players
        desk.toggle()
        assert 1 == len(players)

    def test_what_is_wanted_is_kept_for_next_time(self) -> None:
        """By the key as by the dialog; T brings back what was liked."""
        kept: list[SoundChoice] = []
        desk = SoundDesk(SoundChoice.FOLLOW, keep=kept.append, open_player=HeardPlayer)
        said = [desk.toggle(), desk.toggle()]
        assert [SoundChoice.OFF, SoundChoice.FOLLOW] == kept
        assert [
            sound_words.TONES_OFF,
            sound_words.TONES_ON[SoundChoice.FOLLOW],
        ] == said

    @pytest.mark.parametrize(
        ("is_installed", "said"),
        [(True, sound_words.NO_DEVICE), (False, sound_words.NOT_INSTALLED)],
    )
    def test_that_nothing_can_be_heard_is_said_once(
        self,
        sample: SampleSession,
        hear: Hear,
        monkeypatch: pytest.MonkeyPatch,
        is_installed: bool,  # noqa: FBT001 (a case of the table)
        said: str,
    ) -> None:
        """What is missing is named, and then all is silent."""
        monkeypatch.setattr(
            "biofeed.display.sound_desk.is_installed", lambda: is_installed
        )
        mute = HeardPlayer(is_mute=True)
        kept: list[SoundChoice] = []
        desk = SoundDesk(SoundChoice.PACER, keep=kept.append, open_player=lambda: mute)
        snapshot = sample.at(400.0)
        assert [said, "", ""] == [hear(desk, snapshot) for _ in range(3)]
        assert ["close"] == mute.done
        # A device may be there next time; what is not installed will not.
        assert ([] if is_installed else [SoundChoice.OFF]) == kept

    def test_a_null_player_says_nothing(
        self, sample: SampleSession, hear: Hear
    ) -> None:
        """Where it is known from the beginning, nobody is told."""
        desk = SoundDesk(SoundChoice.PACER, open_player=NullPlayer)
        assert "" == hear(desk, sample.at(400.0))

    def test_stop_is_silence_for_good(
        self, sample: SampleSession, training: SampleSession, hear: Hear
    ) -> None:
        """At once, and nothing after it."""
        player = HeardPlayer()
        desk = SoundDesk(SoundChoice.PACER, open_player=lambda: player)
        hear(desk, training.at(200.0))
        desk.stop()
        hear(desk, training.at(400.0))
        assert "silence" in player.done
        assert [] == player.cues


@pytest.fixture
def heard(qtbot: QtBot, bridge: Bridge) -> tuple[ClientWindow, HeardPlayer, SoundDesk]:
    player = HeardPlayer()
    desk = SoundDesk(SoundChoice.PACER, open_player=lambda: player)
    window = ClientWindow(ListeningSession(), bridge, sound=desk)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window, player, desk


Heard = tuple[ClientWindow, HeardPlayer, SoundDesk]


class TestInTheWindow:
    def test_t_is_offered_before_a_session_begins(self, sample: SampleSession) -> None:
        """While there is time to choose; later the key works all the same."""
        assert sound_words.TONES_KEY in keys_now(sample.at(8.0), Loss.NONE)

    def test_t_turns_tones_off_and_on(
        self, heard: Heard, bridge: Bridge, sample: SampleSession
    ) -> None:
        """And what sounds fades."""
        window, player, desk = heard
        bridge.publish(sample.at(400.0))
        window.advance()
        wanted = []
        for _ in range(2):
            QTest.keyClick(window, Qt.Key.Key_T)
            wanted.append(desk.choice)
        assert [SoundChoice.OFF, SoundChoice.PACER] == wanted
        assert {f"hush {voice}" for voice in Voice} <= set(player.done)

    def test_the_pacer_is_heard(
        self,
        heard: Heard,
        bridge: Bridge,
        sample: SampleSession,
        time_s: list[float],
    ) -> None:
        """As long as it is on screen its breaths sound, one tone each."""
        window, player, _ = heard
        bridge.publish(sample.at(400.0))
        window.advance()
        for _ in range(100):
            time_s[0] += 0.1
            bridge.publish(sample.at(400.0))
            window.advance()
        assert {Voice.BREATH} == {cue.voice for cue in player.cues}
        assert 3 == len(player.cues)
        QTest.keyClick(window, Qt.Key.Key_P)
        window.advance()
        assert f"hush {Voice.BREATH}" == player.done[-1]

    def test_stop_is_silent_before_the_session_is_told(
        self, heard: Heard, bridge: Bridge, sample: SampleSession, time_s: list[float]
    ) -> None:
        """Esc ends all tones, and closing lets the device go."""
        window, player, _ = heard
        bridge.publish(sample.at(400.0))
        window.advance()
        QTest.keyClick(window, Qt.Key.Key_Escape)
        assert "silence" == player.done[-1]
        window.close()
        assert "close" == player.done[-1]


def test_the_library_is_asked_for_what_was_agreed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The usual device, at its own rate, on both sides, with little held back."""
    asked: dict[str, Any] = {}

    class Stream:
        def __init__(self, **how: object) -> None:
            asked.update(how)

        def start(self) -> None:
            asked["started"] = True

        def abort(self) -> None:
            asked["aborted"] = True

        def close(self) -> None:
            asked["closed"] = True

    class Library:
        OutputStream = Stream

        @staticmethod
        def query_devices(kind: str) -> dict[str, float]:
            assert "output" == kind
            return {"default_samplerate": 44100.0, "max_output_channels": 8}

    monkeypatch.setitem(__import__("sys").modules, "sounddevice", Library)
    device = sound.DefaultDevice()
    device.start(lambda count: np.full(count, 0.5, dtype=np.float32), lambda: None)
    block = np.zeros((16, 2), dtype=np.float32)
    asked["callback"](block, 16, None, None)
    device.close()
    assert np.all(block == 0.5)
    assert (44100.0, 2) == (asked["samplerate"], asked["channels"])
    assert asked["latency"] <= 0.1
    assert {"started", "aborted", "closed"} <= set(asked)
