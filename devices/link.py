"""A link to a strap as a value, what can happen to it, and what is said of it.

``Step`` is what is being done, finer than the ``LinkState`` that is announced: once a
link has been live, all of waiting, searching and connecting is announced as ``lost``,
since that is what it is to the person.
"""

from dataclasses import dataclass
from enum import StrEnum

from devices.source import DeviceIdentity, LinkChanged, LinkReason, LinkState


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
    lost_s
        Since when a link that was live is not; None while it is, or before.
    retry_s
        Earliest next attempt, s.
    connections
        How many connections have delivered something.
    failures
        Attempts since the link was last live.
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
