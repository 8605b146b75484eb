"""Why a file is not a training protocol, in words for who wrote it.

Rules
-----
- One sentence: the file, the phase, the key, what is there and what would be allowed.
- Text from a file is quoted cut short and with its control characters escaped.
"""

from devices.phrase import Phrase, phrase
from devices.rr_refusals import quoted


class ProtocolRefused(Exception):  # noqa: N818 (named by what happened, root as well)
    """There is no such protocol, or it may not be practised as it is written.

    Attributes
    ----------
    file
        The file or the name, as it was given.
    phase
        Where in it, as ``"phase 2 of part 1 (settle)"``; empty where it is all of it.
    key
        What has to change; empty where it is all of it.
    """

    def __init__(
        self, file: str, why: Phrase, *, phase: str = "", key: str = ""
    ) -> None:
        where = phrase("Protocol {file}", file=shown(file))
        if phase:
            where = phrase("{file}, {phase}", file=where, phase=phase)
        if key:
            where = phrase("{where}: {key}", where=where, key=key)
        elif phase:
            where = phrase("{where}:", where=where)
        super().__init__(phrase("{where} {why}.", where=where, why=why))
        self.file = file
        self.phase = phase
        self.key = key


def shown(name: str) -> Phrase:
    """Name a file or a key between quotes, whole where it is safe to print."""
    safe = name if name.isprintable() else ascii(name)[1:-1]
    return phrase("'{name}'", name=safe)


def found(value: object) -> str:
    """Quote what stands in a file: enough to recognise it, and safe to print."""
    match value:
        case str():
            return quoted(value)
        case bool():
            return str(value).lower()
        case int() | float():
            return quoted(str(value))[1:-1]
        case list() | dict():
            return phrase("a list") if isinstance(value, list) else phrase("a table")
        case _:
            return phrase("a date or a time")
