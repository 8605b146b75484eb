"""What a value is worth on a person's own scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.reference import Scale


@pytest.mark.parametrize(
    ("value", "z"),
    [(60.0, 0.0), (63.0, 2.0), (57.0, -2.0)],
    ids=["at", "above", "below"],
)
def test_z_is_distance_in_spreads(value: float, z: float) -> None:
    """Against 60 ± 1.5."""
    assert z == Scale(centre=60.0, spread=1.5).standardise(value)


@given(st.floats(30.0, 200.0), st.floats(0.1, 50.0), st.floats(-20.0, 20.0))
def test_z_is_read_back_as_its_value(centre: float, spread: float, z: float) -> None:
    """Centre + z · spread is z."""
    scale = Scale(centre=centre, spread=spread)
    assert pytest.approx(z, abs=1e-9) == scale.standardise(centre + z * spread)
