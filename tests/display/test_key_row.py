"""The keys at the foot: what they say at each moment, and nothing of before."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from biofeed.display.key_row import KeyRow
from biofeed.display.theme import Measure


def test_no_old_key_is_seen_under_a_new_one(qtbot: QtBot) -> None:
    """Also a picture taken before the old ones are freed has the new ones alone."""
    row = KeyRow()
    qtbot.addWidget(row)
    row.resize(900, 40)
    row.dress(Measure())
    row.show()
    row.show_keys((("Esc", "stop"), ("U", "urge")))
    row.show_keys((("Enter", "to now"), ("Esc", "stop")))
    seen = [each.text() for each in row.findChildren(QPushButton) if each.isVisible()]
    assert ["Enter  to now", "Esc  stop"] == seen
