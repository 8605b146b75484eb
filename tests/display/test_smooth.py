"""Nothing on the client's screen jumps or trembles while a rough trace comes in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRect

from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.sample_session import SampleSession
from biofeed.display.trend_plot import SHOWN_S
from biofeed.session.snapshot import Floats, Snapshot

FRAMES_A_SECOND = 60
BEFORE_S = 200
LENGTH_S = 640
"""What is behind when the window opens, and what comes in while it is watched, s."""

MOST_OF_HEIGHT = 0.012
"""A frame moves the band by at most so much of the plot's height: 6 px of 472."""

RISES = (
    (300.0, 8.0, 25.0),
    (330.0, 16.0, 60.0),
    (520.0, 5.0, 20.0),
)
"""When a rise begins, how high it goes, z, and in how long it comes back, s."""


def _rough() -> Floats:
    """Ten minutes as people have them: noise, steps of artefacts, gaps, three rises."""
    draw = np.random.default_rng(7)
    t_s = np.arange(float(BEFORE_S + LENGTH_S))
    noise = np.convolve(draw.normal(0.0, 1.1, t_s.size), np.ones(3) / 3, "same")
    z: Floats = noise + draw.choice([0.0, 2.5, -2.0], t_s.size, p=[0.97, 0.02, 0.01])
    for onset_s, height_z, back_s in RISES:
        since_s = np.maximum(t_s - onset_s, 0.0)
        z += height_z * (1 - np.exp(-since_s / 4.0)) * np.exp(-since_s / back_s)
    for start in draw.integers(BEFORE_S, t_s.size, 6):
        z[start : start + draw.integers(2, 15)] = np.nan
    return z


@dataclass(frozen=True)
class Frame:
    """Where things are in one picture."""

    second: int
    low_z: float
    high_z: float
    band_y: float
    tip: QPointF
    past_x: float
    places: tuple[QRect, ...]


@pytest.fixture(scope="module")
def rough_z() -> Floats:
    return _rough()


@pytest.fixture
def frames(
    window: ClientWindow,
    bridge: Bridge,
    time_s: list[float],
    sample: SampleSession,
    rough_z: Floats,
) -> list[Frame]:
    """Every picture of ten minutes, sixty a second."""
    settle = sample.at(536.0)
    scene = window.pages.session.scene
    publish = bridge.publish

    def one(second: int) -> Iterator[Frame]:
        publish(_until(settle, rough_z, second))
        window.advance()
        for _ in range(FRAMES_A_SECOND):
            time_s[0] += 1.0 / FRAMES_A_SECOND
            scene.advance()
            low_z, high_z = scene.trend.range_z
            yield Frame(
                second=second,
                low_z=low_z,
                high_z=high_z,
                band_y=scene.trend.place(0.0, 0.0).y(),
                tip=scene.trend.tip,
                past_x=scene.trend.place(float(BEFORE_S), 0.0).x(),
                places=(scene.trend.geometry(), scene.pacer.geometry()),
            )

    # The first pictures settle the words, which nothing precedes.
    for second in range(BEFORE_S - 8, BEFORE_S):
        list(one(second))
    seconds = range(BEFORE_S, BEFORE_S + LENGTH_S)
    return [frame for second in seconds for frame in one(second)]


def _until(settle: Snapshot, z: Floats, second: int) -> Snapshot:
    """The session at a second of the rough trace."""
    t_s = np.arange(float(second + 1))
    assert settle.second is not None  # it is 536 s old
    newest = replace(settle.second, t_s=float(second))
    return replace(
        settle,
        t_s=float(second),
        second=newest,
        trace_t_s=t_s,
        trace_z=z[: second + 1],
    )


def test_a_rough_trace_moves_nothing_but_itself(
    frames: list[Frame], window: ClientWindow, rough_z: Floats
) -> None:
    """Second by second, picture by picture: no jump, no tremor, all of it in view.

    The places of trace and pacer, and of the tip, stay. Time moves on evenly, and so
    does the tip's height. The axis is eased: no picture moves the band by more than a
    sliver, and it moves once with a rise and once after it.
    """
    height = window.pages.session.scene.trend.height()
    assert 1 == len({frame.places for frame in frames})
    assert np.ptp([frame.tip.x() for frame in frames]) < 0.01
    band_y = np.array([frame.band_y for frame in frames])
    assert np.abs(np.diff(band_y)).max() < MOST_OF_HEIGHT * height
    assert np.ptp(band_y) > 0.05 * height, "the axis never moved: nothing was tried"
    _time_moves_evenly(frames)
    _tip_moves_evenly(frames, rough_z)
    # The axis moves at every other picture.
    assert _movements([frame.high_z for frame in frames[::3]]) <= 2 * len(RISES)
    for frame in frames[FRAMES_A_SECOND - 1 :: FRAMES_A_SECOND]:
        shown = rough_z[max(0, frame.second - int(SHOWN_S)) : frame.second - 2]
        assert frame.low_z < np.nanmin(shown)
        assert np.nanmax(shown) < frame.high_z


def _time_moves_evenly(frames: list[Frame]) -> None:
    step_px = np.diff([frame.past_x for frame in frames])
    whole_px = frames[-1].past_x - frames[0].past_x
    assert step_px == pytest.approx(whole_px / step_px.size, rel=0.02)


def _tip_moves_evenly(frames: list[Frame], rough_z: Floats) -> None:
    """No picture moves it by more than a sixtieth of what its second does."""
    px_per_z = [_px_per_z(frame) for frame in frames]
    tip_z = np.array([frame.tip.y() for frame in frames]) / px_per_z
    band_z = np.array([frame.band_y for frame in frames]) / px_per_z
    step_z = np.abs(np.diff(band_z - tip_z))
    for start in range(0, len(frames) - FRAMES_A_SECOND, FRAMES_A_SECOND):
        second = frames[start].second
        came_z = rough_z[second - 1 : second + 1]
        if np.isfinite(came_z).all():
            within = step_z[start : start + FRAMES_A_SECOND - 1]
            assert within.max() < abs(np.diff(came_z)[0]) / FRAMES_A_SECOND + 0.02


def _px_per_z(frame: Frame) -> float:
    return frame.band_y / frame.high_z


def _movements(high_z: list[float]) -> int:
    """How often the axis, having stood still, began to move."""
    is_moving = np.abs(np.diff(high_z)) > 1e-6
    return int(np.count_nonzero(np.diff(is_moving.astype(int)) == 1))


def test_a_late_picture_is_no_jump(
    show: Callable[[Snapshot], None],
    window: ClientWindow,
    sample: SampleSession,
    time_s: list[float],
) -> None:
    """A computer busy for a second finds the axis on its way, not beyond its goal."""
    show(sample.at(330.0))
    trend = window.pages.session.scene.trend
    before_z = trend.range_z[1]
    snapshot = sample.at(331.0)
    z = snapshot.trace_z.copy()
    z[-1] = 20.0
    trend.show_trace(snapshot.trace_t_s, z, tip="", is_current=True)
    goal_z = trend._axis._high.goal
    time_s[0] += 1.0
    trend.advance()
    assert before_z < trend.range_z[1] < goal_z
