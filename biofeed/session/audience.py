"""Whoever looks on at a session: each is shown every snapshot, and none can end it."""

import logging
from collections.abc import Callable

from biofeed.session.snapshot import Snapshot

_log = logging.getLogger(__name__)


class Audience:
    """The views of one session."""

    def __init__(self) -> None:
        self._views: list[Callable[[Snapshot], None]] = []

    @property
    def is_there(self) -> bool:
        """Whether anybody looks on."""
        return bool(self._views)

    def add(self, view: Callable[[Snapshot], None]) -> None:
        """Have every snapshot from now on handed to ``view``."""
        self._views.append(view)

    def show(self, snapshot: Snapshot) -> None:
        """Hand it to all."""
        for view in self._views:
            try:
                view(snapshot)
            except Exception:  # noqa: BLE001 (a view must not end a session)
                _log.exception("a view could not take a snapshot")
