"""What the rounds of one session come to together: settled, left open, and the trend.

Rules
-----
- Lost activations are counted and say nothing of a return.
- A trend needs three rounds; it is told with its interval and with what that covers.
"""

from dataclasses import dataclass
from math import log

from biofeed.core.episode import Episode, Outcome
from biofeed.core.phase import Feedback
from biofeed.core.swings import Pendulation, pendulation
from biofeed.core.trend import Trend, trend
from biofeed.session.tally import Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """The measures of a session.

    Attributes
    ----------
    settled_with_help, settled_without_help
        Rounds that settled with any feedback, and with none.
    unresolved, interrupted, lost
        Rounds that ended otherwise.
    ln_settling_time
        Trend of ln(settling time in s) over the rounds; None under three that settled.
    peak_z
        Trend of the height over the rounds, z; None under three.
    swings
        Completed swings between activation and settling.
    """

    settled_with_help: int
    settled_without_help: int
    unresolved: int
    interrupted: int
    lost: int
    ln_settling_time: Trend | None
    peak_z: Trend | None
    swings: Pendulation

    @property
    def settled(self) -> int:
        """Rounds that settled, with help or without."""
        return self.settled_with_help + self.settled_without_help


def practice_of(tally: Tally) -> Practice:
    """Sum up the rounds of a session."""
    rounds = tally.episodes
    settled = [each for each in rounds if each.outcome is Outcome.SETTLED]
    blind = sum(
        feedback_at(tally, each.confirmed_s) is Feedback.BLIND for each in settled
    )
    timed = [(each.number, each.settling_time_s) for each in settled]
    ln_times = [
        (number, log(time_s))
        for number, time_s in timed
        if time_s is not None and time_s > 0
    ]
    seen = [each for each in rounds if each.outcome is not Outcome.LOST]
    return Practice(
        settled_with_help=len(settled) - blind,
        settled_without_help=blind,
        unresolved=_count(rounds, Outcome.UNRESOLVED),
        interrupted=_count(rounds, Outcome.INTERRUPTED),
        lost=_count(rounds, Outcome.LOST),
        ln_settling_time=trend(
            [number for number, _ in ln_times], [value for _, value in ln_times]
        ),
        peak_z=trend([each.number for each in seen], [each.peak_z for each in seen]),
        swings=pendulation(tally.swings),
    )


def feedback_at(tally: Tally, t_s: float) -> Feedback:
    """How much the person was shown at a time; all of it before the first phase."""
    begun = [phase.feedback for phase in tally.phases if phase.t_s <= t_s]
    return begun[-1] if begun else Feedback.FULL


def _count(rounds: tuple[Episode, ...], outcome: Outcome) -> int:
    return sum(each.outcome is outcome for each in rounds)
