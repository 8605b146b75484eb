"""The beats of the last five minutes, and windows of them."""

from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.windows import KEPT_S, BeatWindows
from tests.core.making import beat, beats_of


def windows_of(final: list[Beat], tail: list[Beat] | None = None) -> BeatWindows:
    windows = BeatWindows()
    windows.add(final, tail or [])
    return windows


def test_window_holds_beats_after_its_start_up_to_its_end() -> None:
    """A beat at the start belongs to the window before, one at the end to this."""
    windows = windows_of([beat(t_s=float(t_s)) for t_s in range(1, 11)])
    assert [5.0, 6.0, 7.0, 8.0] == [b.t_s for b in windows.window(8.0, 4.0)]


def test_window_takes_doubtful_beats_as_they_stand() -> None:
    """The tail belongs to the present, whatever its labels become."""
    early = beat(t_s=3.0, label=BeatLabel.ECTOPIC)
    windows = windows_of(beats_of([1000.0, 1000.0]), [early])
    assert [1.0, 2.0, 3.0] == [b.t_s for b in windows.window(3.0, 60.0)]
    revised = beat(t_s=3.0, label=BeatLabel.EXTRA)
    windows.add([], [revised])
    assert BeatLabel.EXTRA is windows.window(3.0, 60.0)[-1].label


def test_beats_that_no_window_reaches_are_dropped() -> None:
    """Memory stands still: five minutes back from the grid point is kept."""
    windows = windows_of(beats_of([1000.0] * 1000))
    windows.forget_before(1000.0)
    assert KEPT_S == len(windows)
    assert 701.0 == windows.window(1000.0, KEPT_S)[0].t_s


def test_ectopic_share_is_of_the_beats_kept() -> None:
    """One early beat in four is a quarter, and none once it has been forgotten."""
    final = [beat(t_s=float(t_s)) for t_s in (2, 3, 4)]
    windows = windows_of([beat(t_s=1.0, label=BeatLabel.ECTOPIC), *final])
    assert 0.25 == windows.ectopic_share
    windows.forget_before(1.0 + KEPT_S)
    assert (3, 0.0) == (len(windows), windows.ectopic_share)


def test_no_beats_have_no_ectopic_share() -> None:
    """Nought, not an error."""
    assert 0.0 == BeatWindows().ectopic_share


@given(
    st.lists(st.floats(0.0, 400.0), max_size=60).map(sorted),
    st.integers(0, 60),
    st.floats(0.0, 400.0),
    st.floats(0.0, KEPT_S),
)
def test_window_is_what_a_filter_would_find(
    times_s: list[float], in_tail: int, end_s: float, length_s: float
) -> None:
    """Looking back from the newest beat finds what looking at all of them would."""
    beats = [beat(t_s=t_s) for t_s in times_s]
    cut = max(0, len(beats) - in_tail)
    windows = windows_of(beats[:cut], beats[cut:])
    windows.forget_before(end_s)
    expected = [b for b in beats if end_s - length_s < b.t_s <= end_s]
    assert expected == windows.window(end_s, length_s)
