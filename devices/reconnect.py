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
An incident is what happened and when. ``TIME`` lets the deadline of the present step
pass, where it has passed; how often it is told changes nothing else. ``step`` is what
is being done, finer than the ``LinkState`` that is announced: once a link has been
live, all of waiting, searching and connecting is announced as ``lost``, since that is
what it is to the person.

The figures follow the radio: a strap notifies once a second, so 3 s is two missed, and
8 s is longer than any supervision timeout (6 s at most in practice), after which the
link would have been dropped had anybody noticed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from devices.source import DeviceIdentity, LinkChanged, LinkReason, LinkState


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """How long each thing may take, s.

    Attributes
    ----------
    stale_s
        Silence after which a value is no longer current.
    dead_s
        Silence after which the link is given up.
    search_s
        How long one attempt listens for the strap; straps advertise every second or
        faster, and a connection needs the rest of the attempt.
    attempt_s
        Search, connection and subscription together. Operating systems have been seen
        to take a minute (three times 20 s) over one call.
    read_s
        One read of battery, serial number or firmware.
    disconnect_s
        Saying goodbye; a dead service never answers.
    back_off_s
        Waits between attempts; the last one repeats.
    steady_s
        Live time after which the next loss begins with the shortest wait again; a
        strap that flaps faster is not stormed.
    prompt_s
        Lost time after which the loss is announced once more, for a person to act on.
    battery_s
        Between two reads of the battery level.
    tick_s
        Between two looks at the clock.
    """

    stale_s: float = 3.0
    dead_s: float = 8.0
    search_s: float = 10.0
    attempt_s: float = 20.0
    read_s: float = 5.0
    disconnect_s: float = 5.0
    back_off_s: tuple[float, ...] = (0.5, 1.0, 2.0, 5.0, 10.0)
    steady_s: float = 10.0
    prompt_s: float = 60.0
    battery_s: float = 300.0
    tick_s: float = 0.25


DEADLINES = Deadlines()


class Step(StrEnum):
    """What is being done about the link."""

    WAITING = "waiting"
    SEARCHING = "searching"
    CONNECTING = "connecting"
    LISTENING = "listening"
    LIVE = "live"
    STALE = "stale"
    CLOSED = "closed"


class Happened(StrEnum):
    """What can happen to a link."""

    TIME = "time"
    TRYING = "trying"
    FOUND = "found"
    SUBSCRIBED = "subscribed"
    NOTIFIED = "notified"
    IDENTIFIED = "identified"
    QUIET = "quiet"
    SILENT = "silent"
    OVERRAN = "overran"
    FAILED = "failed"
    DROPPED = "dropped"
    WOKE = "woke"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Something happened to the link.

    Attributes
    ----------
    t_s
        When, on the session's clock, s.
    happened
        What.
    reason
        Why, where an attempt failed.
    device
        The strap, where it was found or identified.
    """

    t_s: float
    happened: Happened
    reason: LinkReason | None = None
    device: DeviceIdentity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The link at one moment.

    Attributes
    ----------
    step
        What is being done.
    began_s
        When the present attempt or wait began, s.
    heard_s
        When the present connection last said something (or was subscribed to), s.
    live_s
        When the present connection first said something, s.
    lost_s
        Since when a link that was live is not; None while it is, or before.
    retry_s
        Earliest next attempt, s.
    connections
        How many connections have delivered something.
    failures
        Attempts since the link was last steady.
    reason
        Why it is not live.
    device
        The strap, once known.
    prompted
        True once a loss has lasted ``prompt_s``.
    """

    step: Step = Step.WAITING
    began_s: float = 0.0
    heard_s: float = 0.0
    live_s: float = 0.0
    lost_s: float | None = None
    retry_s: float = 0.0
    connections: int = 0
    failures: int = 0
    reason: LinkReason | None = None
    device: DeviceIdentity | None = None
    prompted: bool = False

    @property
    def engaged(self) -> bool:
        """True while there is an attempt or a connection that must be kept."""
        return self.step not in {Step.WAITING, Step.CLOSED}

    @property
    def epoch(self) -> int:
        """Number of the newest connection that delivered something, from 0."""
        return max(self.connections - 1, 0)


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


def announcement(before: Link, now: Link, *, t_s: float) -> LinkChanged | None:
    """Return what has to be said about the step from one link to the next."""
    news = announced(now, t_s=t_s)
    if news == announced(before, t_s=t_s) and before.prompted == now.prompted:
        return None
    return news


def announced(link: Link, *, t_s: float) -> LinkChanged:
    """Return the link as the session is told of it."""
    state = _state(link)
    silent_about_why = state in {
        LinkState.LIVE,
        LinkState.CONNECTING,
        LinkState.CLOSED,
    }
    return LinkChanged(
        t_s=t_s,
        link=state,
        epoch=link.epoch,
        reason=None if silent_about_why else link.reason,
        device=link.device,
    )


def _state(link: Link) -> LinkState:
    match link.step:
        case Step.LIVE:
            return LinkState.LIVE
        case Step.STALE:
            return LinkState.STALE
        case Step.CLOSED:
            return LinkState.CLOSED
        case _ if link.connections:
            return LinkState.LOST
        case Step.CONNECTING | Step.LISTENING:
            return LinkState.CONNECTING
        case Step.WAITING | Step.SEARCHING:
            return LinkState.SEARCHING


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
        live_s=t_s if first else link.live_s,
        lost_s=None,
        connections=link.connections + first,
        reason=None,
        prompted=False,
    )


def _let_go(link: Link, incident: Incident, deadlines: Deadlines) -> Link:
    was_live = link.step in {Step.LIVE, Step.STALE}
    steady = was_live and link.heard_s - link.live_s >= deadlines.steady_s
    afresh = steady or incident.happened is Happened.WOKE
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
