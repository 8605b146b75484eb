"""What a session or a recording came to, as the JSON and the CSV that are a contract.

Rules
-----
- Other programs read these layouts: a key may be added, none renamed or taken away.
- An unknown value is ``null`` here, and an empty cell in the timeline.
"""

import csv
from dataclasses import asdict
from typing import TextIO

from biofeed.core.episode import Episode
from biofeed.core.guidance import RatingPoint
from biofeed.core.trend import Trend
from biofeed.core.values import Notice, Second
from biofeed.session.practice import Practice, practice_of, practised, rated_at
from biofeed.session.round_report import (
    Json,
    activation_as_json,
    recovered_as_json,
    round_as_json,
)
from biofeed.session.snapshot import HrvPanel
from biofeed.session.tally import Tally
from calibration.baseline import Baseline

TIMELINE_COLUMNS = (
    "t_s",
    "heart_rate_bpm",
    "ln_rmssd",
    "arousal_z",
    "arousal0_z",
    "state",
    "quality",
    "slow_breathing",
)


def result_as_json(
    name: str, tally: Tally, baseline: Baseline | None, hrv: HrvPanel | None
) -> Json:
    """Lay out one recording or session.

    Parameters
    ----------
    name
        The file, as it was named, or what the heartbeats came from.
    tally, baseline
        What was found, and the rest it was read against.
    hrv
        NeuroKit2's panel of that rest; None where there is none.
    """
    return {
        "file": name,
        "duration_s": tally.duration_s,
        "beats": tally.beats,
        "coverage": tally.coverage,
        "artefact_pct": tally.artefact_pct,
        "gaps": tally.gaps,
        "baseline": None if baseline is None else baseline_as_json(baseline),
        "hrv": None if hrv is None else panel_as_json(hrv),
        "episodes": [episode_as_json(episode) for episode in tally.episodes],
        "notices": [notice_as_json(notice) for notice in tally.notices],
    }


def session_as_json(
    tally: Tally, *, protocol: str, trained_median_s: float | None = None
) -> Json:
    """Lay out the course of a session: its phases, its rounds and its measures.

    Parameters
    ----------
    tally
        What was found.
    protocol
        Name of what the session was made of.
    trained_median_s
        What a transfer probe is compared with: settling with help so far, s.
    """
    last_s = tally.second.t_s if tally.second is not None else tally.end_s
    begun_s = [phase.t_s for phase in tally.phases]
    # A phase may begin after the last whole second, and then lasts no time.
    ends_s = [*begun_s[1:], max([last_s, *begun_s])]
    return {
        "protocol": protocol,
        "exit": None if tally.exit is None else tally.exit.value,
        "phases": [
            {
                "kind": phase.kind.value,
                "start_s": phase.t_s,
                "end_s": end_s,
                "feedback": phase.feedback.value,
            }
            for phase, end_s in zip(tally.phases, ends_s, strict=False)
        ],
        "rounds": _rounds(tally),
        "ratings": {
            point.value: rated_at(tally, point)
            for point in (RatingPoint.START, RatingPoint.END)
        },
        "measures": measures_as_json(practice_of(tally)),
        "trained_settling_time_s": trained_median_s,
    }


def measures_as_json(practice: Practice) -> Json:
    """Lay out what the rounds of a session come to together."""
    return {
        "settled_with_help": practice.settled_with_help,
        "settled_without_help": practice.settled_without_help,
        "unresolved": practice.unresolved,
        "interrupted": practice.interrupted,
        "lost": practice.lost,
        "no_activation": practice.no_activation,
        "unscored": practice.unscored,
        "ln_settling_time_trend": _trend(practice.ln_settling_time),
        "peak_z_trend": _trend(practice.peak_z),
        "swings": asdict(practice.swings),
        "guesses": {
            **asdict(practice.guesses),
            "by_sureness": {
                str(sureness): asdict(found)
                for sureness, found in practice.guesses_by_sureness.items()
            },
        },
    }


def baseline_as_json(baseline: Baseline) -> Json:
    """Lay out a rest and what it was reduced to."""
    reference = baseline.reference
    heart_rate = None if reference is None else reference.heart_rate_bpm
    vagal = None if reference is None else reference.ln_rmssd
    return {
        "start_s": baseline.start_s,
        "end_s": baseline.end_s,
        "usable_s": baseline.usable_s,
        "heart_rate_bpm": None if heart_rate is None else heart_rate.centre,
        "heart_rate_scale_bpm": None if heart_rate is None else heart_rate.spread,
        "ln_rmssd": None if vagal is None else vagal.centre,
        "ln_rmssd_scale": None if vagal is None else vagal.spread,
        "verdict": baseline.verdict.value,
        "reasons": [reason.value for reason in baseline.reasons],
    }


def panel_as_json(panel: HrvPanel) -> Json:
    """Lay out NeuroKit2's numbers with the window they are of."""
    return {
        "window_s": panel.window_s,
        "end_s": panel.end_s,
        "beats": panel.beats,
        "artefacts": panel.artefacts,
        **panel.indices,
    }


def episode_as_json(episode: Episode) -> Json:
    """Lay out one activation and its return."""
    method = episode.half_life_method
    return {
        "onset_s": episode.onset_s,
        "confirmed_s": episode.confirmed_s,
        "peak_s": episode.peak_s,
        "peak_z": episode.peak_z,
        "release_s": episode.release_s,
        "settled_s": episode.settled_s,
        "ended_s": episode.ended_s,
        "outcome": _outcome(episode),
        "settling_time_s": episode.settling_time_s,
        "half_life_s": episode.half_life_s,
        "half_life_method": None if method is None else method.value,
        "recovered_pct": recovered_as_json(episode),
        "load_z_s": episode.load_z_s,
        "residual_z": episode.residual_z,
        "tags": list(episode.tags),
    }


def notice_as_json(notice: Notice) -> Json:
    """Lay out one notice."""
    return asdict(notice)


class Timeline:
    """Writes one row a grid second."""

    def __init__(self, out: TextIO) -> None:
        self._writer = csv.writer(out, lineterminator="\n")
        self._writer.writerow(TIMELINE_COLUMNS)

    def write(self, second: Second) -> None:
        """Write one grid point; what is unknown is an empty cell."""
        self._writer.writerow(
            (
                f"{second.t_s:g}",
                _cell(second.heart_rate_bpm),
                _cell(second.ln_rmssd),
                _cell(second.arousal_z),
                _cell(second.arousal0_z),
                second.state.value,
                second.quality.value,
                int(second.slow_breathing),
            )
        )


def _cell(value: float | None) -> str:
    return "" if value is None else repr(value)


def _outcome(episode: Episode) -> str | None:
    return None if episode.outcome is None else episode.outcome.value


def _rounds(tally: Tally) -> list[Json]:
    """Lay out the rounds of the protocol, or without any each activation as one."""
    rounds = practised(tally)
    if rounds:
        return [round_as_json(one) for one in rounds]
    return [activation_as_json(tally, episode) for episode in tally.episodes]


def _trend(trend: Trend | None) -> Json | None:
    return None if trend is None else asdict(trend)
