"""Tells each notice once, in words, when it comes."""

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

    def news(self, notices: tuple[Notice, ...], now_s: float) -> str:
        """What is new since the last call, joined; empty where it has no words here.

        What a phase withheld is old by the time it may be told, and is told no more.
        """
        young = [notice for notice in notices if now_s - notice.t_s <= YOUNG_S]
        new = [notice for notice in young if notice not in self._told]
        self._told |= frozenset(new)
        said = [
            words.NOTICES[notice.code].format(detail=one_line(notice.detail))
            for notice in new
            if notice.code in words.NOTICES
        ]
        return words.BETWEEN.join(dict.fromkeys(said))
