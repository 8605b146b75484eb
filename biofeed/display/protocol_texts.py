"""Tells what a training says in the language of the screen.

Rules
-----
- Trainings that come with the program are written in English and told in the language
  of the screen, sentence by sentence (``texts/protocols.<language>.toml``).
- A training of somebody's own stays as it is written.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from biofeed.core.protocol import OPEN, TrainingProtocol
from biofeed.display.language_words import SPOKEN
from biofeed.session.protocols import BUNDLED

ENGLISH = "en"
"""What the trainings are written in."""


def told(protocol: TrainingProtocol, text: str, *, language: str = SPOKEN) -> str:
    """Return a sentence of a training as it stands on screen.

    Parameters
    ----------
    text
        As it is written in the protocol. What the texts of the language do not hold (a
        sentence of an older version, in a recording) stays so.
    """
    if protocol.name not in {*BUNDLED, OPEN.name}:
        return text
    return protocol_texts(language).get(text, text)


@cache
def protocol_texts(language: str) -> Mapping[str, str]:
    """Return what the ready trainings say in a language, by the English sentence."""
    if language == ENGLISH:
        return MappingProxyType({})
    file = files("biofeed") / "texts" / f"protocols.{language}.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return MappingProxyType(
        {text: said for table in tables.values() for text, said in table.items()}
    )
