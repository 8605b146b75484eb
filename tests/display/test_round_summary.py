"""The rounds of a training on the last screen."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from biofeed.core.phase import Feedback
from biofeed.core.rounds import PracticeRound, RoundOutcome
from biofeed.display import training_words as said
from biofeed.display import words
from biofeed.display.arc import Summary
from biofeed.display.ending import Ending
from biofeed.display.round_summary import transfer
from biofeed.display.round_table import FELT, GUESS, HALFWAY, MEASURED
from biofeed.display.style_sheet import sheet
from biofeed.display.summary_page import SummaryPage
from biofeed.display.theme import DARK, Motion, measure
from biofeed.session.snapshot import Snapshot
from tests.display.ended_training import ended_training, summed_up
from tests.display.test_round_story import SETTLED, UNRESOLVED

Make = Callable[[Summary], SummaryPage]


@pytest.fixture(scope="module")
def ended() -> Snapshot:
    return ended_training()


@pytest.fixture
def told(ended: Snapshot) -> Summary:
    return Ending().summary(ended)


@pytest.fixture
def page(told: Summary, qtbot: QtBot) -> Iterator[SummaryPage]:
    made = _page(told, qtbot, (1440, 900), 1.0)
    yield made
    made.close()


def _page(
    told: Summary, qtbot: QtBot, size_px: tuple[int, int], text_scale: float
) -> SummaryPage:
    page = SummaryPage(DARK, lambda: 1000.0, motion=Motion.REDUCED)
    qtbot.addWidget(page)
    size = measure(*size_px, text_scale)
    page.setStyleSheet(sheet(DARK, size))
    page.resize(*size_px)
    page.dress(DARK)
    page.fit(size)
    page.show_summary(told)
    page.show()
    page.activateWindow()
    page.close_button.setFocus()
    QApplication.processEvents()
    return page


def _remade(ended: Snapshot, **changes: Any) -> Snapshot:
    """The same session, had it been otherwise, and summed up so."""
    told = replace(ended, **changes)
    return replace(told, practised=summed_up(told))


def _texts(page: SummaryPage) -> str:
    labels = page.findChildren(QLabel)
    shown = "\n".join(label.text() for label in labels if label.isVisible())
    return shown.replace("\u00a0", " ")


def test_each_round_has_its_story_and_its_trace(told: Summary) -> None:
    """Three rounds, three stories, three traces; the last one is shown first."""
    assert [story.number for story in told.rounds] == [1, 2, 3]
    assert all(arc is not None for arc in told.round_arcs)
    assert told.first_round == 2


def test_start_and_end_are_told_together(told: Summary) -> None:
    """What it felt like before, and after."""
    assert told.facts == ("It felt like 4 at the start, and like 2 at the end.",)


def test_only_what_was_said_is_told(ended: Snapshot) -> None:
    """Skipped questions have no sentence."""
    skipped = Ending().summary(_remade(ended, ratings=()))
    assert skipped.facts == ()
    assert {story.cells[FELT].text for story in skipped.rounds} == {said.NOT_SAID}


def test_an_urge_of_a_round_is_told_once(told: Summary) -> None:
    """In its round, and not again among the facts."""
    assert not any("urge" in fact for fact in told.facts)
    assert any("urge" in note for note in told.rounds[1].notes)


def test_a_round_without_an_activation_is_drawn_as_it_was(ended: Snapshot) -> None:
    """With the moments the training set, and none that was not seen."""
    quiet = Ending().summary(_remade(ended, episodes=ended.episodes[:2]))
    arc = quiet.round_arcs[2]
    assert arc is not None
    assert [moment.name for moment in arc.moments] == [said.BEGAN, said.LET_GO]
    assert quiet.rounds[2].sentence.head == words.NO_ARC.head


def test_a_round_of_which_nothing_is_known_has_no_picture(ended: Snapshot) -> None:
    """No line is drawn where there was no signal."""
    unknown = np.where(ended.trace_t_s > 700.0, np.nan, ended.trace_z)
    told = Ending().summary(
        _remade(ended, trace_z=unknown, episodes=ended.episodes[:1])
    )
    assert told.round_arcs[2] is None


def test_open_practice_has_no_rounds(ended: Snapshot) -> None:
    """It is summed up as before."""
    bare = _remade(ended, rounds=(), ratings=(), urges=())
    told = Ending().summary(bare)
    assert told.rounds == ()
    assert told.arc is not None


def _blind(one: PracticeRound) -> PracticeRound:
    return replace(one, feedback=Feedback.BLIND)


def test_a_return_without_help_is_compared_with_the_trained_ones() -> None:
    """The median of both, in one sentence."""
    assert transfer([_blind(SETTLED)], trained_median_s=100.0) == (
        "With nothing on screen it was back at rest after 1 min 28 s; in the rounds"
        " with help, after 1 min 40 s."
    )


def test_one_that_was_not_back_is_compared_without_a_verdict() -> None:
    """What the trained ones took, and that this one was on its way."""
    compared = transfer([_blind(UNRESOLVED)], trained_median_s=100.0)
    assert compared.endswith("This time it was still on its way.")


@pytest.mark.parametrize(
    ("one", "trained_median_s"),
    [
        (SETTLED, 100.0),
        (_blind(SETTLED), None),
        (replace(_blind(SETTLED), outcome=RoundOutcome.UNSCORED, episode=None), 100.0),
    ],
    ids=["with help", "nothing to compare with", "nothing measured"],
)
def test_nothing_is_compared_that_cannot_be(
    one: PracticeRound, trained_median_s: float | None
) -> None:
    """No sentence at all."""
    assert transfer([one], trained_median_s=trained_median_s) == ""


def test_the_page_shows_one_round_and_lists_all(page: SummaryPage) -> None:
    """Felt, measured and guess of the last; a line for each."""
    texts = _texts(page)
    assert "Round 3 of 3, with nothing on screen." in texts
    assert "it still felt like 5" in texts
    assert page.rounds.rowCount() == 3
    assert page.rounds.currentRow() == 2


def test_up_and_down_show_another_round(page: SummaryPage) -> None:
    """Also while the way out has the focus; at the ends it stays."""
    QTest.keyClick(page.close_button, Qt.Key.Key_Up)
    assert "Round 2 of 3" in _texts(page)
    QTest.keyClick(page.rounds, Qt.Key.Key_Up)
    QTest.keyClick(page.rounds, Qt.Key.Key_Up)
    assert "Round 1 of 3" in _texts(page)
    QTest.keyClick(page.close_button, Qt.Key.Key_Down)
    assert "Round 2 of 3" in _texts(page)


def test_a_pointer_shows_another_round(page: SummaryPage) -> None:
    """A press on a line is enough."""
    item = page.rounds.item(0, 0)
    assert item is not None
    place = page.rounds.visualItemRect(item).center()
    QTest.mouseClick(page.rounds.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "Round 1 of 3" in _texts(page)


def test_what_is_told_anew_keeps_the_round_that_was_picked(
    page: SummaryPage, told: Summary
) -> None:
    """The disk has caught up, say: nobody is thrown back to another round."""
    page.rounds.pick(0)
    page.show_summary(replace(told, facts=()))
    assert "Round 1 of 3" in _texts(page)


def test_a_screen_reader_is_told_the_table(page: SummaryPage) -> None:
    """What it is, and each cell in words."""
    assert page.rounds.accessibleName() == said.TABLE
    item = page.rounds.item(2, FELT)
    assert item is not None
    assert "after settling" in item.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.every_language
def test_columns_are_left_out_whole_and_the_least_needed_first(
    told: Summary, qtbot: QtBot
) -> None:
    """Felt and measured stay at any size; no cell is cut."""
    page = _page(told, qtbot, (1024, 700), 2.0)
    table = page.rounds
    assert table.isColumnHidden(HALFWAY)
    assert not table.isColumnHidden(FELT)
    assert not table.isColumnHidden(MEASURED)
    for column in range(table.columnCount()):
        if not table.isColumnHidden(column):
            right = table.columnViewportPosition(column) + table.columnWidth(column)
            assert right <= table.viewport().width() + 1
            assert table.sizeHintForColumn(column) <= table.columnWidth(column)


def test_a_column_of_which_nothing_was_said_is_left_out(
    ended: Snapshot, qtbot: QtBot
) -> None:
    """Nobody guessed, and nobody was asked: neither has a column."""
    told = Ending().summary(_remade(ended, ratings=(), guesses=()))
    page = _page(told, qtbot, (1440, 900), 1.0)
    assert page.rounds.isColumnHidden(FELT)
    assert page.rounds.isColumnHidden(GUESS)


@pytest.mark.every_language
@pytest.mark.parametrize("size_px", [(1024, 700), (1440, 900), (2560, 1440)])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_no_word_is_cut_at_any_size(
    told: Summary, qtbot: QtBot, size_px: tuple[int, int], text_scale: float
) -> None:
    """Every label has its height; the way out is whole; what is too much scrolls."""
    page = _page(told, qtbot, size_px, text_scale)
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text() and label.wordWrap():
            assert label.heightForWidth(label.width()) <= label.height()
    assert page.rect().contains(page.close_button.geometry())
    lines = page.rounds.horizontalHeader().height() + sum(
        page.rounds.rowHeight(row) for row in range(page.rounds.rowCount())
    )
    assert lines <= page.rounds.height()


def test_page_down_reaches_the_last_line(told: Summary, qtbot: QtBot) -> None:
    """With double text on a small screen the table is below."""
    page = _page(told, qtbot, (1024, 700), 2.0)
    for _ in range(6):
        QTest.keyClick(page.close_button, Qt.Key.Key_PageDown)
    foot = page.rounds.mapTo(page, QPoint(0, page.rounds.height()))
    assert foot.y() <= page.close_button.y()
