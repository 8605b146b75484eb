"""The ready-made people in a whole training, as the product itself would see them."""

import asyncio
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import inf
from pathlib import Path
from statistics import median

import pytest

from biofeed.core.engine import ALGORITHM, Engine
from biofeed.core.events import Action
from biofeed.core.guidance import RatingPoint
from biofeed.core.phase import ActivationKind, ExitRule, Feedback, PhaseKind
from biofeed.core.protocol import CLOSING, OPEN, ProtocolPhase, TrainingProtocol
from biofeed.core.safety import limits_for
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Output, SessionExit
from biofeed.session.clock import VirtualClock
from biofeed.session.codec import encode_output
from biofeed.session.header import new_header
from biofeed.session.history import History
from biofeed.session.opening import open_recording
from biofeed.session.protocols import bundled_protocols, load_protocol
from biofeed.session.reading import read_journal
from biofeed.session.recording import JournalWriter
from biofeed.session.replay import Replay
from biofeed.session.runner import Journal, Runner
from biofeed.session.simulated_answers import answering
from biofeed.session.simulated_replies import STAY_WITH_IT
from biofeed.session.tally import Tally
from devices.simulated import SIMULATED
from tests.manual_clock import ManualClock

KEY, TIME, SETTLED = ExitRule.KEY, ExitRule.TIME, ExitRule.SETTLED
CEILING_Z = 9.0
SEEDS = range(3)


def training(
    kind: ActivationKind, longest_s: float, *feedback: Feedback
) -> TrainingProtocol:
    """A round of activation, settling and rest for each level of feedback."""
    phases = [
        ProtocolPhase(kind=PhaseKind.ARRIVE, ends=(KEY,)),
        ProtocolPhase(
            kind=PhaseKind.CALIBRATE, ends=(ExitRule.BASELINE, TIME), longest_s=600.0
        ),
    ]
    for number, level in enumerate(feedback, start=1):
        by_itself = () if level is Feedback.BLIND else (SETTLED,)
        phases += [
            ProtocolPhase(
                kind=PhaseKind.ACTIVATE,
                ends=(TIME, KEY),
                longest_s=longest_s,
                ceiling_z=CEILING_Z,
                feedback=level,
                activation=kind,
                round=number,
            ),
            ProtocolPhase(
                kind=PhaseKind.SETTLE,
                ends=(*by_itself, TIME, KEY),
                shortest_s=30.0,
                longest_s=240.0,
                feedback=level,
                round=number,
            ),
            ProtocolPhase(kind=PhaseKind.REST, ends=(TIME,), longest_s=60.0),
        ]
    return TrainingProtocol(
        name="settling",
        title="",
        summary="",
        phases=(*phases, CLOSING),
        longest_s=1800.0,
    )


SETTLING = load_protocol("settling")
STANDING = training(ActivationKind.BODY, 90.0, Feedback.FULL)
TOUCHES = training(ActivationKind.TOUCH, 20.0, Feedback.FULL)
ONE_MOMENT = training(ActivationKind.MOMENT, 60.0, Feedback.FULL)


SCRIPTED = [protocol for protocol in bundled_protocols() if protocol != OPEN]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """A training that is over."""

    tally: Tally
    end_s: float
    peaks_z: tuple[float, ...]


async def trained(
    name: str,
    protocol: TrainingProtocol,
    *,
    seed: int,
    journal: Journal | None = None,
) -> Trained:
    """Let somebody go through a training, as fast as it goes."""
    answers = answering(name, protocol, seed=seed, ticks=True, waits_for_start=True)
    runner = Runner(
        source=answers,
        engine=Engine(settings_of(protocol)),
        clock=VirtualClock(),
        history=History(protocol=protocol),
        journal=journal,
        ticks=False,
    )
    runner.subscribe(answers.hear)
    await runner.run()
    tally = runner.history.tally
    second = tally.second
    return Trained(
        tally=tally,
        end_s=0.0 if second is None else second.t_s,
        peaks_z=tuple(episode.peak_z for episode in tally.episodes),
    )


def settings_of(protocol: TrainingProtocol) -> EngineSettings:
    return EngineSettings(
        protocol=protocol, limits=limits_for(None), waits_for_start=True
    )


@cache
def settling(name: str, seed: int = 3) -> Trained:
    return asyncio.run(trained(name, SETTLING, seed=seed))


def settled(tally: Tally) -> list[bool | None]:
    return [each.at_rest for each in tally.rounds]


@pytest.mark.parametrize("seed", SEEDS)
def test_who_settles_quickly_settles_each_time(seed: int) -> None:
    """Three rounds rise to 4 to 8 z, and each comes back; a heart at rest wanders, too.

    So one of three may just be above the resting band as its settling ends.
    """
    session = settling("settles-quickly", seed)
    tally = session.tally
    assert SessionExit.COMPLETED is tally.exit
    assert settled(tally).count(True) >= 2
    assert 3 == len(session.peaks_z)
    assert all(3.5 < peak_z < CEILING_Z for peak_z in session.peaks_z)
    assert median((e.settled_s or inf) - e.peak_s for e in tally.episodes) < 150.0


@pytest.mark.parametrize("seed", SEEDS)
def test_who_does_not_come_back_is_never_settled(seed: int) -> None:
    """It is over all the same, and each round says that it is not at rest."""
    tally = settling("does-not-come-back", seed).tally
    assert tally.exit is not None
    assert tally.rounds
    assert True not in settled(tally)
    assert all(episode.settled_s is None for episode in tally.episodes)


