"""What a terminal is told of a session without a window."""

from dataclasses import replace

import pytest

from biofeed.commands.status_line import StatusLine
from biofeed.core.engine import Engine
from biofeed.core.events import Event, Tick
from biofeed.core.phase import Feedback, PhaseKind
from biofeed.core.safety import HeartRateLimits, limits_for
from biofeed.core.settings import EngineSettings
from biofeed.core.values import PhaseChanged, Quality, Second, State, Unknown
from biofeed.session.history import History
from biofeed.session.protocols import load_protocol
from devices.heart_rate import build
from devices.source import (
    DeviceIdentity,
    LinkChanged,
    LinkReason,
    LinkState,
    Notification,
)

STRAP = DeviceIdentity(name="H10", address="A0:01")


def told(events: list[Event], limits: HeartRateLimits | None = None) -> list[str]:
    """Fold events, and return every line that a terminal gets."""
    lines: list[str] = []
    tell, engine, history = (
        StatusLine(lines.append),
        Engine(EngineSettings(limits=limits)),
        History(),
    )
    for event in events:
        history.add(event, engine.receive(event))
        tell(history.freeze(event.t_s))
    return lines


def test_each_change_of_the_link_is_told_once() -> None:
    """Connected, quiet, lost with its reason and what to do; a repetition is none."""
    lost = LinkChanged(
        t_s=9.0, link=LinkState.LOST, reason=LinkReason.DROPPED, device=STRAP
    )
    lines = told(
        [
            LinkChanged(t_s=0.1, link=LinkState.SEARCHING, device=STRAP),
            LinkChanged(t_s=0.4, link=LinkState.LIVE, device=STRAP),
            LinkChanged(t_s=0.5, link=LinkState.LIVE, device=STRAP),
            LinkChanged(t_s=4.0, link=LinkState.STALE, device=STRAP),
            lost,
            lost,
        ]
    )
    of_link = [line for line in lines if "H10" in line]
    assert [
        "    0:00  looking for H10",
        "    0:00  connected to H10",
        "    0:04  H10 has gone quiet",
    ] == of_link[:3]
    assert 4 == len(of_link)
    assert "The connection to H10 broke off. Stay within" in of_link[3]


def test_what_the_strap_lacks_is_told_once() -> None:
    """Heart rate and no interval: one line, and the state beside it."""
    packets: list[Event] = [
        Notification(t_s=float(t_s), payload=build(heart_rate_bpm=61))
        for t_s in range(1, 40)
    ]
    lines = told([*packets, Tick(t_s=41.0)])
    (limit,) = (line for line in lines if "no variability" in line)
    assert "0:15" in limit
    assert any("no beats yet" in line for line in lines)


def test_a_session_that_its_limits_end_says_why() -> None:
    """A heart at 160 bpm: one line, and it is the last of its kind."""
    packets: list[Event] = [
        Notification(
            t_s=0.5 + 0.375 * number,
            payload=build(heart_rate_bpm=160, rr_ticks=(384 + number % 5,)),
        )
        for number in range(160)
    ]
    (line,) = (said for said in told(packets, limits_for(None)) if "outside" in said)
    assert "the heart rate was outside what this exercise is made for" in line
    assert not any("outside" in said for said in told(packets))


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (Feedback.FULL, ["settled", "activated", "unknown (no signal)"]),
        (Feedback.BLIND, ["unknown (no signal)"]),
    ],
)
def test_a_round_without_a_screen_has_no_terminal_either(
    level: Feedback, expected: list[str]
) -> None:
    """No state of the body is told in it; that it cannot be read is."""
    lines: list[str] = []
    tell = StatusLine(lines.append)
    began = PhaseChanged(t_s=300.0, kind=PhaseKind.SETTLE, feedback=level)
    history = History()
    for t_s, state, why in (
        (301.0, State.SETTLED, None),
        (302.0, State.ACTIVATED, None),
        (303.0, State.UNKNOWN, Unknown.NO_SIGNAL),
    ):
        snapshot = history.freeze(t_s)
        second = _second(t_s, state, why)
        tell(replace(snapshot, phase=began, second=second))
    assert expected == [line.split("  ")[-1] for line in lines]


def _second(t_s: float, state: State, why: Unknown | None) -> Second:
    return Second(
        t_s=t_s,
        state=state,
        why_unknown=why,
        heart_rate_bpm=None,
        ln_rmssd=None,
        arousal_z=None,
        arousal0_z=None,
        smoothed_z=None,
        quality=Quality.GOOD,
        accepted_share=None,
        beat_age_s=None,
        slow_breathing=False,
        irregular_rhythm=False,
        movement_like=False,
        heart_rate_only=False,
        contact=None,
    )


def test_a_training_is_told_what_it_asks_for() -> None:
    """Without a window nothing else would say it: each phase once, as it begins."""
    protocol = load_protocol("settling")
    lines: list[str] = []
    tell, history = StatusLine(lines.append), History(protocol=protocol)
    steps = ((0.0, PhaseKind.ARRIVE, 0), (62.0, PhaseKind.CALIBRATE, 1))
    for t_s, kind, step in steps:
        begun = PhaseChanged(t_s=t_s, kind=kind, step=step)
        history.add(Tick(t_s=t_s), (begun,))
        for later_s in (0.0, 1.0):
            tell(history.freeze(t_s + later_s))
    assert [
        "    0:00  arrive: Sit so that your back and your feet are carried.",
        "    1:02  calibrate: Sit quietly for a while.",
    ] == lines
