"""The simulated body: levels, arousal, breathing and the times of beats."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devices.simulated_body import Body, live, respiratory_gain
from devices.simulated_dynamics import Floats
from devices.simulated_script import ArousalEvent, PacedBreathing, Person, Script

PEOPLE = 40
LEVELS_S = 300.0

REST = Script(duration_s=LEVELS_S)
FULL_AROUSAL = Script(
    duration_s=LEVELS_S + 60.0,
    arousal=(ArousalEvent(on_s=0.0, off_s=LEVELS_S + 60.0, level=1.0),),
)
SIX_A_MINUTE = Script(
    duration_s=LEVELS_S, breathing=(PacedBreathing(start_s=0.0, end_s=LEVELS_S),)
)


def _levels(body: Body, from_s: float) -> tuple[float, float, float]:
    """Mean heart rate (bpm), RMSSD and SDNN (ms)."""
    rr_ms = np.diff(body.beat_t_s[body.beat_t_s >= from_s]) * 1000.0
    rmssd_ms = float(np.sqrt(np.mean(np.diff(rr_ms) ** 2)))
    return 60_000.0 / float(rr_ms.mean()), rmssd_ms, float(rr_ms.std(ddof=1))


@pytest.mark.parametrize(
    ("script", "from_s", "heart_rate_bpm", "rmssd_ms", "sdnn_ms"),
    [
        pytest.param(REST, 0.0, 73.0, 36.0, 40.0, id="rest"),
        pytest.param(FULL_AROUSAL, 60.0, 98.0, 13.0, 18.0, id="full-arousal"),
        pytest.param(SIX_A_MINUTE, 0.0, 73.0, 50.0, 101.0, id="six-a-minute"),
    ],
)
def test_people_have_the_levels_of_the_model(
    script: Script,
    from_s: float,
    heart_rate_bpm: float,
    rmssd_ms: float,
    sdnn_ms: float,
) -> None:
    """Medians of 40 people: heart rate within 7 %, variability within 20 %."""
    levels = [
        _levels(live(Person.drawn(np.random.default_rng(k)), script, seed=k), from_s)
        for k in range(PEOPLE)
    ]
    bpm, rmssd, sdnn = np.median(levels, axis=0)
    assert pytest.approx(heart_rate_bpm, rel=0.07) == bpm
    assert pytest.approx(rmssd_ms, rel=0.20) == rmssd
    assert pytest.approx(sdnn_ms, rel=0.20) == sdnn


def test_load_like_jogging_nearly_silences_the_vagus() -> None:
    """With the gains of a physical load: about 127 bpm and hardly any RMSSD."""
    runner = Person(sympathetic_gain=0.5, vagal_withdrawal=0.55)
    heart_rate_bpm, rmssd_ms, _ = _levels(live(runner, FULL_AROUSAL, seed=3), 60.0)
    assert pytest.approx(127.0, abs=6.0) == heart_rate_bpm
    assert rmssd_ms < 8.0


def test_one_seed_lives_one_life() -> None:
    """The same seed gives the same beats, another seed others."""
    one, again, other = (live(Person(), REST, seed=seed) for seed in (5, 5, 6))
    assert one.beat_t_s.tolist() == again.beat_t_s.tolist()
    assert one.beat_t_s.tolist() != other.beat_t_s.tolist()


def test_two_scripts_with_one_seed_agree_until_they_differ() -> None:
    """An activation later on changes nothing before it."""
    aroused = replace(REST, arousal=(ArousalEvent(on_s=200.0, off_s=260.0, level=0.8),))
    calm, activated = (live(Person(), script, seed=7) for script in (REST, aroused))
    before = calm.beat_t_s < 200.0
    assert calm.beat_t_s[before].tolist() == activated.beat_t_s[: before.sum()].tolist()


def test_arousal_rises_and_decays_as_scripted() -> None:
    """One time constant up: 63 % of the level; one down: 37 % of what was reached."""
    event = ArousalEvent(on_s=10.0, off_s=1010.0, level=0.8, rise_s=8.0, decay_s=30.0)
    t_s = np.array([0.0, 10.0, 18.0, 1010.0, 1040.0])
    expected = [0.0, 0.0, 0.8 * (1 - np.exp(-1)), 0.8, 0.8 * np.exp(-1)]
    assert pytest.approx(expected) == event.arousal_at(t_s).tolist()


def test_residual_arousal_never_leaves() -> None:
    """With a residual of a half, half of the height is left after any time."""
    event = ArousalEvent(on_s=0.0, off_s=1000.0, level=0.8, residual=0.5)
    assert pytest.approx([0.4]) == event.arousal_at(np.array([1e5])).tolist()


def test_of_two_overlapping_activations_the_higher_counts() -> None:
    """Arousal is the maximum over the events."""
    low = ArousalEvent(on_s=0.0, off_s=100.0, level=0.3)
    high = ArousalEvent(on_s=50.0, off_s=100.0, level=0.9)
    t_s = np.arange(0.0, 200.0)
    both = Script(duration_s=200.0, arousal=(low, high)).arousal_at(t_s)
    expected = np.maximum(low.arousal_at(t_s), high.arousal_at(t_s))
    assert expected.tolist() == both.tolist()


def test_pacer_sets_the_breath_and_lets_go() -> None:
    """Inside the stretch 6 breaths a minute within 2 % jitter, outside the own rate."""
    script = replace(
        REST, breathing=(PacedBreathing(start_s=100.0, end_s=200.0, tidal=1.3),)
    )
    body = live(Person(), script, seed=8)
    paced = (body.t_s >= 100.0) & (body.t_s < 200.0)
    breaths = np.unique(body.breathing_hz[paced])
    assert pytest.approx(0.1, rel=0.03) == breaths.mean()
    assert len(breaths) == 10
    assert body.breathing_hz[~paced].min() > 0.15


def test_vagal_modulation_is_strongest_near_the_resonance() -> None:
    """The gain at 6 breaths a minute exceeds that at 3 and at 15."""
    slower, slow, usual = respiratory_gain(np.array([0.05, 0.095, 0.25])).tolist()
    assert slow > slower > usual


def test_drift_ends_at_what_was_asked() -> None:
    """A drift of -4 bpm lowers the last second's rate by 4 bpm."""
    drifting = live(Person(), replace(REST, heart_rate_drift_bpm=-4.0), seed=9)
    steady = live(Person(), REST, seed=9)
    change = drifting.heart_rate_bpm - steady.heart_rate_bpm
    assert pytest.approx(0.0, abs=0.1) == change[0]
    assert pytest.approx(-4.0, abs=0.1) == change[-1]


def _rates_at_beats(body: Body) -> Floats:
    return np.interp(body.beat_t_s, body.t_s, body.heart_rate_bpm)


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    level=st.floats(0.0, 1.0),
    breaths_per_min=st.floats(4.0, 20.0),
)
def test_beats_follow_the_rate(seed: int, level: float, breaths_per_min: float) -> None:
    """Beats only go forward, and each interval is that of the rate around it."""
    script = Script(
        duration_s=60.0,
        arousal=(ArousalEvent(on_s=20.0, off_s=40.0, level=level),),
        breathing=(
            PacedBreathing(start_s=0.0, end_s=30.0, breaths_per_min=breaths_per_min),
        ),
    )
    body = live(Person.drawn(np.random.default_rng(seed)), script, seed=seed)
    rr_s = np.diff(body.beat_t_s)
    rates = _rates_at_beats(body)
    assert rr_s.min() > 0.25
    slowest = np.minimum(rates[1:], rates[:-1]) * 0.8
    fastest = np.maximum(rates[1:], rates[:-1]) * 1.25
    assert np.all((slowest < 60.0 / rr_s) & (fastest > 60.0 / rr_s))
