"""Lays out each round of a session as the JSON that is a contract.

Rules
-----
- A round of a protocol and an activation of open practice have the same keys for what
  was measured; what was not measured is ``null``.
"""

from collections.abc import Iterable
from typing import Any

from biofeed.core.episode import Episode
from biofeed.core.felt import differ
from biofeed.core.rounds import PracticeRound
from biofeed.core.settling import RECOVERY_AT_S
from biofeed.core.urges import Urge
from biofeed.session.practice import feedback_at
from biofeed.session.tally import Tally

Json = dict[str, Any]


def round_as_json(one: PracticeRound) -> Json:
    """Lay out one round of a protocol."""
    difference = differ(one)
    return {
        "number": one.number,
        "activation": one.activation.value,
        "start_s": one.activated_s,
        "released_s": one.released_s,
        "end_s": one.ended_s,
        "feedback": one.feedback.value,
        "pacer": one.paced,
        **_measured(one),
        "outcome": one.outcome.value,
        "at_rest": one.at_rest,
        "known_share": one.known_share,
        "ratings": {
            "after_activation": one.felt_after_activation,
            "after_settle": one.felt_after_settle,
        },
        "difference": None if difference is None else difference.value,
        "guess": _guess(one),
        "urges": urges_as_json(one.urges),
    }


def activation_as_json(tally: Tally, episode: Episode) -> Json:
    """Lay out one activation of a session without rounds, as a round of practice."""
    ended_s = episode.settled_s or episode.ended_s or tally.end_s
    return {
        "feedback": feedback_at(tally, episode.confirmed_s).value,
        "pacer": tally.was_paced(episode.release_s or episode.onset_s, ended_s),
        "rise_s": episode.peak_s - episode.onset_s,
        "peak_z": episode.peak_z,
        "settling_time_s": episode.settling_time_s,
        "half_life_s": episode.half_life_s,
        "recovered_pct": recovered_as_json(episode),
        "outcome": None if episode.outcome is None else episode.outcome.value,
        "ratings": {},
        "guess": None,
        "urges": urges_as_json(
            urge for urge in tally.urges if episode.onset_s <= urge.came_s <= ended_s
        ),
    }


def recovered_as_json(episode: Episode) -> Json:
    """Lay out the share that came back by the seconds after the turn."""
    return {str(at_s): pct for at_s, pct in episode.recovered_pct.items()}


def urges_as_json(urges: Iterable[Urge]) -> list[Json]:
    """Lay out when each urge came and passed."""
    return [
        {
            "came_s": urge.came_s,
            "passed_s": urge.passed_s,
            "duration_s": urge.duration_s,
        }
        for urge in urges
    ]


def _measured(one: PracticeRound) -> Json:
    """Lay out what was measured until the end of a round."""
    episode, share = one.episode, one.came_back_share
    if episode is None:
        return {
            "rise_s": None,
            "peak_z": None,
            "settling_time_s": None,
            "half_life_s": None,
            "recovered_pct": dict.fromkeys(map(str, RECOVERY_AT_S)),
            "came_back_pct": None,
        }
    return {
        "rise_s": one.rise_s,
        "peak_z": episode.peak_z,
        "settling_time_s": one.settling_time_s,
        "half_life_s": one.half_life_s,
        "recovered_pct": recovered_as_json(episode),
        "came_back_pct": None if share is None else 100.0 * share,
    }


def _guess(one: PracticeRound) -> Json | None:
    if one.guess is None:
        return None
    return {
        "settled": one.guess.settled,
        "sureness": one.guess.sureness,
        "agrees": one.guess_agrees,
    }
