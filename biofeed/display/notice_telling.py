"""Tells each notice once, in words, when it comes, and takes back what must go."""

from biofeed.core.values import Notice
from biofeed.display import words
from devices.plain_text import one_line

YOUNG_S = 15.0
"""What is older belongs to something that is over, s."""


class NoticeTelling:
    """Remembers which notices of a session have been told.

    By value and not by number: while a phase withholds some of them, there are fewer.
    """

    def __init__(self) -> None:
        self._told: frozenset[Notice] = frozenset()
        self._newest: tuple[Notice, ...] = ()

    def news(self, notices: tuple[Notice, ...], now_s: float) -> str:
        """What is new since the last call, joined; empty where it has no words here.

        What a phase withheld is old by the time it may be told, and is told no more.
        """
        young = [notice for notice in notices if now_s - notice.t_s <= YOUNG_S]
        new = tuple(notice for notice in young if notice not in self._told)
        self._told |= frozenset(new)
        if said := _said(new):
            self._newest = new
        return said

    def take_back(self, notices: tuple[Notice, ...]) -> tuple[str, str]:
        """Return what was told last, and what of that may still stand.

        What a phase withholds is no longer among its notices, and may have been told a
        moment before it began.
        """
        told = self._newest
        self._newest = tuple(notice for notice in told if notice in notices)
        return _said(told), _said(self._newest)


def _said(notices: tuple[Notice, ...]) -> str:
    said = [
        words.NOTICES[notice.code].format(detail=one_line(notice.detail))
        for notice in notices
        if notice.code in words.NOTICES
    ]
    return words.BETWEEN.join(dict.fromkeys(said))
