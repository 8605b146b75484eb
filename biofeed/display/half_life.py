"""How long it took until half of an activation was back, in words."""

from biofeed.core.episode import Episode, HalfLifeMethod
from biofeed.display import durations, time_words, words

RESOLUTION_S = 20.0
"""Half-lives below this cannot be measured with a 30 s heart rate window, s."""


def half_life(episode: Episode) -> str:
    """Say the half-life of an activation; empty where it has none."""
    if episode.half_life_s is None:
        return ""
    if episode.half_life_s < RESOLUTION_S:
        return words.UNDER_RESOLUTION
    time = durations.span(episode.half_life_s)
    if episode.half_life_method is HalfLifeMethod.ABOUT:
        return time_words.ABOUT.format(time=time)
    return time
