"""Every sentence on screen is there in every language, whole, and as it ships."""

import tomllib
from collections import Counter
from dataclasses import replace
from string import Formatter

import pytest
from PySide6.QtCore import QTranslator

from biofeed.core.protocol import OPEN
from biofeed.display.language import Language
from biofeed.display.language_words import FROM_NEXT_START, LANGUAGES, SPOKEN
from biofeed.display.protocol_texts import ENGLISH, protocol_texts, told
from biofeed.display.texts import texts
from biofeed.display.translated import CONTEXT
from biofeed.session.protocols import bundled_protocols
from tests.translations import (
    RUN_THIS,
    TRANSLATED,
    Translation,
    sentences,
    translations,
    ts_file,
)
from tests.wording import PROGRAM

pytestmark = pytest.mark.parametrize("language", TRANSLATED)

ENDS = ".:?!…,"
"""Signs that say how a text goes on; the same in each language."""


def _of_code() -> set[tuple[str, str]]:
    return set(sentences())


def test_the_file_holds_the_sentences_of_the_code_and_no_other(
    language: Language,
) -> None:
    """Nothing new is waiting to be collected, and nothing old is kept."""
    held = Counter(each.key for each in translations(language))
    assert 400 < len(held) == held.total()
    assert _of_code() == set(held), RUN_THIS


def test_nothing_waits_to_be_translated(language: Language) -> None:
    """Neither empty nor marked as unfinished."""
    waiting = [
        each.key
        for each in translations(language)
        if each.mark or not each.text.strip()
    ]
    assert [] == waiting, RUN_THIS


def test_what_ships_is_what_was_translated(language: Language) -> None:
    """The compiled file says each sentence as the translators' file has it."""
    translator = QTranslator()
    assert translator.load(str(ts_file(language).with_suffix(".qm")))
    differing = [
        each.key
        for each in translations(language)
        if translator.translate(CONTEXT, each.key[0], each.key[1] or None) != each.text
    ]
    assert [] == differing, RUN_THIS


def test_fields_are_kept(language: Language) -> None:
    """What stands in braces stands in both, as often and with the same format."""
    differing = [
        each.key
        for each in translations(language)
        if _fields(each.key[0]) != _fields(each.text)
    ]
    assert [] == differing


def test_a_text_ends_as_it_does_in_english(language: Language) -> None:
    """A sentence stays a sentence, a question a question, a label a label."""
    differing = [
        each.key
        for each in translations(language)
        if _end(each.key[0]) != _end(each.text)
    ]
    assert [] == differing


def test_no_blank_is_lost_or_doubled(language: Language) -> None:
    """No text begins or ends with a blank, or is broken by one too many."""
    assert [] == [each for each in translations(language) if _has_stray_blank(each)]


def test_it_knows_its_own_name(language: Language) -> None:
    """By its code the coach and the trainings find their texts."""
    own = {each.key[0]: each.text for each in translations(language)}
    assert language == own[SPOKEN]
    assert set(Language) == set(LANGUAGES)
    assert set(Language) - {Language.SYSTEM} == set(FROM_NEXT_START)


def test_the_coach_says_all_of_it(language: Language) -> None:
    """The same keys, and no fewer ways to say one than in English."""
    english, translated = texts(ENGLISH), texts(language)
    assert set(english) == set(translated)
    fewer = [key for key in english if len(translated[key]) < len(english[key])]
    assert [] == fewer


def test_a_detail_is_translated_where_there_is_one(language: Language) -> None:
    """No variant of the coach is half a sentence."""
    english, translated = texts(ENGLISH), texts(language)
    assert [] == [
        key
        for key, variants in english.items()
        for one, other in zip(variants, translated[key], strict=False)
        if bool(one.detail) != bool(other.detail) or not other.head
    ]


def test_every_ready_training_is_told_whole(language: Language) -> None:
    """Title, summary, instructions and choices; and no text is idle."""
    said = {
        text
        for protocol in bundled_protocols()
        for text in (
            protocol.title,
            protocol.summary,
            *(each.instruction for each in protocol.phases),
            *(each.detail for each in protocol.phases),
            *(choice for each in protocol.phases for choice in each.choices),
        )
        if text
    }
    assert said == set(protocol_texts(language))
    assert [] == [text for text in protocol_texts(language).values() if not text]


def test_a_text_stands_once(language: Language) -> None:
    """No table of a training's texts hides another's."""
    file = PROGRAM / "texts" / f"protocols.{language}.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    assert sum(map(len, tables.values())) == len(protocol_texts(language))


def test_a_training_of_ones_own_stays_as_it_is_written(language: Language) -> None:
    """Also where it says what a ready one says."""
    own = replace(OPEN, name="mine")
    assert OPEN.title == told(own, OPEN.title, language=language)
    assert OPEN.title != told(OPEN, OPEN.title, language=language)
    assert "of an older version" == told(OPEN, "of an older version", language=language)


def _fields(text: str) -> Counter[tuple[str, str | None]]:
    parts = Formatter().parse(text)
    return Counter((name, spec) for _, name, spec, _ in parts if name is not None)


def _end(text: str) -> str:
    return text[-1] if text and text[-1] in ENDS else ""


def _has_stray_blank(each: Translation) -> bool:
    is_spaced = "  " in each.text and "  " not in each.key[0]
    return is_spaced or each.text != each.text.strip()
