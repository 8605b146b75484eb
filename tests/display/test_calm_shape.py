"""The one calm shape: five places, no number, and no jump."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from biofeed.core.phase import Feedback, PhaseKind
from biofeed.core.values import State
from biofeed.display import guidance_words
from biofeed.display.calm_shape import PLACES, CalmShape
from biofeed.display.client_window import ClientWindow
from biofeed.display.sample_session import SampleSession
from biofeed.display.session_layout import quiet_scene
from biofeed.display.theme import Measure, Motion
from biofeed.session.snapshot import Snapshot

KNOWN = [state for state in State if state in PLACES]


@pytest.fixture
def shape(time_s: list[float], qtbot: QtBot) -> CalmShape:
    shape = CalmShape(lambda: time_s[0], motion=Motion.FULL)
    qtbot.addWidget(shape)
    shape.begin(State.SETTLED)
    return shape


def _let_pass(shape: CalmShape, time_s: list[float], seconds: float) -> None:
    for _ in range(round(seconds * 30)):
        time_s[0] += 1.0 / 30.0
        shape.drift()


def test_every_state_that_is_known_has_a_place_and_words() -> None:
    """And those that are not known have none."""
    assert set(State) - {State.UNKNOWN, State.CALIBRATING} == set(PLACES)
    assert set(PLACES) == set(guidance_words.SHAPE_PLACES)


def test_higher_is_further_from_rest() -> None:
    """An unusual drop lies below the horizon; it is not at rest."""
    assert (
        PLACES[State.UNUSUALLY_LOW]
        < PLACES[State.SETTLED]
        < PLACES[State.ABOVE_REST]
        < PLACES[State.COMING_BACK]
        < PLACES[State.ACTIVATED]
    )
    assert 0.0 == PLACES[State.SETTLED]


@pytest.mark.parametrize("state", KNOWN)
def test_it_comes_to_where_a_state_belongs(
    shape: CalmShape, time_s: list[float], state: State
) -> None:
    """After a while it is there."""
    shape.show_state(state, is_current=True)
    _let_pass(shape, time_s, 20.0)
    assert PLACES[state] == shape.place


def test_it_drifts_and_does_not_jump(shape: CalmShape, time_s: list[float]) -> None:
    """From one frame to the next it moves by less than a fiftieth of its room."""
    shape.show_state(State.ACTIVATED, is_current=True)
    before = shape.place
    for _ in range(300):
        time_s[0] += 1.0 / 30.0
        shape.drift()
        assert abs(shape.place - before) < 0.02
        before = shape.place


@pytest.mark.parametrize(
    ("state", "is_current"), [(State.UNKNOWN, True), (State.SETTLED, False)]
)
def test_what_is_not_known_moves_nothing(
    shape: CalmShape, time_s: list[float], state: State, *, is_current: bool
) -> None:
    """Without a signal of now it stays where it was."""
    shape.show_state(State.ACTIVATED, is_current=True)
    _let_pass(shape, time_s, 20.0)
    shape.show_state(state, is_current=is_current)
    _let_pass(shape, time_s, 20.0)
    assert PLACES[State.ACTIVATED] == shape.place


def test_with_less_motion_it_is_there_at_once(
    time_s: list[float], qtbot: QtBot
) -> None:
    """Nothing glides for who asked that nothing should."""
    shape = CalmShape(lambda: time_s[0], motion=Motion.REDUCED)
    qtbot.addWidget(shape)
    shape.show_state(State.ACTIVATED, is_current=True)
    shape.drift()
    assert 1.0 == shape.place


@pytest.mark.parametrize("high", [80, 200, 500, 1400])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("place", sorted(PLACES.values()))
def test_it_stays_in_its_room(high: int, text_scale: float, place: float) -> None:
    """At its highest and at its lowest, shape and word are within the room."""
    measure = Measure(scale=0.82, text_scale=text_scale)
    room = QRect(0, 100, 1024, high)
    placed = quiet_scene(room, measure, place=place)
    assert placed.shape.top() >= room.top()
    if high >= 200:
        assert placed.pacer.bottom() <= room.bottom()


@pytest.mark.parametrize("longer_px", [0, 14, 60])
def test_a_longer_sentence_does_not_move_the_horizon(longer_px: int) -> None:
    """It takes of the room above; what rest is stays where it was."""
    usual = quiet_scene(QRect(0, 240, 1440, 560), Measure(), place=0.5)
    room = QRect(0, 240 + longer_px, 1440, 560 - longer_px)
    placed = quiet_scene(room, Measure(), place=0.5, usual_top=240)
    assert usual.horizon == placed.horizon
    assert usual.shape.height() == placed.shape.height()
    assert placed.shape.top() >= room.top()


def test_on_the_horizon_at_rest() -> None:
    """Its middle is the middle of the band."""
    placed = quiet_scene(QRect(0, 100, 1440, 500), Measure(), place=0.0)
    assert abs(placed.shape.center().y() - placed.horizon) <= 1


@pytest.fixture
def sparse(training: SampleSession) -> Snapshot:
    """In the settling of the round with one calm shape."""
    began = training.first(
        lambda snapshot: (
            snapshot.phase is not None
            and snapshot.phase.feedback is Feedback.SPARSE
            and snapshot.phase.kind is PhaseKind.SETTLE
        )
    )
    return training.at(began.t_s + 40.0)


def _in_state(snapshot: Snapshot, state: State, bpm: float) -> Snapshot:
    assert snapshot.second is not None
    second = replace(snapshot.second, state=state, heart_rate_bpm=bpm, smoothed_z=bpm)
    return replace(snapshot, second=second)


def test_the_pacer_is_the_shape_where_there_is_one(
    window: ClientWindow, show: Callable[[Snapshot], None], sparse: Snapshot
) -> None:
    """One shape on screen, never two; without the pacer it is still there."""
    page = window.pages.session
    show(sparse)
    assert page.pacer.isVisible()
    assert page.scene.shape.isHidden()
    window.pages.session.foot.key_pressed.emit("P")
    assert page.pacer.isHidden()
    assert page.scene.shape.isVisible()


def test_it_stands_higher_for_an_activated_body(
    window: ClientWindow,
    show: Callable[[Snapshot], None],
    sparse: Snapshot,
    time_s: list[float],
) -> None:
    """The place follows the state, and the same state has the same place."""
    shape = window.pages.session.scene.shape
    tops = []
    for state, bpm in (
        (State.SETTLED, 60.0),
        (State.ACTIVATED, 90.0),
        (State.ACTIVATED, 99.0),
    ):
        show(_in_state(sparse, state, bpm))
        _let_pass(shape, time_s, 20.0)
        tops.append(window.pages.session.pacer.geometry().top())
    assert tops[1] < tops[0]
    assert tops[1] == tops[2]
