"""Why a file is not a training protocol, in words for who wrote it.

Rules
-----
- One sentence: the file, the phase, the key, what is there and what would be allowed.
- Text from a file is quoted cut short and with its control characters escaped.
"""

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

    def __init__(self, file: str, why: str, *, phase: str = "", key: str = "") -> None:
        where = f", {phase}:" if phase else ":" if key else ""
        named = f" {key}" if key else ""
        super().__init__(f"Protocol {shown(file)}{where}{named} {why}.")
        self.file = file
        self.phase = phase
        self.key = key


def shown(name: str) -> str:
    """Name a file or a key between quotes, whole where it is safe to print."""
    return f"'{name}'" if name.isprintable() else ascii(name)


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
            return "a list" if isinstance(value, list) else "a table"
        case _:
            return "a date or a time"
