"""A strap on a simulated person: a source like any other, whose truth is known.

Rules
-----
- One seed, one session: the same person, script, artefacts and seed give the same
  bytes at the same times.
- The truth is never among the events; only what a strap would say is.
"""

from collections.abc import AsyncGenerator, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from devices.heart_rate import TICKS_PER_S
from devices.simulated_body import Body, live
from devices.simulated_dynamics import Floats
from devices.simulated_radio import Reception, receive
from devices.simulated_script import Person, Script
from devices.simulated_strap import NO_ARTEFACTS, Artefacts, StrapIntervals, measure
from devices.source import (
    BatteryLevel,
    Clock,
    DeviceIdentity,
    LinkChanged,
    LinkState,
    RecordedInterval,
    SourceEvent,
)

SIMULATED = DeviceIdentity(name="Simulated strap", address="simulated")

BATTERY_PCT = 80

_STRAP_STREAM = 1
"""Sets the strap's noise apart from the body's under one seed."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SimulatedSession:
    """A session and its truth.

    Attributes
    ----------
    person, script, artefacts, seed
        What it was made from.
    body
        What truly happened.
    intervals
        What the strap measured, with what each interval truly is.
    reception
        What of it arrived.
    """

    person: Person
    script: Script
    artefacts: Artefacts
    seed: int
    body: Body
    intervals: StrapIntervals
    reception: Reception

    @property
    def events(self) -> tuple[SourceEvent, ...]:
        """All that the strap says, in order."""
        return (
            LinkChanged(t_s=0.0, link=LinkState.LIVE, device=SIMULATED),
            BatteryLevel(t_s=0.0, level_pct=BATTERY_PCT),
            *self.reception.notifications,
        )

    @property
    def recorded_intervals(self) -> tuple[RecordedInterval, ...]:
        """The intervals that arrived, at their true times, as in a file."""
        arrived = self.reception.delivered
        return _recorded(self.intervals.end_t_s[arrived], self.intervals.rr_ms[arrived])

    @property
    def clean_intervals(self) -> tuple[RecordedInterval, ...]:
        """The clean twin: every true beat, rounded as a strap does, nothing missing."""
        beat_t_s = self.body.beat_t_s
        rr_ticks = np.rint(np.diff(beat_t_s) * TICKS_PER_S)
        return _recorded(beat_t_s[1:], rr_ticks * (1000.0 / TICKS_PER_S))


def simulate(
    person: Person,
    script: Script,
    artefacts: Artefacts = NO_ARTEFACTS,
    *,
    seed: int,
) -> SimulatedSession:
    """Put a strap on a person and let a script happen to them.

    Parameters
    ----------
    person
        Whose heart it is.
    script
        What happens.
    artefacts
        What goes wrong between heart and computer.
    seed
        Of every noise there is. Sessions with one seed share their beats as far as
        their persons and scripts agree, whatever their artefacts.
    """
    body = live(person, script, seed=seed)
    artefact_seed, radio_seed = np.random.SeedSequence([seed, _STRAP_STREAM]).spawn(2)
    intervals = measure(body.beat_t_s, artefacts, np.random.default_rng(artefact_seed))
    return SimulatedSession(
        person=person,
        script=script,
        artefacts=artefacts,
        seed=seed,
        body=body,
        intervals=intervals,
        reception=receive(
            intervals, artefacts, duration_s=script.duration_s, seed=radio_seed
        ),
    )


class SimulatedStrap:
    """Says the events of a simulation when their time has come.

    Parameters
    ----------
    events
        In order of time, from the start of the session. What lies in the past when
        the strap is asked is said at once, with the time at which it happened.
    """

    def __init__(self, events: Iterable[SourceEvent]) -> None:
        self._events: Sequence[SourceEvent] = tuple(events)

    async def events(self, clock: Clock) -> AsyncGenerator[SourceEvent, None]:
        """Yield each event at its time; ends with the last."""
        for event in self._events:
            await clock.sleep_until_s(event.t_s)
            yield event


def _recorded(end_t_s: Floats, rr_ms: Floats) -> tuple[RecordedInterval, ...]:
    return tuple(
        RecordedInterval(t_s=t_s, rr_ms=length_ms)
        for t_s, length_ms in zip(end_t_s.tolist(), rr_ms.tolist(), strict=True)
    )
