"""What an interval that is no normal one may be: alone, and with its neighbour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.beat import BeatLabel
from biofeed.core.stories import MOST_MISSED, alone, together
from tests.core.making import beat

ECTOPIC, PAUSE, MISSED = BeatLabel.ECTOPIC, BeatLabel.PAUSE, BeatLabel.MISSED
EXTRA, IMPLAUSIBLE = BeatLabel.EXTRA, BeatLabel.IMPLAUSIBLE


@pytest.mark.parametrize(
    ("rr_ms", "label", "beats"),
    [
        pytest.param(0.0, IMPLAUSIBLE, 0.0, id="nothing"),
        pytest.param(250.0, IMPLAUSIBLE, 0.0, id="sooner than any beat"),
        pytest.param(600.0, ECTOPIC, 1.0, id="early"),
        pytest.param(1100.0, PAUSE, 1.0, id="late"),
        pytest.param(1240.0, IMPLAUSIBLE, 0.0, id="one and a half beats"),
        pytest.param(1600.0, MISSED, 2.0, id="two beats"),
        pytest.param(1300.0, MISSED, 2.0, id="two beats of a faster heart"),
        pytest.param(1900.0, MISSED, 2.0, id="two beats of a slower heart"),
        pytest.param(2400.0, MISSED, 3.0, id="three beats"),
        pytest.param(3200.0, IMPLAUSIBLE, 0.0, id="four beats are a gap"),
        pytest.param(64_000.0, IMPLAUSIBLE, 0.0, id="a minute"),
    ],
)
def test_interval_alone_is_counted_in_beats_of_the_reference(
    rr_ms: float, label: BeatLabel, beats: float
) -> None:
    """Against 800 ms: early, late, a whole multiple, or no story at all."""
    assert (label, beats) == alone(rr_ms, 800.0)


def test_nothing_is_told_without_a_reference() -> None:
    """Before the first accepted beat, early and late mean nothing."""
    assert (IMPLAUSIBLE, 0.0) == alone(2500.0, None)


@pytest.mark.parametrize(
    ("first", "first_ms", "rr_ms", "labels"),
    [
        pytest.param(ECTOPIC, 560.0, 1040.0, (ECTOPIC, PAUSE), id="full pause"),
        pytest.param(ECTOPIC, 560.0, 920.0, (ECTOPIC, PAUSE), id="short pause"),
        pytest.param(ECTOPIC, 320.0, 480.0, (EXTRA, EXTRA), id="two halves"),
        pytest.param(IMPLAUSIBLE, 250.0, 550.0, (EXTRA, EXTRA), id="a short half"),
        pytest.param(IMPLAUSIBLE, 250.0, 1350.0, (ECTOPIC, PAUSE), id="very early"),
        pytest.param(IMPLAUSIBLE, 100.0, 700.0, None, id="too short for a half"),
        pytest.param(ECTOPIC, 560.0, 800.0, None, id="early, then normal"),
        pytest.param(ECTOPIC, 560.0, 560.0, None, id="early twice"),
        pytest.param(BeatLabel.NORMAL, 320.0, 480.0, None, id="first one was normal"),
        pytest.param(BeatLabel.OVERLAP, 320.0, 480.0, None, id="first one overlapped"),
    ],
)
def test_two_intervals_make_a_story_when_their_sum_fits(
    first: BeatLabel,
    first_ms: float,
    rr_ms: float,
    labels: tuple[BeatLabel, BeatLabel] | None,
) -> None:
    """An early beat and its pause fill two beats, halves of an extra one fill one."""
    told = together(beat(rr_ms=first_ms, label=first), rr_ms, 800.0, entered=False)
    assert labels == (None if told is None else (told[0][0], told[1][0]))


def test_interval_that_entered_must_fit_better() -> None:
    """What a door let in is normal unless the sum is plainly a whole number."""
    last = beat(rr_ms=560.0, label=ECTOPIC)
    assert together(last, 900.0, 800.0, entered=False) is not None
    assert together(last, 900.0, 800.0, entered=True) is None
    assert together(last, 1040.0, 800.0, entered=True) is not None


@given(st.floats(0.0, 1e6), st.floats(300.0, 2000.0))
def test_beats_told_conserve_time(rr_ms: float, reference_ms: float) -> None:
    """Counted beats fill the interval to half a beat, or it counts none."""
    label, beats = alone(rr_ms, reference_ms)
    assert beats in range(MOST_MISSED + 1)
    assert (beats == 0.0) == (label is IMPLAUSIBLE)
    if label is MISSED:
        assert pytest.approx(beats, abs=0.6) == rr_ms / reference_ms


@given(
    st.sampled_from([ECTOPIC, IMPLAUSIBLE]),
    st.floats(0.0, 3000.0),
    st.floats(0.0, 3000.0),
    st.floats(300.0, 2000.0),
    st.booleans(),
)
def test_stories_of_two_conserve_time(
    label: BeatLabel,
    first_ms: float,
    rr_ms: float,
    reference_ms: float,
    entered: bool,  # noqa: FBT001
) -> None:
    """Both labels together count the whole beats that both intervals fill."""
    told = together(
        beat(rr_ms=first_ms, label=label), rr_ms, reference_ms, entered=entered
    )
    if told is not None:
        counted = told[0][1] + told[1][1]
        assert pytest.approx(counted, abs=0.56) == (first_ms + rr_ms) / reference_ms
