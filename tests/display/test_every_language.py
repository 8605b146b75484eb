"""Every word has its room, in every language of the screen."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.language import Language
from biofeed.display.sample_scenes import practice_scenes
from biofeed.display.sample_session import SampleSession
from biofeed.display.sample_training import training_scenes
from biofeed.display.theme import Look, ThemeChoice
from biofeed.session.snapshot import SessionControl
from tests.display.room import cut
from tests.translations import TRANSLATED


@pytest.mark.slow
@pytest.mark.parametrize("language", TRANSLATED)
def test_there_is_room_for_the_words_of_a_language(language: Language) -> None:
    """What is tested of room holds in it as well: in a process that speaks it."""
    tests = Path(__file__).parent
    command = [sys.executable, "-m", "biofeed.display.speaking", language, "pytest"]
    options = ["-q", "-p", "no:cacheprovider", "-m", "every_language", str(tests)]
    done = subprocess.run(
        [*command, *options],
        cwd=tests.parents[1],
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )
    assert done.returncode == 0, done.stdout[-4000:]


@pytest.mark.every_language
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_no_state_cuts_a_word(
    text_scale: float,
    control: SessionControl,
    bridge: Bridge,
    time_s: list[float],
    training: SampleSession,
    qtbot: QtBot,
) -> None:
    """On a small screen, in whatever state: lines are whole, and so are buttons."""
    look = Look(theme=ThemeChoice.DARK, text_scale=text_scale)
    cut_in: dict[str, list[str]] = {}
    for name, shown in (*practice_scenes(), *training_scenes(training)):
        window = ClientWindow(control, bridge, look)
        qtbot.addWidget(window)
        window.resize(1024, 700)
        window.show()
        for _ in range(3):
            time_s[0] += 1.0
            bridge.publish(shown)
            window.advance()
        cut_in[name] = cut(window)
        window.close()
    assert len(cut_in) > 20
    assert {} == {name: texts for name, texts in cut_in.items() if texts}
