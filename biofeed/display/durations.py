"""Lengths of time in words, as they are read on screen."""

from biofeed.display import time_words


def clock(seconds: float) -> str:
    """Minutes and seconds, from one hour on hours before them.

    >>> clock(88.4), clock(3661.0)
    ('1:28', '1:01:01')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, past = divmod(minutes, 60)
    return f"{hours}:{past:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def span(seconds: float) -> str:
    """A length of time as it is spoken.

    >>> span(33), span(100), span(185)
    ('33 s', '1 min 40 s', '3 min 5 s')
    """
    minutes, rest = divmod(round(seconds), 60)
    if minutes == 0:
        return time_words.SECONDS.format(seconds=rest)
    if rest == 0:
        return time_words.MINUTES.format(minutes=minutes)
    return time_words.MINUTES_AND_SECONDS.format(minutes=minutes, seconds=rest)


def roughly(seconds: float) -> str:
    """A length of time that is still to come, in steps that do not tick.

    >>> roughly(7), roughly(42), roughly(130)
    ('a few seconds', 'about 40 s', 'about 2 min')
    """
    if seconds < 10:
        return time_words.A_FEW_SECONDS
    if seconds < 90:
        time = time_words.SECONDS.format(seconds=round(seconds / 10) * 10)
    else:
        time = time_words.MINUTES.format(minutes=round(seconds / 60))
    return time_words.ABOUT.format(time=time)


def age(seconds: float) -> str:
    """How old something is.

    >>> age(4.2), age(75)
    ('4 s ago', '1 min ago')
    """
    if seconds < 60:
        time = time_words.SECONDS.format(seconds=round(seconds))
    else:
        time = time_words.MINUTES.format(minutes=int(seconds // 60))
    return time_words.AGO.format(time=time)
