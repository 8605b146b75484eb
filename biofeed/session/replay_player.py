"""A replay that can be steered: paused, hurried, and put at any moment.

Rules
-----
- To be at a moment is to have folded every event up to it, and none after it: however
  one came there, what follows is what a replay from the start would say.
- At its end it stands, and can be put back; it is over when somebody stops it.
- Of all that people do, only STOP counts: the rest has been done already. What is left
  then is the whole recording, wherever it was looked at.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import isfinite

from biofeed.core.events import Action, Event, Role
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Notice
from biofeed.session.audience import Audience
from biofeed.session.folding import Folding
from biofeed.session.history import History
from biofeed.session.panel_asking import Hrv, PanelAsking
from biofeed.session.reel import Reel
from biofeed.session.snapshot import HrvPanel, Replaying, Snapshot
from biofeed.session.survey import STRETCH, Survey
from devices.source import Clock

STANDS_S = 1.0
"""While it stands, what is shown is said again this often, or it would look old, s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How the recording's time runs on a clock's.

    >>> Pace(speed=2.0, from_s=100.0, since_s=7.0).at_s(8.0)
    102.0
    >>> Pace(speed=2.0, from_s=100.0, since_s=7.0).when_s(102.0)
    8.0
    """

    speed: float
    from_s: float = 0.0
    since_s: float = 0.0

    def at_s(self, clock_s: float) -> float:
        """Where the recording is when the clock says so, s."""
        return self.from_s + (clock_s - self.since_s) * self.speed

    def when_s(self, t_s: float) -> float:
        """What the clock says when the recording is there, s."""
        return self.since_s + (t_s - self.from_s) / self.speed


class ReplayPlayer:
    """One recording, played; all calls belong on the loop's own thread.

    Parameters
    ----------
    events
        What was recorded, in order.
    settings
        What its engine was told.
    clock
        Seconds as they pass.
    speed
        Session seconds a second, to begin with.
    neurokit
        The HRV panel's worker; None where nobody looks at the panel.

    Raises
    ------
    ValueError
        If the speed is not a finite number above 0.
    """

    def __init__(
        self,
        *,
        events: Iterable[Event],
        settings: EngineSettings,
        clock: Clock,
        speed: float = 1.0,
        neurokit: Hrv | None = None,
    ) -> None:
        self._reel = Reel(events)
        self._survey = Survey(self._reel, settings)
        self._place = self._survey.nearest(0).copy()
        self._clock = clock
        self._pace = Pace(speed=_possible(speed))
        self._plays = True
        self._t_s = self._reel.start_s
        self._wanted_s: float | None = None
        self._audience = Audience()
        self._neurokit = neurokit
        self._asking = (
            None
            if neurokit is None
            else PanelAsking(neurokit, self.history, self._take_panels)
        )
        self._steered = asyncio.Event()
        self._over = asyncio.Event()

    @property
    def history(self) -> History:
        """The session up to where the replay is; all of it once that is over."""
        return self._place.history

    def subscribe(self, publish: Callable[[Snapshot], None]) -> None:
        """Have every new snapshot handed to ``publish``."""
        self._audience.add(publish)

    def submit(
        self,
        action: Action,
        text: str = "",
        value: float | None = None,
        *,
        role: Role = Role.CLIENT,
    ) -> None:
        """End the replay, if that is what is asked for."""
        del text, value, role
        if action is Action.STOP:
            self._over.set()

    def pause(self) -> None:
        """Stand."""
        self._steer(plays=False)

    def play(self) -> None:
        """Go on; from the beginning where it is at its end."""
        if self._is_at_end and self._wanted_s is None:
            self._wanted_s = self._reel.start_s
        self._steer(plays=True)

    def set_speed(self, speed: float) -> None:
        """Play so many session seconds a second from now on.

        Raises
        ------
        ValueError
            If that is not a finite number above 0.
        """
        self._steer(plays=self._plays, speed=_possible(speed))

    def seek(self, t_s: float) -> None:
        """Be at a moment of the recording, or at the nearest of its ends."""
        self._wanted_s = min(max(t_s, self._reel.start_s), self._reel.end_s)
        self._steered.set()

    async def run(self) -> None:
        """Play until somebody stops it."""
        try:
            async with asyncio.TaskGroup() as tasks:
                running = [
                    tasks.create_task(self._play()),
                    tasks.create_task(self._survey.run(self._publish)),
                ]
                if self._asking is not None:
                    running.append(tasks.create_task(self._asking.run()))
                await self._over.wait()
                for task in running:
                    task.cancel()
            await self._take_all()
        finally:
            if self._neurokit is not None:
                await self._neurokit.close()

    async def _take_all(self) -> None:
        """Come to the end of the recording, keeping what NeuroKit2 said of its rest."""
        seen, end = self.history, len(self._reel)
        # Gone through once and in order: nothing is in it of how it was looked at.
        self._place = self._survey.nearest(end)
        while self._place.done < end:
            done = self._place.done
            self._place.take(self._reel.events[done : done + STRETCH])
            await asyncio.sleep(0)
        if seen.rest_beats == self.history.rest_beats:
            self.history.rest_panel = seen.rest_panel

    @property
    def _is_at_end(self) -> bool:
        return self._place.done >= len(self._reel)

    @property
    def _is_moving(self) -> bool:
        return self._plays and not self._is_at_end

    def _now_s(self) -> float:
        """Where the replay is: never behind what was shown, nor beyond what comes."""
        if not self._is_moving:
            return self._t_s
        at_s = max(self._t_s, self._pace.at_s(self._clock.now_s()))
        return min(at_s, max(self._t_s, self._reel.due_s(self._place.done)))

    def _steer(self, *, plays: bool, speed: float | None = None) -> None:
        """Go on otherwise from where it is."""
        self._be_at(self._now_s(), speed=self._pace.speed if speed is None else speed)
        self._plays = plays
        self._publish()
        self._steered.set()

    def _be_at(self, t_s: float, *, speed: float) -> None:
        self._t_s = t_s
        self._pace = Pace(speed=speed, from_s=t_s, since_s=self._clock.now_s())

    async def _play(self) -> None:
        self._be_at(self._reel.start_s, speed=self._pace.speed)
        while True:
            self._steered.clear()
            if self._wanted_s is not None:
                await self._wind()
            elif self._is_moving:
                due_s = self._reel.due_s(self._place.done)
                if await self._sleeps_until_s(self._pace.when_s(due_s)):
                    self._take_next(due_s)
            elif await self._sleeps_until_s(self._clock.now_s() + STANDS_S):
                self._publish()

    async def _sleeps_until_s(self, clock_s: float) -> bool:
        """Sleep; return False where it was steered before that time came."""
        sleeping = asyncio.ensure_future(self._clock.sleep_until_s(clock_s))
        steered = asyncio.ensure_future(self._steered.wait())
        try:
            await asyncio.wait({sleeping, steered}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            sleeping.cancel()
            steered.cancel()
        return not self._steered.is_set()

    def _take_next(self, due_s: float) -> None:
        done = self._place.done
        self._place.take(self._reel.events[done : done + 1])
        self._t_s = max(self._t_s, due_s)
        self._publish()

    async def _wind(self) -> None:
        """Fold to where it is wanted, the newest wish counting; then show that."""
        while self._wanted_s is not None:
            wanted_s = self._wanted_s
            goal = self._reel.count_until(wanted_s)
            self._step_onto(self._survey.nearest(goal), goal)
            done = self._place.done
            self._place.take(self._reel.events[done : min(goal, done + STRETCH)])
            if self._place.done == goal:
                self._wanted_s = None
                self._be_at(wanted_s, speed=self._pace.speed)
                self._publish()
            await asyncio.sleep(0)

    def _step_onto(self, foothold: Folding, goal: int) -> None:
        """Go on from a foothold where the way from there is the shorter one."""
        if not foothold.done <= self._place.done <= goal:
            self._place = foothold.copy()
            if self._asking is not None:
                self._asking.turn_to(self.history)

    def _take_panels(
        self, panels: Sequence[HrvPanel], notices: Sequence[Notice]
    ) -> None:
        self.history.add_panels(panels, notices)
        self._publish()

    def _publish(self) -> None:
        if self._asking is not None:
            self._asking.time_is(self._t_s)
        # On the way to another moment there is nothing to be seen.
        if not self._audience.is_there or self._wanted_s is not None:
            return
        moves = self._is_moving
        speed = self._pace.speed
        replaying = Replaying(
            speed=speed, is_playing=moves, outline=self._survey.outline
        )
        said = self.history.freeze(self._t_s)
        self._audience.show(
            replace(said, speed=speed if moves else 0.0, replay=replaying)
        )


def _possible(speed: float) -> float:
    if not (isfinite(speed) and speed > 0.0):
        raise ValueError(f"a recording cannot be played {speed} times as fast")
    return speed
