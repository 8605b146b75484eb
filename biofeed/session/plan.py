"""What a session is made of, decided before it begins, and how it is put together."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import isinf
from pathlib import Path

from biofeed.core.engine import ALGORITHM, Engine
from biofeed.core.events import Action
from biofeed.core.protocol import OPEN, TrainingProtocol
from biofeed.core.safety import HeartRateLimits
from biofeed.core.settings import EngineSettings
from biofeed.session.carried_over import TRANSFER_PROBE, CarriedOver
from biofeed.session.clock import ScaledClock, VirtualClock, WallClock
from biofeed.session.header import Header, new_header
from biofeed.session.history import History
from biofeed.session.neurokit import NeurokitWorker
from biofeed.session.opening import Recording
from biofeed.session.preparing import NOTHING_BEFORE, differences, settings_for
from biofeed.session.recording import JournalWriter
from biofeed.session.replay import Replay
from biofeed.session.replay_player import ReplayPlayer
from biofeed.session.runner import EVERY_ACTION, Runner, Said
from biofeed.session.simulated_answers import answering
from biofeed.session.snapshot import Snapshot
from biofeed.session.store import new_session_folder
from devices.ble import BleStrap
from devices.simulated import SIMULATED, SimulatedSession, SimulatedStrap
from devices.simulated_people import SCENARIOS
from devices.source import Clock, DeviceIdentity

AS_FAST_AS_POSSIBLE = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A session that could begin now.

    Attributes
    ----------
    name
        What the heartbeats come from, for the person and for the result.
    source
        Where they come from.
    settings
        What the engine is told.
    speed
        Session seconds a wall second; infinite for as fast as the machine can.
    folder
        Where it is recorded; None where nothing new is (a replay).
    pseudonym, device
        Whose session, and which strap's.
    drives_itself
        True where the events carry all time there is (a replay).
    recording
        What is played back; None where it happens now.
    before
        What the person's earlier sessions mean for this one.
    hears
        Told of each snapshot first: a simulated person who answers.
    """

    name: str
    source: Said
    settings: EngineSettings
    speed: float = 1.0
    folder: Path | None = None
    pseudonym: str = ""
    device: DeviceIdentity | None = None
    drives_itself: bool = False
    recording: Recording | None = None
    before: CarriedOver = NOTHING_BEFORE
    hears: Callable[[Snapshot], None] | None = None

    @property
    def trained_median_s(self) -> float | None:
        """What a transfer probe is compared with: settling with help so far, s.

        None for other protocols, and where there is nothing to compare with.
        """
        if self.settings.protocol.name != TRANSFER_PROBE:
            return None
        kinds = [phase.activation for phase in self.settings.protocol.phases]
        kind = next((kind for kind in kinds if kind is not None), None)
        return None if kind is None else self.before.trained_median_s(kind)


def plan_strap(
    strap: DeviceIdentity,
    *,
    pseudonym: str,
    waits_for_start: bool,
    protocol: TrainingProtocol = OPEN,
    before: CarriedOver = NOTHING_BEFORE,
    limits: HeartRateLimits | None = None,
) -> Plan:
    """Plan a session with a strap on the air."""
    return Plan(
        name=strap.name,
        source=BleStrap(strap),
        settings=settings_for(
            protocol, before, waits_for_start=waits_for_start, limits=limits
        ),
        folder=new_session_folder(),
        pseudonym=pseudonym,
        device=strap,
        before=before,
    )


def plan_simulated(
    scenario: str,
    *,
    seed: int,
    speed: float,
    pseudonym: str,
    records: bool,
    waits_for_start: bool = False,
    protocol: TrainingProtocol = OPEN,
    before: CarriedOver = NOTHING_BEFORE,
) -> Plan:
    """Plan a session with the simulated strap on one of the ready-made people.

    Without a script they live through their own; with one they answer it.
    """
    settings = settings_for(protocol, before, waits_for_start=waits_for_start)
    ticks = speed != 1.0
    plan = Plan(
        name=f"simulated person '{scenario}'",
        source=_simulated(SCENARIOS[scenario].simulate(seed=seed), speed=speed),
        settings=settings,
        speed=speed,
        folder=new_session_folder() if records else None,
        pseudonym=pseudonym,
        device=SIMULATED,
        drives_itself=ticks,
        before=before,
    )
    if protocol == OPEN:
        return plan
    person = answering(
        scenario,
        settings.protocol,
        seed=seed,
        ticks=ticks,
        waits_for_start=waits_for_start,
    )
    return replace(plan, source=person, hears=person.hear)


def _simulated(session: SimulatedSession, *, speed: float) -> Said:
    """Say what the strap says: as it happens, or faster with its own time.

    At many times the speed a running tick overtakes packets that a busy computer is
    late with, and the engine takes them as late; played back, they come in order.
    """
    if speed == 1.0:
        return SimulatedStrap(session.events)
    return Replay(lambda: session.events)


def plan_replay(recording: Recording, *, speed: float) -> Plan:
    """Plan the replay of a recording, with the settings it was recorded with."""
    return Plan(
        name=recording.name,
        source=Replay(recording.events),
        settings=recording.settings,
        speed=speed,
        drives_itself=True,
        recording=recording,
    )


def make_runner(plan: Plan, *, with_panel: bool) -> Runner:
    """Put a session together; to be called where it will run.

    Raises
    ------
    RecordingError
        If it cannot be recorded where the plan says.
    """
    clock = make_clock(plan.speed, is_live=not plan.drives_itself)
    journal = None
    if plan.folder is not None:
        journal = JournalWriter.create(plan.folder, _header(plan))
    history = History(speed=plan.speed, protocol=plan.settings.protocol)
    if plan.folder is not None:
        for code in differences(plan.before, plan.settings.protocol):
            history.note(code)
    runner = Runner(
        source=plan.source,
        engine=Engine(plan.settings),
        clock=clock,
        history=history,
        journal=journal,
        neurokit=NeurokitWorker() if with_panel else None,
        ticks=not plan.drives_itself and not isinf(plan.speed),
        obeys=frozenset({Action.STOP}) if plan.recording else EVERY_ACTION,
    )
    if plan.hears is not None:
        runner.subscribe(plan.hears)
    return runner


def make_player(plan: Plan, recording: Recording, *, with_panel: bool) -> ReplayPlayer:
    """Put a replay together that can be steered; to be called where it will run.

    As fast as possible, it is at its end at once.
    """
    is_there_at_once = isinf(plan.speed)
    player = ReplayPlayer(
        events=recording.events(),
        settings=plan.settings,
        clock=make_clock(1.0, is_live=False),
        speed=1.0 if is_there_at_once else plan.speed,
        neurokit=NeurokitWorker() if with_panel else None,
    )
    if is_there_at_once:
        player.seek(plan.speed)
    return player


def make_clock(speed: float, *, is_live: bool) -> Clock:
    """Make the clock of a session; only a strap's goes on while the computer sleeps."""
    if isinf(speed):
        return VirtualClock()
    if is_live and speed == 1.0:
        return WallClock()
    return ScaledClock(speed)


def _header(plan: Plan) -> Header:
    return new_header(
        plan.settings,
        protocol={"name": plan.settings.protocol.name},
        pseudonym=plan.pseudonym,
        device=plan.device,
        algorithm=ALGORITHM,
    )
