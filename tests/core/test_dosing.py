"""The dose: counted as it is taken, and never exceeded whatever is asked for."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.dosing import LEAST_WORTH_S, Dosing, Readiness
from biofeed.core.phase import ActivationKind
from biofeed.core.safety import ACTIVATIONS, DAILY_DOSE_S

BODY, MOMENT, TOUCH = ActivationKind.BODY, ActivationKind.MOMENT, ActivationKind.TOUCH
REST_BPM = 60.0


def ready(
    dosing: Dosing,
    kind: ActivationKind,
    t_s: float,
    *,
    heart_rate_bpm: float | None = REST_BPM,
    rest_bpm: float | None = REST_BPM,
) -> Readiness:
    return dosing.readiness(kind, t_s, heart_rate_bpm=heart_rate_bpm, rest_bpm=rest_bpm)


@pytest.mark.parametrize("kind", ActivationKind)
def test_each_kind_has_its_count(kind: ActivationKind) -> None:
    """As many as the limit says, and then no more in this session."""
    dosing, t_s = Dosing(), 0.0
    for _ in range(ACTIVATIONS[kind].most):
        assert Readiness.NOW is ready(dosing, kind, t_s)
        dosing.begin(kind, t_s, asked_s=20.0)
        dosing.end(t_s + 20.0)
        t_s += 20.0 + ACTIVATIONS[kind].rest_s
    assert Readiness.NO_MORE is ready(dosing, kind, t_s + 1e4)


@pytest.mark.parametrize("ended", ActivationKind)
@pytest.mark.parametrize("kind", ActivationKind)
def test_rest_is_that_of_what_follows(
    ended: ActivationKind, kind: ActivationKind
) -> None:
    """Two minutes before one that is more than a touch, whatever came before it."""
    dosing = Dosing()
    dosing.begin(ended, 0.0, asked_s=20.0)
    dosing.end(20.0)
    rest_s = ACTIVATIONS[kind].rest_s
    assert Readiness.LATER is ready(dosing, kind, 20.0 + rest_s - 0.1)
    assert Readiness.NOW is ready(dosing, kind, 20.0 + rest_s)


@pytest.mark.parametrize("kind", [BODY, MOMENT])
@pytest.mark.parametrize(
    ("heart_rate_bpm", "rest_bpm", "expected"),
    [
        (66.0, 60.0, Readiness.NOW),
        (66.1, 60.0, Readiness.LATER),
        (40.0, 60.0, Readiness.NOW),
        (None, 60.0, Readiness.LATER),
        (60.0, None, Readiness.LATER),
        (None, None, Readiness.LATER),
    ],
)
def test_the_heart_is_back_within_a_tenth(
    kind: ActivationKind,
    heart_rate_bpm: float | None,
    rest_bpm: float | None,
    expected: Readiness,
) -> None:
    """And what cannot be known is not back."""
    heard = ready(Dosing(), kind, 0.0, heart_rate_bpm=heart_rate_bpm, rest_bpm=rest_bpm)
    assert expected is heard


@pytest.mark.parametrize("kind", ActivationKind)
@pytest.mark.parametrize(
    ("taken_s", "expected"),
    [
        (0.0, Readiness.NOW),
        (DAILY_DOSE_S - LEAST_WORTH_S, Readiness.NOW),
        (DAILY_DOSE_S - LEAST_WORTH_S + 0.1, Readiness.NO_MORE),
        (DAILY_DOSE_S, Readiness.NO_MORE),
        (2 * DAILY_DOSE_S, Readiness.NO_MORE),
    ],
)
def test_the_day_is_counted_before_the_session(
    kind: ActivationKind, taken_s: float, expected: Readiness
) -> None:
    """What was had today is had; less than is worth it is left."""
    assert expected is ready(Dosing(taken_s), kind, 0.0)


@pytest.mark.parametrize(
    ("taken_s", "asked_s", "longest_s"),
    [
        (0.0, 60.0, 60.0),
        (0.0, 30.0, 30.0),
        (0.0, 500.0, 60.0),
        (560.0, 60.0, 40.0),
        (600.0, 60.0, 0.0),
        (900.0, 60.0, 0.0),
    ],
)
def test_an_activation_is_cut_to_what_is_left(
    taken_s: float, asked_s: float, longest_s: float
) -> None:
    """To what its kind may last, and to what the day still holds; to nothing."""
    assert longest_s == Dosing(taken_s).begin(MOMENT, 0.0, asked_s=asked_s)


def test_what_is_broken_off_has_cost_what_it_lasted() -> None:
    """Ten seconds of a minute are ten seconds of the dose."""
    dosing = Dosing(530.0)
    dosing.begin(MOMENT, 100.0, asked_s=60.0)
    dosing.end(110.0)
    dosing.end(500.0)
    assert 60.0 == dosing.begin(MOMENT, 1000.0, asked_s=60.0)


@given(
    st.floats(0.0, 700.0),
    st.lists(
        st.tuples(
            st.sampled_from(ActivationKind),
            st.floats(0.0, 400.0),
            st.floats(0.0, 500.0),
            st.floats(0.0, 1.0),
            st.none() | st.floats(50.0, 90.0),
        ),
        max_size=25,
    ),
)
def test_no_order_of_activations_exceeds_the_dose(
    taken_s: float,
    asked: list[tuple[ActivationKind, float, float, float, float | None]],
) -> None:
    """Of the day, of the session, of one; and there is rest between two of them."""
    dosing, t_s = Dosing(taken_s), 0.0
    taken: list[tuple[ActivationKind, float, float]] = []
    for kind, wait_s, asked_s, share, heart_rate_bpm in asked:
        t_s += wait_s
        heard = ready(dosing, kind, t_s, heart_rate_bpm=heart_rate_bpm)
        if heard is not Readiness.NOW:
            continue
        longest_s = dosing.begin(kind, t_s, asked_s=asked_s)
        assert longest_s <= min(asked_s, ACTIVATIONS[kind].longest_s)
        taken.append((kind, t_s, t_s + share * longest_s))
        t_s += share * longest_s
        dosing.end(t_s)
    total_s = sum(ended_s - begun_s for _, begun_s, ended_s in taken)
    assert not taken or taken_s + total_s <= DAILY_DOSE_S + 1e-6
    for kind in ActivationKind:
        had = [each for each in taken if each[0] is kind]
        assert len(had) <= ACTIVATIONS[kind].most
    for (_, _, ended_s), (kind, begun_s, _) in pairwise(taken):
        assert begun_s - ended_s >= ACTIVATIONS[kind].rest_s
