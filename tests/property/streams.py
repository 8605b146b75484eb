"""Sessions that hypothesis makes up: scenes of a strap's life, strung together."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from random import Random

from hypothesis import strategies as st

from biofeed.core.events import Action, Command, Event, Tick
from biofeed.core.settings import EngineSettings
from calibration.reference import Reference, Scale
from devices.heart_rate import build
from devices.source import (
    BatteryLevel,
    LinkChanged,
    LinkState,
    Notification,
    RecordedInterval,
)

FIRST_S = 0.3712345
"""Arrivals stand off the grid, so that rounding decides no tie."""

KNOWN_REST = EngineSettings(
    reference=Reference(
        heart_rate_bpm=Scale(centre=62.0, spread=1.5),
        ln_rmssd=Scale(centre=3.0, spread=0.2),
    )
)
"""A rest that is known from the start: activation is known with the heart rate."""

SEARCHED_REST = EngineSettings(settling_in_s=5.0)

Chance = Random
Scene = Callable[[Chance, float, float, int], Iterator[Event]]


def _packet(t_s: float, ticks: Sequence[int], epoch: int, *, bpm: int = 62) -> Event:
    payload = build(heart_rate_bpm=bpm, rr_ticks=ticks)
    return Notification(t_s=t_s, payload=payload, epoch=epoch)


def _beating(
    chance: Chance, start_s: float, end_s: float, epoch: int, *, mean_ticks: int
) -> Iterator[Event]:
    t_s = start_s
    while t_s < end_s:
        ticks = mean_ticks + chance.randint(-25, 25)
        yield _packet(t_s, [ticks], epoch)
        t_s += ticks / 1024.0


def rest(chance: Chance, start_s: float, end_s: float, epoch: int) -> Iterator[Event]:
    """One interval a packet at about 62 bpm."""
    yield from _beating(chance, start_s, end_s, epoch, mean_ticks=990)


def rise(chance: Chance, start_s: float, end_s: float, epoch: int) -> Iterator[Event]:
    """The same at about 85 bpm."""
    yield from _beating(chance, start_s, end_s, epoch, mean_ticks=723)


def silence(
    chance: Chance, start_s: float, end_s: float, epoch: int
) -> Iterator[Event]:
    """Nothing at all."""
    yield from ()


def noise(chance: Chance, start_s: float, end_s: float, epoch: int) -> Iterator[Event]:
    """Packets of any intervals at any moments."""
    t_s = start_s
    while t_s < end_s:
        count = chance.randint(0, 3)
        ticks = [chance.choice([chance.randint(0, 2500), 65_535]) for _ in range(count)]
        yield _packet(t_s, ticks, epoch)
        t_s += chance.uniform(0.05, 2.0)


def rate_only(
    chance: Chance, start_s: float, end_s: float, epoch: int
) -> Iterator[Event]:
    """A strap that reports a heart rate once a second, and no interval."""
    t_s = start_s
    while t_s < end_s:
        yield _packet(t_s, [], epoch, bpm=chance.randint(60, 64))
        t_s += chance.uniform(0.9, 1.1)


def no_contact(
    chance: Chance, start_s: float, end_s: float, epoch: int
) -> Iterator[Event]:
    """A strap off the skin: the bit says so, and most intervals are nonsense."""
    t_s = start_s
    while t_s < end_s:
        ticks = [chance.randint(200, 2500)]
        payload = build(heart_rate_bpm=62, rr_ticks=ticks, contact=False)
        yield Notification(t_s=t_s, payload=payload, epoch=epoch)
        t_s += chance.uniform(0.9, 1.1)


def reconnect(
    chance: Chance, start_s: float, end_s: float, epoch: int
) -> Iterator[Event]:
    """The link is lost, and back in another epoch."""
    yield LinkChanged(t_s=start_s, link=LinkState.LOST, epoch=epoch)
    yield BatteryLevel(t_s=start_s + 0.1, level_pct=chance.randint(0, 100))
    yield LinkChanged(t_s=end_s, link=LinkState.LIVE, epoch=epoch + 1)


def person(chance: Chance, start_s: float, end_s: float, epoch: int) -> Iterator[Event]:
    """Somebody marks, takes notes, and asks for a new rest."""
    actions = [Action.START, Action.MARK, Action.NOTE, Action.RECALIBRATE]
    yield Command(t_s=start_s, action=chance.choice(actions), text="here")


SCENES: tuple[Scene, ...] = (
    rest,
    rise,
    silence,
    noise,
    rate_only,
    no_contact,
    reconnect,
    person,
)


def strung(scenes: Sequence[tuple[Scene, int]], seed: int) -> list[Event]:
    """Scenes and their seconds, one after the other; a seed makes one session."""
    chance = Random(seed)  # noqa: S311
    start_s, epoch = FIRST_S, 0
    made: list[Iterator[Event]] = [
        iter([LinkChanged(t_s=FIRST_S, link=LinkState.LIVE)])
    ]
    for scene, seconds in scenes:
        start_s += chance.uniform(0.01, 0.7)
        end_s = start_s + seconds
        made.append(iter(list(scene(chance, start_s, end_s, epoch))))
        epoch += scene is reconnect
        start_s = end_s + 0.5
    made.append(iter([Tick(t_s=start_s)]))
    return list(chain.from_iterable(made))


SESSIONS = st.builds(
    strung,
    st.lists(
        st.tuples(st.sampled_from(SCENES), st.integers(1, 70)), min_size=1, max_size=6
    ),
    st.integers(0, 2**32),
)
"""Up to seven minutes of scenes, in order of time."""

FILES = st.lists(
    st.tuples(st.floats(-2.0, 20.0), st.floats(0.0, 3000.0)), max_size=120
).map(
    lambda steps: [
        RecordedInterval(t_s=FIRST_S + sum(s for s, _ in steps[: n + 1]), rr_ms=rr_ms)
        for n, (_, rr_ms) in enumerate(steps)
    ]
)
"""Intervals of a file with any times, also back in time."""

SETTINGS = st.sampled_from([KNOWN_REST, SEARCHED_REST, EngineSettings()])


def shifted(event: Event, by_s: float) -> Event:
    """The same event at another time."""
    return replace(event, t_s=event.t_s + by_s)
