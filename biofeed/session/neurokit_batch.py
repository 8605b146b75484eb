"""NeuroKit2 for a command without an event loop: one blocking call for each rest."""

import asyncio
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from biofeed.core.beat import Beat
from biofeed.session.hrv_windows import rest_window
from biofeed.session.neurokit import NeurokitWorker
from biofeed.session.neurokit_trouble import WorkerTrouble
from biofeed.session.snapshot import HrvPanel


class BatchNeurokit:
    """A worker for the length of a ``with`` block.

    Entering starts it and returns at once, so that its import runs beside the fold.
    Must not be used where an event loop runs already.

    Examples
    --------
    ::

        with BatchNeurokit() as neurokit:
            beats = fold(recording)
            panel = neurokit.panel_of_rest(beats)
    """

    def __init__(self, worker: NeurokitWorker | None = None) -> None:
        self._worker = worker or NeurokitWorker()
        self._runner = asyncio.Runner()

    def __enter__(self) -> Self:
        """Start the worker; trouble comes to light with the first panel."""
        self._runner.run(self._worker.start())
        return self

    def panel_of_rest(self, beats: Sequence[Beat]) -> HrvPanel | WorkerTrouble:
        """Compute the panel of a rest, or of its last 300 s where it is longer.

        Parameters
        ----------
        beats
            Labelled beats of the rest alone, oldest first.

        Returns
        -------
        The panel; its ``window_s`` and ``end_s`` tell which part of the rest it is.
        """
        found = self._runner.run(self._worker.ask([rest_window(beats)]))
        return found if isinstance(found, WorkerTrouble) else found[0]

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the worker."""
        self._runner.run(self._worker.close())
        self._runner.close()
