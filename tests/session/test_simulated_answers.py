"""A simulated person hears a session, and their body and strap answer it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest

from biofeed.core.events import Action, Command, Event, Tick
from biofeed.core.guidance import Asked, QuestionAsked, RatingPoint
from biofeed.core.phase import ActivationKind, ExitRule, PhaseKind
from biofeed.core.protocol import ProtocolPhase, TrainingProtocol
from biofeed.core.values import SessionExit
from biofeed.session.clock import VirtualClock
from biofeed.session.simulated_answers import (
    REACTS_S,
    VARIES,
    AnsweringPerson,
    answering,
)
from biofeed.session.simulated_replies import Replies
from devices.simulated_living import LivingPerson
from devices.simulated_script import Person
from devices.simulated_strap import NO_ARTEFACTS
from devices.simulated_temperament import TEMPERAMENTS
from devices.source import LinkChanged, Notification
from tests.session.made_snapshots import Told, snapshot_of

KEY, TIME, SETTLED = ExitRule.KEY, ExitRule.TIME, ExitRule.SETTLED
ARRIVE, PROBE, STAND, SIT, MOMENT, SETTLE, TOUCH, REST = range(8)


def activation(kind: ActivationKind) -> ProtocolPhase:
    return ProtocolPhase(
        kind=PhaseKind.ACTIVATE, ends=(TIME, KEY), longest_s=30.0, activation=kind
    )


def settling() -> ProtocolPhase:
    return ProtocolPhase(kind=PhaseKind.SETTLE, ends=(SETTLED, TIME), longest_s=60.0)


PROTOCOL = TrainingProtocol(
    name="everything",
    title="",
    summary="",
    phases=(
        ProtocolPhase(kind=PhaseKind.ARRIVE, ends=(KEY,)),
        ProtocolPhase(kind=PhaseKind.PROBE, ends=(TIME,), longest_s=60.0),
        activation(ActivationKind.BODY),
        settling(),
        activation(ActivationKind.MOMENT),
        settling(),
        activation(ActivationKind.TOUCH),
        ProtocolPhase(kind=PhaseKind.REST, ends=(TIME,), longest_s=60.0),
    ),
    longest_s=60.0,
)

SCRIPT = (
    Told(t_s=1.0, step=ARRIVE),
    Told(t_s=20.0, step=PROBE),
    Told(t_s=60.0, step=STAND),
    Told(t_s=90.0, step=SIT),
    Told(t_s=120.0, step=MOMENT),
    Told(t_s=150.0, step=SETTLE),
    Told(t_s=180.0, step=TOUCH),
    Told(t_s=200.0, step=REST),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Somebody, and all that they said."""

    living: LivingPerson
    events: Sequence[Event]


def person(name: str, *, seed: int = 3, ticks: bool = True) -> Heard:
    """Somebody who has said nothing yet."""
    living = LivingPerson(Person(), NO_ARTEFACTS, duration_s=240.0, seed=seed)
    answers = AnsweringPerson(
        living=living,
        temperament=TEMPERAMENTS[name],
        replies=Replies(
            TEMPERAMENTS[name],
            living.arousal_at,
            np.random.default_rng(seed),
            waits_for_start=True,
        ),
        rng=np.random.default_rng(seed),
        ticks=ticks,
    )
    return Heard(living=living, events=listened(answers, SCRIPT))


def listened(answers: AnsweringPerson, script: Sequence[Told]) -> list[Event]:
    """Tell a person of a session at its times; all that they say."""
    left = list(script)

    async def listen() -> list[Event]:
        events = []
        async for event in answers.events(VirtualClock()):
            events.append(event)
            while left and event.t_s >= left[0].t_s:
                answers.hear(snapshot_of(left.pop(0), PROTOCOL))
        return events

    return asyncio.run(listen())


