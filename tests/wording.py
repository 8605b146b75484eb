"""What no sentence for a person may say, in one place, and where to look for it."""

import importlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from biofeed.display.words import Sentence

PROGRAM = Path(__file__).parents[1] / "biofeed"

HURTS: Mapping[str, tuple[str, ...]] = {
    "diagnosing": (
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
        r"stress",
        r"anxi",
        r"\bpanic",
        r"disorder",
        r"patholog",
        r"symptom",
    ),
    "alarming": (
        r"danger",
        r"warning",
        r"\balarm",
        r"emergenc",
        r"\bcritical",
        r"!",
    ),
    "shaming": (
        r"\bfail",
        r"\bwrong\b",
        r"\bbad(ly)?\b",
        r"\bshould\b",
        r"\bmust\b",
        r"you need",
        r"\blazy",
        r"\bweak",
        r"not good enough",
        r"\bonly got\b",
        r"\bagain\?",
        r"\btry harder",
    ),
    "praising": (
        r"\bgreat\b",
        r"\bgood (job|work)\b",
        r"well done",
        r"congrat",
        r"\bscore",
        r"streak",
        r"\bperfect",
        r"\bexcellent",
        r"\bsuccess",
    ),
    "reassuring": (
        r"\bsafe",
        r"\bworr(y|ies)",
        r"everything is (fine|ok)",
        r"\bit'?s (ok|fine)",
        r"\bit is (ok|fine)",
        r"\bcalm down\b",
        r"\brelax",
        r"nothing (bad )?can happen",
    ),
    "ordering the breath": (
        r"\bdeep(ly|er)? breath",
        r"\bbreathe? (in |out )?(more )?deep",
        r"breath\w* .{0,12}\bdeep",
        r"hold (your|the) breath",
    ),
}
"""Patterns by what they would do to a person; case does not matter."""

NAMED_WITH_REASON = {
    # The notice before an activation names whom it asks to speak with a clinician.
    "training_words.CONDITIONS": frozenset({r"disorder", r"\bpanic"}),
    # A radio's strength.
    "words.STRAP_WEAK": frozenset({r"\bweak"}),
}
"""Texts that may hold a pattern, by module and name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What a person reads, and where it stands: ``module.NAME`` or ``file: keys``."""

    where: str
    text: str


def hurting(
    texts: Iterable[Text],
    patterns: Iterable[str],
    named: Mapping[str, frozenset[str]] = NAMED_WITH_REASON,
) -> list[str]:
    """Return the texts that hold a pattern without a reason, each with its place."""
    return [
        f"{each.where}: {each.text}"
        for pattern in patterns
        for each in texts
        if re.search(pattern, each.text, re.IGNORECASE)
        and pattern not in named.get(each.where, frozenset())
    ]


def texts_on_screen() -> Iterator[Text]:
    """All that the display's modules of words hold."""
    for path in sorted((PROGRAM / "display").glob("*words*.py")):
        module = importlib.import_module(f"biofeed.display.{path.stem}")
        for name, value in vars(module).items():
            if name.isupper():
                for text in _texts(value):
                    yield Text(where=f"{path.stem}.{name}", text=text)


def texts_in_files(folder: str, names: str = "*.toml") -> Iterator[Text]:
    """All sentences in a folder of TOML files; what names a choice has no blank."""
    for path in sorted((PROGRAM / folder).glob(names)):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for where, text in _leaves(data, path.name):
            if " " in text:
                yield Text(where=where, text=text)


def _texts(value: object) -> Iterator[str]:
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


def _leaves(value: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves(each, f"{where}: {key}")
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each, where)
