"""NeuroKit2's defects, each pinned by a test that fails once it is mended upstream.

A failure here is good news: take the workaround out that the message names.
Counted as in docs/hrv-panel.md.
"""

import importlib
import warnings
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

Floats = NDArray[np.float64]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:divide by zero encountered:RuntimeWarning"),
    pytest.mark.filterwarnings("ignore:invalid value encountered:RuntimeWarning"),
    pytest.mark.filterwarnings("ignore:Mean of empty slice:RuntimeWarning"),
]


@pytest.fixture(scope="module", name="nk")
def neurokit() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module("neurokit2")


@pytest.fixture(name="rr_ms")
def five_minutes() -> Floats:
    """Intervals that breathe 15 times a minute, with a little noise."""
    t_s = 0.85 * np.arange(350)
    noise = np.random.default_rng(7).normal(0.0, 10.0, t_s.size)
    rr_ms: Floats = 850.0 + 35.0 * np.sin(2.0 * np.pi * 0.25 * t_s) + noise
    return rr_ms


def dict_form(rr_ms: Floats, t_s: Floats | None = None) -> dict[str, Floats]:
    return {"RRI": rr_ms, "RRI_Time": np.cumsum(rr_ms) / 1000.0 if t_s is None else t_s}


def rmssd_ms(nk: Any, series: dict[str, Floats]) -> float:
    return float(nk.hrv_time(series)["HRV_RMSSD"].iloc[0])


def audit(nk: Any, rr_ms: Floats, *, passes: str) -> tuple[dict[str, int], Any, Any]:
    """Run the artefact audit; returns its counts, and the peaks before and after."""
    peaks = nk.intervals_to_peaks(rr_ms)
    found, corrected = nk.signal_fixpeaks(
        peaks, sampling_rate=1000, iterative=passes == "many", method="Kubios"
    )
    kinds = ("ectopic", "missed", "extra", "longshort")
    return {kind: len(found[kind]) for kind in kinds}, peaks, corrected


def test_1_several_passes_forget_what_the_first_found(nk: Any, rr_ms: Floats) -> None:
    """With ``iterative=True`` the lists are those of the last pass.

    When this fails: count with ``iterative=True`` in the worker, as published.
    """
    for k in range(20, 340, 32):
        early = 0.3 * rr_ms[k]
        rr_ms[k] -= early
        rr_ms[k + 1] += early
    once, _, _ = audit(nk, rr_ms, passes="one")
    many, before, after = audit(nk, rr_ms, passes="many")
    moved = len(set(before) - set(after))
    assert once["ectopic"] >= 10
    assert sum(many.values()) < moved
    assert many["ectopic"] == 0, "mended: the audit now reports every pass"


@pytest.mark.parametrize(("later", "seen"), [(0, 0), (1, 0), (2, 1)])
def test_2_extra_beat_at_the_end_is_not_seen(
    nk: Any, rr_ms: Floats, later: int, seen: int
) -> None:
    """An extra beat shows only once two intervals have followed it.

    When this fails: docs/hrv-panel.md need no longer say that the audit lags.
    """
    after = [0.65 * rr_ms[199], *rr_ms[200:]][:later]
    series = np.array([*rr_ms[:199], 0.35 * rr_ms[199], *after])
    found, _, _ = audit(nk, series, passes="one")
    assert found["extra"] == seen, "mended: the audit now reaches the last interval"


def test_3_run_of_missed_beats_is_repaired_with_one(nk: Any, rr_ms: Floats) -> None:
    """Five lost beats are filled with one, and RMSSD pays for it.

    When this fails: the audit need no longer be cut at gaps.
    """
    lost = np.concatenate([rr_ms[:150], [rr_ms[150:156].sum()], rr_ms[156:]])
    peaks = nk.intervals_to_peaks(lost)
    _, repaired = nk.signal_fixpeaks(
        peaks, sampling_rate=1000, iterative=True, method="Kubios"
    )
    left_ms = np.diff(repaired).astype(np.float64)
    assert left_ms.max() > 2000.0, "mended: a run is now repaired with a run"
    assert rmssd_ms(nk, dict_form(left_ms)) > 2.0 * rmssd_ms(nk, dict_form(rr_ms))


