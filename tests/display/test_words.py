"""What is said on screen is complete; ``test_wording`` looks for words that hurt."""

from collections.abc import Iterable, Mapping

import pytest

from biofeed.core.episode import Outcome
from biofeed.core.phase import PhaseKind
from biofeed.core.values import Quality, State, Unknown
from biofeed.display import words
from biofeed.display.start_choice import SourceKind
from biofeed.display.theme import Motion, ThemeChoice
from biofeed.session.snapshot import RecordingState
from calibration.baseline import Reason
from devices.source import LinkReason, LinkState


@pytest.mark.parametrize(
    ("table", "members"),
    [
        (words.PHASES, PhaseKind),
        (words.QUIET_SENTENCES, PhaseKind),
        (words.STATES, State),
        (words.STATE_SENTENCES, State),
        (words.UNKNOWNS, Unknown),
        (words.UNKNOWN_TIPS, Unknown),
        (words.LINKS, LinkState),
        (words.LINK_REASONS, LinkReason),
        (words.DISTURBANCES, Reason),
        (words.QUALITIES, Quality),
        (words.RECORDINGS, RecordingState),
        (words.ARCS, Outcome),
        (words.SOURCES, SourceKind),
        (words.THEMES, ThemeChoice),
        (words.MOTIONS, Motion),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_member_has_words(
    table: Mapping[object, object], members: Iterable[object]
) -> None:
    """Whatever the session says, there are words for it."""
    assert set(members) == set(table)


def test_soft_breathing_is_asked_for() -> None:
    """The reminder against over-breathing says small, soft, and when to leave it."""
    text = words.BREATHE_GENTLY.lower()
    assert "small" in text
    assert "soft" in text
    assert "light-headed" in text


def test_an_unusual_drop_is_not_called_settling() -> None:
    """A heart that drops is told as a drop."""
    said = words.STATE_SENTENCES[State.UNUSUALLY_LOW]
    assert "drop" in said.head
    assert "not counted as settling" in said.detail
