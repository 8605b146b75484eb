"""Which training: a ready one, or a file of one's own."""

from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from biofeed.core.protocol import OPEN
from biofeed.display import training_words as said
from biofeed.display.protocol_panel import ProtocolPanel, about
from biofeed.session.protocols import bundled_protocols, load_protocol


@pytest.fixture
def panel(qtbot: QtBot) -> ProtocolPanel:
    panel = ProtocolPanel("settling")
    qtbot.addWidget(panel)
    panel.show()
    return panel


def _texts(panel: ProtocolPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel))


def _own(panel: ProtocolPanel) -> None:
    panel.names.setCurrentIndex(panel.names.count() - 1)


def test_each_ready_training_is_offered_by_its_title(panel: ProtocolPanel) -> None:
    """All that come with the program, and last a file of one's own."""
    titles = [panel.names.itemText(row) for row in range(panel.names.count())]
    assert [each.title for each in bundled_protocols()] + [said.OWN_FILE] == titles


@pytest.mark.parametrize("ready", bundled_protocols(), ids=lambda each: each.name)
def test_a_training_says_what_it_is_and_how_long(
    panel: ProtocolPanel, ready: object
) -> None:
    """The sentence of the training, and its length, stand beside its name."""
    for each in bundled_protocols():
        if each == ready:
            panel.names.setCurrentText(each.title)
            assert each.name == panel.name
            assert each == panel.protocol
            assert each.summary in _texts(panel)
            assert about(each) in _texts(panel)


def test_the_length_is_the_longest_and_counts_rounds() -> None:
    """Nobody is promised less than it may take; open practice ends, too."""
    assert "Up to 26 min, three rounds." in about(load_protocol("settling"))
    assert "Up to 20 min." in about(OPEN)


def test_arrow_keys_change_the_training(panel: ProtocolPanel) -> None:
    """By keyboard alone."""
    panel.names.setFocus()
    before = panel.name
    QTest.keyClick(panel.names, Qt.Key.Key_Down)
    assert before != panel.name


def test_a_file_of_ones_own(panel: ProtocolPanel, tmp_path: Path) -> None:
    """It is read, told what it is, and chosen by its path."""
    source = files("biofeed") / "protocols" / "settling.toml"
    own = tmp_path / "mine.toml"
    text = source.read_text(encoding="utf-8")
    own.write_text(text.replace('name = "settling"', 'name = "mine"'), encoding="utf-8")
    _own(panel)
    panel.path_field.setText(str(own))
    assert panel.protocol is not None
    assert panel.protocol.name == "mine"
    assert str(own) == panel.name
    assert panel.protocol.summary in _texts(panel)


@pytest.mark.parametrize("content", ["", "name = 3", "not toml at all", None])
def test_a_file_that_is_no_training_is_said_in_a_sentence(
    panel: ProtocolPanel, tmp_path: Path, content: str | None
) -> None:
    """Empty, half, nonsense or not there: a sentence, and nothing to begin with."""
    own = tmp_path / "mine.toml"
    if content is not None:
        own.write_text(content, encoding="utf-8")
    _own(panel)
    panel.path_field.setText(str(own))
    assert panel.protocol is None
    assert "mine.toml" in _texts(panel)


def test_without_a_path_it_says_what_is_wanted(panel: ProtocolPanel) -> None:
    """Nothing is refused before anything is named."""
    _own(panel)
    assert panel.protocol is None
    assert said.OWN_FILE_HELP in _texts(panel)


def test_a_path_of_last_time_stands_in_its_field(qtbot: QtBot, tmp_path: Path) -> None:
    """Also where the file is gone: its sentence says so."""
    gone = str(tmp_path / "gone.toml")
    panel = ProtocolPanel(gone)
    qtbot.addWidget(panel)
    assert gone == panel.path_field.text()
    assert panel.protocol is None
