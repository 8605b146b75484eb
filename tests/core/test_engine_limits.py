"""The engine within limits: it ends by itself, on a heart and never on artefacts."""

from collections.abc import Iterable, Sequence
from random import Random

import pytest

from biofeed.core.beat import Beat
from biofeed.core.engine import Engine
from biofeed.core.events import Action, Command, Event, Role, Tick
from biofeed.core.heart_rate_watch import (
    HEART_RATE_PAUSE,
    HEART_RATE_STOP,
    can_be_trusted,
)
from biofeed.core.safety import HeartRateLimits, limits_for
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Notice, Output, Second, SessionEnded, SessionExit
from tests.core.making import notification

LIMITED = EngineSettings(limits=limits_for(None))

STOP_AFTER_S = HeartRateLimits().stop_after_s


def fold(settings: EngineSettings, events: Iterable[Event]) -> list[Output]:
    engine = Engine(settings)
    return [output for event in events for output in engine.receive(event)]


def codes(outputs: Iterable[Output]) -> list[str]:
    return [output.code for output in outputs if isinstance(output, Notice)]


def worn(rr_ms: Sequence[float], *, contact: bool | None = None) -> list[Event]:
    """A strap's packets, one a beat."""
    events: list[Event] = []
    t_s = 0.5
    for rr in rr_ms:
        t_s += rr / 1000.0
        bpm = round(60_000.0 / rr)
        ticks = round(rr * 1.024)
        events.append(notification(t_s, ticks, bpm=bpm, contact=contact))
    return events


def steady(bpm: float, seconds: float) -> list[float]:
    """Intervals about one heart rate; the same in every run."""
    chance = Random(1)  # noqa: S311
    mean_ms = 60_000.0 / bpm
    return [mean_ms + chance.gauss(0.0, 4.0) for _ in range(round(seconds * bpm / 60))]


def ragged(seconds: float) -> list[float]:
    """A fast heart whose every third beat is missed, and every fifth is split."""
    intervals: list[float] = []
    for index, rr in enumerate(steady(160.0, seconds)):
        if index % 5 == 0:
            intervals += [rr * 0.7, rr * 0.3]
        elif index % 3 == 0:
            intervals.append(rr * 2.0)
        else:
            intervals.append(rr)
    return intervals


@pytest.mark.parametrize("bpm", [160.0, 36.0])
def test_heart_rate_outside_ends_the_session(bpm: float) -> None:
    """Stopped at the last of the trusted seconds that it takes, and nothing after."""
    outputs = fold(LIMITED, worn(steady(bpm, 120.0)))
    last = outputs[-1]
    assert isinstance(last, SessionEnded)
    assert SessionExit.STOPPED is last.exit
    assert "heart_rate_stop" == codes(outputs)[-1]
    seconds = [output for output in outputs if isinstance(output, Second)]
    assert last.t_s == seconds[-1].t_s
    assert all(can_be_trusted(second) for second in seconds[-STOP_AFTER_S:])
    assert last.t_s < 60.0


def test_without_limits_it_goes_on() -> None:
    """A recording that is only read is read to its end."""
    outputs = fold(EngineSettings(), worn(steady(160.0, 120.0)))
    assert not any(isinstance(output, SessionEnded) for output in outputs)
    assert [] == codes(outputs)


def test_fast_heart_pauses_once() -> None:
    """At 130 bpm: one notice, and the session goes on."""
    outputs = fold(LIMITED, worn(steady(130.0, 120.0)))
    assert ["heart_rate_pause"] == codes(outputs)
    assert not any(isinstance(output, SessionEnded) for output in outputs)


@pytest.mark.parametrize(
    "events",
    [worn(ragged(120.0)), worn(steady(160.0, 120.0), contact=False)],
    ids=["artefacts", "no contact"],
)
def test_signal_that_is_not_trusted_never_ends_it(events: list[Event]) -> None:
    """What may be no heart's is no reason to pause, nor to stop."""
    outputs = fold(LIMITED, events)
    assert not any(isinstance(output, SessionEnded) for output in outputs)
    assert set() == set(codes(outputs)) & {HEART_RATE_PAUSE, HEART_RATE_STOP}


def test_extra_ticks_change_nothing() -> None:
    """The same outputs with a tick every 0.3 s, to the end and the last beat."""
    events = worn(steady(160.0, 120.0))
    ticks = [Tick(t_s=1.0 + 0.3 * number) for number in range(300)]
    mixed = sorted([*events, *ticks], key=lambda event: event.t_s)
    plain = fold(LIMITED, events)
    assert plain == fold(LIMITED, mixed)
    assert any(isinstance(output, Beat) for output in plain)


def test_nothing_follows_the_end() -> None:
    """One late event shows the end and a minute more: the minute stays away."""
    events = worn(steady(160.0, 120.0))
    ended_s = fold(LIMITED, events)[-1].t_s
    before = [event for event in events if event.t_s < ended_s - 1.5]
    late = Command(t_s=ended_s + 60.0, action=Action.STOP, role=Role.PROGRAM)
    outputs = fold(LIMITED, [*before, late, late])
    ends = [output for output in outputs if isinstance(output, SessionEnded)]
    assert [SessionEnded(t_s=ended_s, exit=SessionExit.STOPPED)] == ends
    assert ends[0] is outputs[-1]
    assert ended_s == max(o.t_s for o in outputs if isinstance(o, Second))
