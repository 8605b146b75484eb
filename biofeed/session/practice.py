"""What the rounds of one session come to together: settled, left open, and the trend.

Rules
-----
- The rounds are those of the protocol; without one, each activation is a round.
- Rounds that were lost, not scored or without an activation are counted, and say
  nothing of a return.
- A trend needs three rounds; it is told with its interval and with what that covers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from biofeed.core.guidance import RatingPoint
from biofeed.core.phase import Feedback
from biofeed.core.rounds import PracticeRound, RoundOutcome, rounds_of
from biofeed.core.swings import Pendulation, pendulation
from biofeed.core.trend import Trend, trend
from biofeed.session.tally import Tally

FOLLOWED = (RoundOutcome.SETTLED, RoundOutcome.UNRESOLVED, RoundOutcome.INTERRUPTED)
"""Outcomes of rounds that say something of a return."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How many guesses there were that can be compared, and how many agreed."""

    guessed: int
    agreeing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """The measures of a session.

    Attributes
    ----------
    settled_with_help, settled_without_help
        Rounds that settled with any feedback, and with none.
    followed_with_help, followed_without_help
        Rounds in which an activation was followed to the end, settled or not.
    unresolved, interrupted, lost, no_activation, unscored
        Rounds that ended otherwise.
    ln_settling_time
        Trend of ln(settling time in s) over the rounds; None under three that settled.
    peak_z
        Trend of the height over the rounds, z; None under three.
    swings
        Completed swings between activation and settling.
    guesses, guesses_by_sureness
        Guesses of having settled, against what the body did; and by how sure the
        person was, 1 to 3.
    """

    settled_with_help: int
    settled_without_help: int
    followed_with_help: int
    followed_without_help: int
    unresolved: int
    interrupted: int
    lost: int
    no_activation: int
    unscored: int
    ln_settling_time: Trend | None
    peak_z: Trend | None
    swings: Pendulation
    guesses: Agreement
    guesses_by_sureness: Mapping[int, Agreement]

    @property
    def settled(self) -> int:
        """Rounds that settled, with help or without."""
        return self.settled_with_help + self.settled_without_help


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """What the measures need of one round; without an outcome it still goes on."""

    is_blind: bool
    outcome: RoundOutcome | None
    settling_time_s: float | None
    peak_z: float | None


def practised(tally: Tally) -> tuple[PracticeRound, ...]:
    """What each round of the protocol came to; none without a protocol."""
    return rounds_of(
        tally.rounds,
        episodes=tally.episodes,
        ratings=tally.ratings,
        guesses=tally.guesses,
        urges=tally.urges,
        paced_s=tally.paced_s,
        irregular_s=tally.irregular_s,
        left_z=tally.left_z,
        peaks=tally.peaks,
    )


def practice_of(tally: Tally) -> Practice:
    """Sum up the rounds of a session."""
    rounds = practised(tally)
    rows = _rows_of_rounds(rounds) if rounds else _rows_of_episodes(tally)
    settled = [row for row in rows if row.outcome is RoundOutcome.SETTLED]
    ln_times = [
        (number, log(row.settling_time_s))
        for number, row in enumerate(rows, start=1)
        if row.outcome is RoundOutcome.SETTLED
        and row.settling_time_s is not None
        and row.settling_time_s > 0
    ]
    heights = [
        (number, row.peak_z)
        for number, row in enumerate(rows, start=1)
        if row.peak_z is not None and row.outcome is not RoundOutcome.LOST
    ]
    followed = [row for row in rows if row.outcome in FOLLOWED]
    return Practice(
        settled_with_help=sum(not row.is_blind for row in settled),
        settled_without_help=sum(row.is_blind for row in settled),
        followed_with_help=sum(not row.is_blind for row in followed),
        followed_without_help=sum(row.is_blind for row in followed),
        unresolved=_count(rows, RoundOutcome.UNRESOLVED),
        interrupted=_count(rows, RoundOutcome.INTERRUPTED),
        lost=_count(rows, RoundOutcome.LOST),
        no_activation=_count(rows, RoundOutcome.NO_ACTIVATION),
        unscored=_count(rows, RoundOutcome.UNSCORED),
        ln_settling_time=_trend_of(ln_times),
        peak_z=_trend_of(heights),
        swings=pendulation(tally.swings),
        guesses=_agreement(rounds),
        guesses_by_sureness=_by_sureness(rounds),
    )


def feedback_at(tally: Tally, t_s: float) -> Feedback:
    """How much the person was shown at a time; all of it before the first phase."""
    begun = [phase.feedback for phase in tally.phases if phase.t_s <= t_s]
    return begun[-1] if begun else Feedback.FULL


def rated_at(tally: Tally, point: RatingPoint) -> int | None:
    """How activated the person felt at the start or at the end; None if not said."""
    values = [each.value for each in tally.ratings if each.point is point]
    return values[-1] if values else None


def _rows_of_rounds(rounds: Iterable[PracticeRound]) -> list[_Row]:
    return [
        _Row(
            is_blind=each.feedback is Feedback.BLIND,
            outcome=each.outcome,
            settling_time_s=each.settling_time_s,
            peak_z=None if each.episode is None else each.episode.peak_z,
        )
        for each in rounds
    ]


def _rows_of_episodes(tally: Tally) -> list[_Row]:
    return [
        _Row(
            is_blind=feedback_at(tally, each.confirmed_s) is Feedback.BLIND,
            outcome=None if each.outcome is None else RoundOutcome(each.outcome.value),
            settling_time_s=each.settling_time_s,
            peak_z=each.peak_z,
        )
        for each in tally.episodes
    ]


def _trend_of(numbered: Sequence[tuple[int, float]]) -> Trend | None:
    return trend([number for number, _ in numbered], [value for _, value in numbered])


def _agreement(rounds: Iterable[PracticeRound]) -> Agreement:
    agrees = [each.guess_agrees for each in rounds if each.guess_agrees is not None]
    return Agreement(guessed=len(agrees), agreeing=sum(agrees))


def _by_sureness(rounds: Sequence[PracticeRound]) -> Mapping[int, Agreement]:
    """Sort the guesses by sureness; only those that can be compared are there."""
    found = {
        sureness: _agreement(
            each for each in rounds if each.guess and each.guess.sureness == sureness
        )
        for sureness in sorted({each.guess.sureness for each in rounds if each.guess})
    }
    return {sureness: each for sureness, each in found.items() if each.guessed}


def _count(rows: Iterable[_Row], outcome: RoundOutcome) -> int:
    return sum(row.outcome is outcome for row in rows)
