"""Stretches and moments that all charts share: phases, gaps, marks, urges. Pure."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from biofeed.core.beat import Beat
from biofeed.core.phase import PhaseKind
from biofeed.display import console_words as said
from biofeed.display.console_axis import Span
from biofeed.display.console_plot import Flag, Ink, Shape, Stretch
from biofeed.display.reading import STALE_AFTER_S
from biofeed.session.snapshot import Snapshot
from devices.plain_text import one_line

LONGEST_WORD = 24
"""Signs of a mark's word in a chart."""

SHADES = {
    PhaseKind.CALIBRATE: Ink.QUIET,
    PhaseKind.ACTIVATE: Ink.RISE,
    PhaseKind.SETTLE: Ink.REST,
    PhaseKind.PROBE: Ink.RISE,
}
"""Phases with a ground of their own; their words tell them apart as well."""


def phases(snapshot: Snapshot, span: Span) -> tuple[Stretch, ...]:
    """Phases in view, each until the next one began."""
    begun = [*snapshot.phases_done, *([snapshot.phase] if snapshot.phase else [])]
    if not begun:
        return ()
    ends_s = [after.t_s for after in begun[1:]] + [max(span.end_s, snapshot.t_s)]
    found: list[Stretch] = []
    for phase, end_s in zip(begun, ends_s, strict=True):
        word, ink = said.PHASES[phase.kind], SHADES.get(phase.kind)
        start_s = phase.t_s
        if found and found[-1].word == word and found[-1].end_s == start_s:
            # The same phase, shown in another way: one stretch.
            start_s = found.pop().start_s
        found.append(Stretch(start_s=start_s, end_s=end_s, ink=ink, word=word))
    return tuple(each for each in found if is_in(each.start_s, each.end_s, span))


def gaps(beats: Sequence[Beat], now_s: float) -> tuple[Stretch, ...]:
    """Return where no heartbeat was heard, the one that goes on included."""
    found = list(_between(beats))
    if beats and now_s - beats[-1].t_s > STALE_AFTER_S:
        found.append(_gap(beats[-1].t_s, now_s))
    return tuple(found)


def moments(snapshot: Snapshot, span: Span) -> tuple[Flag, ...]:
    """Marks and urges in view, oldest first."""
    found = [
        Flag(
            t_s=mark.t_s,
            word=one_line(mark.text, LONGEST_WORD),
            shape=Shape.BAR,
            ink=Ink.TEXT,
        )
        for mark in snapshot.marks
    ]
    for urge in snapshot.urges:
        came = Flag(t_s=urge.came_s, word=said.URGE, shape=Shape.UP, ink=Ink.QUIET)
        found.append(came)
        if urge.passed_s is not None:
            passed = said.URGE_PASSED
            at_s = urge.passed_s
            found.append(Flag(t_s=at_s, word=passed, shape=Shape.DOWN, ink=Ink.QUIET))
    seen = (flag for flag in found if span.start_s <= flag.t_s <= span.end_s)
    return tuple(sorted(seen, key=lambda flag: flag.t_s))


def is_in(start_s: float, end_s: float, span: Span) -> bool:
    """Whether a stretch of time is in view, or part of it."""
    return end_s > span.start_s and start_s < span.end_s


def _between(beats: Sequence[Beat]) -> Iterator[Stretch]:
    for before, after in pairwise(beats):
        start_s, end_s = before.t_s, after.t_s - after.rr_ms / 1000.0
        if after.breaks and end_s > start_s:
            yield _gap(start_s, end_s)


def _gap(start_s: float, end_s: float) -> Stretch:
    word = said.GAP.format(length=end_s - start_s)
    return Stretch(start_s=start_s, end_s=end_s, word=word, is_gap=True)
