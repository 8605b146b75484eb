"""Sessions that never happened, for pictures, the benchmark and the tests.

Shapes and roughness are those of recorded people: a rise over half a minute, a plateau,
an exponential way back, and between them a slow wander of one resting spread with the
small quick steps a 30 s heart rate makes.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from biofeed.core.values import (
    Episode,
    Feedback,
    HalfLifeMethod,
    Outcome,
    PhaseChanged,
    PhaseKind,
    Quality,
    Second,
    State,
    Unknown,
)
from biofeed.session.snapshot import RecordingState, Snapshot
from calibration.baseline import Baseline, CalibrationProgress, Verdict
from calibration.reference import Reference, Scale
from devices.source import DeviceIdentity, LinkChanged, LinkState

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rise:
    """One activation of a sample.

    Attributes
    ----------
    start_s, hold_s
        When it begins to rise, and how long it stays up once risen, s.
    height_z
        How far, z.
    half_life_s
        Of its way back, s.
    """

    start_s: float
    hold_s: float
    height_z: float
    half_life_s: float


RISES = (
    Rise(start_s=420.0, hold_s=25.0, height_z=7.4, half_life_s=62.0),
    Rise(start_s=860.0, hold_s=20.0, height_z=6.2, half_life_s=33.0),
)

RISE_TIME_S = 14.0
"""Time constant of a rise as a 30 s heart rate shows it, s."""

CALIBRATED_S = 240.0
"""When the sample's rest has been learned, s."""


def trace(
    length_s: int, *, seed: int = 7, gap_s: tuple[int, int] | None = None
) -> Floats:
    """Activation on the 1 s grid.

    Returns
    -------
    shape (length_s,), z; NaN before the rest is learned and in the gap.
    """
    rng = np.random.default_rng(seed)
    t_s = np.arange(length_s, dtype=float)
    z = _wander(rng, length_s)
    for rise in RISES:
        up = 1.0 - np.exp(-np.maximum(t_s - rise.start_s, 0.0) / RISE_TIME_S)
        turn_s = rise.start_s + 2.5 * RISE_TIME_S + rise.hold_s
        back = 0.5 ** (np.maximum(t_s - turn_s, 0.0) / rise.half_life_s)
        z = z + rise.height_z * up * back
    z[: int(min(CALIBRATED_S, length_s))] = np.nan
    if gap_s is not None:
        z[gap_s[0] : gap_s[1]] = np.nan
    return z


def _wander(rng: np.random.Generator, length: int) -> Floats:
    slow = np.zeros(length)
    quick = np.zeros(length)
    for i in range(1, length):
        slow[i] = 0.985 * slow[i - 1] + rng.normal(0.0, 0.10)
        quick[i] = 0.80 * quick[i - 1] + rng.normal(0.0, 0.07)
    breath = 0.12 * np.sin(np.arange(length) * 2 * np.pi / 11.0)
    total: Floats = slow + quick + breath
    return total


def snapshot(at_s: float, z: Floats) -> Snapshot:
    """The sample session as it stands at ``at_s``; ``z`` from ``trace``."""
    seen = z[: int(at_s) + 1]
    newest = float(seen[-1])
    known = np.isfinite(newest)
    phase = _phase(at_s)
    return Snapshot(
        t_s=at_s + 0.4,
        speed=1.0,
        second=_second(at_s, newest if known else None, _state(seen)),
        link=LinkChanged(
            t_s=2.0,
            link=LinkState.LIVE,
            device=DeviceIdentity(
                name="Polar H10 A1B24F2A", address="C4:7E:12:A1:4F:2A"
            ),
        ),
        battery_pct=80,
        phase=phase,
        phases_done=tuple(each for each in PHASES if each.t_s < phase.t_s),
        calibration=CalibrationProgress(
            usable_s=max(0.0, min(at_s - 100.0, 140.0)), needed_s=140.0
        ),
        baseline=BASELINE if at_s >= CALIBRATED_S else None,
        trace_t_s=np.arange(seen.size, dtype=float),
        trace_z=seen,
        beats=(),
        episodes=tuple(e for e in EPISODES if e.confirmed_s <= at_s),
        marks=(),
        notices=(),
        panels=(),
        recording=RecordingState.SAVED,
        ended=None,
    )


