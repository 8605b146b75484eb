"""Tells each notice once, in words, when it comes."""

from biofeed.core.values import Notice
from biofeed.display import words


class NoticeTelling:
    """Remembers how many notices of a session have been told."""

    def __init__(self) -> None:
        self._told = 0

    def news(self, notices: tuple[Notice, ...]) -> str:
        """What is new since the last call, joined; empty where it has no words here."""
        new, self._told = notices[self._told :], len(notices)
        said = [
            words.NOTICES[notice.code].format(detail=notice.detail)
            for notice in new
            if notice.code in words.NOTICES
        ]
        return words.BETWEEN.join(dict.fromkeys(said))
