"""Writes the simulated recordings beside it: ``python tests/golden/make_rr_files.py``.

They are checked in, so that a change of the simulator does not move the tests that
stand on them. ``t_s`` is the time of the beat that ends the interval, ``rr_ms`` the
interval as a strap measures it, in steps of 1/1024 s.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from devices.simulated import SimulatedSession, simulate  # noqa: E402 - path first
from devices.simulated_script import (  # noqa: E402
    ArousalEvent,
    PacedBreathing,
    Person,
    Script,
)
from devices.simulated_strap import Artefacts, Dropout  # noqa: E402


def main() -> None:
    """Write every recording."""
    rest = Script(duration_s=420.0)
    activated = Script(
        duration_s=480.0,
        arousal=(ArousalEvent(on_s=240.0, off_s=330.0, level=0.9, decay_s=25.0),),
    )
    slow = Script(
        duration_s=420.0,
        breathing=(PacedBreathing(start_s=180.0, end_s=420.0, breaths_per_min=6.0),),
    )
    faults = Artefacts(
        ectopic_per_1000=8.0,
        missed_per_1000=5.0,
        extra_per_1000=5.0,
        dropouts=(Dropout(start_s=200.0, length_s=12.0),),
    )
    person = Person()
    write("rest", simulate(person, rest, seed=1))
    write("activation", simulate(Person(age_years=29.0), activated, seed=2))
    write("slow_breathing", simulate(person, slow, seed=3))
    write("artefacts", simulate(Person(age_years=52.0), rest, faults, seed=4))


def write(name: str, session: SimulatedSession) -> None:
    """Write what arrived of one session."""
    lines = ["t_s,rr_ms"]
    lines += [f"{one.t_s:.3f},{one.rr_ms!r}" for one in session.recorded_intervals]
    path = Path(__file__).with_name(f"simulated_{name}.rr.csv")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
