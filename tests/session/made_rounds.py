"""A training session as its tally has it: rounds, answers, seconds."""

from collections.abc import Iterable

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.episode import Episode, HalfLifeMethod, Outcome
from biofeed.core.guidance import Guessed, Rated, RatingPoint, RoundEnded
from biofeed.core.phase import ActivationKind, Feedback
from biofeed.core.values import (
    EpisodeChanged,
    Quality,
    Second,
    SessionEnded,
    SessionExit,
    State,
)
from biofeed.session.tally import Tally
from calibration.baseline import Baseline, Verdict
from calibration.reference import Reference, Scale

REST = Baseline(
    start_s=60.0,
    end_s=240.0,
    usable_s=180.0,
    reference=Reference(heart_rate_bpm=Scale(centre=70.4, spread=1.5), ln_rmssd=None),
    verdict=Verdict.ACCEPTED,
)

ROUND_S = 600.0
"""From one round to the next, s."""


def round_ended(
    number: int,
    *,
    feedback: Feedback = Feedback.FULL,
    at_rest: bool | None = True,
    known_share: float = 1.0,
) -> RoundEnded:
    """A round that began 300 s into its ten minutes, and settled for 200 s."""
    from_s = (number - 1) * ROUND_S
    return RoundEnded(
        t_s=from_s + 580.0,
        number=number,
        activation=ActivationKind.MOMENT,
        feedback=feedback,
        activated_s=from_s + 300.0,
        released_s=from_s + 360.0,
        ended_s=from_s + 560.0,
        at_rest=at_rest,
        known_share=known_share,
    )


def settled(
    number: int, *, settling_time_s: float = 80.0, peak_z: float = 6.0
) -> Episode:
    """Rose in the round of its number, and was back."""
    from_s = (number - 1) * ROUND_S
    return Episode(
        number=number,
        onset_s=from_s + 310.0,
        confirmed_s=from_s + 330.0,
        peak_s=from_s + 355.0,
        peak_z=peak_z,
        release_s=from_s + 365.0,
        settled_s=from_s + 365.0 + settling_time_s,
        ended_s=from_s + 385.0 + settling_time_s,
        outcome=Outcome.SETTLED,
        settling_time_s=settling_time_s,
        half_life_s=31.0,
        half_life_method=HalfLifeMethod.ABOUT,
        recovered_pct={30: 48.0, 60: 83.0, 120: 104.0, 300: None},
    )


def unsettled(number: int, *, peak_z: float = 5.0) -> Episode:
    """Rose in the round of its number, and was not back when the session ended."""
    from_s = (number - 1) * ROUND_S
    return Episode(
        number=number,
        onset_s=from_s + 310.0,
        confirmed_s=from_s + 330.0,
        peak_s=from_s + 350.0,
        peak_z=peak_z,
        release_s=from_s + 365.0,
        ended_s=from_s + 900.0,
        outcome=Outcome.UNRESOLVED,
        recovered_pct={30: 20.0, 60: 30.0, 120: 55.0, 300: None},
    )


def second(
    t_s: float, smoothed_z: float | None, *, heart_rate_only: bool = False
) -> Second:
    """A grid point of this activation."""
    return Second(
        t_s=t_s,
        state=State.ABOVE_REST,
        why_unknown=None,
        heart_rate_bpm=75.0,
        ln_rmssd=None,
        arousal_z=smoothed_z,
        arousal0_z=smoothed_z,
        smoothed_z=smoothed_z,
        quality=Quality.GOOD,
        accepted_share=1.0,
        beat_age_s=0.5,
        slow_breathing=False,
        irregular_rhythm=False,
        movement_like=False,
        heart_rate_only=heart_rate_only,
        contact=None,
    )


def seconds_and_beats(
    from_s: float, labels: Iterable[BeatLabel], *, heart_rate_only: bool = False
) -> Iterable[Beat | Second]:
    """One beat a second, each with the grid point after it."""
    for index, label in enumerate(labels):
        t_s = from_s + index
        yield Beat(
            t_s=t_s, rr_ms=1000.0, label=label, beats=1.0, follows=False, breaks=False
        )
        yield second(t_s, 0.0, heart_rate_only=heart_rate_only)


def rated(number: int, risen: int | None, after: int | None) -> Iterable[Rated]:
    """What was felt of a round; None was skipped."""
    for point, value in (
        (RatingPoint.AFTER_ACTIVATION, risen),
        (RatingPoint.AFTER_SETTLE, after),
    ):
        if value is not None:
            yield Rated(t_s=0.0, point=point, value=value, round=number)


def guessed(number: int, *, settled: bool, sureness: int = 2) -> Guessed:
    """What was believed of a round."""
    return Guessed(t_s=0.0, round=number, settled=settled, sureness=sureness)


def trained() -> Tally:
    """Full and sparse rounds that settled, and a blind one that did not.

    Half of the last activation was left at the end of its round, and the person
    believed to have settled.
    """
    tally = Tally()
    tally.outputs(
        [
            Rated(t_s=50.0, point=RatingPoint.START, value=5),
            EpisodeChanged(t_s=470.0, episode=settled(1)),
            *rated(1, 6, 2),
            round_ended(1),
            EpisodeChanged(t_s=1050.0, episode=settled(2, settling_time_s=60.0)),
            *rated(2, 4, 4),
            round_ended(2, feedback=Feedback.SPARSE),
            EpisodeChanged(t_s=1700.0, episode=unsettled(3)),
            *(second(1600.0 + index, 2.0) for index in range(160)),
            *(second(1760.0 + index, 9.0) for index in range(20)),
            guessed(3, settled=True, sureness=3),
            *rated(3, None, 1),
            round_ended(3, feedback=Feedback.BLIND, at_rest=False),
            Rated(t_s=1850.0, point=RatingPoint.END, value=3),
            SessionEnded(t_s=1900.0, exit=SessionExit.COMPLETED),
        ]
    )
    return tally
