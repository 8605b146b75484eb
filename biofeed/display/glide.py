"""Where the end of the trace is drawn while the next second of it is on its way.

Rules
-----
- A second that came in is drawn towards, not jumped to: the trace is about a second
  behind, a little more while a replay is hurried, and never ahead of what is known.
- What lies far apart, or behind, was not lived through in between: it is there at once.

Theory
------
The end arrives when the next news is due, by the time that news have been taking. Then
it goes on without a stop, as fast as the seconds come: one a second in a session, and
sixteen in a hurried replay.
"""

LONGEST_S = 5.0
"""What is further on than this was not lived through here: it was sought, or the
computer slept; s of the session."""

USUAL_S = 1.0
"""News come once a second, and the end is never on its way for longer than that, s."""

NEWS_SHARE = 0.5
"""Weight of the newest interval in the time that news usually take."""


class Glide:
    """The drawn end of the trace, in seconds of the session."""

    def __init__(self) -> None:
        self._from_s = self._to_s = 0.0
        self._began_s = self._takes_s = 0.0
        self._news_s = USUAL_S
        self._is_anywhere = False

    def begin_anew(self) -> None:
        """Be at the next end at once: nothing leads there from here."""
        self._is_anywhere = False
        self._news_s = USUAL_S

    def head_for(self, end_s: float, now_s: float, *, at_once: bool = False) -> None:
        """Take the trace's new end; the same one again changes nothing.

        Parameters
        ----------
        end_s
            Its newest second, s of the session.
        now_s
            A steady clock, s.
        at_once
            Whether to be there now, as with reduced motion.
        """
        here_s = self.at(now_s)
        is_near = self._is_anywhere and 0.0 <= end_s - here_s <= LONGEST_S
        if at_once or not is_near:
            self._from_s = self._to_s = end_s
            self._began_s = now_s
        elif end_s != self._to_s:
            since_s = min(max(now_s - self._began_s, 0.0), USUAL_S)
            self._news_s += NEWS_SHARE * (since_s - self._news_s)
            self._from_s, self._to_s = here_s, end_s
            self._began_s, self._takes_s = now_s, self._news_s
        self._is_anywhere = True

    def at(self, now_s: float) -> float:
        """The end as it is drawn at a moment, s of the session."""
        if self._takes_s <= 0.0:
            return self._to_s
        share = min(max((now_s - self._began_s) / self._takes_s, 0.0), 1.0)
        return self._from_s + (self._to_s - self._from_s) * share

    def is_still(self, now_s: float) -> bool:
        """True when the end is where it was to go."""
        return self.at(now_s) == self._to_s
