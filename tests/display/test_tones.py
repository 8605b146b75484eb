"""Tones begin and end softly, are never loud, and never click: on the samples."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from biofeed.display.mixing import STOP_FADE_S, Mix
from biofeed.display.sounding import (
    DOWN_HZ,
    FOLLOW_S,
    HIGH_HZ,
    LOW_HZ,
    REST_HZ,
    TURN_S,
    UP_HZ,
)
from biofeed.display.tones import (
    CEILING,
    LEVELS,
    RAMP_S,
    SHORTEST_S,
    Cue,
    Voice,
    length_of,
    synthesise,
)

RATE_HZ = 48_000.0
BLOCK = 512

HIGHEST_HZ = max(UP_HZ, HIGH_HZ, 2.0 * REST_HZ)

CUES = (
    Cue(voice=Voice.BREATH, length_s=4.0, from_hz=LOW_HZ, to_hz=HIGH_HZ),
    Cue(voice=Voice.BREATH, length_s=1.0, from_hz=HIGH_HZ, to_hz=LOW_HZ),
    Cue(voice=Voice.TURN, length_s=TURN_S, from_hz=UP_HZ, to_hz=DOWN_HZ),
    Cue(voice=Voice.FOLLOW, length_s=FOLLOW_S, from_hz=REST_HZ, to_hz=REST_HZ),
    Cue(voice=Voice.TURN, length_s=SHORTEST_S, from_hz=UP_HZ, to_hz=UP_HZ),
)
EVERY_CUE = pytest.mark.parametrize("cue", CUES)
RATES = pytest.mark.parametrize("rate_hz", [44_100.0, RATE_HZ])

Samples = NDArray[np.float32]

cues = st.builds(
    Cue,
    voice=st.sampled_from(Voice),
    length_s=st.floats(SHORTEST_S, 8.0),
    from_hz=st.floats(REST_HZ, HIGHEST_HZ),
    to_hz=st.floats(REST_HZ, HIGHEST_HZ),
)


def whole(cue: Cue, rate_hz: float = RATE_HZ) -> Samples:
    return synthesise(cue, rate_hz, 0, length_of(cue, rate_hz))


def loudness(samples: Samples, rate_hz: float = RATE_HZ) -> Samples:
    """The highest of each swing of the lowest pitch there is."""
    swing = round(rate_hz / REST_HZ)
    trimmed = samples[: samples.size // swing * swing]
    loud: Samples = np.abs(trimmed).reshape(-1, swing).max(axis=1)
    return loud


@EVERY_CUE
@RATES
def test_a_ramp_takes_300_ms_at_least(cue: Cue, rate_hz: float) -> None:
    """From a hundredth to nearly all of a tone, and back, measured on its samples."""
    loud = loudness(whole(cue, rate_hz), rate_hz)
    swing_s = 1.0 / REST_HZ
    is_full = np.flatnonzero(loud > 0.98 * loud.max())
    rise_s = is_full[0] * swing_s
    fall_s = (loud.size - 1 - is_full[-1]) * swing_s
    # A raised cosine is within two hundredths of full for the last tenth of its way.
    assert rise_s >= 0.85 * RAMP_S
    assert fall_s >= 0.85 * RAMP_S
    assert loud[0] < 0.02 * loud.max()
    assert loud[-1] < 0.02 * loud.max()


def test_the_ramp_is_the_one_that_was_agreed() -> None:
    """300 ms, and less only where STOP asks for silence."""
    assert 0.3 <= RAMP_S
    assert STOP_FADE_S < 0.2


@EVERY_CUE
def test_a_tone_stays_below_the_level_of_its_voice(cue: Cue) -> None:
    """And begins and ends at nothing."""
    samples = whole(cue)
    assert np.abs(samples).max() <= LEVELS[cue.voice]
    assert 0.0 == samples[0] == samples[-1]


def test_all_voices_together_are_under_the_ceiling() -> None:
    """-12 dBFS, which none of them may move alone."""
    assert sum(LEVELS.values()) <= CEILING
    assert pytest.approx(-12.0) == 20.0 * np.log10(CEILING)


def test_the_level_is_reached() -> None:
    """A tone can be heard: it is no softer than half of what its voice may be."""
    assert np.abs(whole(CUES[0])).max() > 0.5 * LEVELS[Voice.BREATH]


@EVERY_CUE
def test_its_blocks_are_the_tone(cue: Cue) -> None:
    """Made piece by piece it is the same, and silent after its end."""
    length = length_of(cue, RATE_HZ)
    pieces = [synthesise(cue, RATE_HZ, i, BLOCK) for i in range(0, length, BLOCK)]
    made = np.concatenate(pieces)
    assert np.allclose(whole(cue), made[:length], atol=1e-6)
    assert not made[length:].any()


def test_a_glide_ends_where_it_is_to_end() -> None:
    """Its pitch, counted by where the wave crosses nothing, is the asked one."""
    cue = Cue(voice=Voice.BREATH, length_s=6.0, from_hz=LOW_HZ, to_hz=HIGH_HZ)
    samples = whole(cue)
    rising = np.flatnonzero((samples[:-1] < 0.0) & (samples[1:] >= 0.0)) / RATE_HZ
    hz = 1.0 / np.diff(rising)
    assert pytest.approx(LOW_HZ, rel=0.03) == np.median(hz[10:30])
    assert pytest.approx(HIGH_HZ, rel=0.03) == np.median(hz[-30:-10])
    # Crossings are known to a sample: over forty swings that is a thousandth.
    smooth = np.convolve(hz, np.full(40, 1.0 / 40.0), "valid")
    assert np.all(np.diff(smooth) > -0.05)


def test_a_tone_without_room_for_its_ramps_is_refused() -> None:
    """It could not begin and end softly."""
    with pytest.raises(ValueError, match="no room"):
        Cue(voice=Voice.TURN, length_s=0.5, from_hz=UP_HZ, to_hz=UP_HZ)


asked = st.lists(
    st.tuples(
        st.integers(0, 40), st.one_of(cues, st.sampled_from([*Voice, "silence"]))
    ),
    max_size=12,
)


@given(asked)
@settings(max_examples=60, deadline=None)
def test_no_order_of_tones_is_loud_or_clicks(
    asked: list[tuple[int, Cue | Voice | str]],
) -> None:
    """Whatever is asked when, the mix is under the ceiling, and its steps are small.

    The largest step of a wave between two samples is its pitch times its level; a click
    is a step far beyond that.
    """
    mix, rate_hz = Mix(8_000.0), 8_000.0
    heard = []
    for blocks, what in asked:
        heard += [mix.next(BLOCK) for _ in range(blocks)]
        if isinstance(what, Cue):
            mix.play(what)
        elif isinstance(what, Voice):
            mix.hush(what)
        else:
            mix.silence()
    heard += [mix.next(BLOCK) for _ in range(8)]
    samples = np.concatenate([np.zeros(1, dtype=np.float32), *heard])
    steepest = 2.0 * np.pi * HIGHEST_HZ / rate_hz * CEILING * 1.4
    assert np.abs(samples).max() <= CEILING
    assert np.abs(np.diff(samples)).max() <= steepest


@given(st.lists(st.integers(0, 30), min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_a_voice_that_is_asked_again_grows_no_louder(gaps: list[int]) -> None:
    """The old tone gives way as the new one rises."""
    mix, heard = Mix(8_000.0), []
    for gap in gaps:
        mix.play(Cue(voice=Voice.BREATH, length_s=4.0, from_hz=200.0, to_hz=200.0))
        heard += [mix.next(BLOCK) for _ in range(gap + 1)]
    assert np.abs(np.concatenate(heard)).max() <= LEVELS[Voice.BREATH] * 1.0001


def test_silence_comes_within_200_ms_of_stop() -> None:
    """From the middle of all voices to nothing, without a step."""
    mix = Mix(RATE_HZ)
    for voice in Voice:
        mix.play(Cue(voice=voice, length_s=6.0, from_hz=200.0, to_hz=260.0))
    before = mix.next(round(2.0 * RATE_HZ))
    assert np.abs(before).max() > 0.5 * CEILING
    mix.silence()
    after = mix.next(round(0.2 * RATE_HZ))
    assert not after[round(STOP_FADE_S * RATE_HZ) :].any()
    assert mix.is_silent
    # A fade and no switch: a quarter of the way along, most of it still sounds.
    early = after[round(0.2 * STOP_FADE_S * RATE_HZ) :][: round(0.01 * RATE_HZ)]
    assert np.abs(early).max() > 0.2 * CEILING
    assert STOP_FADE_S >= 0.05
