"""Lengths of time in words, as they are read on screen."""


def clock(seconds: float) -> str:
    """Minutes and seconds.

    >>> clock(88.4)
    '1:28'
    """
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def span(seconds: float) -> str:
    """A length of time as it is spoken.

    >>> span(33), span(100), span(185)
    ('33 s', '1 min 40 s', '3 min 5 s')
    """
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    if minutes == 0:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


def roughly(seconds: float) -> str:
    """A length of time that is still to come, in steps that do not tick.

    >>> roughly(7), roughly(42), roughly(130)
    ('a few seconds', 'about 40 s', 'about 2 min')
    """
    if seconds < 10:
        return "a few seconds"
    if seconds < 90:
        return f"about {round(seconds / 10) * 10:.0f} s"
    return f"about {round(seconds / 60):.0f} min"


def age(seconds: float) -> str:
    """How old something is.

    >>> age(4.2), age(75)
    ('4 s ago', '1 min ago')
    """
    if seconds < 60:
        return f"{seconds:.0f} s ago"
    return f"{seconds // 60:.0f} min ago"
