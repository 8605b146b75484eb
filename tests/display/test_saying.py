"""Words follow the body without flickering, and trouble without waiting."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from biofeed.core.guidance import Prompted
from biofeed.core.phase import Feedback, PhaseKind
from biofeed.core.values import PhaseChanged, State, Unknown
from biofeed.display import words
from biofeed.display.bridge import Bridge, Received
from biofeed.display.client_view import client_view
from biofeed.display.client_window import ClientWindow
from biofeed.display.sample_session import SampleSession
from biofeed.display.saying import Saying, saying
from biofeed.display.steady import HOLD_S
from biofeed.display.texts import text_of
from biofeed.session.snapshot import Snapshot
from devices.source import LinkChanged, LinkState


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


def _said(snapshot: Snapshot) -> Saying:
    return saying(Received(snapshot=snapshot, received_s=0.0), 0.0)


def _prompted(snapshot: Snapshot, key: str, variant: int = 0) -> Snapshot:
    prompt = Prompted(t_s=snapshot.t_s, key=key, variant=variant)
    return replace(snapshot, prompt=prompt)


@pytest.mark.parametrize("variant", [0, 1, 2])
def test_the_coach_has_the_word(training: SampleSession, variant: int) -> None:
    """What is prompted is what is said, in the variant that is asked for."""
    snapshot = _prompted(training.at(420.0), "settle.easing", variant)
    assert text_of("settle.easing", variant) == _said(snapshot).sentence


def test_an_instruction_is_the_protocols_own(training: SampleSession) -> None:
    """Head, detail, and in a quiet line what there is to choose from."""
    snapshot = training.at(330.0)
    said = _said(snapshot)
    assert snapshot.scripted is not None
    assert snapshot.scripted.instruction == said.sentence.head
    assert snapshot.scripted.detail == said.sentence.detail
    for choice in snapshot.scripted.choices:
        assert choice in said.aside.replace("\u00a0", " ")


def test_an_instruction_without_its_phase_says_what_is_there(
    training: SampleSession,
) -> None:
    """Between a phase that was left early and the next word, no word is missing."""
    snapshot = training.at(330.0)
    assert snapshot.phase is not None
    beside = replace(snapshot.phase, step=None, kind=PhaseKind.REST)
    said = _said(_prompted(replace(snapshot, phase=beside), "instruction"))
    assert said.sentence.head


def test_what_there_is_to_choose_from_goes_with_the_instruction(
    training: SampleSession,
) -> None:
    """Beside another sentence, trouble for one, it is not shown."""
    snapshot = training.at(330.0)
    lost = LinkChanged(t_s=329.0, link=LinkState.LOST)
    assert "" == _said(replace(snapshot, link=lost)).aside
    assert "" == _said(_prompted(snapshot, "paused")).aside


def test_how_to_begin_is_said_beside_the_instruction(training: SampleSession) -> None:
    """Before Enter the protocol says how to sit, and the screen what to press."""
    snapshot = training.at(3.0)
    said = _said(snapshot)
    assert snapshot.scripted is not None
    assert snapshot.scripted.instruction == said.sentence.head
    assert "Enter" in said.aside


def test_the_coachs_words_come_at_once(
    training: SampleSession,
    window: ClientWindow,
    bridge: Bridge,
) -> None:
    """They have waited in the coach; on screen they wait no longer."""
    snapshot = training.at(420.0)
    for key in ("settle.easing", "settle.settled"):
        bridge.publish(_prompted(snapshot, key))
        window.advance()
        labels = [label.text() for label in window.findChildren(QLabel)]
        assert text_of(key).head in labels


def test_trouble_goes_before_the_coach(training: SampleSession) -> None:
    """A lost strap is said, whatever is prompted."""
    lost = LinkChanged(t_s=415.0, link=LinkState.LOST)
    snapshot = replace(_prompted(training.at(420.0), "settle.easing"), link=lost)
    assert words.LINKS[LinkState.LOST].head == _said(snapshot).sentence.head


@pytest.mark.parametrize("kind", PhaseKind)
@pytest.mark.parametrize("level", Feedback)
@pytest.mark.parametrize("state", State)
def test_something_is_said_before_the_first_prompt(
    sample: SampleSession, kind: PhaseKind, level: Feedback, state: State
) -> None:
    """Whatever goes on, the screen is never without words."""
    snapshot = _as(sample.at(340.0), state, 340.0)
    phase = PhaseChanged(t_s=300.0, kind=kind, feedback=level)
    assert _said(replace(snapshot, phase=phase, prompt=None)).sentence.head


def test_a_whole_training_is_said_without_a_hole(training: SampleSession) -> None:
    """At every moment of it there is a sentence, and it is what the session says."""
    said: list[str] = []

    def listen(snapshot: Snapshot) -> bool:
        head = _said(client_view(snapshot)).sentence.head
        if not said or said[-1] != head:
            said.append(head)
        return snapshot.ended is not None

    training.first(listen)
    assert "" not in said
    assert text_of("settle.held").head in said
    assert any("your body was" in head for head in said)
