"""Words of moments in a chart can be read: none covers another or is struck through."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.display.console_labels import Ground, Label, label_boxes
from biofeed.display.label_places import Box

ROOM = Box(left=50.0, top=20.0, width=700.0, height=200.0)
RULE = Box(left=53.0, top=120.0, width=150.0, height=17.0)

LABELS = st.builds(
    Label,
    x=st.floats(50.0, 750.0),
    y=st.floats(20.0, 220.0),
    width=st.floats(20.0, 160.0),
    height=st.just(17.0),
)


def ground(*lines_x: float, taken: tuple[Box, ...] = (RULE,)) -> Ground:
    nothing = np.empty(0)
    return Ground(
        room=ROOM, taken=taken, lines_x=lines_x, curve_x=nothing, curve_y=nothing
    )


@given(st.lists(LABELS, max_size=25))
def test_no_word_covers_another(labels: list[Label]) -> None:
    """Nor the name of a height, nor the chart's edge; whatever has no room is left."""
    found = label_boxes(labels, ground(), distance=5.0)
    placed = [box for box in found if box is not None]
    assert len(labels) == len(found)
    for number, box in enumerate(placed):
        assert not any(box.covers(other) for other in (RULE, *placed[:number]))
        assert ROOM.left <= box.left
        assert box.right <= ROOM.right
        assert ROOM.top <= box.top
        assert box.bottom <= ROOM.bottom


def test_a_word_alone_stands_right_of_its_moment() -> None:
    """Where nothing is in the way, that is where it is looked for."""
    label = Label(x=400.0, y=100.0, width=60.0, height=17.0)
    (box,) = label_boxes([label], ground(), distance=5.0)
    assert box == Box(left=405.0, top=91.5, width=60.0, height=17.0)


@pytest.mark.parametrize("apart_px", [12.0, 30.0, 55.0])
def test_marks_that_follow_each_other_are_not_struck_through(apart_px: float) -> None:
    """The line of the next mark goes through no word of the one before."""
    first, second = 400.0, 400.0 + apart_px
    labels = [
        Label(x=second, y=210.0, width=60.0, height=17.0),
        Label(x=first, y=210.0, width=60.0, height=17.0),
    ]
    found = label_boxes(labels, ground(first, second), distance=5.0)
    for box in found:
        assert box is not None
        assert not any(box.left <= x <= box.right for x in (first, second))


def test_a_word_leaves_the_curve_to_be_seen() -> None:
    """It moves up where it would hide the curve, but not far away for that."""
    label = Label(x=400.0, y=100.0, width=60.0, height=17.0)
    flat = Ground(
        room=ROOM,
        taken=(),
        lines_x=(),
        curve_x=np.arange(50.0, 750.0),
        curve_y=np.full(700, 100.0),
    )
    (box,) = label_boxes([label], flat, distance=5.0)
    assert box is not None
    assert box.bottom < 100.0
    assert box.top > 100.0 - 2 * 17.0