def unknown(shown: Snapshot, why: Unknown) -> Snapshot:
    """The same moment with nothing known, and why."""
    assert shown.second is not None  # every sample has one
    second = replace(
        shown.second,
        state=State.UNKNOWN,
        why_unknown=why,
        arousal_z=None,
        arousal0_z=None,
        smoothed_z=None,
        heart_rate_bpm=None,
        quality=Quality.POOR if why is Unknown.POOR_SIGNAL else Quality.NONE,
        beat_age_s=0.6 if why is Unknown.POOR_SIGNAL else 12.0,
    )
    z = shown.trace_z.copy()
    z[-12:] = np.nan
    return replace(shown, second=second, trace_z=z)


def _phase(at_s: float) -> PhaseChanged:
    return [each for each in PHASES if each.t_s <= at_s][-1]


def _second(at_s: float, z: float | None, state: State) -> Second:
    return Second(
        t_s=float(int(at_s)),
        state=state,
        why_unknown=Unknown.NO_BASELINE_YET if z is None else None,
        heart_rate_bpm=64.0 + 1.6 * (z or 0.0),
        ln_rmssd=3.6,
        arousal_z=z,
        arousal0_z=z,
        smoothed_z=z,
        quality=Quality.GOOD,
        accepted_share=0.99,
        beat_age_s=0.3,
        slow_breathing=False,
        irregular_rhythm=False,
        movement_like=False,
        heart_rate_only=False,
        contact=True,
    )


def _state(seen: Floats) -> State:
    z = float(seen[-1])
    if not np.isfinite(z):
        return State.CALIBRATING
    if z < 1.0:
        return State.SETTLED
    if z < 2.0:
        return State.ABOVE_REST
    highest = float(np.nanmax(seen[-90:]))
    return State.COMING_BACK if z < 0.85 * highest else State.ACTIVATED


def _phases() -> tuple[PhaseChanged, ...]:
    kinds = (
        (PhaseKind.ARRIVE, 0.0, 60.0),
        (PhaseKind.CALIBRATE, 60.0, CALIBRATED_S),
        (PhaseKind.REST, CALIBRATED_S, 410.0),
        (PhaseKind.ACTIVATE, 410.0, 480.0),
        (PhaseKind.SETTLE, 480.0, 780.0),
        (PhaseKind.REST, 780.0, 850.0),
        (PhaseKind.ACTIVATE, 850.0, 915.0),
        (PhaseKind.SETTLE, 915.0, 1140.0),
        (PhaseKind.CLOSE, 1140.0, 1200.0),
    )
    return tuple(
        PhaseChanged(t_s=start_s, kind=kind, feedback=Feedback.FULL, ends_s=end_s)
        for kind, start_s, end_s in kinds
    )


PHASES = _phases()

BASELINE = Baseline(
    start_s=100.0,
    end_s=CALIBRATED_S,
    usable_s=140.0,
    reference=Reference(
        heart_rate_bpm=Scale(centre=64.0, spread=1.6),
        ln_rmssd=Scale(centre=3.6, spread=0.25),
    ),
    verdict=Verdict.ACCEPTED,
)

EPISODES = (
    Episode(
        number=1,
        onset_s=421.0,
        confirmed_s=438.0,
        peak_s=470.0,
        peak_z=7.9,
        release_s=491.0,
        settled_s=664.0,
        ended_s=684.0,
        outcome=Outcome.SETTLED,
        settling_time_s=173.0,
        half_life_s=64.0,
        half_life_method=HalfLifeMethod.EXPONENTIAL,
        recovered_pct={30: 24.0, 60: 52.0, 120: 78.0, 300: 99.0},
    ),
    Episode(
        number=2,
        onset_s=861.0,
        confirmed_s=880.0,
        peak_s=908.0,
        peak_z=6.6,
        release_s=919.0,
        settled_s=1003.0,
        ended_s=1023.0,
        outcome=Outcome.SETTLED,
        settling_time_s=84.0,
        half_life_s=34.0,
        half_life_method=HalfLifeMethod.EXPONENTIAL,
        recovered_pct={30: 46.0, 60: 75.0, 120: 98.0, 300: None},
    ),
)
