"""What the comparison of pictures finds, and what it lets pass."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication

from biofeed.display import client_window
from biofeed.display.picture_store import (
    Levels,
    image_of,
    in_few_colours,
    levels_of,
    load,
    reduced,
    save,
)
from biofeed.display.picture_windows import client_picture
from biofeed.display.sample_session import SampleSession
from biofeed.display.theme import DARK, Look, ThemeChoice, font
from biofeed.session.snapshot import Mark, Snapshot
from tests.display.picture_difference import Difference, difference

MESSAGE = Mark(t_s=362.0, text="the message")


@pytest.fixture(scope="module")
def settle(sample: SampleSession) -> Snapshot:
    return replace(sample.at(536.0), marks=(MESSAGE,))


def taken(shown: Snapshot) -> Levels:
    look = Look(theme=ThemeChoice.DARK)
    return levels_of(client_picture(shown, look, QSize(1440, 900)))


@pytest.fixture(scope="module")
def screen(settle: Snapshot, qapp: QApplication) -> Levels:
    return taken(settle)


@pytest.fixture(scope="module")
def kept(screen: Levels, tmp_path_factory: pytest.TempPathFactory) -> Levels:
    """The screen as it is stored."""
    path: Path = tmp_path_factory.mktemp("kept") / "settle.png"
    save(in_few_colours(reduced(screen)), path)
    return load(path)


def compared(kept: Levels, drawn: Levels) -> Difference:
    return difference(kept, reduced(drawn))


def with_line(screen: Levels, y_px: float, colour: str) -> Levels:
    """A thin line across, as the console has them."""
    picture = image_of(screen)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.0))
    painter.drawLine(QPointF(200.0, y_px), QPointF(700.0, y_px))
    painter.end()
    return levels_of(picture)


def with_drawing(screen: Levels, by: tuple[float, float]) -> Levels:
    """Words, a thin line, a trace and a shape, all at a fraction of a pixel."""
    picture = image_of(screen)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(*by)
    for size_px, base_px, colour in ((30, 150.0, DARK.text), (14, 190.0, DARK.muted)):
        words = QPainterPath()
        words.addText(QPointF(80.0, base_px), font(size_px), "It rose, and came back.")
        painter.fillPath(words, QColor(colour))
    painter.setPen(QPen(QColor(DARK.edge), 1.0))
    painter.drawLine(QPointF(200.0, 300.5), QPointF(700.0, 300.5))
    painter.setPen(QPen(QColor(DARK.rest), 2.5))
    x_px = np.arange(200.0, 900.0, 4.0)
    y_px = 420.0 + 60.0 * np.sin(x_px / 70.0) + 4.0 * np.sin(x_px / 7.0)
    trace = zip(x_px.tolist(), y_px.tolist(), strict=True)
    painter.drawPolyline([QPointF(x, y) for x, y in trace])
    painter.setBrush(QColor(DARK.breath))
    painter.drawEllipse(QPointF(1100.0, 400.0), 70.0, 70.0)
    painter.end()
    return levels_of(picture)


def test_the_same_screen_drawn_again_is_the_same(
    kept: Levels, settle: Snapshot
) -> None:
    """Storing it takes away nothing that counts, and drawing has no chance in it."""
    assert not compared(kept, taken(settle))


@pytest.mark.parametrize("text", ["the messages", "his message", "the message?"])
def test_one_of_the_smallest_words_that_changed_is_found(
    kept: Levels, settle: Snapshot, text: str
) -> None:
    """Even where it is a letter more under the trace."""
    other = replace(MESSAGE, text=text)
    assert compared(kept, taken(replace(settle, marks=(other,))))


def test_a_missing_element_is_found(kept: Levels, settle: Snapshot) -> None:
    """A mark that is not drawn any more is missed."""
    assert compared(kept, taken(replace(settle, marks=())))


@pytest.mark.parametrize(
    ("token", "colour"),
    [
        ("muted", "#8798a5"),
        ("text", "#dee2e4"),
        ("band", "#1d3238"),
        ("horizon", "#b0764a"),
        ("sky", "#22303a"),
        ("edge", "#b0764a"),
        ("breath", "#5aa396"),
    ],
)
def test_a_colour_of_the_theme_that_changed_is_found(
    kept: Levels,
    settle: Snapshot,
    token: str,
    colour: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By 24 levels at most on a ground or in letters; to another hue in thin lines."""
    theme = replace(DARK, **{token: colour})
    monkeypatch.setattr(client_window, "resolve", lambda choice: theme)
    assert compared(kept, taken(settle))


@pytest.mark.parametrize("colour", [DARK.muted, DARK.edge, DARK.horizon])
def test_a_line_that_moved_by_four_pixels_is_found(screen: Levels, colour: str) -> None:
    """Though it has the same ink, and lies two pixels of the reduced picture away."""
    before = reduced(with_line(screen, 300.5, colour))
    assert difference(before, reduced(with_line(screen, 304.5, colour)))


def test_a_trace_that_moved_by_four_pixels_is_found(
    kept: Levels, screen: Levels
) -> None:
    """The whole line, four pixels higher."""
    moved = screen.copy()
    moved[300:560] = screen[304:564]
    assert compared(kept, moved)


def test_levels_that_are_off_by_two_pass(kept: Levels, screen: Levels) -> None:
    """Noise of two levels, everywhere, is what another rasteriser may bring."""
    noise = np.random.default_rng(3).integers(-2, 3, screen.shape)
    noisy = np.clip(screen + noise, 0, 255).astype(np.uint8)
    assert not compared(kept, noisy)


@pytest.mark.parametrize("by", [(0.5, 0.0), (0.0, 0.5), (-0.5, -0.5)])
def test_half_a_pixel_passes(screen: Levels, by: tuple[float, float]) -> None:
    """Letters, lines and shapes may be drawn half a pixel of the screen beside."""
    before = reduced(with_drawing(screen, (0.0, 0.0)))
    found = difference(before, reduced(with_drawing(screen, by)))
    assert not found, (found.far_off, found.ink)
