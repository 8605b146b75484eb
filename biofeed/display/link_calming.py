"""Lets no strap that comes and goes make a window flash.

A radio at the edge of its reach may change its state ten times a second, and with it
the largest words on screen. A loss is still shown at once.
"""

from dataclasses import replace

from biofeed.display.bridge import Received
from biofeed.display.steady import Dwelling
from devices.source import LinkChanged


class LinkCalming:
    """Gives each state of the link its moment on screen."""

    def __init__(self) -> None:
        self._link = Dwelling[LinkChanged | None](None)
        self._taken: Received | None = None
        self._calmed: Received | None = None

    def calm(self, taken: Received | None, now_s: float) -> Received | None:
        """Return what was taken, with the link as it is to be shown now.

        Parameters
        ----------
        taken
            The newest snapshot, and when it arrived; None before the first.
        now_s
            The display's steady clock, s.

        Returns
        -------
        The same object for as long as the same is to be shown: it is drawn but once.
        """
        if taken is None:
            return None
        link = self._link.show(taken.snapshot.link, now_s)
        if taken is not self._taken or self._shown_link != link:
            self._taken = self._calmed = taken
            if link != taken.snapshot.link:
                calmed = replace(taken.snapshot, link=link)
                self._calmed = replace(taken, snapshot=calmed)
        return self._calmed

    @property
    def _shown_link(self) -> LinkChanged | None:
        return None if self._calmed is None else self._calmed.snapshot.link
