"""The arc says what was seen, and no more."""

from dataclasses import replace

import numpy as np
import pytest

from biofeed.core.episode import Episode, HalfLifeMethod, Outcome
from biofeed.display import durations, words
from biofeed.display.arc import NOTHING_SEEN, summary
from biofeed.display.sample_session import SampleSession
from biofeed.session.snapshot import Snapshot


def _with(snapshot: Snapshot, *episodes: Episode) -> Snapshot:
    return replace(snapshot, episodes=episodes)


@pytest.fixture
def ended(sample: SampleSession) -> Snapshot:
    return sample.ended()


@pytest.fixture
def episode(ended: Snapshot) -> Episode:
    """The first activation of the sample: it settled."""
    first = ended.episodes[0]
    assert first.outcome is Outcome.SETTLED
    return first


def test_moments_stand_in_order_and_on_the_line(
    ended: Snapshot, episode: Episode
) -> None:
    """Rose, turned, halfway, back: each at its time, each on the trace."""
    arc = summary(_with(ended, episode)).arc
    assert arc is not None
    names = [moment.name for moment in arc.moments]
    assert names == [words.ROSE, words.TURNED, words.HALFWAY, words.BACK]
    times = [moment.t_s for moment in arc.moments]
    assert times == sorted(times)
    for moment in arc.moments:
        nearest = min(range(arc.t_s.size), key=lambda i: abs(arc.t_s[i] - moment.t_s))
        assert moment.z == arc.z[nearest]


def test_a_settled_activation_says_how_long_it_took(
    ended: Snapshot, episode: Episode
) -> None:
    """The sentence is about the return."""
    said = summary(_with(ended, episode)).sentence
    assert said.head == words.ARCS[Outcome.SETTLED]
    assert episode.settling_time_s is not None
    assert durations.span(episode.settling_time_s) in said.detail


def test_nothing_is_said_where_nothing_rose(ended: Snapshot) -> None:
    """No activation is told as none, with the quiet trace and no moment named."""
    told = summary(_with(ended))
    assert told.sentence == words.NO_ARC
    assert told.arc is not None
    assert told.arc.moments == ()


def test_without_a_rest_nothing_is_compared(ended: Snapshot) -> None:
    """Where no rest was learned, that is said, and nothing is drawn."""
    unknown = np.full_like(ended.trace_z, np.nan)
    told = summary(replace(_with(ended), trace_z=unknown))
    assert told == NOTHING_SEEN


def test_an_unresolved_activation_says_what_came_back(
    ended: Snapshot, episode: Episode
) -> None:
    """The share that came back, from where it stood at the end; no words of loss."""
    unresolved = replace(
        episode,
        outcome=Outcome.UNRESOLVED,
        settled_s=None,
        settling_time_s=None,
        peak_z=8.0,
        residual_z=2.0,
    )
    said = summary(_with(ended, unresolved)).sentence
    assert said.head == words.ARCS[Outcome.UNRESOLVED]
    assert said.detail == words.SHARE_BACK.format(share=75)


def test_no_share_is_told_of_one_that_ends_soon_after_its_turn(
    ended: Snapshot, episode: Episode
) -> None:
    """What is told as left then is mostly of the height; the line shows the return."""
    assert episode.release_s is not None
    last_s = episode.release_s + 10.0
    stopped = replace(
        episode,
        outcome=Outcome.UNRESOLVED,
        settled_s=None,
        settling_time_s=None,
        ended_s=last_s,
        recovered_pct={},
        residual_z=0.97 * episode.peak_z,
    )
    said = summary(_with(ended, stopped)).sentence
    assert said.head == words.ARCS[Outcome.UNRESOLVED]
    assert said.detail == ""


def test_an_interrupted_activation_says_what_was_seen(
    ended: Snapshot, episode: Episode
) -> None:
    """Without an end to measure, the last share that was seen is told with its time."""
    interrupted = replace(
        episode,
        outcome=Outcome.INTERRUPTED,
        settled_s=None,
        residual_z=None,
        recovered_pct={30: 20.0, 60: 44.0, 120: None},
    )
    said = summary(_with(ended, interrupted)).sentence
    assert said.detail == words.SHARE_BACK_AFTER.format(share=44, time="1 min")


