"""What is drawn stands out from what it is drawn on: measured on the windows' pictures.

Every text that any screen shows is found where it stands, with the colour it has there;
what it stands on is read off the picture. So no new colour and no new place for one can
be forgotten.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from biofeed.core.beat import BeatLabel
from biofeed.core.phase import PhaseKind
from biofeed.display import replay_words
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.colour import contrast, mixed
from biofeed.display.console_canvas import SHADE
from biofeed.display.console_plot import LABELS, Ink, inks
from biofeed.display.console_stretches import SHADES
from biofeed.display.console_window import ConsoleWindow
from biofeed.display.picture_dialogs import screening_dialogs, setup_dialogs
from biofeed.display.sample_session import SampleSession
from biofeed.display.theme import DARK, LIGHT, Look, Measure, Theme, ThemeChoice
from biofeed.display.timeline_bar import TimelineBar
from biofeed.session.outline import Moment, Outline, Span
from biofeed.session.snapshot import Snapshot
from biofeed.session.store import HOME_VARIABLE
from tests.display.flashing import light_of
from tests.display.replaying import open_replay, outlined
from tests.display.session_double import ListeningSession

LEAST_TEXT, LEAST_SHAPE = 4.5, 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11."""

LEAST_PIXELS = 30
"""Of the smallest shape: a line as high as the trace, 1 px wide."""

TEXTS = {"text", "muted", "stale", "band_text"}
GROUNDS = {"sky", "ground", "panel", "field", "band", "halo"}
SHAPES = {
    "edge",
    "horizon",
    "rest",
    "between",
    "height",
    "tip",
    "past",
    "current",
    "open",
    "breath",
    "ghost",
    "focus",
}
THEMES = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
DRESSES = pytest.mark.parametrize(
    "dress", [ThemeChoice.DARK, ThemeChoice.LIGHT, ThemeChoice.SYSTEM]
)


def test_every_colour_of_a_dress_has_its_part() -> None:
    """It is a text's, a shape's or a ground's; a new one has to be given one."""
    assert TEXTS | GROUNDS | SHAPES == {field.name for field in fields(Theme)}


@THEMES
@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_every_shape_stands_out_from_the_scene_and_the_panels(
    theme: Theme, shape: str
) -> None:
    """3:1 on sky and ground, and on what the console's charts are drawn on."""
    for ground in ("sky", "ground", "panel"):
        ratio = contrast(getattr(theme, shape), getattr(theme, ground))
        assert ratio >= LEAST_SHAPE, ground


@THEMES
@pytest.mark.parametrize("ink", list(Ink))
def test_every_ink_stands_out_in_the_charts(theme: Theme, ink: Ink) -> None:
    """On a panel, on the resting band, and on the ground of every phase."""
    colours = inks(theme)
    shades = [mixed(theme.panel, colours[shade], SHADE) for shade in SHADES.values()]
    band = mixed(theme.panel, theme.band, 0.75)
    for ground in (theme.panel, band, *shades):
        assert contrast(colours[ink], ground) >= LEAST_SHAPE


class TestASecondCue:
    def test_each_label_of_a_beat_has_a_shape_of_its_own(self) -> None:
        """And a colour of its own beside it: either alone tells them apart."""
        assert set(BeatLabel) == set(LABELS)
        shapes, colours = zip(*LABELS.values(), strict=True)
        assert len(set(shapes)) == len(set(colours)) == len(BeatLabel)

    @THEMES
    def test_no_two_labels_share_a_colour(self, theme: Theme) -> None:
        """In either dress."""
        colours = [inks(theme)[ink] for _, ink in LABELS.values()]
        assert len(set(colours)) == len(BeatLabel)


