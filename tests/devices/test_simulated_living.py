"""A simulated person whose script is written while they live: the past stays."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devices.heart_rate import TICKS_PER_S, HeartRateMeasurement, parse
from devices.simulated import simulate
from devices.simulated_living import LivingPerson
from devices.simulated_people import SCENARIOS
from devices.simulated_script import Person, Script
from devices.simulated_strap import NO_ARTEFACTS, Artefacts, Dropout
from devices.simulated_temperament import TEMPERAMENTS, Rise
from devices.source import Notification, SourceEvent

DURATION_S = 120.0
DIRTY = Artefacts(
    ectopic_per_1000=30.0,
    missed_per_1000=30.0,
    extra_per_1000=30.0,
    dropouts_per_min=0.5,
    dropouts=(Dropout(start_s=50.0, length_s=6.0),),
)
RISE = Rise(level=0.8, decay_s=10.0, residual=0.2)

Change = tuple[float, str]
"""When, and what: activate, let_go, slow or free."""

CHANGES = st.lists(
    st.tuples(
        st.floats(0.0, DURATION_S),
        st.sampled_from(["activate", "let_go", "slow", "free"]),
    ),
    max_size=6,
)


def new_person(artefacts: Artefacts = NO_ARTEFACTS, *, seed: int = 3) -> LivingPerson:
    return LivingPerson(Person(), artefacts, duration_s=DURATION_S, seed=seed)


def change(living: LivingPerson, what: str, at_s: float) -> None:
    match what:
        case "activate":
            living.activate(RISE, at_s=at_s)
        case "let_go":
            living.let_go(at_s=at_s)
        case "slow":
            living.breathe(6.0, at_s=at_s)
        case _:
            living.breathe(None, at_s=at_s)


def said_until(living: LivingPerson, t_s: float) -> list[SourceEvent]:
    said = []
    while (event := living.next_event) is not None and event.t_s <= t_s:
        said.append(event)
        living.say()
    return said


def lived(living: LivingPerson, changes: list[Change]) -> list[SourceEvent]:
    """Live to the end, with each change asked for when its time has come."""
    said = []
    for at_s, what in sorted(changes):
        said += said_until(living, at_s)
        change(living, what, at_s)
    return said + said_until(living, float("inf"))


@settings(max_examples=30, deadline=None)
@given(changes=CHANGES, seed=st.integers(0, 50))
def test_what_was_said_is_said_by_the_last_script_too(
    changes: list[Change], seed: int
) -> None:
    """All that was said, script after script, is one session of the last script."""
    living = new_person(DIRTY, seed=seed)
    said = lived(living, changes)
    whole = simulate(Person(), living.script, DIRTY, seed=seed)
    assert list(whole.events) == said


@settings(max_examples=15, deadline=None)
@given(changes=CHANGES)
def test_no_beat_is_lost_where_a_script_changes(changes: list[Change]) -> None:
    """The intervals follow each other without a hole: their sum is the time."""
    living = new_person()
    ticks: list[int] = []
    for event in lived(living, changes):
        if isinstance(event, Notification):
            measured = parse(event.payload)
            assert isinstance(measured, HeartRateMeasurement)
            ticks += measured.rr_ticks
    beat_t_s = simulate(Person(), living.script, seed=3).body.beat_t_s
    passed_s = beat_t_s[len(ticks)] - beat_t_s[0]
    # Each interval is rounded to a tick by itself.
    rounded_s = 0.5 * len(ticks) / TICKS_PER_S
    assert passed_s == pytest.approx(sum(ticks) / TICKS_PER_S, abs=rounded_s)
    assert DURATION_S - beat_t_s[len(ticks)] < 3.0


def test_events_come_in_order_of_time() -> None:
    """Also where a script changed."""
    said = lived(new_person(), [(30.0, "activate"), (60.0, "let_go"), (60.5, "slow")])
    assert all(one.t_s <= other.t_s for one, other in pairwise(said))


def test_a_change_asked_for_the_past_happens_now() -> None:
    """What was said already cannot have been otherwise."""
    living = new_person()
    said_until(living, 40.0)
    living.activate(RISE, at_s=10.0)
    (event,) = living.script.arousal
    assert 39.0 < event.on_s <= 40.0
    assert living.arousal_at(39.0) == 0.0


def test_an_activation_lasts_until_it_is_let_go() -> None:
    """It rises, falls when let go, and what is residual of it stays."""
    living = new_person()
    living.activate(RISE, at_s=10.0)
    assert living.arousal_at(100.0) == pytest.approx(0.8, abs=0.01)
    living.let_go(at_s=60.0)
    assert living.arousal_at(60.0) == pytest.approx(0.8, abs=0.01)
    assert living.arousal_at(119.0) == pytest.approx(0.16, abs=0.01)


def test_letting_go_of_nothing_changes_nothing() -> None:
    """Neither before the first activation, nor of one that is over."""
    living = new_person()
    living.let_go(at_s=5.0)
    assert Script(duration_s=DURATION_S) == living.script
    living.activate(RISE, at_s=10.0)
    living.let_go(at_s=20.0)
    before = living.script
    living.let_go(at_s=30.0)
    assert before == living.script


def test_a_new_activation_takes_the_place_of_the_old_one() -> None:
    """Nobody is activated twice at once."""
    living = new_person()
    living.activate(RISE, at_s=10.0)
    living.activate(RISE, at_s=30.0)
    assert [30.0, float("inf")] == [event.off_s for event in living.script.arousal]


def test_a_pace_is_left_when_the_breath_is_free_again() -> None:
    """Paced stretches follow each other and never overlap."""
    living = new_person()
    living.breathe(6.0, at_s=10.0)
    living.breathe(5.0, at_s=30.0)
    living.breathe(None, at_s=50.0)
    living.breathe(None, at_s=60.0)
    paced = [(p.start_s, p.end_s, p.breaths_per_min) for p in living.script.breathing]
    assert [(10.0, 30.0, 6.0), (30.0, 50.0, 5.0)] == paced


def test_somebody_who_is_left_alone_is_the_simulated_person() -> None:
    """Without a change it is the session that ``simulate`` makes."""
    rest = simulate(Person(), Script(duration_s=DURATION_S), DIRTY, seed=3)
    assert list(rest.events) == lived(new_person(DIRTY), [])


def test_the_strap_falls_silent_at_the_end() -> None:
    """Then nothing more is said, however often it is asked."""
    living = new_person()
    lived(living, [])
    assert living.next_event is None
    assert living.say() is None


def test_every_ready_made_person_has_a_temperament() -> None:
    """And nobody has one who is not there."""
    assert set(SCENARIOS) == set(TEMPERAMENTS)


@pytest.mark.parametrize("name", TEMPERAMENTS)
def test_feelings_stay_on_the_scale(name: str) -> None:
    """More arousal is felt as more, from 0 to 10."""
    temperament = TEMPERAMENTS[name]
    felt = [temperament.felt(arousal) for arousal in (0.0, 0.3, 0.6, 2.0)]
    assert sorted(felt) == felt
    assert felt[0] >= 0.0
    assert felt[-1] <= 10.0