@pytest.mark.parametrize("seed", SEEDS)
def test_slow_breathing_while_aroused_settles_no_round(seed: int) -> None:
    """Six breaths a minute are seen for what they are, and end no settling."""
    tally = settling("breathes-slowly-while-aroused", seed).tally
    assert "slow_breathing" in {notice.code for notice in tally.notices}
    assert tally.rounds
    assert True not in settled(tally)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_heart_that_hardly_answers_shows_no_activation(seed: int) -> None:
    """Though the person feels one, and says so."""
    session = settling("hardly-answers", seed)
    tally = session.tally
    assert () == session.peaks_z
    felt = [
        rated.value
        for rated in tally.ratings
        if rated.point is RatingPoint.AFTER_ACTIVATION
    ]
    assert 3 == len(felt)
    assert min(felt) >= 3


def test_every_question_is_answered() -> None:
    """At the start, around each settle, at the end; and one guess, in the blind."""
    tally = settling("demonstration").tally
    points = [rated.point for rated in tally.ratings]
    assert [RatingPoint.START, RatingPoint.END] == [points[0], points[-1]]
    around = [RatingPoint.AFTER_ACTIVATION, RatingPoint.AFTER_SETTLE]
    assert around * 3 == points[1:-1]
    assert [3] == [guess.round for guess in tally.guesses]
    refused = [n.detail for n in tally.notices if n.code == "not_allowed"]
    assert [] == refused


def test_a_person_may_misread_their_body() -> None:
    """Who does not come back believes to have: feeling and measure differ."""
    tally = settling("does-not-come-back").tally
    assert [True] == [guess.settled for guess in tally.guesses]


@pytest.mark.parametrize(
    ("protocol", "least_z"), [(STANDING, 3.0), (TOUCHES, 2.5)], ids=["stand", "touch"]
)
def test_other_activations_are_seen_too(
    protocol: TrainingProtocol, least_z: float
) -> None:
    """Standing up, and twenty seconds of a moment: both rise, and both come back."""
    session = asyncio.run(trained("settles-quickly", protocol, seed=3))
    assert [True] == settled(session.tally)
    assert max(session.peaks_z) > least_z


@pytest.mark.parametrize("protocol", SCRIPTED, ids=lambda protocol: protocol.name)
def test_every_training_comes_to_its_end_by_itself(protocol: TrainingProtocol) -> None:
    """Nothing waits for a key that nobody presses, and none is pressed in vain."""
    tally = asyncio.run(trained("settles-quickly", protocol, seed=3)).tally
    assert SessionExit.COMPLETED is tally.exit
    assert protocol.rounds == len(tally.rounds)
    assert "not_allowed" not in {notice.code for notice in tally.notices}
    urges = len(tally.rounds) if protocol.name == STAY_WITH_IT else 0
    assert [True] * urges == [urge.passed_s is not None for urge in tally.urges]


class TestIdentity:
    async def recorded(self, folder: Path, seed: int = 3) -> Trained:
        header = new_header(
            settings_of(ONE_MOMENT),
            algorithm=ALGORITHM,
            protocol={"name": "settling"},
            pseudonym="otter",
            device=SIMULATED,
        )
        journal = JournalWriter.create(folder, header)
        return await trained("demonstration", ONE_MOMENT, seed=seed, journal=journal)

    def test_one_seed_is_one_session(self, tmp_path: Path) -> None:
        """Twice the same, bit for bit; another seed is another session."""

        async def all_three() -> None:
            for name, seed in (("one", 3), ("two", 3), ("other", 4)):
                await self.recorded(tmp_path / name, seed)

        asyncio.run(all_three())
        one, two, other = (
            read_journal(tmp_path / name) for name in ("one", "two", "other")
        )
        assert one.events == two.events
        assert bits(one.outputs) == bits(two.outputs)
        assert one.events != other.events

    def test_its_recording_is_the_session(self, tmp_path: Path) -> None:
        """Played back, with nobody who answers, it comes to the same."""

        async def both() -> tuple[Trained, Tally]:
            session = await self.recorded(tmp_path / "one")
            recording = open_recording(tmp_path / "one")
            runner = Runner(
                source=Replay(recording.events),
                engine=Engine(recording.settings),
                clock=VirtualClock(),
                history=History(protocol=recording.settings.protocol),
                ticks=False,
            )
            await runner.run()
            return session, runner.history.tally

        session, tally = asyncio.run(both())
        assert session.tally == tally
        assert tally.ratings

    def test_live_it_goes_the_same_way(self) -> None:
        """On a clock that ticks by itself: the same phases, answers and outcome."""

        async def live() -> Tally:
            clock = ManualClock()
            answers = answering(
                "demonstration", ONE_MOMENT, seed=3, ticks=False, waits_for_start=True
            )
            runner = Runner(
                source=answers,
                engine=Engine(settings_of(ONE_MOMENT)),
                clock=clock,
                history=History(protocol=ONE_MOMENT),
            )
            runner.subscribe(answers.hear)
            running = asyncio.create_task(runner.run())
            await clock.advance_to_s(900.0)
            await running
            return runner.history.tally

        tally = asyncio.run(live())
        fast = asyncio.run(trained("demonstration", ONE_MOMENT, seed=3)).tally
        assert SessionExit.COMPLETED is tally.exit
        assert [p.kind for p in fast.phases] == [p.kind for p in tally.phases]
        assert settled(fast) == settled(tally)
        rated = [(each.point, each.value) for each in tally.ratings]
        assert [(each.point, each.value) for each in fast.ratings] == rated
        assert Action.START is tally.commands[0].action


def bits(outputs: Iterable[Output]) -> list[str]:
    """Outputs as they are written, with all digits."""
    return [json.dumps(encode_output(output)) for output in outputs]