@dataclass(frozen=True)
class Written:
    """A text, where it stands in its window, and its colour there."""

    text: str
    box: QRect
    colour: QColor


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> dict[QWidget, list[Written]]:
    """What our own painters write, by widget; of each the newest picture counts."""
    found: dict[QWidget, list[Written]] = {}
    draw: Callable[..., object] = QPainter.drawText
    # The time line paints what stands still on a piece that it keeps.
    paint, kept_by = TimelineBar._painted, list[TimelineBar]()

    def painting(line: TimelineBar, ratio: float) -> QPixmap:
        kept_by.append(line)
        piece = paint(line, ratio)
        kept_by.pop()
        return piece

    def drawing(painter: QPainter, *what: object) -> object:
        widget, box = painter.device(), _box(painter, what)
        widget = kept_by[-1] if kept_by else widget
        if isinstance(widget, QWidget) and box is not None:
            colour = QColor(painter.pen().color())
            colour.setAlphaF(colour.alphaF() * painter.opacity())
            text = next(each for each in what if isinstance(each, str))
            found.setdefault(widget, []).append(Written(text, box, colour))
        return draw(painter, *what)

    monkeypatch.setattr(QPainter, "drawText", drawing)
    monkeypatch.setattr(TimelineBar, "_painted", painting)
    return found


def _box(painter: QPainter, what: tuple[object, ...]) -> QRect | None:
    """Where a text will stand, px from the widget's corner."""
    text = next(each for each in what if isinstance(each, str))
    place = what[0]
    if not text.strip():
        return None
    if isinstance(place, QRectF | QRect):
        flags = next((int(f.value) for f in what[1:] if hasattr(f, "value")), 0)
        box = painter.boundingRect(QRectF(place), flags, text)
    elif isinstance(place, QPointF | QPoint):
        box = QRectF(painter.fontMetrics().boundingRect(text)).translated(place)
    else:
        return None
    return painter.worldTransform().mapRect(box).toAlignedRect()


def labels(window: QWidget) -> Iterator[tuple[QWidget, Written]]:
    """Yield what labels, buttons, fields and lists write."""
    for each in window.findChildren(QWidget):
        if not each.isVisible():
            continue
        each.ensurePolished()
        if isinstance(each, QListWidget):
            yield from _lines(each)
        elif (said := _said(each)) is not None:
            text, role = said
            yield each, Written(text, each.rect(), each.palette().color(role))


def _said(widget: QWidget) -> tuple[str, QPalette.ColorRole] | None:
    """What stands in a widget, and which of its colours that has."""
    role = QPalette.ColorRole
    match widget:
        case QLabel():
            said = widget.text(), role.WindowText
        case QAbstractButton():
            said = widget.text(), role.ButtonText
        case QLineEdit() if widget.text():
            said = widget.text(), role.Text
        case QLineEdit():
            said = widget.placeholderText(), role.PlaceholderText
        case QComboBox():
            said = widget.currentText(), role.Text
        case _:
            return None
    return said if said[0] else None


def _lines(listed: QListWidget) -> Iterator[tuple[QWidget, Written]]:
    role = QPalette.ColorRole
    for item in (listed.item(row) for row in range(listed.count())):
        colour = role.HighlightedText if item.isSelected() else role.Text
        box = listed.visualItemRect(item)
        ink = listed.palette().color(colour)
        yield listed.viewport(), Written(item.text(), box, ink)


