"""A protocol's texts as they may be shown, wherever the protocol comes from.

A file of one's own is checked when it is read. One that is in a recording was checked
by whoever recorded it, and a recording may come from anywhere.
"""

from dataclasses import replace

from biofeed.core.protocol import ProtocolPhase, TrainingProtocol
from biofeed.session.protocol_file import (
    LONGEST_CHOICE,
    LONGEST_DETAIL,
    LONGEST_INSTRUCTION,
    LONGEST_NAME,
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    MOST_CHOICES,
)
from devices.plain_text import one_line


def shown_protocol(protocol: TrainingProtocol) -> TrainingProtocol:
    """Return the same protocol with texts that fit a screen and steer none."""
    return replace(
        protocol,
        name=one_line(protocol.name, LONGEST_NAME),
        title=one_line(protocol.title, LONGEST_TITLE),
        summary=one_line(protocol.summary, LONGEST_SUMMARY),
        phases=tuple(_shown(phase) for phase in protocol.phases),
    )


def _shown(phase: ProtocolPhase) -> ProtocolPhase:
    choices = phase.choices[:MOST_CHOICES]
    return replace(
        phase,
        instruction=one_line(phase.instruction, LONGEST_INSTRUCTION),
        detail=one_line(phase.detail, LONGEST_DETAIL),
        choices=tuple(one_line(choice, LONGEST_CHOICE) for choice in choices),
    )
