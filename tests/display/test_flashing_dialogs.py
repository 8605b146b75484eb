"""Nothing of the first dialog flashes, whatever the radio and the keys do."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from biofeed.display.picture_dialogs import TWO, OneMemory
from biofeed.display.setup_dialog import SetupDialog
from biofeed.display.start_choice import StartChoice
from biofeed.display.strap_list import RENEWED_MS, RESTS_MS
from biofeed.display.theme import Look, ThemeChoice
from devices.sighting import FoundStrap
from devices.source import LinkReason
from tests.display.flashing import (
    FRAMES_PER_S,
    MOST_IN_A_SECOND,
    THEMES,
    Tiles,
    flashing,
    grab,
)

SEEN_S = 2.0
SIGHTED_EVERY = 6
"""Pictures between two sightings: straps call ten times a second."""

RENEWED_EVERY = RENEWED_MS // 100
"""Sightings between two times that the list says something else; rather more often."""

HELD_EVERY = 2
"""Pictures between two strokes of a key that is held down."""

Found = Callable[[FoundStrap], None]
Ended = Callable[[LinkReason | None], None]


class StormySearch:
    """Tells of straps when it is told to."""

    is_on = False

    def start(self, found: Found, ended: Ended) -> None:
        self.found, self.ended, self.is_on = found, ended, True

    def stop(self) -> None:
        """There is nothing to stop."""


Open = Callable[[ThemeChoice], tuple[SetupDialog, StormySearch]]


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def open_(theme: ThemeChoice) -> tuple[SetupDialog, StormySearch]:
        search, choice = StormySearch(), StartChoice(look=Look(theme=theme))
        dialog = SetupDialog(search, OneMemory(choice))
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        QApplication.processEvents()
        return dialog, search

    return open_


def frames(
    dialog: SetupDialog, do: Callable[[int], None], *, every: int
) -> Iterator[Tiles]:
    """Grab it at 60 pictures a second while something is done every few of them."""
    for number in range(round(SEEN_S * FRAMES_PER_S)):
        if number % every == 0:
            do(number // every)
        QApplication.processEvents()
        yield grab(dialog)


@THEMES
def test_straps_in_a_storm_do_not_flash(opened: Open, theme: ThemeChoice) -> None:
    """Near and far ten times a second, asked, held elsewhere, and new ones."""
    dialog, search = opened(theme)
    near, far = (replace(TWO[0], rssi_dbm=dbm) for dbm in (-50, -90))
    asked = replace(near, heart_rate_bpm=171, battery_pct=100)
    states = cycle((near, far, asked, TWO[1], replace(far, held=True)))

    straps = dialog.sources.straps
    # Its clock goes with the pictures.
    straps._renewing.setInterval(1_000_000)

    def sight(number: int) -> None:
        search.found(next(states))
        if number % RENEWED_EVERY == 0:
            straps._renew()
        if number == 10:
            for n in range(8):
                search.found(
                    FoundStrap(name=f"strap {n}", address=f"{n}", rssi_dbm=-60)
                )

    seen = flashing(frames(dialog, sight, every=SIGHTED_EVERY))
    assert seen.anywhere <= MOST_IN_A_SECOND


@THEMES
def test_a_search_that_ends_at_once_does_not_flash(
    opened: Open, theme: ThemeChoice
) -> None:
    """With Enter held down on what looks again, and a radio that is off."""
    dialog, search = opened(theme)
    straps = dialog.sources.straps
    again = straps._again
    search.ended(LinkReason.NOT_FOUND)
    QApplication.processEvents()
    # Its clock goes with the pictures.
    straps._resting.setInterval(1_000_000)

    def look_again(number: int) -> None:
        if number % (RESTS_MS * FRAMES_PER_S // 1000 // HELD_EVERY) == 0:
            straps._resting.stop()
        again.setFocus()
        QTest.keyClick(again, Qt.Key.Key_Return)
        if search.is_on:
            search.is_on = False
            search.ended(LinkReason.POWERED_OFF)

    seen = flashing(frames(dialog, look_again, every=HELD_EVERY))
    assert seen.anywhere <= MOST_IN_A_SECOND


@THEMES
def test_a_key_held_down_on_a_look_does_not_flash(
    opened: Open, theme: ThemeChoice
) -> None:
    """Down to the last theme, size and language, and back up again."""
    dialog, _ = opened(theme)
    fields = dialog.looks.findChildren(QComboBox)
    assert len(fields) == 4
    for field in fields:
        field.setFocus()

        def step(number: int, field: QComboBox = field) -> None:
            half = round(SEEN_S * FRAMES_PER_S) // HELD_EVERY // 2
            key = Qt.Key.Key_Down if number < half else Qt.Key.Key_Up
            QTest.keyClick(field, key)

        seen = flashing(frames(dialog, step, every=HELD_EVERY))
        assert not seen.is_general_flash
        assert seen.anywhere <= MOST_IN_A_SECOND
