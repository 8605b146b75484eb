"""Learning the rest anew: by a key, asked twice, offered where it means something."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from biofeed.core.events import Action
from biofeed.core.phase import PhaseKind
from biofeed.core.values import PhaseChanged
from biofeed.display import words
from biofeed.display.arc import summary
from biofeed.display.bridge import Received
from biofeed.display.client_window import ClientWindow
from biofeed.display.drawer_words import MORE_KEY
from biofeed.display.foot_facts import keys_now
from biofeed.display.foot_row import REMARK_S
from biofeed.display.loss_watch import Loss
from biofeed.display.reading import learned_share
from biofeed.display.sample_session import SampleSession
from biofeed.display.saying import sentence
from biofeed.session.snapshot import Snapshot
from calibration.baseline import Baseline, CalibrationProgress, Reason, Verdict

Show = Callable[[Snapshot], None]
Submitted = list[tuple[Action, str, float | None]]

REFUSED = Baseline(
    start_s=180.0,
    end_s=360.0,
    usable_s=180.0,
    reference=None,
    verdict=Verdict.REFUSED,
    reasons=(Reason.HEART_RATE_DRIFTS,),
)


@pytest.fixture
def refused(sample: SampleSession) -> Snapshot:
    """A session whose five minutes gave no rest, and that goes on learning."""
    progress = CalibrationProgress(
        usable_s=300.0, needed_s=300.0, disturbance=Reason.HEART_RATE_DRIFTS
    )
    learning = sample.at(170.0)
    return replace(learning, baseline=REFUSED, calibration=progress)


def _asked(submitted: Submitted) -> int:
    return sum(action is Action.RECALIBRATE for action, _, _ in submitted)


def test_the_rest_is_learned_anew_on_the_second_press(
    window: ClientWindow, show: Show, sample: SampleSession, submitted: Submitted
) -> None:
    """One press only asks: three minutes of a session are not lost by a slip."""
    show(sample.at(400.0))
    QTest.keyClick(window, Qt.Key.Key_R)
    assert _asked(submitted) == 0
    QTest.keyClick(window, Qt.Key.Key_R)
    assert _asked(submitted) == 1


def test_a_press_is_forgotten_with_its_remark(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    time_s: list[float],
) -> None:
    """Two presses far apart are two slips."""
    show(sample.at(400.0))
    QTest.keyClick(window, Qt.Key.Key_R)
    time_s[0] += REMARK_S + 1.0
    QTest.keyClick(window, Qt.Key.Key_R)
    assert _asked(submitted) == 0


@pytest.mark.parametrize("t_s", [5.0, 170.0])
def test_it_is_not_offered_before_a_rest_was_tried(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    t_s: float,
) -> None:
    """While waiting, and while learning, there is nothing to begin anew."""
    snapshot = sample.at(t_s)
    show(snapshot)
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_R)
    assert _asked(submitted) == 0
    assert ("R", "rest anew") not in keys_now(snapshot, Loss.NONE)


def test_the_key_is_named_once_it_means_something(
    sample: SampleSession, refused: Snapshot
) -> None:
    """With a rest, and after one that was refused, the row of keys says so."""
    learned = (*words.KEYS_LEARNED, MORE_KEY)
    assert learned == keys_now(sample.at(400.0), Loss.NONE)
    assert learned == keys_now(refused, Loss.NONE)


def test_a_second_learning_is_not_begun_again(sample: SampleSession) -> None:
    """After the action the row of keys offers it no more."""
    phase = PhaseChanged(t_s=400.0, kind=PhaseKind.CALIBRATE)
    anew = replace(sample.at(400.0), phase=phase)
    assert (*words.KEYS_RUNNING, MORE_KEY) == keys_now(anew, Loss.NONE)


def test_a_refused_rest_is_said_with_what_to_do(refused: Snapshot) -> None:
    """The screen says that there is none yet, why, and that R begins anew."""
    said = sentence(Received(snapshot=refused, received_s=0.0), 0.0)
    assert said.head == words.CALIBRATION_REFUSED
    assert words.DISTURBANCES[Reason.HEART_RATE_DRIFTS] in said.detail
    assert "R begins it anew" in said.detail


def test_enough_seconds_are_not_yet_a_rest(refused: Snapshot) -> None:
    """The band stays open until a rest was taken, and nothing is named after it."""
    assert learned_share(refused) < 1.0


def test_at_the_end_a_refused_rest_has_its_reason(refused: Snapshot) -> None:
    """A session without a rest says why it has none."""
    found = summary(refused)
    assert found.sentence.head == words.NO_REST.head
    assert words.REST_REASONS[Reason.HEART_RATE_DRIFTS] in found.sentence.detail
