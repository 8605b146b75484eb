"""Whether a pacer is on screen and at what pace; tells the session of changes."""

from biofeed.core.events import Action
from biofeed.core.steering import PACER_ON
from biofeed.display.breath import STEP_PER_MIN, Breath
from biofeed.session.snapshot import Mark, SessionControl


class PacerWish:
    """What the person wants of the pacer, and what is shown of it.

    Parameters
    ----------
    control
        Told of every change of what is shown: a breath that is led is part of the
        record.
    """

    def __init__(self, control: SessionControl) -> None:
        self._control = control
        self.breath = Breath()
        self.is_wanted = True
        self.is_shown = False
        self._heeded: Mark | None = None

    def toggle(self) -> None:
        """Want it if it was not wanted, and the other way round."""
        self.is_wanted = not self.is_wanted

    def heed(self, wish: Mark | None) -> None:
        """Do what a clinician asked, once: the person may change it afterwards."""
        if wish is not None and wish != self._heeded:
            self._heeded = wish
            self.is_wanted = wish.text == PACER_ON

    def offer(self, *, is_offered: bool) -> bool:
        """Say whether a pacer belongs to what is done now; return if it is shown."""
        shown = self.is_wanted and is_offered
        if shown != self.is_shown:
            self.is_shown = shown
            self._tell()
        return shown

    def quicker(self) -> float:
        """Ask for half a breath a minute more; return the pace granted, 1/min."""
        return self._pace(STEP_PER_MIN)

    def slower(self) -> float:
        """Ask for half a breath a minute less; return the pace granted, 1/min."""
        return self._pace(-STEP_PER_MIN)

    def _pace(self, step_per_min: float) -> float:
        before = self.breath.wanted_per_min
        granted = self.breath.want(before + step_per_min)
        if self.is_shown and granted != before:
            self._tell()
        return granted

    def _tell(self) -> None:
        action = Action.PACER_SHOWN if self.is_shown else Action.PACER_HIDDEN
        self._control.submit(action, value=self.breath.wanted_per_min)
