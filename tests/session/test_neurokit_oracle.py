"""The core's heart rate and RMSSD against NeuroKit2's, on recordings."""

import importlib
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.heartbeats import Heartbeats
from biofeed.core.rate import heart_rate_bpm
from biofeed.core.variability import rmssd_ms
from biofeed.session.hrv_agreement import AgreementWatch
from biofeed.session.hrv_windows import INDICES, hrv_window
from biofeed.session.neurokit_worker import answer_window
from biofeed.session.snapshot import HrvPanel
from devices.source import RecordedInterval

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parents[2]
SIMULATED = sorted((REPOSITORY / "tests" / "golden").glob("*.rr.csv"))
PEOPLE = REPOSITORY.parent / "shared" / "data"

EXACT = 1e-9
"""Relative difference that rounding may make."""

LEAST_BEATS = 5
"""A shorter stretch has too few differences for NeuroKit2 to take all its numbers."""

MOST_BEATS = 600
"""Longer stretches are compared in parts: NeuroKit2 slows with the length."""


@pytest.fixture(scope="module", name="nk")
def neurokit() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module("neurokit2")


def labelled(path: Path) -> tuple[Beat, ...]:
    """Read a recording as the core does, beat by beat."""
    heartbeats = Heartbeats()
    beats: list[Beat] = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        t_s, rr_ms = map(float, line.split(","))
        beats += heartbeats.interval(RecordedInterval(t_s=t_s, rr_ms=rr_ms))
    return (*beats, *heartbeats.flush())


def clean_stretches(beats: Sequence[Beat]) -> Iterator[tuple[Beat, ...]]:
    """Cut into runs of normal beats that follow each other, of 600 at most."""
    stretch: list[Beat] = []
    for beat in beats:
        if stretch and (not beat.follows or len(stretch) >= MOST_BEATS):
            yield tuple(stretch)
            stretch = []
        if beat.label is BeatLabel.NORMAL:
            stretch.append(beat)
    if stretch:
        yield tuple(stretch)


def compare(nk: Any, path: Path) -> int:
    """Hold the core to NeuroKit2 on every clean stretch; returns their number."""
    compared = 0
    for stretch in clean_stretches(labelled(path)):
        if len(stretch) < LEAST_BEATS:
            continue
        rr_ms = np.array([beat.rr_ms for beat in stretch])
        table = nk.hrv_time({"RRI": rr_ms, "RRI_Time": np.cumsum(rr_ms) / 1000.0})
        rmssd, mean_nn = (float(table[k].iloc[0]) for k in ("HRV_RMSSD", "HRV_MeanNN"))
        length_s = float(rr_ms.sum()) / 1000.0
        where = f"{path.name} from {stretch[0].t_s} s"
        assert rmssd_ms(stretch) == pytest.approx(rmssd, rel=EXACT), where
        rate_bpm = heart_rate_bpm(stretch, length_s)
        assert rate_bpm == pytest.approx(60_000.0 / mean_nn, rel=EXACT), where
        compared += 1
    return compared


@pytest.mark.parametrize("path", SIMULATED, ids=lambda path: path.stem)
def test_core_equals_neurokit_on_simulated_people(nk: Any, path: Path) -> None:
    """Heart rate and RMSSD of every clean stretch are the same to 1e-9."""
    assert compare(nk, path) > 0


@pytest.mark.parametrize(
    "group",
    ["prcp", "eegmat", "gudb", "spb_recovery", "biopsykit", "extras", "fantasia"],
)
def test_core_equals_neurokit_on_real_people(nk: Any, group: str) -> None:
    """The same on people, from rest to running, wherever their recordings are."""
    recordings = sorted((PEOPLE / group).glob("*.rr.csv"))
    if not recordings:
        pytest.skip(f"the recordings of {group} are not on this machine")
    assert sum(compare(nk, path) for path in recordings) >= len(recordings)


@pytest.mark.parametrize("path", SIMULATED, ids=lambda path: path.stem)
def test_core_equals_the_panel_among_artefacts(nk: Any, path: Path) -> None:
    """RMSSD of a window with artefacts and gaps is the same to 1e-9 too."""
    beats = labelled(path)
    compared = 0
    for end_s in np.arange(60.0, beats[-1].t_s, 15.0).tolist():
        window = [beat for beat in beats if end_s - 60.0 < beat.t_s <= end_s]
        answer = answer_window(hrv_window(beats, window_s=60, end_s=end_s))
        rmssd = answer.indices.get("HRV_RMSSD")
        if rmssd is not None:
            assert rmssd_ms(window) == pytest.approx(rmssd, rel=EXACT), end_s
            compared += 1
    assert compared > 10


@pytest.mark.parametrize("path", SIMULATED, ids=lambda path: path.stem)
def test_live_comparison_is_silent_on_recordings(nk: Any, path: Path) -> None:
    """No notice of a disagreement is raised where there is none."""
    beats = labelled(path)
    for window_s, end_s in [(60, 150.0), (60, 230.0), (120, 300.0), (300, 400.0)]:
        window = hrv_window(beats, window_s=window_s, end_s=end_s)
        answer = answer_window(window)
        panel = HrvPanel(
            window_s=window_s,
            end_s=end_s,
            beats=window.beats,
            artefacts=answer.artefacts,
            indices={**dict.fromkeys(INDICES), **answer.indices},
        )
        assert AgreementWatch().news([panel], beats) == []