class TestBody:
    def test_each_activation_is_answered_with_its_own_rise(self) -> None:
        """Standing, a moment and a touch of it: each begins and ends when asked."""
        told = TEMPERAMENTS["settles-quickly"]
        rises = (told.standing, told.moment, told.touch)
        asked_s = ((60.0, 90.0), (120.0, 150.0), (180.0, 200.0))
        found = person("settles-quickly").living.script.arousal
        for rise, (on_s, off_s), event in zip(rises, asked_s, found, strict=True):
            assert REACTS_S[0] <= event.on_s - on_s <= REACTS_S[1] + 0.2
            assert REACTS_S[0] <= event.off_s - off_s <= REACTS_S[1] + 0.2
            assert VARIES[0] <= event.level / rise.level <= VARIES[1]
            assert (rise.rise_s, rise.decay_s) == (event.rise_s, event.decay_s)

    def test_one_holds_on_through_the_settle_and_breathes_slowly(self) -> None:
        """Six a minute while nothing falls; it is let go by what comes after."""
        script = person("breathes-slowly-while-aroused").living.script
        standing, moment, touch = script.arousal
        assert 120.0 < standing.off_s < 123.0
        assert 180.0 < moment.off_s < 183.0
        assert 200.0 < touch.off_s < 203.0
        paced = [each for each in script.breathing if each.breaths_per_min == 6.0]
        for each, settle_s in zip(paced, (90.0, 150.0), strict=True):
            assert settle_s < each.start_s < settle_s + 3.0
            assert settle_s + 30.0 < each.end_s < settle_s + 33.0

    def test_a_look_around_is_a_breath(self) -> None:
        """Slower than usual, and free again when the phase is over."""
        (paced,) = person("settles-quickly").living.script.breathing
        assert 7.0 == paced.breaths_per_min
        assert 20.0 < paced.start_s < 23.0
        assert 60.0 < paced.end_s < 63.0

    def test_a_phase_that_goes_on_is_no_new_one(self) -> None:
        """Told again, it changes nothing."""
        once = person("settles-quickly")
        living = LivingPerson(Person(), NO_ARTEFACTS, duration_s=240.0, seed=3)
        temperament = TEMPERAMENTS["settles-quickly"]
        rngs = [np.random.default_rng(3) for _ in range(2)]
        replies = Replies(temperament, living.arousal_at, rngs[0], waits_for_start=True)
        answers = AnsweringPerson(
            living=living,
            temperament=temperament,
            replies=replies,
            rng=rngs[1],
            ticks=True,
        )
        again = Told(t_s=75.0, step=STAND)
        script = sorted([*SCRIPT, again], key=lambda told: told.t_s)
        assert once.events == listened(answers, script)


class TestWords:
    def test_one_seed_says_the_same(self) -> None:
        """Every packet, key and second; and another seed says other things."""
        one, again = person("demonstration"), person("demonstration")
        assert one.events == again.events
        assert one.events != person("demonstration", seed=4).events

    def test_all_is_said_in_order(self) -> None:
        """Time never runs backwards, and the strap speaks first."""
        events = person("settles-quickly").events
        assert isinstance(events[0], LinkChanged)
        assert all(one.t_s <= other.t_s for one, other in pairwise(events))

    def test_seconds_are_said_where_no_clock_says_them(self) -> None:
        """Each once; and none where the session's clock ticks by itself."""
        events = person("settles-quickly").events
        ticks = [event.t_s for event in events if isinstance(event, Tick)]
        assert [float(second) for second in range(1, len(ticks) + 1)] == ticks
        assert len(ticks) >= 239
        by_clock = person("settles-quickly", ticks=False).events
        assert [event for event in events if not isinstance(event, Tick)] == by_clock

    def test_the_session_is_begun_once(self) -> None:
        """By the person, when they have arrived."""
        commands = [
            event
            for event in person("settles-quickly").events
            if isinstance(event, Command)
        ]
        assert [Action.START] == [command.action for command in commands]

    def test_nothing_is_said_after_the_end(self) -> None:
        """The strap is taken off when the session is over."""
        answers = answering(
            "settles-quickly", PROTOCOL, seed=1, ticks=True, waits_for_start=False
        )
        over = Told(t_s=30.0, step=ARRIVE, ended=SessionExit.STOPPED)
        events = listened(answers, [over])
        assert 30.0 == pytest.approx(events[-1].t_s, abs=1.0)

    def test_the_strap_stays_on_longer_than_the_protocol(self) -> None:
        """What is under way when its time is over can come to its end."""
        answers = answering(
            "hardly-answers", PROTOCOL, seed=1, ticks=False, waits_for_start=False
        )
        events = listened(answers, [])
        assert isinstance(events[-1], Notification)
        assert 660.0 == pytest.approx(events[-1].t_s, abs=2.0)

    def test_who_is_faster_answers(self) -> None:
        """A question that is closed while the person thinks is left unanswered."""
        asked = QuestionAsked(
            t_s=20.0, until_s=50.0, asked=Asked.RATING, point=RatingPoint.START
        )
        asking = Told(t_s=20.0, step=PROBE, question=asked)
        closing = Told(t_s=21.0, step=PROBE)
        said = []
        for script in ([asking], [asking, closing]):
            answers = answering(
                "settles-quickly", PROTOCOL, seed=1, ticks=True, waits_for_start=False
            )
            events = listened(answers, script)
            said.append(sum(isinstance(event, Command) for event in events))
        assert [1, 0] == said
