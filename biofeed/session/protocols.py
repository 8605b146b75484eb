"""Finds a training protocol by its name, or in a file of somebody's own.

Rules
-----
- A protocol that comes with the program is read and checked like anybody's.
- A name means one protocol: recordings of different days are compared by it.
"""

from functools import cache
from importlib.resources import files
from math import inf
from pathlib import Path

from biofeed.core.phase import PhaseKind
from biofeed.core.protocol import OPEN, TrainingProtocol
from biofeed.core.safety import USUAL_SESSION_S
from biofeed.session.protocol_file import LARGEST_BYTES, read_protocol
from biofeed.session.protocol_refusals import ProtocolRefused
from devices.phrase import Phrase, phrase
from devices.system_reasons import reason_of

BUNDLED = (
    "first-session",
    "stand-and-settle",
    "settling",
    "pendulation",
    "stay-with-it",
    "transfer-probe",
)
"""What comes with the program, in the order in which a person meets it."""

SUFFIX = ".toml"


def load_protocol(name_or_path: str) -> TrainingProtocol:
    """Return a protocol that comes with the program, or the one in a file.

    Parameters
    ----------
    name_or_path
        A name as ``biofeed protocols`` lists it, or the path of a file.

    Raises
    ------
    ProtocolRefused
        If there is none, or it may not be practised as it is written.
    """
    if name_or_path == OPEN.name:
        return OPEN
    if name_or_path in BUNDLED:
        return _bundled(name_or_path)
    protocol = read_protocol(_content(name_or_path), name_or_path)
    taken = {known.name: known for known in bundled_protocols()}
    if taken.get(protocol.name, protocol) != protocol:
        why = phrase(
            "is '{name}', which comes with biofeed; give it another", name=protocol.name
        )
        raise ProtocolRefused(name_or_path, why, key="name")
    return protocol


def bundled_protocols() -> tuple[TrainingProtocol, ...]:
    """Return what comes with the program, in the order in which a person meets it."""
    return (*map(_bundled, BUNDLED), OPEN)


def longest_of(protocol: TrainingProtocol) -> float:
    """Return how long a protocol lasts if each phase takes its longest time, s.

    What is asked and waited for between the phases comes on top of it. One with a phase
    that has no end of its own ends with the session, where nothing else is asked for.
    """
    phases = [p for p in protocol.phases if p.kind is not PhaseKind.ARRIVE]
    total_s = sum(inf if p.longest_s is None else p.longest_s for p in phases)
    return (protocol.longest_s or USUAL_SESSION_S) if total_s == inf else total_s


@cache
def _bundled(name: str) -> TrainingProtocol:
    file = files("biofeed") / "protocols" / f"{name}{SUFFIX}"
    return read_protocol(file.read_bytes(), name)


def _content(path: str) -> bytes:
    """Read a file, but not more of it than a protocol may have."""
    try:
        if not Path(path).exists():
            raise ProtocolRefused(path, _not_there(path))
        if not Path(path).is_file():
            raise ProtocolRefused(path, _no_file(path))
        with Path(path).open("rb") as file:
            return file.read(LARGEST_BYTES + 1)
    except (OSError, ValueError) as failure:
        # A path with a null character is a ValueError.
        why: str = phrase("no such name is possible")
        if isinstance(failure, OSError):
            why = reason_of(failure)
        why = phrase("could not be read: {why}", why=why)
        raise ProtocolRefused(path, why) from failure


def _no_file(path: str) -> Phrase:
    if Path(path).is_dir():
        return phrase("is a folder; name a file in TOML")
    return phrase("is a device or a pipe; name a file in TOML")


def _not_there(path: str) -> Phrase:
    if path.endswith(SUFFIX) or Path(path).name != path:
        return phrase("does not exist; check the name and the folder")
    return phrase(
        "does not exist; there are {names}, or name a file of your own",
        names=", ".join((*BUNDLED, OPEN.name)),
    )
