"""What a snapshot means for the person, as values."""

from dataclasses import replace

import pytest

from biofeed.core.phase import Feedback, PhaseKind
from biofeed.core.values import PhaseChanged, State, Unknown
from biofeed.display import reading, words
from biofeed.display.bridge import Received
from biofeed.display.sample_session import SampleSession
from biofeed.display.saying import sentence, tip
from biofeed.session.snapshot import RecordingState, Snapshot
from calibration.baseline import CalibrationProgress, Reason
from devices.source import DeviceIdentity, LinkChanged, LinkReason, LinkState

NOW_S = 50.0


def _received(snapshot: Snapshot, age_s: float = 0.0) -> Received:
    return Received(snapshot=snapshot, received_s=NOW_S - age_s)


def _in_state(snapshot: Snapshot, state: State, kind: PhaseKind) -> Snapshot:
    assert snapshot.second is not None
    return replace(
        snapshot,
        second=replace(snapshot.second, state=state, why_unknown=None),
        phase=PhaseChanged(t_s=200.0, kind=kind),
        episodes=(),
        prompt=None,
    )


def _unknown(snapshot: Snapshot, why: Unknown) -> Snapshot:
    assert snapshot.second is not None
    second = replace(
        snapshot.second,
        state=State.UNKNOWN,
        why_unknown=why,
        arousal_z=None,
        smoothed_z=None,
    )
    return replace(snapshot, second=second)


def test_young_snapshot_is_current(sample: SampleSession) -> None:
    """A snapshot of this moment with a beat of this moment counts as now."""
    assert reading.freshness(_received(sample.at(400.5)), NOW_S).is_current


def test_nothing_older_than_three_seconds_is_current(sample: SampleSession) -> None:
    """When snapshots stop, what is shown stops counting as now after 3 s."""
    young = reading.freshness(_received(sample.at(400.2), 1.0), NOW_S)
    old = reading.freshness(_received(sample.at(400.2), 3.1), NOW_S)
    assert young.is_current
    assert not old.is_current


def test_age_of_a_beat_grows_while_nothing_arrives(sample: SampleSession) -> None:
    """The newest beat ages on the display's clock between snapshots."""
    young = reading.freshness(_received(sample.at(400.5)), NOW_S).beat_age_s
    old = reading.freshness(_received(sample.at(400.5), 5.0), NOW_S).beat_age_s
    assert young is not None
    assert old == pytest.approx(young + 5.0)


def test_a_lost_strap_is_never_current(sample: SampleSession) -> None:
    """Out of touch is not current, whatever the beats' age."""
    lost = LinkChanged(t_s=400.0, link=LinkState.LOST)
    snapshot = replace(sample.at(400.5), link=lost)
    assert not reading.freshness(_received(snapshot), NOW_S).is_current


def test_stopped_snapshots_are_told_with_their_age(sample: SampleSession) -> None:
    """If snapshots stop, the screen says so, and how long ago the last one was."""
    said = sentence(_received(sample.at(400.0), 8.0), NOW_S)
    assert said.head == words.STALE_SCREEN.head
    assert "8 s ago" in said.detail


@pytest.mark.parametrize("why", [each for each in Unknown if each.value[:2] != "no_b"])
def test_every_unknown_says_why(sample: SampleSession, why: Unknown) -> None:
    """Not knowing comes with its reason, in words of its own."""
    snapshot = _unknown(sample.at(400.0), why)
    said = sentence(_received(snapshot), NOW_S)
    if why is Unknown.NO_BASELINE_YET:
        assert said == words.UNKNOWNS[why]
    else:
        assert said.head == words.UNKNOWNS[why].head
    assert tip(snapshot) == words.UNKNOWN_TIPS[why]


@pytest.mark.parametrize("link", [LinkState.LOST, LinkState.SEARCHING, LinkState.STALE])
@pytest.mark.parametrize("reason", LinkReason)
def test_a_link_in_trouble_is_told_with_its_reason(
    sample: SampleSession, link: LinkState, reason: LinkReason
) -> None:
    """Each trouble of the link says what happened and what helps."""
    changed = LinkChanged(t_s=400.0, link=link, reason=reason)
    said = sentence(_received(replace(sample.at(400.0), link=changed)), NOW_S)
    assert said.head == words.LINKS[link].head
    assert said.detail == words.LINK_REASONS[reason]


@pytest.mark.parametrize("state", [s for s in State if s is not State.UNKNOWN])
def test_every_state_has_its_own_words(sample: SampleSession, state: State) -> None:
    """Before the coach's first word, every state is said in words of its own."""
    snapshot = _in_state(sample.at(400.0), state, PhaseKind.REST)
    said = sentence(_received(snapshot), NOW_S)
    assert said.head == words.STATE_SENTENCES[state].head


def test_start_waits_for_the_person(sample: SampleSession) -> None:
    """Before Enter the screen asks for it; once begun it no longer does."""
    assert reading.is_waiting(sample.at(8.0))
    assert not reading.is_waiting(sample.at(30.0))
    said = sentence(_received(sample.at(8.0)), NOW_S)
    assert "Enter" in said.detail


