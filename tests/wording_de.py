"""What no German sentence for a person may say: the classes of ``tests.wording``."""

from collections.abc import Iterator, Mapping

from biofeed.display.language import Language
from tests.translations import translations
from tests.wording import Text, texts_in_files

HURTS: Mapping[str, tuple[str, ...]] = {
    "diagnosing": (
        r"diagnos",
        r"\ba(b|nor)?normal",
        r"\babnorm",
        r"\bnormal",
        r"arrhythm",
        r"tachykard",
        r"bradykard",
        r"\bbehand(eln|elt|lung)",
        r"heil(en|ung|t)",
        r"\brisik",
        r"gesund",
        r"krank",
        r"stress",
        r"angst|ängst",
        r"\bpanik",
        r"störung",
        r"patholog",
        r"symptom",
    ),
    "alarming": (
        r"gefahr|gefähr",
        r"warnung",
        r"\bachtung\b",
        r"\balarm",
        r"notfall",
        r"kritisch",
        r"!",
    ),
    "shaming": (
        r"versag",
        r"scheiter",
        r"misslung",
        r"\bfehler",
        r"\bfalsch",
        r"schlecht",
        r"\bsoll(st|test|te)\b",
        r"\bmuss(t)?\b",
        r"\bfaul\b",
        r"\bschwach",
        r"nicht gut genug",
        r"\bnur .{0,20}geschafft",
        r"schon wieder",
        r"\bstreng dich",
        r"gib dir mehr mühe",
    ),
    "praising": (
        r"großartig",
        r"gut gemacht",
        r"\bbrav",
        r"\bsuper\b",
        r"\btoll\b",
        r"glückwunsch|gratul",
        r"punktzahl|punktestand",
        r"perfekt",
        r"ausgezeichnet",
        r"hervorragend",
        r"\berfolg",
        r"\bgeschafft",
    ),
    "reassuring": (
        r"in sicherheit",
        r"\bdu bist sicher\b",
        r"\bsorge",
        r"alles (ist )?(gut|in ordnung|okay|ok)\b",
        r"\b(das|es) ist (gut|in ordnung|okay|ok)\b",
        r"beruhige? dich",
        r"entspann",
        r"nichts passieren",
        r"wird (schon )?wieder",
    ),
    "ordering the breath": (
        r"\btief\w* .{0,12}(atem|luft|ein|durch)\w*",
        r"\batm\w* .{0,12}tief",
        r"\batem\w* .{0,12}tief",
        r"halt\w* .{0,12}\b(atem|luft)",
        r"(luft|atem) an(halten)?\b",
    ),
}
"""Patterns by what they would do to a person; case does not matter."""

NAMED_WITH_REASON = {
    # The notice before an activation names whom it asks to speak with a clinician.
    "biofeed_de: panic attacks": frozenset({r"\bpanik"}),
    "biofeed_de: a kidney disease, or diabetes": frozenset({r"krank"}),
    # A radio's strength.
    "biofeed_de: weak signal": frozenset({r"\bschwach"}),
}
"""Texts that may hold a pattern, by their file and their English."""


def german_texts() -> Iterator[Text]:
    """All that a person reads in German: sentences, coach, trainings."""
    for each in translations(Language.GERMAN):
        yield Text(where=f"biofeed_de: {each.key[0]}", text=each.text)
    yield from texts_in_files("texts", "*.de.toml")
