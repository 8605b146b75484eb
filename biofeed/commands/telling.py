"""Tells a person, in a terminal, what a recording or a session came to."""

from collections.abc import Iterator
from math import expm1

from biofeed.commands.durations import half_life, minutes
from biofeed.commands.round_telling import tell_rounds, tell_together
from biofeed.core.departures import (
    CANNOT_FOLLOW,
    CEILING_REACHED,
    DOSE_IS_REACHED,
    NOT_BACK_YET,
    REST_NOT_LEARNED,
)
from biofeed.core.episode import Episode, Outcome
from biofeed.core.guidance import RatingPoint
from biofeed.core.heart_rate_watch import HEART_RATE_STOP
from biofeed.core.urges import Urge
from biofeed.session.practice import Practice, practice_of, practised, rated_at
from biofeed.session.snapshot import HrvPanel
from biofeed.session.tally import Tally
from calibration.baseline import Baseline, Reason, Verdict
from devices.plain_text import one_line

REASONS = {
    Reason.TOO_SHORT: "it gives fewer than 120 s with a heart rate",
    Reason.TOO_MANY_ARTEFACTS: "more than 10 % of its beats are artefacts",
    Reason.SOME_ARTEFACTS: "5 to 10 % of its beats are artefacts",
    Reason.GAP: "beats are missing for more than 5 s",
    Reason.HEART_RATE_DRIFTS: "the heart rate drifts by 3 bpm or more",
    Reason.HEART_RATE_UNSTEADY: "the heart rate is too unsteady for a rest",
    Reason.SLOW_BREATHING: "breathing was slow, which changes what rest looks like",
    Reason.IRREGULAR_RHYTHM: "the rhythm is irregular, so heart rate alone is used",
    Reason.FAR_FROM_HISTORY: "the heart rate is far from this person's usual rest",
    Reason.NO_VARIABILITY: "variability cannot be read, so heart rate alone is used",
}


def reasons_of(baseline: Baseline) -> str:
    """Say every reason against a rest, joined."""
    return "; ".join(REASONS[reason] for reason in baseline.reasons)


DEPARTURES = {
    HEART_RATE_STOP: "Stopped: the heart rate was outside what this exercise is made"
    " for.",
    REST_NOT_LEARNED: "Closed early: no rest could be learned in its time.",
    NOT_BACK_YET: "Closed early: the heart rate was not near the rest in its time.",
    DOSE_IS_REACHED: "Closed early: today's activation was used up.",
    CEILING_REACHED: "An activation reached its ceiling, and was let go.",
    CANNOT_FOLLOW: "An activation could not be followed, and was let go.",
}
"""How a session departed from its protocol, by the code of the notice."""


def tell(
    name: str, tally: Tally, baseline: Baseline | None, hrv: HrvPanel | None
) -> Iterator[str]:
    """Tell what was found, a line at a time."""
    yield (
        f"{one_line(name)}: {minutes(tally.duration_s)} with {tally.beats} beats,"
        f" {tally.artefact_pct:.1f} % artefacts, {_count(tally.gaps, 'gap')}"
    )
    for code in dict.fromkeys(notice.code for notice in tally.notices):
        if code in DEPARTURES:
            yield f"  {DEPARTURES[code]}"
    yield from _rest(baseline, hrv)
    if baseline is None or baseline.reference is None:
        return
    practice = practice_of(tally)
    rounds = practised(tally)
    if rounds:
        yield from tell_rounds(rounds)
        start, end = (
            rated_at(tally, point) for point in (RatingPoint.START, RatingPoint.END)
        )
        yield from tell_together(practice, start, end)
    else:
        yield from _activations(tally.episodes)
        yield _left_over(practice, len(tally.episodes))
    yield from _together(practice)
    yield from _urges(tally.urges)


def _rest(baseline: Baseline | None, hrv: HrvPanel | None) -> Iterator[str]:
    if baseline is None or baseline.reference is None:
        yield "  Rest: none was learned, so nothing can be told relative to it."
        return
    scale = baseline.reference.heart_rate_bpm
    variability = ""
    if hrv is not None and hrv.indices.get("HRV_RMSSD") is not None:
        variability = f", RMSSD {hrv.indices['HRV_RMSSD']:.0f} ms (NeuroKit2)"
    yield (
        f"  Rest {minutes(baseline.start_s)} to {minutes(baseline.end_s)}:"
        f" {scale.centre:.0f} bpm{variability}"
    )
    if baseline.verdict is not Verdict.ACCEPTED:
        yield f"  About this rest: {reasons_of(baseline)}."


def _activations(episodes: tuple[Episode, ...]) -> Iterator[str]:
    if not episodes:
        yield "  No clear activation seen."
    for episode in episodes:
        yield from _activation(episode)


def _activation(episode: Episode) -> Iterator[str]:
    yield (
        f"  Activation {episode.number}: rose at {minutes(episode.onset_s)},"
        f" up to {episode.peak_z:.1f} times your resting spread"
        f" at {minutes(episode.peak_s)}"
    )
    turned = (
        "" if episode.release_s is None else f"turned at {minutes(episode.release_s)}, "
    )
    yield f"    {turned}{_ending(episode)}"
    if episode.half_life_s is not None:
        half = half_life(episode.half_life_s, episode.half_life_method)
        yield f"    halfway back in {half}"
    back = [
        f"{min(pct, 100.0):.0f} % after {at_s} s"
        for at_s, pct in episode.recovered_pct.items()
        if pct is not None
    ]
    if back:
        yield f"    came back: {', '.join(back)}"
    if "movement_like" in episode.tags:
        yield "    rose as far or as fast as with movement"


def _ending(episode: Episode) -> str:
    match episode.outcome:
        case Outcome.SETTLED if episode.settled_s and episode.settling_time_s:
            return (
                f"back at rest at {minutes(episode.settled_s)},"
                f" {minutes(episode.settling_time_s)} after turning"
            )
        case Outcome.INTERRUPTED:
            return "and the next activation began"
        case Outcome.LOST:
            return "and could not be followed further"
        case Outcome.UNRESOLVED:
            left = episode.residual_z
            still = "" if left is None else f", {max(left, 0.0):.1f} above rest"
            return f"not back at rest by {minutes(episode.ended_s or 0.0)}{still}"
        case None:
            return "not back at rest yet"
        case _:
            return "back at rest"


def _left_over(practice: Practice, activations: int) -> str:
    return (
        f"  Settled: {practice.settled} of {activations}."
        f" Left unresolved: {practice.unresolved}."
    )


def _together(practice: Practice) -> Iterator[str]:
    """What the activations come to together, where there are enough to tell."""
    times, peaks = practice.ln_settling_time, practice.peak_z
    if times is not None:
        slope, low, high = (
            f"{100.0 * expm1(value):+.0f} %"
            for value in (times.slope, times.low, times.high)
        )
        yield (
            f"  Settling time from one to the next: {slope} ({low} to {high},"
            f" {100.0 * times.coverage_share:.0f} % interval)"
        )
    if peaks is not None:
        yield (
            f"  Height from one to the next: {peaks.slope:+.1f} times your resting"
            f" spread ({peaks.low:+.1f} to {peaks.high:+.1f},"
            f" {100.0 * peaks.coverage_share:.0f} % interval)"
        )


def _urges(urges: tuple[Urge, ...]) -> Iterator[str]:
    """When each urge came, and how long it lasted."""
    for urge in urges:
        lasted = (
            "it had not passed at the end"
            if urge.duration_s is None
            else f"it passed after {minutes(urge.duration_s)}"
        )
        yield f"  An urge came at {minutes(urge.came_s)}; {lasted}."


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
