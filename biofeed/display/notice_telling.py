"""Tells each notice once, in words, when it comes."""

from biofeed.core.values import Notice
from biofeed.display import words


class NoticeTelling:
    """Remembers which notices of a session have been told.

    By value and not by number: while a phase withholds some of them, there are fewer.
    """

    def __init__(self) -> None:
        self._told: frozenset[Notice] = frozenset()

    def news(self, notices: tuple[Notice, ...]) -> str:
        """What is new since the last call, joined; empty where it has no words here."""
        new = [notice for notice in notices if notice not in self._told]
        self._told |= frozenset(new)
        said = [
            words.NOTICES[notice.code].format(detail=notice.detail)
            for notice in new
            if notice.code in words.NOTICES
        ]
        return words.BETWEEN.join(dict.fromkeys(said))
