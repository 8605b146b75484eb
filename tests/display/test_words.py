"""What is said on screen: complete, and without the words that hurt."""

import re
from collections.abc import Iterable, Mapping

import pytest

from biofeed.core.episode import Outcome
from biofeed.core.phase import PhaseKind
from biofeed.core.values import Quality, State, Unknown
from biofeed.display import words
from biofeed.display.start_choice import SourceKind
from biofeed.display.theme import Motion, ThemeChoice
from biofeed.display.words import Sentence
from biofeed.session.snapshot import RecordingState
from calibration.baseline import Reason
from devices.source import LinkReason, LinkState

FORBIDDEN = (
    r"diagnos",
    r"abnormal",
    r"\bnormal",
    r"arrhythm",
    r"tachycard",
    r"bradycard",
    r"\btreat",
    r"\bcur(e|es|ed|ing)\b",
    r"\brisk",
    r"health",
    r"\bsafe",
    r"danger",
    r"warning",
    r"\bfail",
    r"\bbad\b",
    r"\bwrong\b",
    r"\bgood job\b",
    r"well done",
    r"congrat",
    r"\bscore",
    r"streak",
    r"stress",
    r"anxi",
    r"\bpanic",
    r"disorder",
    r"patholog",
    r"symptom",
    r"\bcalm down\b",
    r"\brelax",
    r"!",
    r"you (must|should|need)",
)
"""Diagnosis, alarm, shame, praise and reassurance, as patterns."""


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Sentence):
        yield value.head
        yield value.detail
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)


ALL_TEXTS = [
    text
    for name, value in vars(words).items()
    if name.isupper()
    for text in _texts(value)
]


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_no_text_holds_a_word_that_hurts(pattern: str) -> None:
    """Nothing on screen diagnoses, alarms, shames, praises or reassures."""
    found = [text for text in ALL_TEXTS if re.search(pattern, text, re.IGNORECASE)]
    assert found == []


def test_the_list_of_texts_is_not_empty() -> None:
    """The lint above looks at something."""
    assert len(ALL_TEXTS) > 100


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
