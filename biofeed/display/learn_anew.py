"""Learning the rest anew: asked twice, since it costs three quiet minutes."""

from collections.abc import Callable

from biofeed.core.events import Action
from biofeed.display import words
from biofeed.display.foot_row import REMARK_S
from biofeed.display.reading import can_learn_anew
from biofeed.session.snapshot import SessionControl, Snapshot


class LearnAnew:
    """Turns a second press, while the first is still said, into the action.

    Parameters
    ----------
    control
        Where the action goes.
    now_s
        The display's steady clock, s.
    """

    def __init__(self, control: SessionControl, now_s: Callable[[], float]) -> None:
        self._control = control
        self._now_s = now_s
        self._asked_s = float("-inf")

    def press(self, snapshot: Snapshot | None) -> str:
        """Take a press; return what to say about it, empty where it means nothing."""
        if snapshot is None or snapshot.ended is not None:
            return ""
        if not can_learn_anew(snapshot):
            return words.LEARN_ANEW_UNDER_WAY if snapshot.calibration else ""
        now_s = self._now_s()
        if now_s - self._asked_s > REMARK_S:
            self._asked_s = now_s
            return words.LEARN_ANEW_ASKED
        self._asked_s = float("-inf")
        self._control.submit(Action.RECALIBRATE)
        return words.LEARN_ANEW_BEGUN
