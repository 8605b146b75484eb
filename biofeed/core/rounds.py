"""What each round of a protocol came to: what the body did, and what was felt.

Rules
-----
- A round is judged by what was seen until its end: a body that is back later was not
  back in this round.
- Without an activation the round has none to return from. It is never called calm.
- A round that was read for less than nine tenths of its time, or on an irregular signal
  in any second, is not scored: nothing measured is told of it, only what was said.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from biofeed.core.episode import Episode, Outcome
from biofeed.core.guidance import Guessed, Rated, RatingPoint, RoundEnded
from biofeed.core.phase import ActivationKind, Feedback
from biofeed.core.round_episode import Peak, activation_of
from biofeed.core.urges import Urge

LEAST_KNOWN_SHARE = 0.9
"""Of a round's seconds, those that must have been read for it to be scored: below, what
was missed may have held the return (the coverage that a window of HRV is held to)."""

_Answer = TypeVar("_Answer", Rated, Guessed)

Span = tuple[float, float]
"""From one second to another, s."""


class RoundOutcome(StrEnum):
    """How a round ended.

    ``no_activation``: no clear activation was seen. ``unscored``: too little could be
    read, or the signal was irregular. The others are as of an activation, by the end
    of the round.
    """

    SETTLED = "settled"
    UNRESOLVED = "unresolved"
    INTERRUPTED = "interrupted"
    LOST = "lost"
    NO_ACTIVATION = "no_activation"
    UNSCORED = "unscored"


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeRound:
    """One activation of a protocol and the settling after it.

    Attributes
    ----------
    number
        From 1, as in the protocol.
    activation, feedback
        How the activation came about; the most that was shown during its settling.
    activated_s, released_s, ended_s
        When the activation began, was let go, and the settling ended, s.
    at_rest
        Whether the body was at rest at the end; None where that is not known.
    known_share
        Share of its seconds in which the body could be read, 0 to 1.
    episode
        The highest activation that was seen in it, as far as it is this round's; None
        without one, and for a round that is not scored.
    left_z
        How high the activation stood as the round ended, z; None where unknown.
    outcome
        How it ended.
    felt_after_activation, felt_after_settle
        Ratings, 0 to 10; None where skipped.
    guess, guess_agrees
        What the person believed at the end of a blind settling, and whether the body
        did that; None where it was not guessed or is not known.
    urges
        Those that came within it, until it was talked of.
    paced
        Whether the breathing pacer was shown at any time while it settled.
    """

    number: int
    activation: ActivationKind
    feedback: Feedback
    activated_s: float
    released_s: float
    ended_s: float
    at_rest: bool | None
    known_share: float
    episode: Episode | None
    left_z: float | None
    outcome: RoundOutcome
    felt_after_activation: int | None
    felt_after_settle: int | None
    guess: Guessed | None
    guess_agrees: bool | None
    urges: tuple[Urge, ...]
    paced: bool

    @property
    def rise_s(self) -> float | None:
        """From the onset to the height, s; None for one that was there before."""
        if self.episode is None or self.episode.confirmed_s < self.activated_s:
            return None
        return self.episode.peak_s - self.episode.onset_s

    @property
    def settling_time_s(self) -> float | None:
        """From the turn until back at rest, where that was within the round, s."""
        has_settled = self.outcome is RoundOutcome.SETTLED
        return self.episode.settling_time_s if self.episode and has_settled else None

    @property
    def half_life_s(self) -> float | None:
        """From the turn to half of the height, where that was within the round, s."""
        episode = self.episode
        if episode is None or episode.release_s is None or episode.half_life_s is None:
            return None
        within = episode.release_s + episode.half_life_s <= self.ended_s
        return episode.half_life_s if within else None

    @property
    def came_back_share(self) -> float | None:
        """Share of the height that was gone by the end of the round, 0 to 1."""
        if self.episode is None or self.left_z is None or self.episode.peak_z <= 0.0:
            return None
        peak_z = self.episode.peak_z
        return min(1.0, max(0.0, (peak_z - self.left_z) / peak_z))


def rounds_of(
    ended: Iterable[RoundEnded],
    *,
    episodes: Sequence[Episode],
    ratings: Sequence[Rated] = (),
    guesses: Sequence[Guessed] = (),
    urges: Sequence[Urge] = (),
    paced_s: Sequence[Span] = (),
    irregular_s: Sequence[Span] = (),
    left_z: Mapping[int, float] | None = None,
    peaks: Mapping[int, Peak] | None = None,
) -> tuple[PracticeRound, ...]:
    """Bring together what is known of each round.

    Parameters
    ----------
    ended
        The rounds that are over, in order.
    episodes
        Activations, each in its latest form.
    ratings, guesses, urges
        What the person said.
    paced_s, irregular_s
        When the pacer was shown, and when the signal was irregular, s.
    left_z
        How high the activation stood as a round ended, by number, z, where seen.
    peaks
        How high it was within each, by number, where seen.
    """
    rounds = [
        _round_of(
            each,
            episode=activation_of(each, episodes, (peaks or {}).get(each.number)),
            left_z=(left_z or {}).get(each.number),
            felt={rated.point: rated.value for rated in _of(each, ratings)},
            guess=next(iter(reversed(_of(each, guesses))), None),
            urges=tuple(
                urge for urge in urges if each.activated_s <= urge.came_s <= each.t_s
            ),
            paced=_meets(paced_s, each.released_s, each.ended_s),
        )
        for each in ended
    ]
    return tuple(
        _without_measures(one)
        if one.known_share < LEAST_KNOWN_SHARE
        or _meets(irregular_s, one.activated_s, one.ended_s)
        else one
        for one in rounds
    )


def _without_measures(one: PracticeRound) -> PracticeRound:
    """Leave what was said, and nothing that was measured."""
    return replace(
        one,
        at_rest=None,
        episode=None,
        left_z=None,
        outcome=RoundOutcome.UNSCORED,
        guess_agrees=None,
    )


def _round_of(
    ended: RoundEnded,
    *,
    episode: Episode | None,
    left_z: float | None,
    felt: Mapping[RatingPoint, int],
    guess: Guessed | None,
    urges: tuple[Urge, ...],
    paced: bool,
) -> PracticeRound:
    return PracticeRound(
        number=ended.number,
        activation=ended.activation,
        feedback=ended.feedback,
        activated_s=ended.activated_s,
        released_s=ended.released_s,
        ended_s=ended.ended_s,
        at_rest=ended.at_rest,
        known_share=ended.known_share,
        episode=episode,
        left_z=left_z,
        outcome=_outcome(episode, ended.ended_s),
        felt_after_activation=felt.get(RatingPoint.AFTER_ACTIVATION),
        felt_after_settle=felt.get(RatingPoint.AFTER_SETTLE),
        guess=guess,
        guess_agrees=None if guess is None else _agrees(guess, at_rest=ended.at_rest),
        urges=urges,
        paced=paced,
    )


def _agrees(guess: Guessed, *, at_rest: bool | None) -> bool | None:
    return None if at_rest is None else guess.settled is at_rest


def _outcome(episode: Episode | None, end_s: float) -> RoundOutcome:
    """How an activation stood when its round ended."""
    if episode is None:
        return RoundOutcome.NO_ACTIVATION
    if episode.settled_s is not None and episode.settled_s <= end_s:
        return RoundOutcome.SETTLED
    by_then = episode.ended_s is not None and episode.ended_s <= end_s
    if by_then and episode.outcome is Outcome.INTERRUPTED:
        return RoundOutcome.INTERRUPTED
    if by_then and episode.outcome is Outcome.LOST:
        return RoundOutcome.LOST
    return RoundOutcome.UNRESOLVED


def _of(ended: RoundEnded, answers: Iterable[_Answer]) -> list[_Answer]:
    return [answer for answer in answers if answer.round == ended.number]


def _meets(spans: Sequence[Span], start_s: float, end_s: float) -> bool:
    return any(begun < end_s and over > start_s for begun, over in spans)
