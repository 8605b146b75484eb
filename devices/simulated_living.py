"""A strap on a simulated person whose script is written while they live through it.

Rules
-----
- What has been said stays: a change asked for the past happens now, and everything
  that was said before it is said by the new script as well, bit for bit.

Theory
------
Everything in a simulation looks only backwards, and one seed gives one noise for one
duration, whatever the script. So the session is simulated anew with the changed script,
which agrees with the old one up to the change, and is gone on with where it was left.
"""

from dataclasses import replace
from math import inf

import numpy as np

from devices.simulated import simulate
from devices.simulated_script import PacedBreathing, Person, Script
from devices.simulated_strap import Artefacts
from devices.simulated_temperament import Rise
from devices.source import SourceEvent


class LivingPerson:
    """Somebody who can be activated, let go and led in their breath at any time.

    Parameters
    ----------
    person, artefacts
        Whose heart it is, and what goes wrong between heart and computer.
    duration_s
        After this the strap is silent, s.
    seed
        Of every noise there is.
    """

    def __init__(
        self, person: Person, artefacts: Artefacts, *, duration_s: float, seed: int
    ) -> None:
        self._person = person
        self._artefacts = artefacts
        self._seed = seed
        self._script = Script(duration_s=duration_s)
        self._events: tuple[SourceEvent, ...] | None = None
        self._said = 0
        self._said_s = 0.0

    @property
    def script(self) -> Script:
        """What happened so far, and goes on; its open ends lie at infinity."""
        return self._script

    @property
    def next_event(self) -> SourceEvent | None:
        """What the strap says next, as things stand; None when it is silent."""
        if self._events is None:
            self._events = simulate(
                self._person, self._script, self._artefacts, seed=self._seed
            ).events
        return self._events[self._said] if self._said < len(self._events) else None

    def say(self) -> SourceEvent | None:
        """Take the next event as said: nothing can change it any more."""
        event = self.next_event
        if event is not None:
            self._said += 1
            self._said_s = event.t_s
        return event

    def arousal_at(self, t_s: float) -> float:
        """The truth, as things stand: 0 is rest and 1 is full arousal."""
        return float(self._script.arousal_at(np.array([t_s]))[0])

    def activate(self, rise: Rise, *, at_s: float) -> None:
        """Let an activation begin; one that goes on is let go."""
        at_s = max(at_s, self._said_s)
        self.let_go(at_s=at_s)
        events = (*self._script.arousal, rise.at(at_s, inf))
        self._follow(replace(self._script, arousal=events))

    def let_go(self, *, at_s: float) -> None:
        """Let go of the activation that goes on; nothing changes where none does."""
        events = self._script.arousal
        if events and events[-1].off_s == inf:
            off_s = max(at_s, self._said_s, events[-1].on_s)
            ended = replace(events[-1], off_s=off_s)
            self._follow(replace(self._script, arousal=(*events[:-1], ended)))

    def breathe(self, breaths_per_min: float | None, *, at_s: float) -> None:
        """Breathe at a pace, or freely where it is None."""
        at_s = max(at_s, self._said_s)
        paced = self._script.breathing
        if paced and paced[-1].end_s == inf:
            paced = (*paced[:-1], replace(paced[-1], end_s=at_s))
        if breaths_per_min is not None:
            paced += (
                PacedBreathing(
                    start_s=at_s, end_s=inf, breaths_per_min=breaths_per_min
                ),
            )
        self._follow(replace(self._script, breathing=paced))

    def _follow(self, script: Script) -> None:
        if script != self._script:
            self._script = script
            self._events = None
