"""Journals of sessions with rounds, written at once, whole or cut off."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.episode import Episode, Outcome
from biofeed.core.guidance import RoundEnded
from biofeed.core.phase import ActivationKind, ExitRule, Feedback, PhaseKind
from biofeed.core.protocol import ProtocolPhase, TrainingProtocol
from biofeed.core.settings import EngineSettings
from biofeed.core.values import (
    EpisodeChanged,
    Output,
    PhaseChanged,
    Quality,
    Second,
    SessionExit,
    State,
)
from biofeed.session.clock import LocalTime
from biofeed.session.codec import encode_output
from biofeed.session.header import SCHEMA, Footer, new_header
from biofeed.session.journal_line import seal
from biofeed.session.json_values import object_of
from biofeed.session.reading import JOURNAL_NAME
from biofeed.session.store import sessions_folder
from devices.source import DeviceIdentity
from tests.session.made_sessions import STRAP

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def calendar(moment: datetime, *, ahead_s: int = 0) -> LocalTime:
    """A moment as the computer's calendar has it."""
    return LocalTime(utc=moment.isoformat(), utc_offset_s=ahead_s, zone="")


def write(
    home: Path,
    began: datetime,
    *told: Output,
    pseudonym: str = "otter",
    protocol: TrainingProtocol | None = None,
    device: DeviceIdentity = STRAP,
    dose_taken_s: float = 0.0,
    exit_: SessionExit | None = SessionExit.COMPLETED,
) -> Path:
    """Write a session; without an exit it was cut off after what was told."""
    settings = EngineSettings(
        protocol=practice() if protocol is None else protocol,
        dose_taken_s=dose_taken_s,
    )
    header = replace(
        new_header(settings, algorithm="2", pseudonym=pseudonym, device=device),
        started=calendar(began),
        versions={},
    )
    records = [
        {"record": "header", "schema": SCHEMA, **object_of(header)},
        *({"derived": True, **encode_output(each)} for each in told),
    ]
    if exit_ is not None:
        end_s = max((each.t_s for each in told), default=0.0)
        footer = Footer(exit=exit_, t_s=end_s, inputs=0, derived=len(told))
        records.append({"record": "footer", **object_of(footer)})
    folder = sessions_folder(home) / f"{began:%Y%m%dT%H%M%SZ}-0a1b2c"
    folder.mkdir(parents=True)
    lines = [seal({"seq": seq, **entries}) for seq, entries in enumerate(records)]
    (folder / JOURNAL_NAME).write_bytes(b"".join(lines))
    return folder


def practice(
    schedule: Sequence[Feedback] = (Feedback.FULL, Feedback.SPARSE, Feedback.BLIND),
    *,
    name: str = "settling",
) -> TrainingProtocol:
    """A protocol of rounds that fades."""
    rounds = [
        phase
        for number, feedback in enumerate(schedule, start=1)
        for phase in (
            ProtocolPhase(
                kind=PhaseKind.ACTIVATE,
                ends=(ExitRule.TIME,),
                longest_s=60.0,
                feedback=feedback,
                activation=ActivationKind.MOMENT,
                round=number,
            ),
            ProtocolPhase(
                kind=PhaseKind.SETTLE,
                ends=(ExitRule.TIME,),
                longest_s=240.0,
                feedback=feedback,
                round=number,
            ),
        )
    ]
    return TrainingProtocol(
        name=name,
        title="Rounds",
        summary="Rounds.",
        phases=(
            ProtocolPhase(kind=PhaseKind.CALIBRATE, ends=(ExitRule.BASELINE,)),
            *rounds,
        ),
        longest_s=1200.0,
        fades=True,
    )


def phase(t_s: float, kind: PhaseKind, *, step: int | None = 1) -> PhaseChanged:
    """A phase begins."""
    return PhaseChanged(t_s=t_s, kind=kind, step=step)


def beats(
    start_s: float, end_s: float, *, label: BeatLabel = BeatLabel.NORMAL
) -> list[Output]:
    """One beat a second."""
    return [
        Beat(
            t_s=start_s + number,
            rr_ms=1000.0,
            label=label,
            beats=1.0,
            follows=True,
            breaks=False,
        )
        for number in range(int(end_s - start_s))
    ]


def second(t_s: float, *, heart_rate_only: bool = False) -> Second:
    """A second of the grid, of which nothing is known."""
    return Second(
        t_s=t_s,
        state=State.UNKNOWN,
        why_unknown=None,
        heart_rate_bpm=None,
        ln_rmssd=None,
        arousal_z=None,
        arousal0_z=None,
        smoothed_z=None,
        quality=Quality.NONE,
        accepted_share=None,
        beat_age_s=None,
        slow_breathing=False,
        irregular_rhythm=False,
        movement_like=False,
        heart_rate_only=heart_rate_only,
        contact=None,
    )


def a_round(
    number: int,
    *,
    feedback: Feedback = Feedback.FULL,
    activation: ActivationKind = ActivationKind.MOMENT,
    settling_time_s: float | None = 40.0,
    known_share: float = 1.0,
) -> list[Output]:
    """Activation from the round's 300th second for 60 s, then 100 s of settling.

    Without a settling time the body was not back by the end of it.
    """
    begun_s = 300.0 * number
    over_s = begun_s + 160.0
    settled_s = None if settling_time_s is None else begun_s + 60.0 + settling_time_s
    episode = Episode(
        number=number,
        onset_s=begun_s + 5.0,
        confirmed_s=begun_s + 20.0,
        peak_s=begun_s + 50.0,
        peak_z=5.0,
        release_s=begun_s + 60.0,
        settled_s=settled_s,
        ended_s=over_s,
        outcome=Outcome.UNRESOLVED if settled_s is None else Outcome.SETTLED,
        settling_time_s=settling_time_s,
    )
    return [
        phase(begun_s, PhaseKind.ACTIVATE, step=2 * number - 1),
        phase(begun_s + 60.0, PhaseKind.SETTLE, step=2 * number),
        EpisodeChanged(t_s=over_s, episode=episode),
        RoundEnded(
            t_s=over_s,
            number=number,
            activation=activation,
            feedback=feedback,
            activated_s=begun_s,
            released_s=begun_s + 60.0,
            ended_s=over_s,
            at_rest=settled_s is not None,
            known_share=known_share,
        ),
    ]