def test_4a_arrival_times_lose_pairs(nk: Any, rr_ms: Floats) -> None:
    """A time difference that misses the interval by over 10 ms drops the pair.

    When this fails: times need no longer be rebuilt from the intervals.
    """
    t_s = np.cumsum(rr_ms) / 1000.0
    jitter_s = np.random.default_rng(1).uniform(-0.15, 0.15, t_s.size)
    arrived = np.sort(t_s + jitter_s)
    true = rmssd_ms(nk, dict_form(rr_ms))
    assert rmssd_ms(nk, dict_form(rr_ms, arrived)) != pytest.approx(true, rel=0.01), (
        "mended: jitter of arrival no longer loses pairs"
    )


def test_4b_packet_times_hide_a_gap(nk: Any, rr_ms: Floats) -> None:
    """Where no pair matches its times the check for gaps switches itself off.

    When this fails: a hole need no longer be marked with a missing interval.
    """
    t_s = np.cumsum(rr_ms) / 1000.0
    t_s[175:] += 60.0
    rr_ms[175:] += 300.0
    t_s[175:] += 0.3 * np.arange(1, 176)
    packets = np.repeat(t_s[1::2], 2)
    across_the_gap = float(np.sqrt(np.mean(np.diff(rr_ms) ** 2)))
    assert rmssd_ms(nk, dict_form(rr_ms, t_s)) < 0.95 * across_the_gap
    assert rmssd_ms(nk, dict_form(rr_ms, packets)) == pytest.approx(across_the_gap), (
        "mended: a gap between packets is now seen"
    )


def test_5_peaks_with_a_rate_are_refused(nk: Any, rr_ms: Floats) -> None:
    """The documented pair of peaks and rate ends in an IndexError.

    When this fails: nothing changes here; the dict form is used throughout.
    """
    with pytest.raises(IndexError):
        nk.hrv_time((nk.intervals_to_peaks(rr_ms), 1000))


def test_6_equal_intervals_divide_by_zero(nk: Any) -> None:
    """Intervals that do not vary raise, where SD1 and SD2 are simply 0.

    When this fails: SD1 and SD2 of equal intervals need no longer be unknown.
    """
    with pytest.raises(ZeroDivisionError):
        nk.hrv_nonlinear(dict_form(np.full(200, 800.0)))


def test_7a_powers_are_shares_unless_asked_otherwise(nk: Any, rr_ms: Floats) -> None:
    """By default LF and HF are scaled to the highest peak, not ms².

    When this fails: ``normalize=False`` can go from the worker.
    """
    series = dict_form(rr_ms)
    default = float(nk.hrv_frequency(series)["HRV_HF"].iloc[0])
    power_ms2 = float(nk.hrv_frequency(series, normalize=False)["HRV_HF"].iloc[0])
    assert power_ms2 == pytest.approx(35.0**2 / 2.0, rel=0.25)
    assert default < 1.0, "mended: powers are ms² by default"


def test_7b_lf_of_a_minute_is_cut_off_in_silence(nk: Any) -> None:
    """Below 4 / length the spectrum is thrown away, though LF begins at 0.04 Hz.

    When this fails: read again how short a window LF allows.
    """
    t_s = 0.85 * np.arange(70)
    slow = dict_form(850.0 + 35.0 * np.sin(2.0 * np.pi * 0.05 * t_s))
    table = nk.hrv_frequency(slow, normalize=False)
    assert float(table["HRV_LF"].iloc[0]) < 0.5 * 35.0**2 / 2.0, (
        "mended: all of LF is now read from a minute"
    )


def test_8a_pnn50_divides_by_one_too_many(nk: Any) -> None:
    """Eleven differences of eleven over 50 ms read 91.7 %, not 100 %.

    When this fails: docs/hrv-panel.md need no longer say so.
    """
    table = nk.hrv_time(dict_form(np.array([800.0, 900.0] * 6)))
    assert float(table["HRV_pNN50"].iloc[0]) == pytest.approx(100.0 * 11 / 12), (
        "mended: pNN50 is now a share of the differences"
    )


def test_8b_sdann_ignores_times(nk: Any, rr_ms: Floats) -> None:
    """A gap of 150 s does not move the minutes that SDANN averages over.

    When this fails: SDANN may be shown for recordings with gaps.
    """
    long_ms = np.tile(rr_ms, 3)
    t_s = np.cumsum(long_ms) / 1000.0
    gap_s = np.where(np.arange(long_ms.size) >= 500, 150.0, 0.0)
    through = nk.hrv_time(dict_form(long_ms, t_s))
    with_gap = nk.hrv_time(dict_form(long_ms, t_s + gap_s))
    for index in ("HRV_SDANN1", "HRV_SDNNI1"):
        assert float(through[index].iloc[0]) == pytest.approx(
            float(with_gap[index].iloc[0])
        ), "mended: SDANN and SDNNI now look at the times"
