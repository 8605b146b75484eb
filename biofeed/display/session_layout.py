"""Where trace, pacer and overview stand, for any window and text size.

Pure: sizes in, rectangles out. The scene (trace and pacer) gets what the words leave.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

from biofeed.display.pacer import word_room_px
from biofeed.display.theme import Measure
from biofeed.display.trend_plot import TIP_GAP_PX

MARGIN_PX = 90
PACER_PX = 196
PACER_HIGH_PX = 270
SHAPE_PX = 300
STRIP_PX = 34
LEAST_SCENE_PX = 110
"""Sizes at 1440 x 900: the margin at both sides, the pacer beside the trace, the one
shape instead of both, the overview; and the least height left to the trace, px."""

BAND_PX = 58
"""Half of the band around the horizon of the one shape, px."""

MOST_OF_ROOM = 0.6
"""The shape leaves the rest of the height free, to be somewhere in it."""

SHARE_ABOVE = 0.78
"""Of the free height is above the horizon; what is below it takes an unusual drop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Trace, pacer and overview; the one calm shape and its horizon instead of them."""

    trend: QRect
    pacer: QRect
    strip: QRect
    shape: QRect
    horizon: int


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


def full_scene(
    room: QRect, measure: Measure, *, has_pacer: bool, has_overview: bool = True
) -> Places:
    """Place trace, pacer and overview between the words and the bottom row."""
    px = measure.px
    margin = px(MARGIN_PX)
    strip_top = room.bottom() - px(STRIP_PX)
    strip = QRect(margin, strip_top, room.width() - 2 * margin, px(STRIP_PX))
    below = px(STRIP_PX) + px(24)
    if not has_overview or room.height() < px(LEAST_SCENE_PX) + below:
        # With large type and many words the trace alone has what room there is.
        below, strip = 0, QRect()
    trend = room.adjusted(0, 0, 0, -below)
    trend.setHeight(max(trend.height(), px(LEAST_SCENE_PX)))
    wide = px(PACER_PX) if has_pacer else 0
    left = room.right() - margin - wide
    high = min(trend.height(), px(PACER_HIGH_PX) + measure.text_px(20) - px(20))
    pacer = QRect(left, trend.top(), wide, high)
    # Words at the tip end a little before the trace's room does.
    trend.setRight(left - px(20) if has_pacer else left + px(TIP_GAP_PX))
    return Places(trend=trend, pacer=pacer, strip=strip, shape=QRect(), horizon=0)


def arc_scene(room: QRect, measure: Measure, *, beside_px: int) -> QRect:
    """Place the arc of a round; ``beside_px`` at its right are the band's name's."""
    margin, gap = measure.px(MARGIN_PX), measure.px(12)
    return room.adjusted(margin, 0, -margin - beside_px - gap, -2 * gap)


def quiet_scene(
    room: QRect, measure: Measure, *, place: float, usual_top: int | None = None
) -> Places:
    """Place one shape over a horizon, and the pacer where the shape is.

    Parameters
    ----------
    place
        Height over the horizon, as a share of the room there is; negative below it.
    usual_top
        Where the room begins under a sentence of usual length, px: the horizon stands
        as it does there, while a longer one leaves less room above it.
    """
    below = word_room_px(measure)
    top = room.top() if usual_top is None else min(usual_top, room.top())
    usable = max(room.bottom() + 1 - top - below, measure.px(LEAST_SCENE_PX))
    side = min(measure.px(SHAPE_PX), round(usable * MOST_OF_ROOM))
    horizon = top + round((usable - side) * SHARE_ABOVE) + side // 2
    up = horizon - side // 2 - room.top()
    if up < 0:
        horizon, up = horizon - up, 0
    top = horizon - side // 2 - round(place * up)
    shape = QRect((room.width() - side) // 2, top, side, side)
    pacer = shape.adjusted(0, 0, 0, below)
    return Places(trend=room, pacer=pacer, strip=QRect(), shape=shape, horizon=horizon)
