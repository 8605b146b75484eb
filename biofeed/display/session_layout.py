"""Where trace, pacer and overview stand, for any window and text size.

Pure: sizes in, rectangles out. The scene (trace and pacer) gets what the words leave.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

from biofeed.core.phase import Feedback
from biofeed.display.theme import Measure

MARGIN_PX = 90
PACER_PX = 196
PACER_HIGH_PX = 270
QUIET_PACER_PX = 400
STRIP_PX = 34
LEAST_SCENE_PX = 110
"""Sizes at 1440 x 900: the margin at both sides, the pacer beside the trace or instead
of it, the overview; and the least height left to the trace, px."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Trace, pacer and overview."""

    trend: QRect
    pacer: QRect
    strip: QRect


def band_name(
    size: QSize,
    measure: Measure,
    *,
    end: QPoint,
    middle: int,
    taken: Iterable[QRect],
) -> QRect | None:
    """Where the band's name stands on none of the boxes taken; None where it cannot.

    Parameters
    ----------
    size
        Of the name, px.
    end
        The lower right corner of the band, where the name belongs, px.
    middle
        Height of the horizon, above which it may stand instead, px.
    """
    held = tuple(taken)
    for floor in (end.y() - measure.px(6), middle - measure.px(4)):
        corner = QPoint(end.x() - size.width(), floor - size.height())
        box = QRect(corner, size)
        if not any(box.intersects(each) for each in held):
            return box
    return None


def stage(
    room: QRect, measure: Measure, *, feedback: Feedback, pacer_shown: bool
) -> Stage:
    """Place the scene in the room between the words and the bottom row."""
    px = measure.px
    margin = px(MARGIN_PX)
    strip_top = room.bottom() - px(STRIP_PX)
    strip = QRect(margin, strip_top, room.width() - 2 * margin, px(STRIP_PX))
    if feedback is not Feedback.FULL:
        side = min(px(QUIET_PACER_PX), room.width())
        left = (room.width() - side) // 2
        pacer = QRect(left, room.top(), side, room.height())
        return Stage(trend=room, pacer=pacer, strip=strip)
    trend = room.adjusted(0, 0, 0, -px(STRIP_PX) - px(24))
    trend.setHeight(max(trend.height(), px(LEAST_SCENE_PX)))
    wide = px(PACER_PX) if pacer_shown else 0
    left = room.right() - margin - wide
    high = min(trend.height(), px(PACER_HIGH_PX) + measure.text_px(20) - px(20))
    pacer = QRect(left, trend.top(), wide, high)
    if pacer_shown:
        trend.setRight(left - px(20))
    return Stage(trend=trend, pacer=pacer, strip=strip)
