"""Swings between activation and settling: counted once each, and none invented."""

from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.swings import HELD_S, Pendulation, SwingCounter, pendulation

LOW, HIGH = 0.0, 4.0


def counted(*levels: tuple[float | None, int]) -> SwingCounter:
    """A counter that has seen these levels, each for so many seconds."""
    counter = SwingCounter()
    t_s = 0.0
    for level, seconds in levels:
        for _ in range(seconds):
            t_s += 1.0
            counter.step(t_s, level)
    return counter


def test_six_cycles_are_six_swings_with_their_period_and_height() -> None:
    """Up and down, each held long enough, is one swing a cycle."""
    swings = counted((LOW, 20), *[(HIGH, 20), (LOW, 40)] * 6).swings
    assert 6 == len(swings)
    assert (
        Pendulation(completed=6, period_s=60.0, height_z=HIGH, ended_lower_share=0.0)
    ) == pendulation(swings)


def test_a_rise_shorter_than_it_must_be_held_is_no_swing() -> None:
    """One second less than the mark asks for, and nothing was there."""
    assert () == counted((LOW, 20), (HIGH, HELD_S - 1), (LOW, 20)).swings


def test_a_swing_counts_only_when_it_has_come_down_and_stayed() -> None:
    """What is still up, or only touched the low mark, is not complete."""
    assert () == counted((LOW, 20), (HIGH, 20)).swings
    assert () == counted((LOW, 20), (HIGH, 20), (LOW, HELD_S - 1), (HIGH, 9)).swings


def test_wavering_between_the_marks_belongs_to_neither() -> None:
    """Between the two marks a body is neither up anew nor down."""
    swings = counted((LOW, 20), *[(HIGH, 10), (1.5, 10)] * 5, (LOW, 20)).swings
    assert 1 == len(swings)


def test_unknown_seconds_freeze_a_run() -> None:
    """A hole neither completes what is held nor undoes it."""
    half = HELD_S // 2
    swings = counted(
        (LOW, 20), (HIGH, half), (None, 30), (HIGH, half), (LOW, HELD_S)
    ).swings
    assert 1 == len(swings)


def test_swings_that_end_lower_than_they_began_are_told() -> None:
    """The valley after is compared with the one before."""
    swings = counted((0.5, 20), (HIGH, 20), (0.0, 20), (HIGH, 20), (0.6, 20)).swings
    assert (0.5, 0.0) == (swings[0].began_z, swings[0].ended_z)
    assert 0.5 == pendulation(swings).ended_lower_share


def test_nothing_seen_has_no_period_and_no_height() -> None:
    """Unknown is None, not nought."""
    assert (
        Pendulation(completed=0, period_s=None, height_z=None, ended_lower_share=None)
    ) == pendulation(SwingCounter().swings)


def test_a_recording_that_begins_up_has_its_first_swing() -> None:
    """Without a valley before it, a swing is at least not said to end lower."""
    (swing,) = counted((HIGH, 20), (LOW, 20)).swings
    assert swing.began_z == swing.ended_z


@given(
    st.lists(st.one_of(st.none(), st.floats(-5.0, 9.0, allow_nan=False)), max_size=400)
)
def test_swings_never_overlap(levels: list[float | None]) -> None:
    """Each is down before the next is up, and is higher than the mark."""
    swings = counted(*((level, 1) for level in levels)).swings
    times_s = [t_s for swing in swings for t_s in (swing.up_s, swing.down_s)]
    assert sorted(times_s) == times_s
    assert all(swing.height_z > 2.0 for swing in swings)