@pytest.mark.parametrize("reason", Reason)
def test_calibration_tells_what_disturbs_it(
    sample: SampleSession, reason: Reason
) -> None:
    """Whatever stands in the way of learning the rest is said."""
    progress = CalibrationProgress(usable_s=60.0, needed_s=180.0, disturbance=reason)
    snapshot = replace(sample.at(170.0), calibration=progress)
    said = sentence(_received(snapshot), NOW_S)
    assert said.detail == words.DISTURBANCES[reason]


def test_calibration_tells_how_long_still(sample: SampleSession) -> None:
    """Progress is said in minutes, and drawn as a share."""
    progress = CalibrationProgress(usable_s=60.0, needed_s=180.0)
    snapshot = replace(sample.at(170.0), calibration=progress)
    assert "2 min" in sentence(_received(snapshot), NOW_S).detail
    assert reading.learned_share(snapshot) == pytest.approx(1 / 3)


@pytest.mark.parametrize("level", [Feedback.SPARSE, Feedback.BLIND])
def test_quiet_phases_say_the_same_in_every_state(
    sample: SampleSession, level: Feedback
) -> None:
    """With less feedback no sentence gives the state away."""
    said = {
        sentence(
            _received(
                replace(
                    _in_state(sample.at(400.0), state, PhaseKind.SETTLE),
                    phase=PhaseChanged(t_s=0.0, kind=PhaseKind.SETTLE, feedback=level),
                )
            ),
            NOW_S,
        )
        for state in State
        if state is not State.UNKNOWN
    }
    assert len(said) == 1


def test_no_pacer_while_the_rest_is_learned(sample: SampleSession) -> None:
    """Pacing would make the rest another one than the person's own."""
    assert not reading.offers_pacer(sample.at(30.0))
    assert not reading.offers_pacer(sample.at(170.0))
    assert reading.offers_pacer(sample.at(400.0))


def test_status_names_quality_beat_and_battery(sample: SampleSession) -> None:
    """The corner says how good the signal is, how old the beat, how full the cell."""
    facts = reading.status(_received(sample.at(400.5)), NOW_S, heart_rate_shown=True)
    assert facts[0] == "signal good"
    assert facts[1].endswith("bpm")
    assert "last beat" in facts[2]
    assert facts[3] == "battery 80 %"


def test_heart_rate_can_be_left_out(sample: SampleSession) -> None:
    """Hidden means absent, not faint."""
    facts = reading.status(_received(sample.at(400.5)), NOW_S, heart_rate_shown=False)
    assert not any("bpm" in fact for fact in facts)


def test_an_old_beat_is_told_with_its_age(sample: SampleSession) -> None:
    """Beyond a moment the beat's age is said in seconds."""
    facts = reading.status(
        _received(sample.at(400.5), 6.0), NOW_S, heart_rate_shown=True
    )
    assert any("6 s ago" in fact or "7 s ago" in fact for fact in facts)


def test_trouble_with_the_recording_is_told(sample: SampleSession) -> None:
    """A session that is not on disk says so."""
    snapshot = replace(sample.at(400.0), recording=RecordingState.HELD_IN_MEMORY)
    facts = reading.status(_received(snapshot), NOW_S, heart_rate_shown=True)
    assert words.RECORDINGS[RecordingState.HELD_IN_MEMORY] in facts


def test_no_signal_is_not_called_good(sample: SampleSession) -> None:
    """While nothing arrives, the last minute's quality is not claimed."""
    snapshot = _unknown(sample.at(400.0), Unknown.NO_SIGNAL)
    facts = reading.status(_received(snapshot), NOW_S, heart_rate_shown=True)
    assert facts[0] == "no signal"


def test_a_hostile_name_loses_what_steers_a_layout() -> None:
    """Control characters, direction overrides and length are taken away."""
    name = "\u202e<b>H10</b>\x1b[2J\n" + "x" * 10_000
    link = LinkChanged(
        t_s=0.0,
        link=LinkState.LIVE,
        device=DeviceIdentity(name=name, address="aa"),
    )
    shown = reading.strap_name(link)
    assert len(shown) <= 32
    assert shown.startswith("<b>H10</b>")
    assert shown.isprintable()


def test_circumstances_are_told(sample: SampleSession) -> None:
    """Whatever makes the trace read differently is said beneath it."""
    second = sample.at(340.0).second
    assert second is not None
    told = reading.circumstances(
        replace(
            second,
            slow_breathing=True,
            irregular_rhythm=True,
            movement_like=True,
            heart_rate_only=True,
        )
    )
    assert told == (
        words.MOVEMENT_LIKE,
        words.UNEVEN_RHYTHM,
        words.HEART_RATE_ONLY,
        words.SLOW_BREATHING,
    )


def test_clear_circumstances_need_no_words(sample: SampleSession) -> None:
    """Where nothing stands in the way nothing is said, nor before the first second."""
    second = sample.at(340.0).second
    assert second is not None
    clear = replace(second, slow_breathing=False, movement_like=False)
    assert reading.circumstances(clear) == ()
    assert reading.circumstances(None) == ()
