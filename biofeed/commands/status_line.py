"""Tells a terminal how a session without a window goes: strap, signal, state.

Where nothing of the body is to be shown, no state is told here either; what the signal
lacks is.
"""

from collections.abc import Callable, Iterator

from biofeed.commands.durations import minutes
from biofeed.core.phase import Feedback
from biofeed.core.values import Second, State, Unknown
from biofeed.session.snapshot import Snapshot
from devices.errors import explain
from devices.sighting import harmless
from devices.source import LinkChanged, LinkReason, LinkState

NOTICES = {
    "heart_rate_only": "the strap sends heart rate only: no variability",
    "implausible_intervals": "the strap's intervals are no heart's: heart rate only",
    "heart_rate_jump": "the strap's heart rate jumped further than a heart can",
    "battery_low": "the strap's battery is low",
    "heart_rate_pause": "the heart is faster than this exercise is made for",
    "heart_rate_stop": "the heart rate was outside what this exercise is made for",
}
"""Notices that concern the strap, or what a session is held to, by their code."""


class StatusLine:
    """A line for each change, with its time.

    Parameters
    ----------
    echo
        Writes one line.
    """

    def __init__(self, echo: Callable[[str], None]) -> None:
        self._echo = echo
        self._link: tuple[LinkState, LinkReason | None] | None = None
        self._state: tuple[State, Unknown | None] | None = None
        self._notices = 0
        self._step: int | None = None

    def __call__(self, snapshot: Snapshot) -> None:
        """Tell what is new since the last snapshot."""
        told = (
            *self._of_link(snapshot.link),
            *self._of_phase(snapshot),
            *self._of_notices(snapshot),
        )
        for said in told:
            self._echo(f"{minutes(snapshot.t_s):>8}  {said}")
        level = Feedback.FULL if snapshot.phase is None else snapshot.phase.feedback
        for said in self._of_state(snapshot.second, level):
            self._echo(f"{minutes(snapshot.t_s):>8}  {said}")

    def _of_link(self, link: LinkChanged | None) -> Iterator[str]:
        if link is None or (link.link, link.reason) == self._link:
            return
        self._link = link.link, link.reason
        strap = harmless(link.device.name) if link.device else "the strap"
        match link.link:
            case LinkState.SEARCHING:
                yield f"looking for {strap}"
            case LinkState.LIVE:
                yield f"connected to {strap}"
            case LinkState.STALE:
                yield f"{strap} has gone quiet"
            case LinkState.LOST:
                yield explain(link.reason or LinkReason.FAILED, strap=strap)
            case LinkState.CONNECTING | LinkState.CLOSED:
                return

    def _of_phase(self, snapshot: Snapshot) -> Iterator[str]:
        """What a training asks for, where nothing else would say it."""
        scripted, phase = snapshot.scripted, snapshot.phase
        if phase is None or phase.step == self._step:
            return
        self._step = phase.step
        if scripted is not None and scripted.instruction:
            yield f"{phase.kind.value}: {scripted.instruction}"

    def _of_notices(self, snapshot: Snapshot) -> Iterator[str]:
        new = snapshot.notices[self._notices :]
        self._notices = len(snapshot.notices)
        for notice in new:
            if notice.code in NOTICES:
                yield NOTICES[notice.code]

    def _of_state(self, second: Second | None, level: Feedback) -> Iterator[str]:
        if second is None or (second.state, second.why_unknown) == self._state:
            return
        if level is Feedback.BLIND and second.why_unknown is None:
            return
        self._state = second.state, second.why_unknown
        why = second.why_unknown
        reason = "" if why is None else f" ({why.value.replace('_', ' ')})"
        yield f"{second.state.value.replace('_', ' ')}{reason}"
