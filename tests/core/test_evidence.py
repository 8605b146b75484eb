"""What is gathered before anything is decided, and how holes take it away."""

import pytest

from biofeed.core.evidence import (
    GAP_S,
    LEAST_ABOVE_S,
    TRUST_AFTER_S,
    EpisodeRule,
    Evidence,
    Run,
    is_at_rest,
)

RULE = EpisodeRule(k_on_z=3.0, k_off_z=1.0, open_after_z_s=4.0, settle_after_s=5.0)


def weighed(*smoothed_z: float | None, first_s: float = 1.0) -> Evidence:
    """Evidence after these seconds; None is an unknown one."""
    evidence = Evidence()
    for number, value in enumerate(smoothed_z):
        if value is None:
            evidence.miss()
        else:
            evidence.end_hole()
            evidence.weigh(first_s + number, value, None, RULE)
    return evidence


@pytest.mark.parametrize(
    ("smoothed_z", "smoothed0_z", "at_rest"),
    [
        pytest.param(0.5, None, True, id="in the tracked band"),
        pytest.param(1.0, None, False, id="at k_off"),
        pytest.param(0.5, 5.0, True, id="in the tracked band alone"),
        pytest.param(1.5, 0.5, True, id="in the calibrated band, tracked sank"),
        pytest.param(2.0, 0.5, False, id="activated against the tracked rest"),
        pytest.param(1.5, 1.0, False, id="in neither band"),
    ],
)
def test_at_rest_is_the_band_of_either_rest(
    *, smoothed_z: float, smoothed0_z: float | None, at_rest: bool
) -> None:
    """Back where one began counts, unless the sunken rest calls it activated."""
    assert at_rest == is_at_rest(smoothed_z, smoothed0_z, k_off_z=1.0)


def test_run_remembers_its_start_and_forgets_it_at_its_end() -> None:
    """The first of the seconds in which the condition held."""
    run = Run()
    run.add(7.0, worth=2.0)
    run.add(8.0)
    assert (7.0, 2, 3.0) == (run.since_s, run.seconds, run.weight)
    run.end()
    assert (None, 0, 0.0) == (run.since_s, run.seconds, run.weight)


@pytest.mark.parametrize(
    ("smoothed_z", "since_s"),
    [
        pytest.param([0.0] * 9, None, id="at rest"),
        pytest.param([3.0] * 99, None, id="at k_on, not above"),
        pytest.param([0.0, 4.0, 4.0, 4.0], None, id="area of 3 z·s"),
        pytest.param([0.0, 4.0, 4.0, 4.0, 4.0], 2.0, id="area of 4 z·s"),
        pytest.param([0.0, 9.0, 9.0], None, id="large area in two seconds"),
        pytest.param([0.0, 9.0, 9.0, 9.0], 2.0, id="large area in three"),
        pytest.param([4.0, 4.0, 3.0, 4.0, 4.0], None, id="a second below starts anew"),
        pytest.param([4.0, 4.0, None, 4.0, 4.0], 1.0, id="an unknown second freezes"),
    ],
)
def test_rise_is_the_area_above_the_threshold(
    smoothed_z: list[float | None], since_s: float | None
) -> None:
    """4 z·s above 3 z, in three seconds at least, dated to the crossing."""
    assert since_s == weighed(*smoothed_z).risen_since_s(RULE)
    assert 3 == LEAST_ABOVE_S


@pytest.mark.parametrize(
    ("smoothed_z", "since_s"),
    [
        pytest.param([0.5] * 4, None, id="four seconds"),
        pytest.param([0.5] * 5, 1.0, id="five seconds"),
        pytest.param([4.0, *[0.5] * 5], 2.0, id="after a rise"),
        pytest.param([0.5, 0.5, 1.0, 0.5, 0.5, 0.5], None, id="a second above"),
        pytest.param([0.5, 0.5, None, 0.5, 0.5, 0.5], 1.0, id="an unknown second"),
    ],
)
def test_settling_is_staying_below_the_threshold(
    smoothed_z: list[float | None], since_s: float | None
) -> None:
    """Five known seconds below 1 z without a break, dated to the first."""
    assert since_s == weighed(*smoothed_z).settled_since_s(RULE)


def test_hole_of_15_seconds_is_bridged() -> None:
    """Both runs go on as if nothing had been missed."""
    holed = [4.0, 4.0, *[None] * GAP_S, 4.0, 4.0]
    evidence = weighed(*holed)
    assert evidence.is_trusted
    assert 1.0 == evidence.risen_since_s(RULE)


def test_longer_hole_begins_anew_and_waits_for_thirty_seconds() -> None:
    """After 16 s the counts start over, and are trusted 30 s of data later."""
    evidence = weighed(4.0, 4.0, *[None] * (GAP_S + 1), 4.0, 4.0)
    assert (18.0 + 1.0, 2) == (evidence.above.since_s, evidence.above.seconds)
    untrusted_s = 0
    while not evidence.is_trusted:
        evidence.end_hole()
        untrusted_s += 1
    assert TRUST_AFTER_S - 1 == untrusted_s


def test_unknown_seconds_bring_no_trust() -> None:
    """Thirty seconds of data are needed, not thirty seconds."""
    evidence = weighed(4.0, *[None] * 16, 4.0, *[None] * 15, 4.0, *[None] * 15, 4.0)
    assert not evidence.is_trusted


def test_an_unusual_drop_is_not_called_settled() -> None:
    """However long the heart stays far below rest, nothing is counted."""
    assert weighed(*[-4.0] * 60).settled_since_s(RULE) is None


def test_a_swing_below_rest_on_the_way_does_not_undo_the_rest() -> None:
    """Two seconds, a drop, three more: five seconds at rest."""
    assert 1.0 == weighed(0.5, 0.5, *[-4.0] * 9, 0.5, 0.5, 0.5).settled_since_s(RULE)
