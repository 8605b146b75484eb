"""Draws the moments of a chart, and writes what they are where there is room."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from biofeed.display.console_canvas import GROUND_PX, Canvas
from biofeed.display.console_labels import Ground, Label, label_boxes
from biofeed.display.console_plot import Flag, Plot, Rule
from biofeed.display.label_places import Box

ASIDE_PX = 8
RULE_ASIDE_PX = 6.0
"""From a moment to its word, and from a chart's edge to the name of a height, px."""


def paint_moments(canvas: Canvas, plot: Plot, *, names_phases: bool) -> None:
    """Name the heights that mean something; draw every moment, then their words.

    Parameters
    ----------
    names_phases
        Whether the words of the phases stand in this chart.
    """
    for rule in plot.rules:
        canvas.say_on_ground(_rule_place(canvas, rule), rule.word)
    span = canvas.span
    flags = [flag for flag in plot.flags if span.start_s <= flag.t_s <= span.end_s]
    for flag in flags:
        canvas.flag(flag)
    named = [flag for flag in flags if flag.word]
    # The newest first: what was long ago gives way.
    newest = sorted(named, key=lambda flag: flag.t_s, reverse=True)
    boxes = label_boxes(
        [_label(canvas, flag) for flag in newest],
        _ground(canvas, plot, flags, names_phases=names_phases),
        distance=canvas.measure.px(ASIDE_PX) - GROUND_PX,
    )
    for flag, box in zip(newest, boxes, strict=True):
        if box is not None:
            at = QPointF(box.left + GROUND_PX, box.top)
            canvas.say_on_ground(at, flag.word, canvas.theme.text)


def _label(canvas: Canvas, flag: Flag) -> Label:
    at, (wide, high) = canvas.place(flag), canvas.word_size(flag.word)
    return Label(x=at.x(), y=at.y(), width=wide, height=high)


def _rule_place(canvas: Canvas, rule: Rule) -> QPointF:
    _, high = canvas.word_size(rule.word)
    return QPointF(canvas.area.left() + RULE_ASIDE_PX, canvas.y(rule.y) - high / 2)


def _ground(
    canvas: Canvas, plot: Plot, flags: list[Flag], *, names_phases: bool
) -> Ground:
    """What the words of moments are to keep clear of."""
    taken = []
    for rule in plot.rules:
        at, (wide, high) = _rule_place(canvas, rule), canvas.word_size(rule.word)
        left = at.x() - GROUND_PX
        taken.append(Box(left=left, top=at.y(), width=wide, height=high))
    if names_phases:
        taken += [_box(canvas.name_room(each)) for each in plot.stretches]
    drawn = [curve for curve in plot.curves if not curve.is_dotted]
    t_s = np.concatenate([curve.t_s for curve in drawn] or [np.empty(0)])
    y = np.concatenate([curve.y for curve in drawn] or [np.empty(0)])
    area, span = canvas.area, canvas.span
    return Ground(
        room=_box(area),
        taken=tuple(taken),
        lines_x=tuple(canvas.x(flag.t_s) for flag in flags if flag.y is None),
        curve_x=area.left() + (t_s - span.start_s) / span.length_s * area.width(),
        curve_y=area.top()
        + (canvas.high - y) / (canvas.high - canvas.low) * area.height(),
    )


def _box(rect: QRectF) -> Box:
    return Box(
        left=rect.left(), top=rect.top(), width=rect.width(), height=rect.height()
    )
