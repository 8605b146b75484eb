"""What of a window each HRV index is given."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.beat import Beat, BeatLabel
from biofeed.session.hrv_windows import (
    HF_INDICES,
    INDICES,
    POINCARE_INDICES,
    TIME_INDICES,
    HrvWindow,
    Intervals,
    hrv_window,
    rest_window,
)

NEUROKIT_SLACK_S = 0.01
"""How far NeuroKit2 lets a time difference miss the interval, s."""


def steady(
    count: int, *, rr_ms: float = 800.0, start_s: float = 0.0
) -> tuple[Beat, ...]:
    """Equal normal beats, the first of which begins a stretch at ``start_s``."""
    return tuple(
        beat(
            start_s + (k + 1) * rr_ms / 1000.0,
            rr_ms=rr_ms,
            follows=k > 0,
            breaks=k == 0,
        )
        for k in range(count)
    )


def beat(
    t_s: float,
    *,
    rr_ms: float = 800.0,
    label: BeatLabel = BeatLabel.NORMAL,
    follows: bool = False,
    breaks: bool = False,
) -> Beat:
    return Beat(
        t_s=t_s, rr_ms=rr_ms, label=label, beats=1.0, follows=follows, breaks=breaks
    )


def window(beats: Sequence[Beat], *, window_s: int = 60) -> HrvWindow:
    return hrv_window(beats, window_s=window_s, end_s=beats[-1].t_s)


def test_clean_window_is_handed_on_as_it_is() -> None:
    """Without an artefact or a break all three readings are the same intervals."""
    made = window(steady(10))
    expected = (800.0,) * 10
    assert expected == made.normal.rr_ms
    assert expected == made.spectral.rr_ms
    assert (expected,) == made.measured
    assert pytest.approx([0.8 * k for k in range(1, 11)]) == made.normal.t_s


def test_window_ends_at_its_end_and_begins_after_its_start() -> None:
    """A beat at the very end counts, one at the very start does not."""
    made = hrv_window(steady(200, rr_ms=1000.0), window_s=60, end_s=100.0)
    assert made.beats == 60


def test_artefact_leaves_a_hole_that_no_pair_spans() -> None:
    """An ectopic beat and its pause become one hole of their own length."""
    early = beat(2.1, rr_ms=500.0, label=BeatLabel.ECTOPIC)
    pause = beat(3.2, rr_ms=1100.0, label=BeatLabel.PAUSE)
    made = window((*steady(2), early, pause, beat(4.0), beat(4.8, follows=True)))
    assert made.normal.rr_ms == (800.0, 800.0, None, 800.0, 800.0)
    assert pytest.approx((0.8, 1.6, 3.2, 4.0, 4.8)) == made.normal.t_s
    assert made.measured[0] == (800.0, 800.0, 500.0, 1100.0, 800.0, 800.0)


def test_break_without_time_still_leaves_a_hole() -> None:
    """After a resync two beats may touch; NeuroKit2 must not pair them."""
    made = window((*steady(3), *steady(3, start_s=2.4)))
    assert None in made.normal.rr_ms
    assert made.normal.rr_ms.index(None) - 1 == 2
    assert pairs(made.normal) == 4


def test_break_ends_the_stretch_of_a_spectrum_and_of_the_audit() -> None:
    """Of two stretches the longer gives the spectrum; both are audited."""
    made = window((*steady(10), *steady(20, start_s=20.0)))
    assert made.spectral.rr_ms == (800.0,) * 20
    assert [len(stretch) for stretch in made.measured] == [10, 20]


def test_break_at_an_artefact_still_ends_the_stretch() -> None:
    """A stretch may begin with an artefact; what follows it is a new one too."""
    broken = beat(9.0, rr_ms=700.0, label=BeatLabel.ECTOPIC, breaks=True)
    after = [beat(9.8 + 0.8 * k, follows=k > 0) for k in range(4)]
    made = window((*steady(10), broken, *after))
    assert made.spectral.rr_ms == (800.0,) * 10


@pytest.mark.parametrize(("hole_s", "beats"), [(2.9, 20), (3.1, 10)])
def test_spectrum_bridges_short_holes_only(hole_s: float, beats: int) -> None:
    """A hole of up to 3 s is interpolated; a longer one ends the stretch."""
    bad = beat(8.0 + hole_s, rr_ms=hole_s * 1000.0, label=BeatLabel.MISSED)
    after = [beat(8.8 + hole_s + 0.8 * k, follows=k > 0) for k in range(10)]
    made = window((*steady(10), bad, *after))
    assert beats == sum(rr is not None for rr in made.spectral.rr_ms)


@pytest.mark.parametrize(
    ("label", "rr_ms", "stretches"),
    [
        (BeatLabel.OVERLAP, 700.0, 2),
        (BeatLabel.IMPLAUSIBLE, 9000.0, 2),
        (BeatLabel.IMPLAUSIBLE, 250.0, 1),
        (BeatLabel.MISSED, 1600.0, 1),
    ],
)
def test_audit_is_cut_where_beats_are_missing(
    label: BeatLabel, rr_ms: float, stretches: int
) -> None:
    """A single missed beat is the audit's own business; a dropout is not."""
    after = [beat(20.0 + 0.8 * k, follows=k > 0) for k in range(5)]
    made = window((*steady(5), beat(19.0, rr_ms=rr_ms, label=label), *after))
    assert stretches == len(made.measured)


