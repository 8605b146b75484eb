"""Moments of a training with a rough strap that are worth a picture of the console."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from biofeed.core.events import Role
from biofeed.core.phase import PhaseKind
from biofeed.display.sample_session import SampleSession
from biofeed.session.outlining import outline_of
from biofeed.session.snapshot import HrvPanel, Mark, Replaying, Snapshot

# Written down as NeuroKit2 computed them at this training's end: its process takes
# seconds to begin, and a picture is of the table, not of the numbers.
INDICES: Mapping[int, Mapping[str, float | None]] = {
    60: {
        "HRV_MeanNN": 842.8,
        "HRV_SDNN": 58.1,
        "HRV_RMSSD": 52.7,
        "HRV_pNN50": 30.2,
        "HRV_SD1": 37.5,
        "HRV_SD2": 67.5,
        "HRV_CSI": 1.80,
        "HRV_LF": None,
        "HRV_LFHF": None,
        "HRV_HF": 1533.0,
    },
    120: {
        "HRV_MeanNN": 847.6,
        "HRV_SDNN": 54.5,
        "HRV_RMSSD": 51.2,
        "HRV_pNN50": 36.2,
        "HRV_SD1": 36.3,
        "HRV_SD2": 65.3,
        "HRV_CSI": 1.80,
        "HRV_LF": 614.2,
        "HRV_LFHF": 0.349,
        "HRV_HF": 1758.6,
    },
    300: {
        "HRV_MeanNN": 828.7,
        "HRV_SDNN": 57.8,
        "HRV_RMSSD": 46.3,
        "HRV_pNN50": 33.7,
        "HRV_SD1": 32.8,
        "HRV_SD2": 73.5,
        "HRV_CSI": 2.24,
        "HRV_LF": 579.4,
        "HRV_LFHF": 0.377,
        "HRV_HF": 1536.1,
    },
}


def console_scenes(session: SampleSession) -> Iterator[tuple[str, Snapshot]]:
    """Every state of the clinician's window, by name.

    Parameters
    ----------
    session
        A training of three rounds.
    """
    calibrated_s = session.first(_is_at(PhaseKind.CALIBRATE)).t_s
    yield "console-calibrate", session.at(calibrated_s + 100.0)
    settle_s = session.first(_is_at(PhaseKind.SETTLE)).t_s
    yield "console-settle", _full(session.at(settle_s + 52.0))
    close_s = session.first(_is_at(PhaseKind.CLOSE)).t_s
    late = _full(session.at(close_s - 40.0))
    yield "console-tables", late
    yield "console-replay", replayed(late, session)
    yield "console-ended", _full(session.ended())


def replayed(snapshot: Snapshot, session: SampleSession) -> Snapshot:
    """Return a moment of a training as its recording plays it."""
    end = session.ended()
    outline = outline_of(end, end_s=end.t_s)
    replay = Replaying(speed=1.0, is_playing=True, outline=outline)
    return replace(snapshot, replay=replay)


def replay_scenes(session: SampleSession) -> Iterator[tuple[str, Snapshot]]:
    """Moments of a recording, by name."""
    settle_s = session.first(_is_at(PhaseKind.SETTLE)).t_s
    yield "replay-settle", replayed(session.at(settle_s + 52.0), session)
    blind_s = session.ended().rounds[-1].t_s - 60.0
    yield "replay-blind", replayed(session.at(blind_s), session)


def _is_at(kind: PhaseKind) -> Callable[[Snapshot], bool]:
    return lambda snapshot: snapshot.phase is not None and snapshot.phase.kind is kind


def _full(snapshot: Snapshot) -> Snapshot:
    """Return it with NeuroKit2's numbers, marks and notes."""
    t_s = snapshot.t_s
    panels = tuple(
        HrvPanel(
            window_s=window_s,
            end_s=t_s - 3.0,
            beats=round(window_s * 1.16),
            artefacts=window_s // 40,
            indices=dict(indices),
        )
        for window_s, indices in INDICES.items()
    )
    marks = (
        Mark(t_s=t_s - 93.0, text="touched", role=Role.CLINICIAN),
        Mark(t_s=t_s - 31.0, text="the message"),
    )
    note = "Shoulders came down by themselves with the second long breath."
    notes = (Mark(t_s=t_s - 12.0, text=note, role=Role.CLINICIAN),)
    return replace(snapshot, panels=panels, marks=marks, notes=notes)