def test_an_activation_that_never_turned_has_no_turn(
    ended: Snapshot, episode: Episode
) -> None:
    """What was not seen is left out of the picture."""
    still_up = replace(
        episode,
        outcome=None,
        release_s=None,
        settled_s=None,
        half_life_s=None,
    )
    told = summary(_with(ended, still_up))
    assert told.sentence.head == words.ARC_STILL_UP
    assert told.arc is not None
    assert [moment.name for moment in told.arc.moments] == [words.ROSE]


@pytest.mark.parametrize(
    ("half_life_s", "method", "expected"),
    [
        (12.0, HalfLifeMethod.EXPONENTIAL, "under 20 s"),
        (33.0, HalfLifeMethod.EXPONENTIAL, "33 s"),
        (33.0, HalfLifeMethod.ABOUT, "about 33 s"),
    ],
)
def test_half_life_is_told_as_well_as_it_is_known(
    ended: Snapshot,
    episode: Episode,
    half_life_s: float,
    method: HalfLifeMethod,
    expected: str,
) -> None:
    """Below what can be resolved a bound is told; read off the curve, "about"."""
    known = replace(episode, half_life_s=half_life_s, half_life_method=method)
    arc = summary(_with(ended, known)).arc
    assert arc is not None
    facts = {moment.name: moment.fact for moment in arc.moments}
    assert facts[words.HALFWAY] == expected


def test_the_clearest_is_drawn_and_the_others_are_behind(ended: Snapshot) -> None:
    """The activation that rose furthest and turned is drawn; none is dropped."""
    told = summary(ended)
    assert told.arc is not None
    highest = max(ended.episodes, key=lambda each: each.peak_z)
    assert told.arc.number == highest.number
    assert len(told.ghosts) == len(ended.episodes) - 1


def test_movement_is_told(ended: Snapshot, episode: Episode) -> None:
    """An activation that looks like movement says so."""
    moved = replace(episode, tags=("movement_like",))
    facts = summary(_with(ended, moved)).facts
    assert words.EPISODE_TAGS["movement_like"] in facts


def test_a_gap_stays_a_gap(ended: Snapshot, episode: Episode) -> None:
    """Where seconds are unknown the arc has none, and no moment is put there."""
    assert episode.release_s is not None
    z = ended.trace_z.copy()
    gap = abs(ended.trace_t_s - episode.release_s) < 8.0
    z[gap] = float("nan")
    arc = summary(replace(_with(ended, episode), trace_z=z)).arc
    assert arc is not None
    assert words.TURNED not in [moment.name for moment in arc.moments]


@pytest.mark.parametrize(
    ("outcome", "head"),
    [
        (Outcome.UNRESOLVED, words.ARC_STILL_UP),
        (Outcome.LOST, words.ARCS[Outcome.LOST]),
    ],
)
def test_no_turn_is_told_of_one_that_was_up_to_the_last(
    ended: Snapshot, episode: Episode, outcome: Outcome, head: str
) -> None:
    """The last second near the height is no turn when nothing was seen after it."""
    assert episode.release_s is not None
    last_s = episode.onset_s + 40.0
    until = ended.trace_t_s <= last_s
    rising = replace(
        episode,
        outcome=outcome,
        release_s=last_s,
        settled_s=None,
        settling_time_s=None,
        half_life_s=None,
        ended_s=last_s,
        residual_z=0.8 * episode.peak_z,
    )
    cut = replace(
        _with(ended, rising),
        t_s=last_s,
        trace_t_s=ended.trace_t_s[until],
        trace_z=ended.trace_z[until],
    )
    told = summary(cut)
    assert told.sentence.head == head
    assert told.sentence.detail == ""
    assert told.arc is not None
    assert [moment.name for moment in told.arc.moments] == [words.ROSE]
