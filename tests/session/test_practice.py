"""What the rounds of a session come to together."""

from math import log

import pytest

from biofeed.core.episode import Episode, Outcome
from biofeed.core.phase import Feedback, PhaseKind
from biofeed.core.values import EpisodeChanged, PhaseChanged
from biofeed.session.practice import practice_of
from biofeed.session.tally import Tally


def round_of(
    number: int,
    outcome: Outcome,
    *,
    settling_time_s: float | None = None,
    peak_z: float = 5.0,
) -> EpisodeChanged:
    """A round that rose at 100 s times its number."""
    onset_s = 100.0 * number
    return EpisodeChanged(
        t_s=onset_s + 90.0,
        episode=Episode(
            number=number,
            onset_s=onset_s,
            confirmed_s=onset_s + 10.0,
            peak_s=onset_s + 20.0,
            peak_z=peak_z,
            outcome=outcome,
            settling_time_s=settling_time_s,
        ),
    )


def test_rounds_are_counted_by_outcome_and_by_help() -> None:
    """Settled with help, without, and what did not settle: each in its own place."""
    tally = Tally()
    tally.outputs(
        [
            PhaseChanged(t_s=0.0, kind=PhaseKind.SETTLE),
            PhaseChanged(t_s=205.0, kind=PhaseKind.SETTLE, feedback=Feedback.BLIND),
            round_of(1, Outcome.SETTLED, settling_time_s=80.0),
            round_of(2, Outcome.SETTLED, settling_time_s=60.0),
            round_of(3, Outcome.UNRESOLVED),
            round_of(4, Outcome.INTERRUPTED),
            round_of(5, Outcome.LOST),
        ]
    )
    found = practice_of(tally)
    assert (1, 1) == (found.settled_with_help, found.settled_without_help)
    assert (1, 1, 1) == (found.unresolved, found.interrupted, found.lost)


def test_the_trend_of_settling_times_is_of_those_that_settled() -> None:
    """Halved from each to the next, with an unresolved one between."""
    tally = Tally()
    tally.outputs(
        [
            round_of(1, Outcome.SETTLED, settling_time_s=160.0),
            round_of(2, Outcome.UNRESOLVED),
            round_of(3, Outcome.SETTLED, settling_time_s=40.0),
            round_of(4, Outcome.SETTLED, settling_time_s=20.0),
        ]
    )
    found = practice_of(tally).ln_settling_time
    assert found is not None
    assert 3 == found.rounds
    assert pytest.approx(-log(2.0)) == found.slope


def test_lost_rounds_say_nothing_of_heights() -> None:
    """Three rounds of which one was lost have no trend."""
    tally = Tally()
    tally.outputs(
        [
            round_of(1, Outcome.SETTLED, settling_time_s=60.0, peak_z=9.0),
            round_of(2, Outcome.LOST, peak_z=2.0),
            round_of(3, Outcome.SETTLED, settling_time_s=50.0, peak_z=7.0),
        ]
    )
    assert practice_of(tally).peak_z is None


def test_a_session_without_rounds_has_nothing_to_tell() -> None:
    """Noughts where something is counted, None where something would be measured."""
    found = practice_of(Tally())
    assert (0, 0) == (found.settled_with_help, found.unresolved)
    assert found.ln_settling_time is None
    assert found.peak_z is None
    assert found.swings.period_s is None
