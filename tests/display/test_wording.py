"""All that a person reads is free of the words that hurt, and short."""

import re

import pytest

from biofeed.display.texts import texts
from biofeed.display.words import Sentence
from tests.translations import phrases
from tests.wording import (
    HURTS,
    Text,
    hurting,
    texts_in_files,
    texts_on_screen,
)

LONGEST_HEAD = 70
"""Characters that are read at a glance, in two lines of large type at most."""

LONGEST_DETAIL = 110

LONGEST_INSTRUCTION = 80
"""Characters of what stands for a whole phase."""

LONGEST_SUMMARY = 120
"""Characters of what is read where a training is chosen."""

ON_SCREEN = tuple(texts_on_screen())
OF_COACH = tuple(texts_in_files("texts", "*.en.toml"))
OF_PROTOCOLS = tuple(texts_in_files("protocols"))
OF_REFUSALS = tuple(
    Text(where=where, text=text) for where, (text, _) in phrases().items()
)
SENTENCES = [
    pytest.param(sentence, id=f"{key}-{variant}")
    for key, variants in texts().items()
    for variant, sentence in enumerate(variants)
]


@pytest.mark.parametrize(
    "pattern", [pattern for patterns in HURTS.values() for pattern in patterns]
)
def test_no_text_holds_a_word_that_hurts(pattern: str) -> None:
    """Nothing diagnoses, alarms, shames, praises, reassures or orders the breath."""
    texts = (*ON_SCREEN, *OF_COACH, *OF_PROTOCOLS, *OF_REFUSALS)
    assert [] == hurting(texts, [pattern])


@pytest.mark.parametrize(
    ("texts", "least"),
    [
        pytest.param(ON_SCREEN, 200, id="on screen"),
        pytest.param(OF_COACH, 60, id="coach"),
        pytest.param(OF_PROTOCOLS, 30, id="protocols"),
        pytest.param(OF_REFUSALS, 180, id="refusals"),
    ],
)
def test_the_lint_looks_at_something(texts: tuple[Text, ...], least: int) -> None:
    """A folder that moved would leave the lint with nothing to find."""
    assert len(texts) >= least


@pytest.mark.parametrize(
    "hurts",
    [
        "Your rhythm is abnormal.",
        "Warning: the heart rate is high.",
        "You failed to settle.",
        "You should try harder.",
        "Well done, a perfect score.",
        "You are safe. Just relax.",
        "Take a deep breath.",
        "Breathe in deeply.",
    ],
)
def test_what_hurts_is_found(hurts: str) -> None:
    """Each kind of sentence that must stay out would be seen."""
    patterns = [pattern for patterns in HURTS.values() for pattern in patterns]
    assert hurting([Text(where="somewhere", text=hurts)], patterns)


def test_a_reason_holds_for_its_own_text_alone() -> None:
    """What the notice before an activation may name, no other text may."""
    named = "A heart rhythm disorder"
    allowed = Text(where="training_words.CONDITIONS", text=named)
    elsewhere = Text(where="training_words.SCREENING", text=named)
    found = hurting([allowed, elsewhere], [r"disorder"])
    assert [f"training_words.SCREENING: {named}"] == found


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_coach_is_brief(sentence: Sentence) -> None:
    """A head for a glance, and a detail that is read in a breath or two."""
    assert 0 < len(sentence.head) <= LONGEST_HEAD
    assert len(sentence.detail) <= LONGEST_DETAIL


def test_a_protocol_is_brief() -> None:
    """What a phase asks for is nearly as short as what the coach says."""
    longest = {"instruction": LONGEST_INSTRUCTION, "detail": LONGEST_DETAIL}
    found = [
        each
        for each in OF_PROTOCOLS
        if len(each.text) > longest.get(each.where.rpartition(": ")[2], LONGEST_SUMMARY)
    ]
    assert [] == found


def test_the_held_moment_points_at_the_body() -> None:
    """At settled no word is of a number, a trace or a rest that was reached."""
    held = [
        f"{each.head} {each.detail}"
        for key in ("settle.held", "sparse.held")
        for each in texts()[key]
    ]
    pointing = re.compile(r"\b(feel|feels|body|inside|breath|weight)\b")
    naming = re.compile(r"\d|trace|number|line|goal|reached|activation")
    assert [] == [text for text in held if not pointing.search(text)]
    assert [] == [text for text in held if naming.search(text)]


def test_an_end_is_offered_with_the_way_out() -> None:
    """Whoever does not come down reads how it may end here, and that it need not."""
    for key in ("settle.offer_end", "settle.offer_stop", "sparse.offer_end"):
        for sentence in texts()[key]:
            said = f"{sentence.head} {sentence.detail}"
            assert "Esc" in said
            assert "a while longer" in said


@pytest.mark.parametrize("level", ["sparse.", "blind."])
def test_with_less_shown_no_text_names_a_state(level: str) -> None:
    """Orienting, weight, the out-breath, noticing: true of every body."""
    naming = re.compile(
        r"\b(up|down|above|below|higher|lower|rest|settl\w*|back|rose|risen|rising"
        r"|turned|easing|easier|activ\w*|drop)\b",
        re.IGNORECASE,
    )
    found = [
        f"{sentence.head} {sentence.detail}"
        for key, variants in texts().items()
        if key.startswith(level)
        for sentence in variants
        if naming.search(f"{sentence.head} {sentence.detail}")
    ]
    assert [] == found
