"""The German texts are as free of what hurts as the English, and as short."""

import re

import pytest

from biofeed.display.language import Language
from biofeed.display.protocol_texts import protocol_texts
from biofeed.display.texts import texts
from biofeed.session.protocols import bundled_protocols
from tests.display.test_wording import (
    LONGEST_DETAIL,
    LONGEST_HEAD,
    LONGEST_INSTRUCTION,
    LONGEST_SUMMARY,
)
from tests.wording import Text, hurting
from tests.wording_de import HURTS, NAMED_WITH_REASON, german_texts

TEXTS = tuple(german_texts())
COACH = texts(Language.GERMAN)
TRAININGS = protocol_texts(Language.GERMAN)
PATTERNS = [pattern for patterns in HURTS.values() for pattern in patterns]

LONGEST_TITLE = 30
"""Characters of what a list to choose from holds."""


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_text_holds_a_word_that_hurts(pattern: str) -> None:
    """Nothing diagnoses, alarms, shames, praises, reassures or orders the breath."""
    assert len(TEXTS) > 600
    assert [] == hurting(TEXTS, [pattern], NAMED_WITH_REASON)


@pytest.mark.parametrize(
    "hurts",
    [
        "Dein Rhythmus ist nicht normal.",
        "Achtung: die Herzfrequenz ist hoch.",
        "Du hast versagt.",
        "Du solltest länger sitzen.",
        "Gut gemacht, das war perfekt.",
        "Du bist in Sicherheit. Entspann dich.",
        "Alles ist gut.",
        "Nimm einen tiefen Atemzug.",
        "Atme langsam und tief ein.",
        "Halt kurz den Atem an.",
    ],
)
def test_what_hurts_is_found(hurts: str) -> None:
    """Each kind of sentence that must stay out would be seen."""
    assert hurting([Text(where="somewhere", text=hurts)], PATTERNS)


@pytest.mark.parametrize("where", sorted(NAMED_WITH_REASON))
def test_a_reason_is_one_of_a_text_that_is_there(where: str) -> None:
    """An exception that nothing needs any more is taken away."""
    (said,) = [each for each in TEXTS if each.where == where]
    assert all(re.search(p, said.text, re.IGNORECASE) for p in NAMED_WITH_REASON[where])


def test_the_coach_is_brief() -> None:
    """A head for a glance, and a detail that is read in a breath or two."""
    sentences = [each for variants in COACH.values() for each in variants]
    assert [] == [each.head for each in sentences if len(each.head) > LONGEST_HEAD]
    assert [] == [
        each.detail for each in sentences if len(each.detail) > LONGEST_DETAIL
    ]


def test_a_training_is_brief() -> None:
    """Titles, summaries and instructions are as short as they have to be in English."""
    ready = bundled_protocols()
    phases = [phase for each in ready for phase in each.phases]
    limits = {
        LONGEST_TITLE: {each.title for each in ready},
        LONGEST_SUMMARY: {each.summary for each in ready},
        LONGEST_INSTRUCTION: {each.instruction for each in phases} - {""},
        LONGEST_DETAIL: {each.detail for each in phases} - {""},
    }
    too_long = [
        TRAININGS[text]
        for longest, written in limits.items()
        for text in written
        if len(TRAININGS[text]) > longest
    ]
    assert [] == too_long


def test_a_person_is_spoken_to_as_du() -> None:
    """Nowhere with the distance of a formal address."""
    formal = re.compile(r"\b(Ihnen|Ihre?[nmrs]?|Sie (sind|haben|können|möchten))\b")
    assert [] == [each.text for each in TEXTS if formal.search(each.text)]


def test_the_held_moment_points_at_the_body() -> None:
    """At settled no word is of a number, a trace or a rest that was reached."""
    held = [
        f"{each.head} {each.detail}"
        for key in ("settle.held", "sparse.held")
        for each in COACH[key]
    ]
    pointing = re.compile(r"spür|körper|innen|atem|gewicht", re.IGNORECASE)
    naming = re.compile(r"\d|kurve|zahl|linie|ziel|erreicht|aktivierung", re.IGNORECASE)
    assert [] == [text for text in held if not pointing.search(text)]
    assert [] == [text for text in held if naming.search(text)]


def test_an_end_is_offered_with_the_way_out() -> None:
    """Whoever does not come down reads how it may end here, and that it need not."""
    for key in ("settle.offer_end", "settle.offer_stop", "sparse.offer_end"):
        for sentence in COACH[key]:
            said = f"{sentence.head} {sentence.detail}"
            assert "Esc" in said
            assert "noch eine Weile" in said


@pytest.mark.parametrize("level", ["sparse.", "blind."])
def test_with_less_shown_no_text_names_a_state(level: str) -> None:
    """Orienting, weight, the out-breath, noticing: true of every body."""
    naming = re.compile(
        r"\b(oben|unten|über|unter|höher|tiefer|ruhe|zurück\w*|gestiegen|steigt|sinkt"
        r"|gesunken|gewendet|leichter|aktiv\w*)\b",
        re.IGNORECASE,
    )
    found = [
        f"{sentence.head} {sentence.detail}"
        for key, variants in COACH.items()
        if key.startswith(level)
        for sentence in variants
        if naming.search(f"{sentence.head} {sentence.detail}")
    ]
    assert [] == found


def test_an_unusual_drop_is_not_called_settling() -> None:
    """A heart that drops is told as a drop, in the window as by the coach."""
    english = "Well below your rest. It is not counted as settling."
    told = [each.text for each in TEXTS if each.where == f"biofeed_de: {english}"]
    told += [each.detail for each in COACH["settle.unusually_low"]]
    assert len(told) == 3
    assert [] == [text for text in told if "zählt nicht als Zurückkommen" not in text]
