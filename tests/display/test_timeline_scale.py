"""Where moments stand on a time line, and where one jumps to."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.phase import PhaseKind
from biofeed.display.timeline_scale import (
    NEAR_S,
    TimeScale,
    clock,
    is_in_gap,
    next_of,
    phase_at,
    previous_of,
)
from biofeed.session.outline import Outline, PhaseSpan, Span

LANDMARKS = st.lists(st.floats(0.0, 1e5), max_size=12)


@given(
    end_s=st.floats(1.0, 90_000.0), share=st.floats(0.0, 1.0), wide=st.floats(50, 4000)
)
def test_a_place_and_its_time_are_one(end_s: float, share: float, wide: float) -> None:
    """Pressed where a moment is drawn, the line asks for that moment."""
    start_s = 0.3 * end_s
    scale = TimeScale(left_px=12.0, width_px=wide, start_s=start_s, end_s=end_s)
    t_s = start_s + share * (end_s - start_s)
    assert abs(scale.t_s(scale.x(t_s)) - t_s) < 1e-6 * max(1.0, end_s)


def test_a_column_is_of_what_is_shown() -> None:
    """A cut from late in a day is drawn as finely as one from its beginning."""
    late = TimeScale(left_px=12.0, width_px=720.0, start_s=36_000.0, end_s=36_720.0)
    assert 1.0 == late.seconds_a_px


@given(x=st.floats(-1e6, 1e6))
def test_beyond_the_line_is_its_nearest_end(x: float) -> None:
    """A hand that leaves the line asks for no time that is not in the recording."""
    scale = TimeScale(left_px=12.0, width_px=600.0, start_s=100.0, end_s=300.0)
    assert 100.0 <= scale.t_s(x) <= 300.0


@given(end_s=st.floats(0.0, 200_000.0), apart=st.floats(20.0, 300.0))
def test_times_never_stand_on_each_other(end_s: float, apart: float) -> None:
    """From seconds to days, the times under the line keep their distance."""
    scale = TimeScale(left_px=0.0, width_px=900.0, start_s=0.0, end_s=end_s)
    places = [scale.x(t_s) for t_s in scale.ticks_s(apart)]
    assert 0.0 == places[0]
    steps = [b - a for a, b in pairwise(places)]
    longest_kept_s = 8 * 28_800.0 * apart / 900.0
    if end_s <= longest_kept_s:
        assert all(step >= apart - 1e-6 for step in steps)


@given(landmarks=LANDMARKS, t_s=st.floats(0.0, 1e5))
def test_next_is_always_further_on(landmarks: list[float], t_s: float) -> None:
    """Going on never goes back, and stands only where nothing comes."""
    goal_s = next_of(landmarks, t_s)
    later = [each for each in landmarks if each > t_s]
    assert goal_s == (min(later) if later else None)


@given(landmarks=LANDMARKS, t_s=st.floats(0.0, 1e5))
def test_previous_never_holds_one_fast(landmarks: list[float], t_s: float) -> None:
    """Pressed while it plays, going back leaves a round that has just begun."""
    goal_s = previous_of(landmarks, t_s)
    assert goal_s is None or goal_s < t_s - NEAR_S


def test_a_phase_is_found_by_its_time() -> None:
    """From its first second to the next one's; the last holds to the end."""
    phases = tuple(
        PhaseSpan(kind=kind, round=None, start_s=start_s, end_s=end_s)
        for kind, start_s, end_s in (
            (PhaseKind.CALIBRATE, 0.0, 100.0),
            (PhaseKind.SETTLE, 100.0, 160.0),
        )
    )
    outline = Outline(end_s=200.0, known_s=160.0, phases=phases)
    assert phases[0] == phase_at(outline, 99.9)
    assert phases[1] == phase_at(outline, 100.0) == phase_at(outline, 160.0)
    assert phase_at(Outline(end_s=10.0), 3.0) is None
    # What has not been read yet may be anything.
    assert phase_at(outline, 161.0) is None


def test_a_gap_has_two_ends() -> None:
    """Nothing is said to be missing where it is not."""
    gaps = (Span(start_s=10.0, end_s=20.0),)
    assert [False, True, True, False] == [
        is_in_gap(gaps, t_s) for t_s in (9.0, 10.0, 20.0, 21.0)
    ]


def test_a_second_counts_once_it_is_over() -> None:
    """The time never shows a second that has not come."""
    assert ["0:00", "0:59", "59:59", "1:00:00"] == [
        clock(t_s) for t_s in (0.99, 59.99, 3599.9, 3600.0)
    ]