@pytest.mark.parametrize(
    ("window_s", "allowed"),
    [
        (60, TIME_INDICES + POINCARE_INDICES + HF_INDICES),
        (120, INDICES),
        (300, INDICES),
    ],
)
def test_window_carries_the_indices_its_length_allows(
    window_s: int, allowed: tuple[str, ...]
) -> None:
    """HF needs a minute, LF two."""
    made = window(steady(500), window_s=window_s)
    assert set(allowed) == set(made.allowed)


def test_window_that_is_not_filled_carries_no_index() -> None:
    """Four minutes less a bit are not a window of five."""
    made = window(steady(298), window_s=300)
    assert made.allowed == ()


def test_gap_in_a_window_takes_its_spectrum_but_not_its_differences() -> None:
    """A break in the middle leaves RMSSD; LF and HF are not pieced together."""
    made = window((*steady(70), *steady(70, start_s=60.0)), window_s=120)
    assert set(TIME_INDICES + POINCARE_INDICES) == set(made.allowed)


def test_beats_that_are_mostly_artefacts_carry_no_index() -> None:
    """A stretch held together by interpolation alone is no spectrum."""
    beats = [
        beat(
            0.8 * (k + 1),
            label=BeatLabel.NORMAL if k % 2 else BeatLabel.ECTOPIC,
            breaks=k == 0,
        )
        for k in range(200)
    ]
    assert window(beats, window_s=120).allowed == ()


def test_rest_longer_than_five_minutes_is_read_from_its_last_five() -> None:
    """SDNN grows with the recording, so the standard length is kept to."""
    made = rest_window(steady(1000))
    assert made.window_s == 300
    assert made.beats == 375
    assert set(INDICES) == set(made.allowed)


def test_rest_of_three_minutes_is_read_whole() -> None:
    """A shorter rest is one window."""
    made = rest_window(steady(225))
    assert made.window_s == 180
    assert made.beats == 225
    assert set(INDICES) == set(made.allowed)


def test_no_beats_make_an_empty_window() -> None:
    """Nothing in, nothing claimed."""
    assert rest_window(()).allowed == ()
    assert rest_window(()).beats == 0
    assert Intervals() == hrv_window((), window_s=60, end_s=60.0).spectral


def pairs(intervals: Intervals) -> int:
    """Count the pairs that NeuroKit2 will find successive."""
    kept = [
        (t_s, rr_ms)
        for t_s, rr_ms in zip(intervals.t_s, intervals.rr_ms, strict=True)
        if rr_ms is not None
    ]
    return sum(
        abs(after[0] - before[0] - after[1] / 1000.0) <= NEUROKIT_SLACK_S
        for before, after in pairwise(kept)
    )


@st.composite
def labelled(draw: st.DrawFn) -> tuple[Beat, ...]:
    """Beats as the core makes them: ``follows`` only from normal to normal."""
    made: list[Beat] = []
    end_s = 0.0
    for label in draw(st.lists(st.sampled_from(BeatLabel), max_size=60)):
        rr_ms = draw(st.integers(0, 2200)) * 1000.0 / 1024.0
        breaks = not made or draw(st.integers(0, 9)) == 0
        end_s += rr_ms / 1000.0 + (draw(st.floats(-0.5, 9.0)) if breaks else 0.0)
        end_s = max(end_s, made[-1].t_s if made else end_s)
        both = bool(made) and label is made[-1].label is BeatLabel.NORMAL
        made.append(
            beat(
                end_s,
                rr_ms=rr_ms,
                label=label,
                follows=both and not breaks,
                breaks=breaks,
            )
        )
    return tuple(made)


@given(labelled())
def test_pairs_are_those_of_the_core_and_no_others(beats: tuple[Beat, ...]) -> None:
    """However beats are labelled, NeuroKit2 is shown exactly the true pairs."""
    made = hrv_window(beats, window_s=10_000, end_s=9_999.0)
    true_pairs = sum(one.follows for one in beats)
    assert true_pairs == pairs(made.normal)


@given(labelled())
def test_spectral_stretch_is_one_of_the_window(beats: tuple[Beat, ...]) -> None:
    """A spectrum takes normal intervals only, as measured, and in their order."""
    made = hrv_window(beats, window_s=10_000, end_s=9_999.0)
    every = [one.rr_ms for one in beats if one.label is BeatLabel.NORMAL]
    kept = [rr_ms for rr_ms in made.spectral.rr_ms if rr_ms is not None]
    assert any(kept == every[k : k + len(kept)] for k in range(len(every) + 1))
    assert list(made.spectral.t_s) == sorted(made.spectral.t_s)
