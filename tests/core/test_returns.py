"""What of a return can be said at once, and what has to be waited for."""

from dataclasses import replace
from math import exp

import pytest

from biofeed.core.episode import Episode, HalfLifeMethod, Outcome
from biofeed.core.returns import PendingReturns, with_return
from biofeed.core.trace import Trace
from tests.core.making import trace_of

RELEASE_S = 1.0
SETTLED_S = 64.0
SETTLED = Episode(
    number=3,
    onset_s=0.0,
    confirmed_s=1.0,
    peak_s=1.0,
    peak_z=8.0,
    release_s=RELEASE_S,
    settled_s=SETTLED_S,
    ended_s=84.0,
    outcome=Outcome.SETTLED,
)
COMPLETE_S = RELEASE_S + 300.0 + 7.0


def way_back() -> Trace:
    return trace_of([8.0 * exp(-t_s / 30.0) for t_s in range(400)])


def test_measures_grow_with_what_was_seen() -> None:
    """At 84 s the minute is known, and five minutes are not."""
    now = with_return(way_back(), SETTLED, until_s=84.0)
    assert None is not now.recovered_pct[60]
    assert None is now.recovered_pct[300]
    later = with_return(way_back(), SETTLED, until_s=COMPLETE_S)
    assert None is not later.recovered_pct[300]
    assert HalfLifeMethod.EXPONENTIAL is later.half_life_method


def test_half_life_that_was_told_stands_until_all_is_seen() -> None:
    """On the way it is read off the curve, and another second does not change it."""
    told = {
        (each.half_life_s, each.half_life_method)
        for until_s in range(84, 240)
        for each in [with_return(way_back(), SETTLED, until_s=float(until_s))]
    }
    ((half_life_s, method),) = told
    assert HalfLifeMethod.ABOUT is method
    assert half_life_s == pytest.approx(21.0, abs=1.0)


def test_settled_episode_is_due_when_its_data_are_complete() -> None:
    """Five minutes after the turn, and 180 s after settling; once."""
    pending = PendingReturns(way_back())
    pending.add(SETTLED)
    assert [] == pending.due(COMPLETE_S - 1.0)
    (measured,) = pending.due(COMPLETE_S)
    assert None is not measured.recovered_pct[300]
    assert [] == pending.due(COMPLETE_S + 1.0)


def test_late_settling_is_waited_for_longer() -> None:
    """Settled 250 s after the turn: complete three minutes after that."""
    pending = PendingReturns(way_back())
    pending.add(replace(SETTLED, settled_s=RELEASE_S + 250.0))
    assert [] == pending.due(RELEASE_S + 429.0)
    assert 1 == len(pending.due(RELEASE_S + 430.0))


def test_next_onset_closes_what_is_pending() -> None:
    """What lies in the next activation says nothing of this return."""
    pending = PendingReturns(way_back())
    pending.add(SETTLED)
    (measured,) = pending.close(200.0)
    assert None is not measured.recovered_pct[120]
    assert None is measured.recovered_pct[300]
    assert [] == pending.close(500.0)


def test_reopened_episode_is_withdrawn() -> None:
    """Its return has not happened yet; others wait on."""
    pending = PendingReturns(way_back())
    pending.add(SETTLED)
    pending.withdraw(2)
    assert 1 == len(pending.close(84.0))
    pending.add(SETTLED)
    pending.withdraw(3)
    assert [] == pending.close(84.0)
