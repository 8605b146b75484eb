"""Counts from journals how long a person was activated today.

Rules
-----
- Only what was recorded counts, never what a window remembers: a crash forgets nothing.
- In doubt it was longer. A session that broke off in an activation counts to its last
  record and two seconds more, which is what a power cut can cost; one that is under way
  counts to the latest end of its activation. What a later session was told had been
  taken stands, also where the journal it came from is gone.
- A day begins at midnight as the computer's calendar has it now. What is dated later
  than now counts: a clock that was set back gives nothing back.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from itertools import pairwise

from biofeed.core.phase import PhaseKind
from biofeed.session.clock import LocalTime
from biofeed.session.glimpse import Glimpse, Span

UNSEEN_S = 2.0
"""What may have happened after the last record of a session that broke off, s: one is
written each second, and goes to the disk within another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised:
    """A session as the dose sees it.

    Attributes
    ----------
    began
        When, as a date with a zone.
    seen
        What its journal holds.
    told_s
        What it was told had been taken that day before it, s.
    """

    began: datetime
    seen: Glimpse
    told_s: float = 0.0


def day_began(now: LocalTime) -> datetime:
    """Return the last midnight of the calendar.

    >>> west = LocalTime(utc="2026-03-01T00:30+00:00", utc_offset_s=-3600, zone="")
    >>> day_began(west).isoformat()
    '2026-02-28T00:00:00-01:00'
    """
    zone = timezone(timedelta(seconds=now.utc_offset_s))
    local = datetime.fromisoformat(now.utc).astimezone(zone)
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def dose_taken_s(sessions: Iterable[Practised], *, since: datetime) -> float:
    """Return the seconds of activation since a moment, over sessions oldest first."""
    taken_s = 0.0
    for session in sessions:
        if session.began >= since:
            taken_s = max(taken_s, session.told_s)
        start_s = (since - session.began).total_seconds()
        taken_s += sum(
            end_s - max(begun_s, start_s)
            for begun_s, end_s in activated(session.seen)
            if end_s > start_s
        )
    return taken_s


def activated(seen: Glimpse) -> list[Span]:
    """When the person was activated, on the session's clock, without overlap."""
    phases = ((phase.kind, phase.t_s) for phase in seen.phases)
    end = (None, _end_s(seen))
    spans = [
        (begun_s, end_s)
        for (kind, begun_s), (_, end_s) in pairwise([*phases, end])
        if kind is PhaseKind.ACTIVATE
    ]
    # A round says it too, should the line of its phase be unreadable.
    spans += [(each.activated_s, each.released_s) for each in seen.rounds]
    return list(_merged(sorted(spans)))


def _end_s(seen: Glimpse) -> float:
    """When the last phase ended, s."""
    if seen.footer is not None:
        return max(seen.footer.t_s, seen.last_s)
    latest_s = seen.phases[-1].ends_s if seen.is_running and seen.phases else None
    return max(seen.last_s + UNSEEN_S, latest_s or 0.0)


def _merged(spans: Sequence[Span]) -> Iterator[Span]:
    """Join spans that touch or overlap, oldest first."""
    open_span: Span | None = None
    for begun_s, end_s in spans:
        if open_span is not None and begun_s <= open_span[1]:
            open_span = open_span[0], max(open_span[1], end_s)
            continue
        if open_span is not None:
            yield open_span
        open_span = begun_s, end_s
    if open_span is not None:
        yield open_span
