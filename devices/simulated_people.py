"""Ready-made people, each with a script that shows one way of coming back.

Every script gives a minute to arrive and three of rest to learn the baseline from
before anything happens.
"""

from dataclasses import dataclass

from devices.simulated import SimulatedSession, simulate
from devices.simulated_script import ArousalEvent, PacedBreathing, Person, Script
from devices.simulated_strap import NO_ARTEFACTS, Artefacts

FIRST_ACTIVATION_S = 260.0
"""Arriving (60 s), calibrating (180 s), and a moment to notice the change, s."""

EVERYDAY_ARTEFACTS = Artefacts(ectopic_per_1000=1.0, extra_per_1000=1.0)
"""What a moist strap on a healthy, seated person shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One person and what happens to them.

    Attributes
    ----------
    shows
        What can be seen in it, in a sentence.
    person, script, artefacts
        What to simulate.
    """

    shows: str
    person: Person
    script: Script
    artefacts: Artefacts = NO_ARTEFACTS

    def simulate(self, *, seed: int) -> SimulatedSession:
        """Let it happen."""
        return simulate(self.person, self.script, self.artefacts, seed=seed)


DEMONSTRATION = Scenario(
    shows="One activation, and the way back to rest in about two minutes.",
    person=Person(age_years=34.0),
    script=Script(
        duration_s=640.0,
        arousal=(
            ArousalEvent(
                on_s=FIRST_ACTIVATION_S,
                off_s=FIRST_ACTIVATION_S + 100.0,
                level=0.55,
                decay_s=35.0,
            ),
        ),
    ),
    artefacts=EVERYDAY_ARTEFACTS,
)

SETTLES_QUICKLY = Scenario(
    shows="Three activations, each of which is gone within a minute.",
    person=Person(age_years=29.0, vagal_rest=0.66),
    script=Script(
        duration_s=1000.0,
        arousal=tuple(
            ArousalEvent(on_s=on_s, off_s=on_s + 60.0, level=0.8, decay_s=8.0)
            for on_s in (FIRST_ACTIVATION_S, 510.0, 760.0)
        ),
    ),
)

DOES_NOT_COME_BACK = Scenario(
    shows="An activation of which half stays for as long as one looks.",
    person=Person(age_years=45.0),
    script=Script(
        duration_s=1200.0,
        arousal=(
            ArousalEvent(
                on_s=FIRST_ACTIVATION_S,
                off_s=FIRST_ACTIVATION_S + 100.0,
                level=0.9,
                decay_s=40.0,
                residual=0.5,
            ),
        ),
    ),
)

BREATHES_SLOWLY_WHILE_AROUSED = Scenario(
    shows="Six breaths a minute under an arousal that does not fall: not calm.",
    person=Person(age_years=38.0),
    script=Script(
        duration_s=1000.0,
        arousal=(ArousalEvent(on_s=FIRST_ACTIVATION_S, off_s=720.0, level=0.6),),
        breathing=(PacedBreathing(start_s=400.0, end_s=640.0),),
    ),
)

BREATHES_SLOWLY_AT_REST = Scenario(
    shows="Six breaths a minute at rest: large waves, and no activation.",
    person=Person(age_years=38.0),
    script=Script(
        duration_s=700.0,
        breathing=(PacedBreathing(start_s=FIRST_ACTIVATION_S, end_s=620.0),),
    ),
)

HARDLY_ANSWERS = Scenario(
    shows="A heart that an activation moves by one or two beats a minute.",
    person=Person(age_years=52.0, sympathetic_gain=0.01, vagal_withdrawal=0.03),
    script=Script(
        duration_s=640.0,
        arousal=(
            ArousalEvent(
                on_s=FIRST_ACTIVATION_S, off_s=FIRST_ACTIVATION_S + 100.0, level=0.9
            ),
        ),
    ),
)

SCENARIOS = {
    "demonstration": DEMONSTRATION,
    "settles-quickly": SETTLES_QUICKLY,
    "does-not-come-back": DOES_NOT_COME_BACK,
    "breathes-slowly-while-aroused": BREATHES_SLOWLY_WHILE_AROUSED,
    "breathes-slowly-at-rest": BREATHES_SLOWLY_AT_REST,
    "hardly-answers": HARDLY_ANSWERS,
}
"""By the name that the command line knows them by."""
