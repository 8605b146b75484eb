"""Times and lengths of time in words, as a terminal tells them."""

from biofeed.core.episode import HalfLifeMethod

SHORTEST_HALF_LIFE_S = 20.0
"""A 30 s window cannot show a faster return, s."""


def minutes(t_s: float) -> str:
    """Time as m:ss, or h:mm:ss.

    >>> minutes(83.6), minutes(3725.0)
    ('1:24', '1:02:05')
    """
    hours, rest = divmod(round(t_s), 3600)
    mins, secs = divmod(rest, 60)
    return f"{hours}:{mins:02d}:{secs:02d}" if hours else f"{mins}:{secs:02d}"


def half_life(half_life_s: float, method: HalfLifeMethod | None) -> str:
    """A half-life, as exactly as it is known.

    >>> half_life(83.0, HalfLifeMethod.ABOUT)
    'about 83 s'
    """
    if half_life_s < SHORTEST_HALF_LIFE_S:
        return "less than 20 s"
    about = "about " if method is HalfLifeMethod.ABOUT else ""
    return f"{about}{half_life_s:.0f} s"
