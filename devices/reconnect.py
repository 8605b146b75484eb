"""When to connect, to wait, to give a link up and to try again: pure tables.

Rules
-----
- Everything that decides about the link stands in this file; ``devices.ble`` only
  carries it out. No clock, no asyncio, no bleak in here.
- A link is live only while notifications come. What the operating system says about
  "connected" is never evidence: a dead link can look connected for ever.
- Attempts go on until somebody closes the link. No reason ends them.
- A pair of step and incident that is not in ``TRANSITIONS`` came too late and changes
  nothing.

Theory
------
A ``Link`` is a frozen value; ``after(link, incident, deadlines)`` gives the next one.
``TIME`` lets the deadline of the present step pass, where it has passed; how often it
is told changes nothing else. No other incident lets a deadline pass: a packet that
comes late, since the program was held up, still proves that the link lives.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from devices.deadlines import DEADLINES, Deadlines
from devices.link import Happened, Incident, Link, Step
from devices.source import LinkReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: the next step, and why where it is not the incident's."""

    step: Step
    reason: LinkReason | None = None


_TRYING = (Step.SEARCHING, Step.CONNECTING)
_CONNECTED = (Step.CONNECTING, Step.LISTENING, Step.LIVE, Step.STALE)
_ENGAGED = (Step.SEARCHING, *_CONNECTED)

TRANSITIONS: Mapping[tuple[Step, Happened], Row] = {
    # The way in. The first packet may overtake the answer to the subscription.
    (Step.WAITING, Happened.TRYING): Row(step=Step.SEARCHING),
    (Step.SEARCHING, Happened.FOUND): Row(step=Step.CONNECTING),
    (Step.CONNECTING, Happened.SUBSCRIBED): Row(step=Step.LISTENING),
    (Step.CONNECTING, Happened.NOTIFIED): Row(step=Step.LIVE),
    (Step.LISTENING, Happened.NOTIFIED): Row(step=Step.LIVE),
    (Step.LIVE, Happened.NOTIFIED): Row(step=Step.LIVE),
    (Step.STALE, Happened.NOTIFIED): Row(step=Step.LIVE),
    # Silence: a value grows old, then the link is given up.
    (Step.LIVE, Happened.QUIET): Row(step=Step.STALE, reason=LinkReason.SILENT),
    (Step.STALE, Happened.SILENT): Row(step=Step.WAITING, reason=LinkReason.SILENT),
    (Step.LISTENING, Happened.SILENT): Row(step=Step.WAITING, reason=LinkReason.SILENT),
    # An attempt that takes too long, and whatever else goes wrong.
    **{
        (step, Happened.OVERRAN): Row(step=Step.WAITING, reason=LinkReason.TIMED_OUT)
        for step in _TRYING
    },
    **{(step, Happened.FAILED): Row(step=Step.WAITING) for step in _ENGAGED},
    **{
        (step, Happened.DROPPED): Row(step=Step.WAITING, reason=LinkReason.DROPPED)
        for step in _CONNECTED
    },
    # After a sleep the old connection is never trusted, and a wait is over.
    **{
        (step, Happened.WOKE): Row(step=Step.WAITING, reason=LinkReason.SUSPENDED)
        for step in (Step.WAITING, *_ENGAGED)
    },
    **{
        (step, Happened.CLOSED): Row(step=Step.CLOSED)
        for step in Step
        if step is not Step.CLOSED
    },
}


def after(link: Link, incident: Incident, deadlines: Deadlines = DEADLINES) -> Link:
    """Return the link after something happened to it."""
    if incident.happened is Happened.TIME:
        return _after_time(link, incident.t_s, deadlines)
    if incident.happened is Happened.IDENTIFIED:
        return replace(link, device=incident.device) if link.engaged else link
    return _moved(link, incident, deadlines)


def due_s(link: Link, deadlines: Deadlines = DEADLINES) -> float:
    """Return when the link changes by itself, s; infinity where it never does."""
    deadline = _deadline(link, deadlines)
    prompt_s = _prompt_due_s(link, deadlines)
    return prompt_s if deadline is None else min(deadline[0], prompt_s)


def _deadline(link: Link, deadlines: Deadlines) -> tuple[float, Happened] | None:
    match link.step:
        case Step.SEARCHING | Step.CONNECTING:
            return link.began_s + deadlines.attempt_s, Happened.OVERRAN
        case Step.LISTENING | Step.STALE:
            return link.heard_s + deadlines.dead_s, Happened.SILENT
        case Step.LIVE:
            return link.heard_s + deadlines.stale_s, Happened.QUIET
        case Step.WAITING | Step.CLOSED:
            return None


def _prompt_due_s(link: Link, deadlines: Deadlines) -> float:
    if link.lost_s is None or link.prompted or link.step is Step.CLOSED:
        return float("inf")
    return link.lost_s + deadlines.prompt_s


def _after_time(link: Link, t_s: float, deadlines: Deadlines) -> Link:
    while (deadline := _deadline(link, deadlines)) and deadline[0] <= t_s:
        link = _moved(link, Incident(t_s=t_s, happened=deadline[1]), deadlines)
    if _prompt_due_s(link, deadlines) <= t_s:
        link = replace(link, prompted=True)
    return link


def _moved(link: Link, incident: Incident, deadlines: Deadlines) -> Link:
    row = TRANSITIONS.get((link.step, incident.happened))
    if row is None:
        return link
    reason = row.reason or incident.reason or link.reason
    device = incident.device or link.device
    link = replace(link, reason=reason, device=device)
    match row.step:
        case Step.LIVE:
            return _spoke(link, incident.t_s)
        case Step.WAITING:
            return _let_go(link, incident, deadlines)
        case Step.SEARCHING:
            return replace(link, step=row.step, began_s=incident.t_s)
        case Step.LISTENING:
            return replace(link, step=row.step, heard_s=incident.t_s)
        case Step.CONNECTING | Step.STALE | Step.CLOSED:
            return replace(link, step=row.step)


def _spoke(link: Link, t_s: float) -> Link:
    first = link.step not in {Step.LIVE, Step.STALE}
    return replace(
        link,
        step=Step.LIVE,
        heard_s=t_s,
        lost_s=None,
        connections=link.connections + first,
        reason=None,
        prompted=False,
    )


def _let_go(link: Link, incident: Incident, deadlines: Deadlines) -> Link:
    was_live = link.step in {Step.LIVE, Step.STALE}
    afresh = was_live or incident.happened is Happened.WOKE
    failures = 0 if afresh else link.failures
    wait_s = deadlines.back_off_s[min(failures, len(deadlines.back_off_s) - 1)]
    return replace(
        link,
        step=Step.WAITING,
        began_s=incident.t_s,
        lost_s=incident.t_s if was_live else link.lost_s,
        retry_s=incident.t_s + wait_s,
        failures=failures + 1,
    )
