"""What cannot be used, and what broke off, is said in the language of the screen."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from biofeed.app import _tell_end
from biofeed.display import search_words
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.failure_told import failure_told
from biofeed.display.picture_dialogs import Found, OneMemory
from biofeed.display.protocol_panel import ProtocolPanel
from biofeed.display.screening_dialog import ScreeningDialog
from biofeed.display.setup_dialog import SetupDialog
from biofeed.display.theme import Look
from biofeed.display.translated import translated
from biofeed.session.recording_errors import RecordingInUse, StillInMemory
from biofeed.session.recovery import Recovered
from biofeed.session.store import HOME_VARIABLE
from devices.errors import BluetoothUnavailable, LinkFailed
from devices.phrase import phrase
from devices.rr_refusals import Refused, RrFileError
from devices.source import LinkReason

JOURNAL = Path("heron/events.jsonl")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """Have what is put into words from now on be German."""
    translator = QTranslator()
    assert translator.load(str(files("biofeed") / "texts" / "biofeed_de.qm"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def _seen(window: QWidget) -> str:
    labels = window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_all_that_is_filled_in_is_translated(german: None) -> None:
    """However deep it lies; what somebody wrote stays as it was written."""
    error = RrFileError(
        Path("a {file}.pdf"), Refused.BINARY, found=phrase("a database")
    )
    assert (
        "Die Datei „a {file}.pdf“ ist kein Text: sie sieht aus wie eine Datenbank."
        " Exportiere sie als Text (CSV oder TXT), und nenne diese Datei."
    ) == failure_told(error)
    assert "is empty" == translated("is empty")


def test_without_a_translation_it_is_the_english_sentence() -> None:
    """What a terminal says of a failure, a window says in the same words."""
    error = RrFileError(Path("a.pdf"), Refused.NOT_A_NUMBER, line=3, found="'x'")
    assert str(error) == failure_told(error)


@pytest.mark.parametrize("reason", [LinkReason.PERMISSION, LinkReason.NOT_FOUND])
def test_of_a_strap_the_screen_has_words_of_its_own(reason: LinkReason) -> None:
    """They are those of the search for it."""
    said = search_words.explain(reason)
    assert said == failure_told(LinkFailed(reason, strap="Polar H10"))
    assert said == failure_told(BluetoothUnavailable(reason))


def test_a_training_that_cannot_be_read_says_why(
    german: None, qtbot: QtBot, tmp_path: Path
) -> None:
    """In the first dialog, with the place in the file."""
    own = tmp_path / "own.toml"
    own.write_text("name = \n", encoding="utf-8")
    panel = ProtocolPanel(str(own))
    qtbot.addWidget(panel)
    panel.show()
    why = "ist so kein TOML: das ist kein Wert (Zeile 1, Spalte 8)."
    assert f"Training „{own}“ {why}"[:300] in _seen(panel)


def test_a_remark_is_a_sentence_of_its_own(german: None, qtbot: QtBot) -> None:
    """One line for each, which begins like a sentence; the terminal's goes on."""
    recovered = Recovered(
        folder="2026-03-01-abc",
        recovered_s=61.4,
        events=80,
        problems=2,
        cut_at="2026-03-01 10:31",
    )
    over = phrase("file exists")
    remarks = (recovered.sentence, over)
    dialog = SetupDialog(Found(()), OneMemory(), remarks=remarks)
    qtbot.addWidget(dialog)
    dialog.show()
    told = (
        "Die Sitzung „2026-03-01-abc“ war abgeschnitten und ist wiederhergestellt:"
        " 61 s, abgeschnitten am 2026-03-01 10:31; 2 Einträge nicht lesbar.\n"
        "Die Datei gibt es schon\n"
    )
    assert told in _seen(dialog)
    dialog.close()


def test_an_answer_that_cannot_be_kept_says_why(
    german: None, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the questions are asked."""
    (tmp_path / "home").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    dialog = ScreeningDialog("heron", Look())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.conditions.none.click()
    assert "Setze BIOFEED_HOME auf einen anderen Ordner" in _seen(dialog)
    dialog.close()


def test_what_broke_off_a_session_is_said_in_its_window(
    german: None, window: ClientWindow, bridge: Bridge
) -> None:
    """From wherever it ended, the window hears it in its own language."""
    _tell_end(bridge, RecordingInUse(JOURNAL))
    QApplication.processEvents()
    assert f"„{JOURNAL}“ wird gerade von einer anderen Sitzung" in _seen(window)


def test_what_nobody_foresaw_has_no_words(
    german: None, window: ClientWindow, bridge: Bridge
) -> None:
    """The text of a defect is for a log."""
    _tell_end(bridge, KeyError("hrv"))
    QApplication.processEvents()
    assert "hrv" not in _seen(window)


def test_numbers_are_filled_in_as_they_are(german: None) -> None:
    """With the format that the sentence asks for."""
    said = failure_told(StillInMemory(JOURNAL, 12))
    assert said.startswith(f"12 Einträge von „{JOURNAL}“")
