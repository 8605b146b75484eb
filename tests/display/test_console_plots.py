"""The clinician's charts leave nothing out, and stand out for everybody."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.urges import Urge
from biofeed.display import console_words as said
from biofeed.display.colour import contrast
from biofeed.display.console_axis import (
    MOST_TICKS,
    Follow,
    Span,
    height_ticks,
    span_of,
    time_ticks,
)
from biofeed.display.console_plot import LABELS, inks
from biofeed.display.console_plots import (
    activation_plot,
    heart_rate_plot,
    tachogram_plot,
)
from biofeed.display.console_stretches import gaps, phases
from biofeed.display.sample_session import SampleSession
from biofeed.display.theme import DARK, LIGHT, Theme
from biofeed.session.snapshot import Mark
from calibration.baseline import Verdict

WHOLE = Span(start_s=0.0, end_s=700.0)


def beat(t_s: float, rr_ms: float, label: BeatLabel, *, breaks: bool = False) -> Beat:
    is_normal = label is BeatLabel.NORMAL
    return Beat(
        t_s=t_s, rr_ms=rr_ms, label=label, beats=1.0, follows=is_normal, breaks=breaks
    )


@given(
    st.lists(
        st.tuples(st.floats(200.0, 4000.0), st.sampled_from(BeatLabel)), max_size=40
    )
)
def test_every_beat_is_drawn_once_within_the_chart(
    sample: SampleSession, measured: list[tuple[float, BeatLabel]]
) -> None:
    """Whatever its label and length, a beat has its point within the chart."""
    beats = tuple(
        beat(600.0 + number, rr_ms, label)
        for number, (rr_ms, label) in enumerate(measured)
    )
    plot = tachogram_plot(replace(sample.at(640.0), beats=beats), WHOLE)
    heights = np.concatenate([dots.y for dots in plot.dots] or [np.empty(0)])
    assert len(beats) == heights.size
    assert bool(((plot.low <= heights) & (heights <= plot.high)).all())


def test_every_label_has_a_shape_and_a_word_of_its_own() -> None:
    """Colour says nothing alone: no two labels share a shape, and each has a word."""
    shapes = [shape for shape, _ in LABELS.values()]
    assert len(BeatLabel) == len(set(shapes)) == len(LABELS)
    assert set(BeatLabel) == set(said.LABELS)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_points_and_lines_stand_out_from_their_panel(theme: Theme) -> None:
    """Each ink reaches 3:1 on the panel it is drawn on (WCAG 2.2, 1.4.11)."""
    told = {ink: contrast(colour, theme.panel) for ink, colour in inks(theme).items()}
    assert [] == [ink for ink, ratio in told.items() if ratio < 3.0]


def test_a_gap_is_told_with_its_length_and_so_is_the_one_that_goes_on() -> None:
    """Silence between beats, and after the last one, is a stretch with its seconds."""
    normal = BeatLabel.NORMAL
    beats = (
        beat(10.0, 800.0, normal),
        beat(10.8, 800.0, normal),
        beat(40.8, 1000.0, normal, breaks=True),
    )
    first, last = gaps(beats, now_s=60.8)
    assert (10.8, 39.8, "gap 29 s") == (first.start_s, first.end_s, first.word)
    assert (40.8, 60.8, "gap 20 s") == (last.start_s, last.end_s, last.word)
    assert () == gaps(beats[:2], now_s=11.5)


def test_both_references_and_the_thresholds_are_there(sample: SampleSession) -> None:
    """The tracked trace is a line, the calibrated one dots; thresholds are named."""
    plot = activation_plot(sample.at(640.0), WHOLE)
    assert [True, False] == [curve.is_dotted for curve in plot.curves]
    assert all(np.isfinite(curve.y).any() for curve in plot.curves)
    assert [3.5, 1.0] == [rule.y for rule in plot.rules]


def test_a_rest_that_was_not_taken_is_no_line(sample: SampleSession) -> None:
    """Heart rate stands beside the rest that is compared with, and beside no other."""
    taken = sample.at(640.0)
    assert taken.baseline is not None
    refused = replace(taken.baseline, verdict=Verdict.REFUSED)
    not_taken = replace(taken, baseline=refused)
    assert 1 == len(heart_rate_plot(taken, WHOLE).rules)
    assert () == heart_rate_plot(not_taken, WHOLE).rules


def test_an_episode_is_told_by_its_moments(sample: SampleSession) -> None:
    """Onset, height, half-life and the return of an episode stand in the chart."""
    snapshot = sample.at(700.0)
    (episode,) = snapshot.episodes
    flags = {flag.word: flag for flag in activation_plot(snapshot, WHOLE).flags}
    assert episode.onset_s == flags[said.ROSE].t_s
    assert episode.peak_z == flags[f"{episode.peak_z:.1f}"].y
    assert any(word.startswith("½") for word in flags)
    assert any(word.startswith("settled ") for word in flags)


def test_marks_and_urges_stand_at_their_time(sample: SampleSession) -> None:
    """What was marked and what was said of urges is in the chart, in view only."""
    snapshot = replace(
        sample.at(640.0),
        marks=(Mark(t_s=500.0, text="sigh"), Mark(t_s=20.0, text="before")),
        urges=(Urge(came_s=510.0, passed_s=530.0),),
        episodes=(),
    )
    plot = activation_plot(snapshot, Span(start_s=400.0, end_s=640.0))
    told = [(flag.t_s, flag.word) for flag in plot.flags]
    assert [(500.0, "sigh"), (510.0, "urge"), (530.0, "passed")] == told


def test_a_phase_shown_in_another_way_is_one_stretch(training: SampleSession) -> None:
    """Phases lie end to end over the whole session."""
    ended = training.ended()
    found = phases(ended, Span(start_s=0.0, end_s=ended.t_s))
    assert len(ended.protocol.phases) == len(found)
    ends = [each.end_s for each in found]
    assert [each.start_s for each in found[1:]] == ends[:-1]


def test_a_trace_that_nobody_keeps_draws_nothing(sample: SampleSession) -> None:
    """An old recording without heart rate and second reference is no mistake."""
    nothing = np.empty(0)
    snapshot = replace(sample.at(640.0), trace0_z=nothing, trace_bpm=nothing)
    assert said.NO_RATE_YET == heart_rate_plot(snapshot, WHOLE).empty
    assert "" == activation_plot(snapshot, WHOLE).empty


@given(st.sampled_from(Follow), st.floats(0.0, 30_000.0))
def test_ticks_of_time_are_few_and_in_view(follow: Follow, now_s: float) -> None:
    """However long the session, there are at most seven ticks, all in view."""
    span = span_of(follow, now_s)
    ticks = time_ticks(follow, span)
    assert 1 <= len(ticks) <= MOST_TICKS + 1
    assert all(span.start_s <= tick.at <= span.end_s for tick in ticks)


@given(
    st.floats(-50.0, 2000.0),
    st.floats(0.5, 3000.0),
    st.integers(min_value=2, max_value=9),
)
def test_ticks_of_height_are_within_the_range(
    low: float, length: float, most: int
) -> None:
    """No tick is out of the range, and there are about as many as were asked for."""
    ticks = height_ticks(low, low + length, most)
    assert len(ticks) <= most + 1
    assert all(low < tick.at <= low + length for tick in ticks)


@pytest.mark.parametrize(
    ("now_s", "told"),
    [
        (30.0, ["0:20", "0:40", "1:00", "1:20", "1:40", "2:00"]),
        (610.0, ["2:00", "4:00", "6:00", "8:00", "10:00"]),
        (7300.0, ["30:00", "1:00:00", "1:30:00", "2:00:00"]),
    ],
)
def test_a_whole_session_is_told_by_its_clock(now_s: float, told: list[str]) -> None:
    """Steps under a minute are seconds, and no thirds of one; hours are hours."""
    ticks = time_ticks(Follow.WHOLE, span_of(Follow.WHOLE, now_s))
    assert told == [tick.text for tick in ticks]


def test_the_end_of_a_session_is_not_now() -> None:
    """Once it is over the right edge is its end; while it goes on it is now."""
    over = time_ticks(Follow.TEN_MIN, span_of(Follow.TEN_MIN, 900.0, is_over=True))
    going = time_ticks(Follow.TEN_MIN, span_of(Follow.TEN_MIN, 900.0))
    assert (said.THE_END, said.NOW) == (over[0].text, going[0].text)
    assert [tick.text for tick in over[1:]] == [tick.text for tick in going[1:]]
