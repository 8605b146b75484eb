"""When the clinician's window draws what.

Rules
-----
- It looks often, which costs nothing, and draws soon after something came.
- What a clinician waits for (a beat, a phase, a mark, an answer) is drawn at once, but
  not right after a drawing; a second that merely went by can wait for it.
- The client's window comes first: nothing is taken here before it had time to paint the
  same, and its picture in small is taken between two drawings.

Theory
------
A strap notifies about once a second, and so does the clock, at another moment of that
second. Were each drawn at once, charts would cost twice as much; were they drawn once a
second whatever came, the clock would often be first, and the beat wait for its turn.
"""

from collections.abc import Callable, Hashable
from enum import Enum, auto

from biofeed.session.snapshot import Snapshot

LOOK_AGAIN_MS = 40
"""How often it is looked whether something came, ms."""

AFTER_CLIENT_S = 0.03
"""How long what came is left to the client's window first, s: two of its frames."""

LEAST_BETWEEN_S = 0.75
"""Between two drawings of the charts at least, s: less than between two notifications,
which come a little early or late, or each would wait for the last one's turn."""

QUIET_S = 1.25
"""Between two drawings where nothing came that is waited for, s: more than between two
notifications, or the clock would take their turn."""

MIRROR_EVERY_S = 1.0
"""Between two pictures of the client's window at least, s."""

MIRROR_AFTER_S = 0.4
"""From a drawing to the client's picture at least, s: they never wait for both."""

TELL_S = 0.5
"""How often ages are told, and what can be done, s: no state of a link that comes and
goes stays for a shorter time, or it would flash."""


class Due(Enum):
    """What to draw at a look: one at most, so that none takes long."""

    NOTHING = auto()
    CHARTS = auto()
    MIRROR = auto()


class ConsolePace:
    """Knows what was drawn when.

    Parameters
    ----------
    now_s
        The display's steady clock, s.
    """

    def __init__(self, now_s: Callable[[], float]) -> None:
        self._now_s = now_s
        self._told_s = self._mirrored_s = self._drawn_s = float("-inf")
        self._seen: Hashable = None
        self._is_new = self._is_waited_for = False

    def may_take(self, waiting_for_s: float | None) -> bool:
        """Whether to take what waits: the client had its time, or it never ends."""
        is_late = self._now_s() - self._drawn_s >= QUIET_S
        return waiting_for_s is not None and (
            waiting_for_s >= AFTER_CLIENT_S or is_late
        )

    def heed(self, snapshot: Snapshot) -> None:
        """Something came, and was taken."""
        seen = _waited_for(snapshot)
        self._is_waited_for = self._is_waited_for or seen != self._seen
        self._seen, self._is_new = seen, True

    def tells(self) -> bool:
        """Whether to tell ages now; they count as told."""
        now_s = self._now_s()
        is_due = now_s - self._told_s >= TELL_S
        if is_due:
            self._told_s = now_s
        return is_due

    def due(self) -> Due:
        """Return what to draw now; it counts as done."""
        now_s = self._now_s()
        since_s = now_s - self._drawn_s
        least_s = LEAST_BETWEEN_S if self._is_waited_for else QUIET_S
        if self._is_new and since_s >= least_s:
            self.note_drawn()
            return Due.CHARTS
        if now_s - self._mirrored_s >= MIRROR_EVERY_S and since_s >= MIRROR_AFTER_S:
            self._mirrored_s = now_s
            return Due.MIRROR
        return Due.NOTHING

    def note_drawn(self) -> None:
        """Charts are drawn now."""
        self._drawn_s = self._now_s()
        self._is_new = self._is_waited_for = False


def _waited_for(snapshot: Snapshot) -> Hashable:
    """What is drawn at once where it changes; the beats by their newest."""
    newest = snapshot.beats[-1].t_s if snapshot.beats else None
    so_far = (
        snapshot.marks,
        snapshot.notes,
        snapshot.urges,
        snapshot.notices,
        snapshot.rounds,
        snapshot.phases_done,
    )
    replay = snapshot.replay
    return (
        newest,
        *(len(each) for each in so_far),
        snapshot.phase,
        snapshot.stage,
        snapshot.ended,
        replay is not None and replay.is_playing,
    )
