"""What the drawer of the person's window tells. Pure.

Rules
-----
- It is given what ``client_view`` lets through, and nothing else: it can leak nothing.
- While nothing may be shown it is not offered, and one that is open closes.
"""

from dataclasses import dataclass

from biofeed.core.phase import Feedback
from biofeed.display import drawer_words as said
from biofeed.display import reading, training_words, words
from biofeed.display.bridge import Received
from biofeed.display.console_script import Tile, tiles
from biofeed.display.round_story import measured
from biofeed.display.tile_widths import When
from biofeed.session.snapshot import Snapshot

BEFORE, AFTER = 2, 4
"""Phases that are told around the one that goes on: the drawer is narrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawerView:
    """The lines of the drawer, by part."""

    now: tuple[str, ...]
    phases: tuple[str, ...]
    current: int
    rounds: tuple[str, ...]


def is_offered(view: Snapshot | None) -> bool:
    """Whether there is more to see just now."""
    if view is None or view.ended is not None:
        return False
    return reading.feedback(view) is not Feedback.BLIND


def drawer_view(
    received: Received, now_s: float, *, heart_rate_shown: bool
) -> DrawerView:
    """Tell what may be told of a view as of now."""
    view = received.snapshot
    is_full = reading.feedback(view) is Feedback.FULL
    facts = reading.status(received, now_s, heart_rate_shown=heart_rate_shown)
    told = tiles(view, words.PHASES)
    current = next((n for n, tile in enumerate(told) if tile.when is When.NOW), 0)
    first = max(0, current - BEFORE)
    return DrawerView(
        now=facts if is_full else (*facts, said.NOT_SHOWN),
        phases=tuple(_line(tile) for tile in told[first : current + AFTER + 1]),
        current=current - first,
        rounds=_rounds(view) if is_full else (said.NOT_SHOWN,),
    )


def _line(tile: Tile) -> str:
    word = tile.word
    match tile.when:
        case When.PAST:
            return said.PAST.format(word=word, time=tile.time)
        case When.NOW:
            return said.CURRENT.format(word=word)
        case When.NEXT:
            return said.NEXT.format(word=word, time=tile.time)


def _rounds(view: Snapshot) -> tuple[str, ...]:
    lines = [
        f"{training_words.ROUND.format(number=each.number)}: {measured(each)}"
        for each in view.practised
    ]
    return tuple(lines) or (said.NO_ROUNDS,)
