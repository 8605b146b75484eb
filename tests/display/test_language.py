"""Which language the screen speaks, and that it does from the first window on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from biofeed.display import language
from biofeed.display.figures import figure
from biofeed.display.language import Language, spoken
from biofeed.memory import Memory
from biofeed.session.store import HOME_VARIABLE
from biofeed.settings import CHOICES, SETTINGS_NAME


@pytest.mark.parametrize(
    ("choice", "wishes", "told"),
    [
        (Language.SYSTEM, ["de-AT", "de", "en"], "de"),
        (Language.SYSTEM, ["DE_CH"], "de"),
        (Language.SYSTEM, ["fr-FR", "fr", "de-DE", "en"], "de"),
        (Language.SYSTEM, ["fr-FR", "en-GB", "de"], "en"),
        (Language.SYSTEM, ["fr", "pl"], "en"),
        (Language.SYSTEM, ["system", ""], "en"),
        (Language.SYSTEM, [], "en"),
        (Language.ENGLISH, ["de-DE"], "en"),
        (Language.GERMAN, ["en-US"], "de"),
    ],
)
def test_a_choice_counts_and_else_the_desktop(
    choice: Language, wishes: list[str], told: str
) -> None:
    """The first of the desktop's languages that there is; English where none is."""
    assert told == spoken(choice, wishes)


def test_it_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the moment it was chosen, and all else stays as it was."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    assert Language.SYSTEM is Memory().language
    Memory().keep_language(Language.GERMAN)
    assert Language.GERMAN is Memory().language
    assert Memory().last() is None
    assert {each.value for each in Language} == CHOICES["language"]


def test_without_its_file_the_screen_stays_english(
    qapp: QApplication, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    """A damaged installation is told in the log, and stops nothing."""
    language._install(qapp, "biofeed_de", str(tmp_path))
    assert "no translation biofeed_de" in caplog.text
    assert "Close" == QCoreApplication.translate("", "Close")


def test_numbers_have_the_point_of_the_language() -> None:
    """English here; the comma is the language's own."""
    assert "5.5" == figure(5.5)
    assert "5,50" == figure(5.5, ".2f", point=",")


IMPORTED = """
import pkgutil, sys
import biofeed.app, biofeed.cli, biofeed.commands, biofeed.memory
for found in pkgutil.iter_modules(biofeed.commands.__path__):
    __import__(f"biofeed.commands.{found.name}")
print([name for name in sys.modules if name.startswith("biofeed") and "words" in name])
"""

STARTED = """
from PySide6.QtWidgets import QDialogButtonBox
from biofeed.app import application
shown = application()
from biofeed.display import words
from biofeed.display.figures import figure
from biofeed.display.texts import text_of
buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
print(words.BEGIN, text_of("paused").head, figure(5.5), sep="|", end="|")
print(buttons.buttons()[0].text().replace("&", ""))
"""


def _printed(program: str, home: Path, language: str) -> str:
    home.mkdir()
    content = json.dumps({"language": language})
    (home / SETTINGS_NAME).write_text(content, encoding="utf-8")
    surroundings = {**os.environ, HOME_VARIABLE: str(home), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=surroundings,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return done.stdout.strip()


def test_nothing_is_put_into_words_before_the_language_is_known(tmp_path: Path) -> None:
    """Whatever the command line imports, it imports no words."""
    assert "[]" == _printed(IMPORTED, tmp_path / "home", "de")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Beginnen|Angehalten.|5,5|Abbrechen"),
        ("en", "Begin|Paused.|5.5|Cancel"),
    ],
)
def test_a_start_speaks_the_language_that_was_kept(
    tmp_path: Path, language: str, said: str
) -> None:
    """Words, coach, numbers and Qt's own buttons."""
    assert said == _printed(STARTED, tmp_path / "home", language)
