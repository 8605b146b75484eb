"""The overview loses no rise and bridges no gap."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from biofeed.display.column_line import columns


@given(
    st.lists(st.floats(-5.0, 20.0) | st.just(float("nan")), min_size=1, max_size=200),
    st.floats(1.0, 30.0),
)
def test_columns_hold_every_extreme(z: list[float], column_s: float) -> None:
    """The highest and lowest second of a session are in some column."""
    t_s = np.arange(len(z), dtype=float)
    drawn = columns(t_s, np.array(z), column_s)
    known = [value for value in z if np.isfinite(value)]
    if not known:
        assert drawn == []
        return
    assert min(low for _, low, _ in drawn) == min(known)
    assert max(high for _, _, high in drawn) == max(known)


def test_unknown_columns_are_left_out() -> None:
    """Where a whole column is unknown nothing is drawn."""
    z = np.array([1.0, 1.0, np.nan, np.nan, 2.0, 2.0])
    drawn = columns(np.arange(6, dtype=float), z, 2.0)
    assert [start_s for start_s, _, _ in drawn] == [0.0, 4.0]
