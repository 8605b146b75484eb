"""What the person's window draws from: the newest snapshot, as it may be seen."""

from biofeed.display.bridge import Bridge, Received
from biofeed.display.client_view import client_view
from biofeed.display.link_calming import LinkCalming
from biofeed.session.snapshot import Snapshot


class ClientFeed:
    """Takes what is newest, and keeps the whole of it apart from the view.

    Parameters
    ----------
    bridge
        Where snapshots come from.

    Attributes
    ----------
    whole
        The newest as it came: for the end alone, when all of it may be seen.
    received
        What is drawn: the view of it, with a link that does not flash.
    """

    def __init__(self, bridge: Bridge) -> None:
        self.whole: Snapshot | None = None
        self.received: Received | None = None
        self._bridge = bridge
        self._taken: Received | None = None
        self._calming = LinkCalming()

    @property
    def snapshot(self) -> Snapshot | None:
        """The view that is drawn; None before the first."""
        return self.received.snapshot if self.received else None

    def take(self) -> Snapshot | None:
        """Take what is newest, and return its view; None where nothing is new."""
        newest = self._bridge.take()
        if newest is None:
            return None
        self.whole = newest.snapshot
        view = client_view(newest.snapshot)
        self._taken = Received(snapshot=view, received_s=newest.received_s)
        return view

    def look(self) -> Received | None:
        """Return what is to be drawn as of now."""
        self.received = self._calming.calm(self._taken, self._bridge.now_s())
        return self.received
