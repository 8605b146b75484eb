"""Moments of open practice that are worth a picture.

The person is simulated and their strap an everyday one; the whole way from its bytes to
the snapshot is the real one.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from biofeed.core.events import Action, Command, Event, Role
from biofeed.core.values import Quality, State, Unknown
from biofeed.display.sample_session import ENDS_S, SampleSession, sample_events
from biofeed.session.snapshot import Mark, Snapshot
from devices.simulated_strap import Artefacts, Dropout
from devices.source import LinkChanged, LinkReason, LinkState


def practice_scenes() -> Iterator[tuple[str, Snapshot]]:
    """Every state of a session without rounds, by name."""
    session = SampleSession(sample_events())
    settle = session.at(536.0)
    yield "arrive", session.at(8.0)
    yield "arrive-begun", session.at(30.0)
    yield "calibrate", session.at(170.0)
    yield "rest", session.at(340.0)
    yield "activated", session.at(425.0)
    yield "session", replace(settle, marks=(Mark(t_s=362.0, text="the message"),))
    yield "settled", session.at(640.0)
    yield "late", session.at(1000.0)
    yield from _troubles(settle)
    yield "stopped", session.ended()
    yield "arc", _completed(sample_events(), ENDS_S)
    yield "arc-unresolved", _completed(sample_events(), 500.0)
    yield "arc-nothing", _completed(sample_events(), 340.0)
    yield "arc-no-rest", _completed(sample_events(), 100.0)


def _completed(events: list[Event], end_s: float) -> Snapshot:
    """A session that came to its own end."""
    early = [event for event in events if event.t_s < end_s]
    end = Command(t_s=end_s, action=Action.STOP, role=Role.PROGRAM)
    return SampleSession([*early, end]).ended()


def _troubles(settle: Snapshot) -> Iterator[tuple[str, Snapshot]]:
    gap = Artefacts(dropouts=(Dropout(start_s=470.0, length_s=60.0),))
    with_gap = SampleSession(sample_events(artefacts=gap))
    yield "signal-gone", with_gap.at(500.0)
    yield "after-a-gap", with_gap.at(600.0)
    assert settle.second is not None  # seconds have passed
    for why in Unknown:
        nothing = replace(
            settle.second,
            state=State.UNKNOWN,
            why_unknown=why,
            smoothed_z=None,
            heart_rate_bpm=None,
            quality=Quality.POOR if why is Unknown.POOR_SIGNAL else Quality.NONE,
        )
        trace_z = settle.trace_z.copy()
        trace_z[-20:] = np.nan
        yield f"unknown-{why}", replace(settle, second=nothing, trace_z=trace_z)
    lost = LinkChanged(t_s=460.0, link=LinkState.LOST, reason=LinkReason.DROPPED)
    yield "lost", replace(settle, link=lost)
