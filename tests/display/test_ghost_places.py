"""Names of fainter lines stand where nothing else does, or nowhere."""

from hypothesis import given
from hypothesis import strategies as st

from biofeed.display.ghost_places import ghost_places
from biofeed.display.label_places import Box

ROOM = Box(left=0.0, top=0.0, width=400.0, height=200.0)
SIZE = (40.0, 12.0)
across = st.integers(0, 40).map(lambda step: 10.0 * step)
lines = st.lists(st.floats(0.0, 200.0), min_size=41, max_size=41).map(
    lambda ys: [(10.0 * step, y) for step, y in enumerate(ys)]
)


def _placed(line: list[tuple[float, float]], taken: list[Box]) -> list[Box | None]:
    return ghost_places([line], [SIZE], taken=taken, curve=[], room=ROOM, distance=5.0)


def test_a_free_line_has_its_name_near_its_end() -> None:
    """Just above it, within the room."""
    line = [(float(x), 100.0) for x in range(0, 401, 10)]
    (box,) = _placed(line, [])
    assert box is not None
    assert box.bottom == 95.0
    assert box.right > 350.0


def test_without_a_free_place_there_is_no_name() -> None:
    """A room that is taken leaves none."""
    line = [(float(x), 100.0) for x in range(0, 401, 10)]
    assert _placed(line, [ROOM]) == [None]


@given(line=lines, left=across, top=st.floats(0.0, 180.0))
def test_a_name_covers_no_other_and_no_line(
    line: list[tuple[float, float]], left: float, top: float
) -> None:
    """Wherever the lines run and other names stand."""
    other = Box(left=left, top=top, width=60.0, height=30.0)
    (box,) = _placed(line, [other])
    if box is not None:
        assert not box.covers(other)
        assert not any(box.holds(x, y) for x, y in line)
        assert box.left >= 0.0
        assert box.right <= 400.0
