"""Finds the activation of a round, and leaves of it what belongs to that round.

Rules
-----
- An activation that became certain, or was highest, within the round is the round's; of
  several the highest.
- Without one, a body that was still up from before when it was let go has that one to
  come back from: nobody is told that no activation was seen while it lasted. So has one
  that was given up as unresolved, where the body is up and not at rest in the end.
- What such an activation did in another round is not told of this one.
"""

from collections.abc import Sequence
from dataclasses import replace

from biofeed.core.episode import Episode, Outcome
from biofeed.core.evidence import EpisodeRule
from biofeed.core.guidance import RoundEnded

Peak = tuple[float, float]
"""When the activation was highest, s, and how high, z."""

STILL_UP_Z = EpisodeRule().k_on_z
"""What is higher than this would be an activation of its own, had it come down, z."""


def activation_of(
    ended: RoundEnded, episodes: Sequence[Episode], peak: Peak | None = None
) -> Episode | None:
    """Find the activation of a round; None where none was seen.

    Parameters
    ----------
    ended
        The round.
    episodes
        Activations, each in its latest form.
    peak
        The height within the round; without it, that of the whole activation stands.
    """
    within = [each for each in episodes if _begins_in(ended, each)]
    going_on = [each for each in episodes if _goes_on_in(ended, each)]
    given_up = _given_up_before(ended, episodes, peak)
    found = max(
        within or going_on or given_up, key=lambda each: each.peak_z, default=None
    )
    return None if found is None else _of_this_round(ended, found, peak)


def _begins_in(ended: RoundEnded, episode: Episode) -> bool:
    became_certain = ended.activated_s <= episode.confirmed_s <= ended.ended_s
    return became_certain or ended.activated_s <= episode.peak_s <= ended.ended_s


def _goes_on_in(ended: RoundEnded, episode: Episode) -> bool:
    until_s = episode.ended_s if episode.settled_s is None else episode.settled_s
    lasts = until_s is None or until_s > ended.released_s
    return episode.confirmed_s < ended.activated_s and lasts


def _given_up_before(
    ended: RoundEnded, episodes: Sequence[Episode], peak: Peak | None
) -> list[Episode]:
    """Find the latest before a round, if it was not waited for and is not over."""
    before = [each for each in episodes if each.confirmed_s < ended.activated_s]
    is_up = peak is None or peak[1] >= STILL_UP_Z
    if ended.at_rest is not False or not is_up:
        return []
    return [each for each in before[-1:] if each.outcome is Outcome.UNRESOLVED]


def _of_this_round(ended: RoundEnded, episode: Episode, peak: Peak | None) -> Episode:
    """Take the round's own height, and no return that was counted from another."""
    is_highest_here = ended.activated_s <= episode.peak_s <= ended.ended_s
    turned_s = episode.release_s
    if is_highest_here and (turned_s is None or turned_s <= ended.ended_s):
        return episode
    if peak is not None and not is_highest_here:
        episode = replace(episode, peak_s=peak[0], peak_z=peak[1])
    return replace(
        episode,
        release_s=None,
        settling_time_s=None,
        half_life_s=None,
        half_life_method=None,
        recovered_pct=dict.fromkeys(episode.recovered_pct),
    )
