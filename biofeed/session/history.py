"""Folds a session's events and outputs into the snapshot that windows draw."""

from collections import deque
from collections.abc import Iterable
from math import nan

import numpy as np

from biofeed.core.beat import Beat
from biofeed.core.events import Action, Command, Event
from biofeed.core.protocol import OPEN, TrainingProtocol
from biofeed.core.values import (
    BaselineDecided,
    CalibrationChanged,
    Notice,
    Output,
    Second,
)
from biofeed.session.practice import practised
from biofeed.session.shown_protocol import shown_protocol
from biofeed.session.snapshot import (
    Floats,
    HrvPanel,
    Mark,
    RecordingState,
    Snapshot,
)
from biofeed.session.tally import Tally
from calibration.baseline import Baseline, CalibrationProgress

BEATS_KEPT_S = 600.0
"""The longest tachogram that is drawn, s."""

FIRST_CAPACITY = 4096
"""Seconds the trace holds before it first grows: over an hour."""


class GrowingTrace:
    """A trace that is appended to, and lent out as it stands without a copy.

    What has been lent never changes: points are only added behind it, and growing
    leaves the old array to those who hold it.
    """

    def __init__(self, rows: int) -> None:
        self._points = np.empty((rows, FIRST_CAPACITY))
        self._size = 0

    def append(self, *values: float | None) -> None:
        """Add a point: a value for each row, NaN where it is not known."""
        rows, capacity = self._points.shape
        if self._size == capacity:
            grown = np.empty((rows, 2 * capacity))
            grown[:, :capacity] = self._points
            self._points = grown
        known = [nan if value is None else value for value in values]
        self._points[:, self._size] = known
        self._size += 1

    def lend(self) -> Floats:
        """All rows so far, shape (rows, n), read-only."""
        lent = self._points[:, : self._size]
        lent.flags.writeable = False
        return lent


class History:
    """Everything a window needs, always ready to be frozen.

    Attributes
    ----------
    tally
        What the session came to so far.
    recording
        Whether it is safe on disk.
    rest_beats, rest_panel
        The beats of the latest rest, and NeuroKit2's numbers for them, once there are.
    """

    def __init__(
        self, *, speed: float = 1.0, protocol: TrainingProtocol = OPEN
    ) -> None:
        self.tally = Tally()
        self._protocol = shown_protocol(protocol)
        self.recording = RecordingState.OFF
        self.rest_beats: tuple[Beat, ...] = ()
        self.rest_panel: HrvPanel | None = None
        self._speed = speed
        self._trace = GrowingTrace(rows=4)
        self._beats: deque[Beat] = deque()
        self._marks: list[Mark] = []
        self._notes: list[Mark] = []
        self._pacer_wishes: list[Mark] = []
        self._panels: dict[int, HrvPanel] = {}
        self._calibration: CalibrationProgress | None = None

    @property
    def beats(self) -> tuple[Beat, ...]:
        """Labelled beats of the last minutes, oldest first."""
        return tuple(self._beats)

    def add(self, event: Event, outputs: Iterable[Output]) -> None:
        """Take in an event and all that followed from it."""
        self.tally.event(event)
        if isinstance(event, Command):
            self._keep_words(event)
        outputs = tuple(outputs)
        self.tally.outputs(outputs)
        for output in outputs:
            match output:
                case Beat():
                    self._keep_beat(output)
                case Second():
                    self._trace.append(
                        output.t_s,
                        output.smoothed_z,
                        output.arousal0_z,
                        output.heart_rate_bpm,
                    )
                case CalibrationChanged():
                    self._calibration = output.progress
                case BaselineDecided():
                    self._keep_rest(output.baseline)
                case _:
                    pass

    def add_panels(self, panels: Iterable[HrvPanel], notices: Iterable[Notice]) -> None:
        """Take in NeuroKit2's newest numbers."""
        self._panels.update({panel.window_s: panel for panel in panels})
        self.tally.outputs(notices)

    def note(self, code: str, detail: str = "") -> None:
        """Take in something that the shell has to say, and not the engine."""
        t_s = 0.0 if self.tally.second is None else self.tally.second.t_s
        self.tally.notices.append(Notice(t_s=t_s, code=code, detail=detail))

    def freeze(self, t_s: float) -> Snapshot:
        """The session as it stands."""
        tally = self.tally
        trace_t_s, trace_z, trace0_z, trace_bpm = self._trace.lend()
        return Snapshot(
            t_s=t_s,
            speed=self._speed,
            second=tally.second,
            link=tally.link,
            battery_pct=tally.battery_pct,
            phase=tally.phases[-1] if tally.phases else None,
            phases_done=tuple(tally.phases[:-1]),
            calibration=self._calibration,
            baseline=tally.baseline,
            trace_t_s=trace_t_s,
            trace_z=trace_z,
            trace0_z=trace0_z,
            trace_bpm=trace_bpm,
            beats=self.beats,
            episodes=tally.episodes,
            marks=tuple(self._marks),
            notices=tuple(tally.notices),
            panels=tuple(self._panels.values()),
            recording=self.recording,
            ended=tally.exit,
            urges=tally.urges,
            protocol=self._protocol,
            stage=tally.stage,
            prompt=tally.prompt,
            question=tally.question,
            ratings=tuple(tally.ratings),
            guesses=tuple(tally.guesses),
            rounds=tuple(tally.rounds),
            practised=practised(tally),
            notes=tuple(self._notes),
            pacer_wish=self._pacer_wishes[-1] if self._pacer_wishes else None,
            is_paced=tally.is_paced,
            pace_per_min=tally.pace_per_min,
        )

    def _keep_words(self, command: Command) -> None:
        kept = {
            Action.MARK: self._marks,
            Action.NOTE: self._notes,
            Action.PACER: self._pacer_wishes,
        }
        if command.action in kept:
            mark = Mark(t_s=command.t_s, text=command.text, role=command.role)
            kept[command.action].append(mark)

    def _keep_rest(self, baseline: Baseline) -> None:
        start_s, end_s = baseline.start_s, baseline.end_s
        self.rest_beats = tuple(b for b in self._beats if start_s < b.t_s <= end_s)
        self.rest_panel = None

    def _keep_beat(self, beat: Beat) -> None:
        self._beats.append(beat)
        while self._beats[0].t_s < beat.t_s - BEATS_KEPT_S:
            self._beats.popleft()
