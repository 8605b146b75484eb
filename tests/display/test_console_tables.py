"""Tables of the clinician's window leave nothing out, and stay where they are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from biofeed.display import console_words as said
from biofeed.display.console_axis import Span
from biofeed.display.console_card import ConsoleCard
from biofeed.display.console_chart import ConsoleChart
from biofeed.display.console_column import ConsoleColumn
from biofeed.display.console_plots import tachogram_plot
from biofeed.display.console_rows import panel_by, panel_rows
from biofeed.display.console_table import ConsoleTable, folded
from biofeed.display.sample_session import SampleSession
from biofeed.display.theme import LIGHT, Measure
from biofeed.session.snapshot import HrvPanel, Mark, Snapshot


@given(st.lists(st.floats(5.0, 90.0), min_size=2, max_size=9), st.floats(20.0, 300.0))
def test_every_column_is_in_one_part(widths: list[float], room: float) -> None:
    """In order, each once; the first in all; no part wider than the room but of one."""
    parts = folded(widths, room)
    assert {0} == {columns[0] for columns in parts}
    others = [column for columns in parts for column in columns[1:]]
    assert list(range(1, len(widths))) == others
    for columns in parts:
        assert sum(widths[n] for n in columns) <= room or len(columns) == 2


def test_a_narrow_table_is_as_high_as_its_parts(
    training: SampleSession, qtbot: QtBot
) -> None:
    """What has no room beside stands below, and the height for it is asked for."""
    table = ConsoleTable("variability")
    qtbot.addWidget(table)
    table.dress(LIGHT, Measure())
    table.show_rows(panel_rows(training.ended()))
    assert table.heightForWidth(600) * 2 < table.heightForWidth(170)


@pytest.fixture
def column(qtbot: QtBot) -> ConsoleColumn:
    column = ConsoleColumn(None)
    qtbot.addWidget(column)
    column.resize(480, 700)
    column.dress(LIGHT, Measure())
    column.show()
    QApplication.processEvents()
    return column


def test_nothing_jumps_when_the_numbers_come(
    column: ConsoleColumn, training: SampleSession
) -> None:
    """Before NeuroKit2 has answered its card is as high, and its rows are dashes."""
    without = training.ended()
    waiting = panel_rows(without)
    assert {said.NOT_KNOWN} == {
        sign
        for row in waiting.rows
        for cell in row.cells[1:]
        for sign in cell.split(" / ")
    }
    assert said.NO_PANEL == panel_by(without)
    heights = []
    for snapshot in (without, _answered(without), without):
        column.show_snapshot(snapshot)
        heights.append(_heights(column))
    assert heights[0] == heights[1] == heights[2]


def test_no_card_is_squeezed_in_the_meantime(
    column: ConsoleColumn, training: SampleSession
) -> None:
    """A log that grows has its room at once: before any further event."""
    ended = _answered(training.ended())
    column.show_snapshot(replace(ended, marks=(), notes=()))
    marks = tuple(Mark(t_s=float(n), text="spoke") for n in range(10))
    column.show_snapshot(replace(ended, marks=marks))
    for card in column.findChildren(ConsoleCard):
        layout = card.layout()
        assert layout is not None
        assert card.height() >= layout.totalHeightForWidth(card.width())


def test_a_legend_that_has_no_room_goes_on_below(
    training: SampleSession, qtbot: QtBot
) -> None:
    """In large type in a narrow window every entry is there, in a further row."""
    chart = ConsoleChart(least_px=130)
    qtbot.addWidget(chart)
    chart.dress(LIGHT, Measure(text_scale=2.0))
    plot = tachogram_plot(training.ended(), Span(start_s=0.0, end_s=900.0))
    told = []
    for wide in (2000, 500):
        chart.resize(wide, 300)
        rows = chart._head_rows(plot)
        told.append(len(rows))
        assert [plot.unit, *plot.legend] == [entry for row in rows for entry in row]
    assert told[0] == 1 < told[1]


def _answered(snapshot: Snapshot) -> Snapshot:
    indices: dict[str, float | None] = {"HRV_RMSSD": 42.0, "HRV_LFHF": 0.4}
    panels = tuple(
        HrvPanel(
            window_s=window_s,
            end_s=snapshot.t_s - 3.0,
            beats=70,
            artefacts=1,
            indices=indices,
        )
        for window_s in (60, 120, 300)
    )
    return replace(snapshot, panels=panels)


def _heights(column: QWidget) -> list[int]:
    return [card.height() for card in column.findChildren(ConsoleCard)]
