"""The height axis fits what is known and never jumps."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.display.axis_range import LEAST_HIGH_Z, LEAST_LOW_Z, AxisRange

FRAME_S = 1.0 / 30.0


def _run(axis: AxisRange, z: list[float], start_s: float = 0.0) -> list[float]:
    """Look once a second, ease thirty times; return every upper end drawn."""
    drawn = []
    for second in range(len(z)):
        axis.look(np.array(z[max(0, second - 360) : second + 1]), start_s + second)
        for _ in range(30):
            axis.ease(FRAME_S)
            drawn.append(axis.high_z)
    return drawn


def test_a_rise_never_makes_the_axis_jump() -> None:
    """From rest to a height of 20 the axis moves a little each frame."""
    drawn = _run(AxisRange(), [0.0] * 5 + [20.0] * 20)
    steps = np.abs(np.diff(drawn))
    assert steps.max() < 0.06 * 28.0


def test_what_is_known_fits_once_the_axis_is_still() -> None:
    """After the movement the highest point has room above it."""
    axis = AxisRange()
    _run(axis, [0.0, 3.0, 9.0, 14.0, *[14.0] * 6])
    assert axis.is_still
    assert axis.high_z > 14.0


def test_a_trace_about_one_height_moves_the_axis_once() -> None:
    """Swings about a height are followed once, not swing by swing."""
    axis = AxisRange()
    _run(axis, [8.0] * 10)
    settled = axis.high_z
    z = [8.0 + 0.6 * np.sin(second) for second in range(60)]
    drawn = _run(axis, z, start_s=10.0)
    assert max(drawn) - min(drawn) < 0.05 * settled


def test_axis_narrows_only_after_a_while() -> None:
    """Once a height has left the picture the axis waits 20 s, then comes down."""
    axis = AxisRange()
    _run(axis, [12.0] * 10)
    wide = axis.high_z
    for second in range(19):
        axis.look(np.array([0.5]), 10.0 + second)
    axis.settle()
    assert axis.high_z == pytest.approx(wide, abs=0.01)
    for second in range(19, 40):
        axis.look(np.array([0.5]), 10.0 + second)
    axis.settle()
    assert axis.high_z == LEAST_HIGH_Z


@given(st.lists(st.floats(-30.0, 60.0) | st.just(float("nan")), max_size=50))
def test_axis_always_holds_the_resting_band(z: list[float]) -> None:
    """Whatever the trace does, the band has its place in the picture."""
    axis = AxisRange()
    axis.look(np.array(z, dtype=float), 0.0)
    axis.settle()
    assert axis.low_z <= LEAST_LOW_Z
    assert axis.high_z >= LEAST_HIGH_Z
    known = [value for value in z if np.isfinite(value)]
    assert all(axis.low_z <= value <= axis.high_z for value in known)
