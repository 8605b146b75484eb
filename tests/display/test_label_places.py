"""Names on the arc cover neither each other nor the curve."""

from hypothesis import given
from hypothesis import strategies as st

from biofeed.display.label_places import Box, places, stem_of

ROOM = Box(left=0.0, top=0.0, width=1000.0, height=600.0)


def test_a_free_name_stands_right_above_its_point() -> None:
    """With nothing in the way a name is centred above its point."""
    placed = places([(500.0, 300.0)], [(80.0, 40.0)], [], room=ROOM, distance=20.0)
    assert placed == [Box(left=460.0, top=240.0, width=80.0, height=40.0)]


def test_a_name_gives_way_to_the_curve() -> None:
    """Where the curve runs above a point its name moves off it."""
    curve = [(500.0 + step, 300.0 - step) for step in range(100)]
    (box,) = places([(500.0, 300.0)], [(80.0, 40.0)], curve, room=ROOM, distance=20.0)
    assert not any(box.holds(x, y) for x, y in curve)


@given(
    st.lists(
        st.tuples(st.floats(100.0, 900.0), st.floats(350.0, 550.0)),
        min_size=1,
        max_size=4,
    )
)
def test_names_never_cover_each_other(points: list[tuple[float, float]]) -> None:
    """Four names find places of their own, however close their points lie."""
    sizes = [(110.0, 40.0)] * len(points)
    placed = places(points, sizes, [], room=ROOM, distance=20.0)
    for index, box in enumerate(placed):
        assert not any(box.covers(other) for other in placed[index + 1 :])


def test_a_stem_crosses_no_other_name() -> None:
    """A name is not lifted over another one: its stem would strike that through."""
    points = [(400.0, 300.0), (460.0, 360.0)]
    placed = places(points, [(150.0, 60.0)] * 2, [], room=ROOM, distance=20.0)
    for point, box in zip(points, placed, strict=True):
        stem = stem_of(box, point)
        assert not any(stem.covers(other) for other in placed if other is not box)


@given(st.floats(0.0, 1000.0))
def test_names_stay_within_the_picture(x: float) -> None:
    """At the edge a name is moved inward."""
    (box,) = places([(x, 300.0)], [(150.0, 40.0)], [], room=ROOM, distance=20.0)
    assert box.left >= ROOM.left
    assert box.right <= ROOM.right
