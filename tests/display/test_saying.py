"""Words follow the body without flickering, and trouble without waiting."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from biofeed.core.values import State, Unknown
from biofeed.display import words
from biofeed.display.bridge import Bridge, Received
from biofeed.display.client_window import ClientWindow
from biofeed.display.sample_session import SampleSession
from biofeed.display.saying import saying
from biofeed.display.steady import HOLD_S
from biofeed.session.snapshot import Snapshot


def _as(snapshot: Snapshot, state: State, t_s: float) -> Snapshot:
    assert snapshot.second is not None
    second = replace(snapshot.second, state=state, beat_age_s=0.2, t_s=t_s)
    return replace(snapshot, second=second, t_s=t_s, episodes=())


@pytest.fixture
def say(
    window: ClientWindow, bridge: Bridge, time_s: list[float]
) -> Callable[[Snapshot], str]:
    """Show a snapshot a second after the last; return the words at the tip."""

    def publish(snapshot: Snapshot) -> str:
        time_s[0] += 1.0
        bridge.publish(snapshot)
        window.advance()
        return window.pages.session.trend.tip_words

    return publish


def test_words_do_not_flicker_at_the_edge_of_the_band(
    say: Callable[[Snapshot], str], sample: SampleSession
) -> None:
    """A trace that crosses the edge each second keeps its first word."""
    states = (State.SETTLED, State.ABOVE_REST)
    snapshot = sample.at(340.0)
    said = {
        say(_as(snapshot, states[second % 2], 340.0 + second)) for second in range(12)
    }
    assert said == {words.STATES[State.SETTLED]}


def test_words_follow_a_state_that_lasts(
    say: Callable[[Snapshot], str], sample: SampleSession
) -> None:
    """After three seconds of the session the new state is said."""
    snapshot = sample.at(340.0)
    say(_as(snapshot, State.SETTLED, 340.0))
    assert say(_as(snapshot, State.ABOVE_REST, 341.0)) == "at your rest"
    later = _as(snapshot, State.ABOVE_REST, 341.0 + HOLD_S)
    assert say(later) == "a little above rest"


def test_words_keep_up_with_a_quick_replay(
    say: Callable[[Snapshot], str], sample: SampleSession
) -> None:
    """The hold is counted in the session's seconds, not in the wall's."""
    snapshot = sample.at(340.0)
    say(_as(snapshot, State.SETTLED, 340.0))
    say(_as(snapshot, State.ACTIVATED, 360.0))
    assert say(_as(snapshot, State.ACTIVATED, 380.0)) == "activated"


def test_a_new_phase_changes_the_words_at_once(
    say: Callable[[Snapshot], str], sample: SampleSession, window: ClientWindow
) -> None:
    """Once the rest is learned nothing still claims to be learning it."""
    say(sample.at(170.0))
    assert say(sample.at(300.0)) == words.STATES[State.SETTLED]


@pytest.mark.parametrize("why", [Unknown.NO_SIGNAL, Unknown.NO_CONTACT])
def test_trouble_does_not_wait(sample: SampleSession, why: Unknown) -> None:
    """What has to be known at once is not held back."""
    snapshot = sample.at(340.0)
    assert snapshot.second is not None
    second = replace(
        snapshot.second, state=State.UNKNOWN, why_unknown=why, smoothed_z=None
    )
    received = Received(snapshot=replace(snapshot, second=second), received_s=0.0)
    assert not saying(received, 0.0).can_wait
