"""Which round's arc is on screen, until the person puts it away."""

from biofeed.core.rounds import PracticeRound
from biofeed.display.round_arc import RoundArc, just_ended, round_arc
from biofeed.session.snapshot import Snapshot

Known = tuple[int, tuple[PracticeRound, ...]]


class ArcWatch:
    """Holds one picture for as long as it is of the same round."""

    def __init__(self) -> None:
        self._known: Known | None = None
        self._told: RoundArc | None = None
        self._away: int | None = None

    def told(self, snapshot: Snapshot) -> RoundArc | None:
        """Return what is looked at now: the same object until something changes."""
        past = just_ended(snapshot)
        if past is None or past.number == self._away:
            return None
        known = (past.number, snapshot.practised)
        if known != self._known:
            self._known, self._told = known, round_arc(snapshot)
        return self._told

    def put_away(self, snapshot: Snapshot) -> bool:
        """Put the picture away; return whether there was one."""
        told = self.told(snapshot)
        if told is not None:
            self._away = told.number
        return told is not None
