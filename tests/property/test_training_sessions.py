"""A training session through the whole engine: a fold, and safe, whatever happens."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from biofeed.core.engine import Engine
from biofeed.core.events import Command, Event, Tick
from biofeed.core.protocol import TrainingProtocol
from biofeed.core.safety import limits_for
from biofeed.core.settings import EngineSettings
from biofeed.core.values import SessionEnded
from devices.simulated import simulate
from devices.simulated_script import ArousalEvent, Person, Script
from tests.property.claims import (
    extra_ticks_change_nothing,
    fold,
    same_events_give_the_same_outputs,
    shift_of_events_shifts_outputs_only,
)
from tests.property.training_claims import every_claim
from tests.property.trainings import (
    COMMANDS,
    DOSES_S,
    PROTOCOLS,
    TRAINED,
    TRAINED_SESSIONS,
)

few = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@few
@given(TRAINED, TRAINED_SESSIONS, st.lists(st.floats(0.0, 1.0), max_size=20))
def test_extra_ticks_change_nothing(
    how: EngineSettings, events: list[Event], shares: list[float]
) -> None:
    """Phases, questions and the coach are evaluated on the grid as all else is."""
    extra_ticks_change_nothing(Engine, how, events, shares)


@few
@given(TRAINED, TRAINED_SESSIONS)
def test_replay_is_the_live_run(how: EngineSettings, events: list[Event]) -> None:
    """The same events, and what people did among them, give the same session."""
    same_events_give_the_same_outputs(Engine, how, events)


@few
@given(TRAINED, TRAINED_SESSIONS, st.integers(1, 100_000))
def test_shift_of_time_shifts_outputs_only(
    how: EngineSettings, events: list[Event], by_s: int
) -> None:
    """A training on a clock that has run for a day is the same training."""
    shift_of_events_shifts_outputs_only(Engine, how, events, by_s)


@few
@given(TRAINED, TRAINED_SESSIONS)
def test_every_session_keeps_to_what_it_claims(
    how: EngineSettings, events: list[Event]
) -> None:
    """Order of phases, doses, questions and rounds, whatever a strap sends."""
    engine = Engine(replace(how, limits=limits_for(None)))
    outputs = fold(engine, events)
    every_claim(outputs, how.protocol, taken_s=how.dose_taken_s)
    assert isinstance(outputs[-1], SessionEnded)
    assert () == engine.receive(Tick(t_s=1e6))


AROUSED = st.lists(
    st.builds(
        ArousalEvent,
        on_s=st.floats(200.0, 1500.0),
        off_s=st.floats(1500.0, 1700.0),
        level=st.floats(0.2, 1.0),
        decay_s=st.floats(5.0, 60.0),
    ),
    max_size=3,
)
HOLES = st.lists(st.tuples(st.floats(0.0, 1700.0), st.floats(1.0, 200.0)), max_size=3)
DONE = st.lists(st.tuples(st.floats(0.0, 1750.0), COMMANDS), max_size=25)


def lived_through(
    seed: int,
    arousal: Sequence[ArousalEvent],
    holes: Sequence[tuple[float, float]],
    done: Sequence[tuple[float, Command]],
) -> list[Event]:
    """Half an hour of a simulated heart, with holes in it, and what people did."""
    script = Script(duration_s=1800.0, arousal=tuple(arousal))
    beats = simulate(Person(), script, seed=seed).events
    heard: list[Event] = [
        event
        for event in beats
        if not any(from_s <= event.t_s < from_s + long_s for from_s, long_s in holes)
    ]
    acts = [replace(command, t_s=t_s + command.t_s) for t_s, command in done]
    return sorted([*heard, *acts, Tick(t_s=1800.0)], key=lambda event: event.t_s)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PROTOCOLS, DOSES_S, st.integers(0, 1000), AROUSED, HOLES, DONE)
def test_a_simulated_person_is_kept_safe(
    protocol: TrainingProtocol,
    taken_s: float,
    seed: int,
    arousal: list[ArousalEvent],
    holes: list[tuple[float, float]],
    done: list[tuple[float, Command]],
) -> None:
    """With beats of a body, gaps in them, and people who do anything."""
    how = EngineSettings(
        protocol=protocol, dose_taken_s=taken_s, limits=limits_for(None)
    )
    outputs = fold(Engine(how), lived_through(seed, arousal, holes, done))
    every_claim(outputs, protocol, taken_s=taken_s)
