"""The trace on screen: gaps stay gaps, the tip stays put."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from biofeed.display.frame_clock import FrameClock
from biofeed.display.theme import DARK, Measure, Motion
from biofeed.display.trend_plot import SHOWN_S, TrendPlot

WIDTH_PX, HEIGHT_PX = 900, 400


FRAME_S = 1.0 / 60.0

Make = Callable[..., TrendPlot]


@pytest.fixture
def make(qtbot: QtBot, time_s: list[float]) -> Make:
    """Makes plots on a clock that stands where the test puts it."""

    def made(motion: Motion = Motion.FULL) -> TrendPlot:
        frames = FrameClock(motion)
        plot = TrendPlot(DARK, lambda: time_s[0], frames=frames, motion=motion)
        qtbot.addWidget(plot)
        plot.resize(WIDTH_PX, HEIGHT_PX)
        plot.dress(DARK, Measure())
        plot.show()
        return plot

    return made


@pytest.fixture
def plot(make: Make) -> TrendPlot:
    return make()


def _rough(seconds: int) -> np.ndarray:
    """A trace with slow swings, rough seconds, a steep rise and a gap."""
    draw = np.random.default_rng(3)
    z = np.sin(np.arange(seconds) / 9.0) + draw.normal(0.0, 0.4, seconds)
    z[seconds - 20 :] += np.linspace(0.0, 4.0, 20)
    z[40:55] = np.nan
    return z


def _show(plot: TrendPlot, z: np.ndarray, *, tip: str = "") -> None:
    plot.show_trace(np.arange(z.size, dtype=float), z, tip=tip, is_current=True)


def _on_screen(plot: TrendPlot) -> QImage:
    """What is left on screen after all that was painted piece by piece."""
    for _ in range(3):
        QApplication.processEvents()
    return plot.screen().grabWindow(plot.winId()).toImage()


def _pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4)[:, :, :3].astype(int)


def _picture(plot: TrendPlot, z: np.ndarray) -> QImage:
    t_s = np.arange(z.size, dtype=float)
    plot.show_trace(t_s, z, tip="", is_current=True)
    return plot.grab().toImage()


def _is_drawn(picture: QImage, plot: TrendPlot, t_s: float, z: float) -> bool:
    """True where some pixel near a point differs from the empty ground."""
    at = plot.place(t_s, z).toPoint()
    ground = picture.pixelColor(2, 2)
    return any(
        _apart(picture.pixelColor(at.x() + dx, at.y() + dy), ground) > 60
        for dx in range(-2, 3)
        for dy in range(-2, 3)
    )


def _apart(first: QColor, second: QColor) -> int:
    return (
        abs(first.red() - second.red())
        + abs(first.green() - second.green())
        + abs(first.blue() - second.blue())
    )


def test_known_seconds_are_drawn(plot: TrendPlot) -> None:
    """The line is where its seconds are."""
    picture = _picture(plot, np.full(300, 3.0))
    assert _is_drawn(picture, plot, 150.0, 3.0)


def test_a_gap_is_never_bridged(plot: TrendPlot) -> None:
    """Between two known stretches nothing is drawn, neither line nor fill."""
    z = np.full(300, 3.0)
    z[120:180] = np.nan
    picture = _picture(plot, z)
    assert _is_drawn(picture, plot, 100.0, 3.0)
    assert _is_drawn(picture, plot, 200.0, 3.0)
    for height_z in (1.2, 2.0, 3.0):
        assert not _is_drawn(picture, plot, 150.0, height_z)


def test_no_dot_where_nothing_is_known_now(plot: TrendPlot) -> None:
    """When the newest second is unknown there is no tip to point at."""
    z = np.full(300, 3.0)
    z[280:] = np.nan
    picture = _picture(plot, z)
    assert not _is_drawn(picture, plot, 299.0, 3.0)


def test_the_tip_stays_where_it_is(plot: TrendPlot) -> None:
    """Time moves under the tip, the tip does not move."""
    places = []
    for length in (60, 200, 800):
        _picture(plot, np.zeros(length))
        places.append(plot.place(length - 1.0, 0.0).x())
    assert places == pytest.approx([places[0]] * 3)


def test_only_the_last_minutes_are_in_view(plot: TrendPlot) -> None:
    """The left edge is six minutes before the tip."""
    _picture(plot, np.zeros(2000))
    assert plot.place(1999.0 - SHOWN_S, 0.0).x() == pytest.approx(0.0)


def test_greyed_trace_has_no_colour(plot: TrendPlot) -> None:
    """What is not current is grey: its channels are nearly the same."""
    t_s, z = np.arange(300.0), np.full(300, 3.0)
    plot.show_trace(t_s, z, tip="", is_current=False)
    picture = plot.grab().toImage()
    at = plot.place(150.0, 3.0).toPoint()
    colour = picture.pixelColor(at)
    channels = (colour.red(), colour.green(), colour.blue())
    assert max(channels) - min(channels) < 40


def test_cleared_plot_keeps_nothing(plot: TrendPlot) -> None:
    """After a quiet phase has begun no trace of the trace is left."""
    _picture(plot, np.empty(0))
    empty = plot.grab().toImage()
    _picture(plot, np.full(300, 6.0))
    plot.clear()
    assert plot.grab().toImage() == empty
    assert plot.tip_words == ""


def test_the_tip_goes_to_a_second_and_does_not_jump(
    plot: TrendPlot, time_s: list[float]
) -> None:
    """Half a second after it came in the tip is half way between it and the last."""
    z = np.zeros(301)
    z[300] = 4.0
    _show(plot, z[:300])
    before = plot.tip.y()
    time_s[0] += 1.0
    _show(plot, z)
    assert plot.tip.y() == before
    time_s[0] += 0.5
    plot.advance()
    half = plot.place(0.0, 2.0).y()
    assert plot.tip.y() == pytest.approx(half, abs=0.5)
    time_s[0] += 0.5
    plot.advance()
    assert plot.tip.y() == pytest.approx(plot.place(0.0, 4.0).y(), abs=0.5)


def test_an_axis_that_widens_while_the_tip_goes_on_does_not_jump(
    make: Make, time_s: list[float]
) -> None:
    """The tip hardly ever stands still: an axis sets out gently all the same."""
    plot = make()
    low_z = np.zeros(100)
    for second in range(5):
        _show(plot, low_z[: 90 + second])
        for _ in range(60):
            time_s[0] += FRAME_S
            plot.advance()
    before_z = plot.range_z[1]
    _show(plot, np.append(low_z[:94], 12.0))
    ways_z = []
    for _ in range(300):
        time_s[0] += FRAME_S
        plot.advance()
        ways_z.append(plot.range_z[1])
    steps_z = np.diff([before_z, *ways_z])
    whole_z = ways_z[-1] - before_z
    assert whole_z > 5.0
    assert steps_z.max() < 0.05 * whole_z


def test_with_reduced_motion_a_second_is_there_at_once(
    make: Make, time_s: list[float]
) -> None:
    """Nothing glides where a person has asked for little to move."""
    plot = make(Motion.REDUCED)
    z = np.zeros(301)
    z[300] = 2.0
    _show(plot, z[:300])
    time_s[0] += 1.0
    _show(plot, z)
    assert plot.tip.y() == pytest.approx(plot.place(0.0, 2.0).y())


def test_a_tip_that_is_not_known_is_gone_at_once(
    plot: TrendPlot, time_s: list[float]
) -> None:
    """It does not glide on to a second of which nothing is known."""
    z = np.full(301, 3.0)
    z[300] = np.nan
    _show(plot, z[:300])
    before, halo = plot.grab().toImage(), plot.tip + QPointF(9.0, 0.0)
    time_s[0] += 1.0
    _show(plot, z)
    after = plot.grab().toImage()
    beside = halo.toPoint()
    assert before.pixelColor(beside) != before.pixelColor(2, 2)
    assert after.pixelColor(beside) == after.pixelColor(2, 2)


def test_what_was_painted_piece_by_piece_is_the_whole_picture(
    plot: TrendPlot, time_s: list[float]
) -> None:
    """After each of hundreds of pictures the screen shows what a new one would."""
    z = _rough(420)
    for second in range(400, 405):
        _show(plot, z[:second], tip="coming back")
        for frame in range(60):
            time_s[0] += FRAME_S
            plot.advance()
            if frame % 7 == 0:
                assert _on_screen(plot) == plot.grab().toImage()


def test_a_picture_that_moved_is_the_one_drawn_anew(
    make: Make, time_s: list[float]
) -> None:
    """Moved by whole pixels and grown at its end, it looks as it would look new.

    Of what is drawn a pixel or a half apart, few pixels differ much.
    """
    plot, anew = make(), make()
    z = _rough(420)
    for second in (400, 401):
        time_s[0] += 1.0
        _show(plot, z[:second])
        _show(anew, z[:second])
    for _ in range(50):
        time_s[0] += FRAME_S
        plot.advance()
    anew.dress(DARK, Measure())
    moved, drawn = (_pixels(each.grab().toImage()) for each in (plot, anew))
    assert plot.tip.y() == pytest.approx(anew.tip.y(), abs=0.25)
    inked = (np.abs(drawn - drawn[2, 2]).max(axis=2) > 60).sum()
    wrong = (np.abs(moved - drawn).max(axis=2) > 120).sum()
    assert inked > 2000
    assert wrong < 0.12 * inked


def test_a_small_picture_of_it_has_an_unbroken_line(plot: TrendPlot) -> None:
    """Shrunk to a sixth, as the clinician sees it, each column still has its line.

    And what the window itself shows stays as it was.
    """
    z = np.full(400, 3.0)
    _show(plot, z)
    before = plot.grab().toImage()
    share = 1.0 / 6.0
    small = QImage(
        round(WIDTH_PX * share), round(HEIGHT_PX * share), QImage.Format.Format_RGB32
    )
    small.fill(QColor(DARK.ground))
    painter = QPainter(small)
    painter.scale(share, share)
    plot.render(painter, QPoint())
    painter.end()
    ground = small.pixelColor(0, 0)
    tip_x = int(plot.tip.x() * share)
    for x in range(2, tip_x):
        column = [small.pixelColor(x, y) for y in range(small.height())]
        assert max(_apart(colour, ground) for colour in column) > 150
    assert plot.grab().toImage() == before


def test_a_trace_that_is_not_seen_costs_nothing(
    plot: TrendPlot, time_s: list[float]
) -> None:
    """Hidden it leaves the beat; shown again it is where the trace is by then."""
    z = _rough(420)
    _show(plot, z[:400])
    time_s[0] += 1.0
    _show(plot, z[:401])
    assert plot._frames.is_running
    plot.hide()
    assert not plot._frames.is_running
    time_s[0] += 1.0
    _show(plot, z[:402])
    assert not plot._frames.is_running
    time_s[0] += 1.0
    plot.show()
    assert plot.tip.y() == pytest.approx(plot.place(0.0, z[401]).y(), abs=0.5)