def ground_at(picture: QImage, box: QRect) -> str | None:
    """What most of a place looks like, ``#rrggbb``; None where it is not in sight."""
    seen = box.intersected(picture.rect())
    if seen.width() < 4 or seen.height() < 4:
        return None
    across, down = max(2, seen.width() // 50), max(2, seen.height() // 25)
    counted = Counter(
        picture.pixel(x, y)
        for y in range(seen.top(), seen.bottom() + 1, down)
        for x in range(seen.left(), seen.right() + 1, across)
    )
    return QColor(counted.most_common(1)[0][0]).name()


def too_faint(window: QWidget, painted: dict[QWidget, list[Written]]) -> list[str]:
    """Return each text of a window that does not stand out enough, with the ratio."""
    painted.clear()
    for line in window.findChildren(TimelineBar):
        # What it keeps of its picture was written before.
        line._paint_anew()
    picture = window.grab().toImage()
    texts = list(labels(window))
    for widget, written in painted.items():
        if widget is window or window.isAncestorOf(widget):
            texts += [(widget, each) for each in written]
    assert len(texts) > 3
    faint = []
    for widget, each in texts:
        box = each.box.intersected(widget.rect())
        ground = ground_at(picture, box.translated(widget.mapTo(window, QPoint())))
        if ground is None:
            continue
        colour = mixed(ground, each.colour.name(), each.colour.alphaF())
        ratio = contrast(colour, ground)
        if ratio < LEAST_TEXT:
            faint.append(f"{ratio:.2f} {each.text!r}: {colour} on {ground}")
    return faint


SCENES: dict[str, Callable[[SampleSession, SampleSession], Snapshot]] = {
    "arrive": lambda sample, _: sample.at(8.0),
    "learn": lambda sample, _: sample.at(170.0),
    "activated": lambda sample, _: sample.at(425.0),
    "settled": lambda sample, _: sample.at(640.0),
    "training": lambda _, training: training.at(400.0),
    "over": lambda _, training: training.ended(),
}


@DRESSES
@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_every_text_of_both_windows_can_be_read(
    qtbot: QtBot,
    painted: dict[QWidget, list[Written]],
    time_s: list[float],
    sample: SampleSession,
    training: SampleSession,
    scene: Callable[[SampleSession, SampleSession], Snapshot],
    dress: ThemeChoice,
) -> None:
    """4.5:1, also of what is greyed with its reason, in drawer, charts and tables."""
    session, look = ListeningSession(), Look(theme=dress)
    theirs, ours = (Bridge(now_s=lambda: time_s[0]) for _ in range(2))
    client = ClientWindow(session, theirs, look)
    console = ConsoleWindow(session, ours, look, client=client)
    for window in (client, console):
        qtbot.addWidget(window)
        window.show()
    client.drawer.toggle()
    snapshot = scene(sample, training)
    for _ in range(6):
        time_s[0] += 1.0
        for bridge in (theirs, ours):
            bridge.publish(snapshot)
        client.advance()
        console.advance()
        QApplication.processEvents()
    assert [] == too_faint(client, painted)
    # Its small picture of the other window is a picture: that is read over there.
    console.column.mirror.hide()
    assert [] == too_faint(console, painted)


DIALOGS: dict[str, Callable[[Look], QDialog]] = {
    **dict(setup_dialogs()),
    **dict(screening_dialogs()),
}


@DRESSES
@pytest.mark.parametrize("dialog", DIALOGS.values(), ids=DIALOGS)
def test_every_text_of_the_dialogs_can_be_read(
    qtbot: QtBot,
    painted: dict[QWidget, list[Written]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    dialog: Callable[[Look], QDialog],
    dress: ThemeChoice,
) -> None:
    """Whatever is chosen in them, with what stands in an empty field, and in lists."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    shown = dialog(Look(theme=dress))
    qtbot.addWidget(shown)
    shown.show()
    for _ in range(2):
        QApplication.processEvents()
    assert [] == too_faint(shown, painted)


MOMENTS: dict[str, Callable[[SampleSession], Snapshot]] = {
    "before a trace": lambda training: training.at(30.0),
    "settle": lambda training: training.at(418.0),
    "blind": lambda training: training.at(1080.0),
    "over": lambda training: training.ended(),
}


@DRESSES
@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
@pytest.mark.parametrize("as_seen_then", [False, True], ids=["all", "as seen then"])
def test_every_text_of_a_replay_can_be_read(
    qtbot: QtBot,
    painted: dict[QWidget, list[Written]],
    time_s: list[float],
    training: SampleSession,
    moment: Callable[[SampleSession], Snapshot],
    dress: ThemeChoice,
    *,
    as_seen_then: bool,
) -> None:
    """In the scene, on the time line, under the pointer there, and on the buttons."""
    whole = outlined(training)
    replayed = open_replay(qtbot, time_s, whole, Look(theme=dress))
    window = replayed.window
    replayed.show(moment(training))
    if as_seen_then:
        replayed.press(Qt.Key.Key_W)
    QTest.mouseMove(window.line, window.line.rect().center())
    replayed.show(moment(training))
    assert [] == too_faint(window, painted)
    written = {each.text for each in painted[window.line]}
    assert {"round 2", "learn your rest", "10:00"} <= written
    # A long recording is gone through while one looks at its beginning.
    replayed.outline = replace(whole, known_s=60.0, rounds=(), phases=())
    replayed.show(moment(training), speed=16.0)
    assert [] == too_faint(window, painted)
    assert replay_words.STILL_READING in {each.text for each in painted[window.line]}


def _of(*kinds: PhaseKind) -> Callable[[Outline], Outline]:
    return lambda whole: Outline(
        end_s=whole.end_s,
        phases=tuple(each for each in whole.phases if each.kind in kinds),
    )


def _traced(whole: Outline) -> Outline:
    end_s, known_s = whole.end_s, whole.known_s
    t_s, z = whole.trace_t_s, whole.trace_z
    return Outline(end_s=end_s, known_s=known_s, trace_t_s=t_s, trace_z=z)


PARTS: dict[str, Callable[[Outline], Outline]] = {
    "a rise": _of(PhaseKind.ACTIVATE),
    "a settle": _of(PhaseKind.SETTLE),
    "all else": _of(PhaseKind.ARRIVE, PhaseKind.CALIBRATE, PhaseKind.REST),
    "rounds": lambda whole: Outline(end_s=whole.end_s, rounds=whole.rounds),
    "a gap": lambda whole: Outline(
        end_s=whole.end_s, gaps=(Span(start_s=500.0, end_s=540.0),)
    ),
    "a mark": lambda whole: Outline(end_s=whole.end_s, marks=(Moment(t_s=700.0),)),
    "trace": _traced,
}


@THEMES
@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_every_shape_of_the_time_line_stands_out(
    qtbot: QtBot,
    training: SampleSession,
    theme: Theme,
    part: Callable[[Outline], Outline],
) -> None:
    """3:1 against what is there without it: read off its picture."""
    whole = outlined(training)
    line = _line(qtbot, theme)
    # Known to its end, so that nothing is written of what is still read.
    line.show_place(Outline(end_s=whole.end_s, known_s=whole.end_s), 0.0)
    without = line.grab().toImage()
    line.show_place(replace(part(whole), known_s=whole.end_s), 0.0)
    assert standing_out(without, line.grab().toImage()) >= LEAST_PIXELS


@THEMES
def test_where_a_replay_is_stands_out(qtbot: QtBot, theme: Theme) -> None:
    """3:1 against what is there when it has gone on."""
    line = _line(qtbot, theme)
    line.show_place(outline := Outline(end_s=600.0, known_s=600.0), 0.0)
    before = line.grab().toImage()
    line.show_place(outline, 300.0)
    assert standing_out(before, line.grab().toImage()) >= LEAST_PIXELS


def _line(qtbot: QtBot, theme: Theme) -> TimelineBar:
    """On the ground that its window gives it."""
    line = TimelineBar()
    qtbot.addWidget(line)
    line.setPalette(QPalette(QColor(theme.ground)))
    line.dress(theme, Measure())
    line.resize(900, line.height())
    return line


def standing_out(without: QImage, within: QImage) -> int:
    """How many pixels of two pictures differ 3:1."""
    light, dark = light_of(without), light_of(within)
    lighter, darker = np.maximum(light, dark), np.minimum(light, dark)
    return int(((lighter + 0.05) / (darker + 0.05) >= LEAST_SHAPE).sum())


def test_a_faint_text_is_found(
    qtbot: QtBot, painted: dict[QWidget, list[Written]]
) -> None:
    """The measure sees grey on grey, in a label and where it is painted."""

    class Faint(QWidget):
        @override
        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor("#808080"))
            painter.setPen(QColor("#909090"))
            painter.drawText(QRectF(0, 60, 200, 20), "painted faint")
            painter.setPen(QColor("#000000"))
            painter.drawText(QRectF(0, 90, 200, 20), "painted well")

    root = Faint()
    qtbot.addWidget(root)
    root.resize(200, 120)
    for n, (text, colour) in enumerate(
        (("faint", "#8a8a8a"), ("well", "#ffffff"), ("better", "#000000"))
    ):
        label = QLabel(text, root)
        label.setGeometry(QRect(0, 20 * n, 100, 20))
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        label.setPalette(palette)
    root.show()
    faint = " ".join(too_faint(root, painted))
    assert "'faint'" in faint
    assert "'painted faint'" in faint
    assert "painted well" not in faint
    assert "better" not in faint
