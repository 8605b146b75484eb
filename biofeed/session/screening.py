"""Asks, before the first activation, whether to speak with a clinician first.

Rules
-----
- Only what came of it is kept: never which condition it was, nor anybody's words but a
  clinician's reason to go on.
- Going on in spite of a yes needs a reason. It is added to a list that nothing is taken
  from, and only then does it count.
- What cannot be read is asked again.
"""

import json
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from biofeed.core.phase import PhaseKind
from biofeed.core.protocol import TrainingProtocol
from biofeed.session.clock import LocalTime, local_time
from biofeed.session.folders import make_private, sync_folder
from biofeed.session.journal_line import seal
from biofeed.session.json_values import Misfit, from_json, object_of
from biofeed.session.recording_errors import UnusablePath
from biofeed.session.store import home_folder
from biofeed.session.whole_file import replace_whole

SCREENING_NAME = "screening.json"

AGREED_NAME = "screening-agreed.jsonl"

VALID_FOR = timedelta(days=90)
"""How long an answer holds: medicines and bodies change within a season."""

SET_BACK_BY = timedelta(days=1)
"""An answer dated later than this from now is from a clock that was wrong."""

CONDITIONS = (
    "an irregular heart rhythm, or a device for the heart",
    "fainting",
    "epilepsy",
    "a pregnancy",
    "panic attacks",
    "medicines that were changed lately",
    "low blood pressure",
    "a kidney disease, or diabetes",
)
"""What an activation, or a slow breath, may be too much for."""

QUESTION = "Does one of these apply to you, or might it?"

SPEAK_FIRST = "Please speak with your clinician before you practise with activations."

_log = logging.getLogger(__name__)


class ScreeningResult(StrEnum):
    """What came of the questions.

    ``clear``: nothing applies. ``agreed``: something does, and a clinician agreed.
    ``not_yet``: something does.
    """

    CLEAR = "clear"
    AGREED = "agreed"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """One person's answer.

    Attributes
    ----------
    result
        What came of it.
    t_utc
        When, ISO 8601 with an offset of zero.
    reason
        Why a clinician agreed; empty otherwise.
    """

    result: ScreeningResult
    t_utc: str
    reason: str = ""

    @property
    def asked_on(self) -> str:
        """The day of the answer, ISO 8601."""
        return self.t_utc[:10]

    @property
    def holds_until(self) -> str:
        """The last day on which it holds, ISO 8601."""
        last = datetime.fromisoformat(self.t_utc) + VALID_FOR
        return last.date().isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Screenings:
    """Everybody's, by pseudonym; who gave none is the empty one."""

    people: dict[str, Screening]


class ReasonNeeded(ValueError):  # noqa: N818 (named by what is missing)
    """A clinician agreed, and no reason was given."""

    def __init__(self) -> None:
        super().__init__("To go on in spite of a yes, say why a clinician agreed.")


def needs_screening(protocol: TrainingProtocol) -> bool:
    """Whether a protocol asks for an activation."""
    return any(phase.kind is PhaseKind.ACTIVATE for phase in protocol.phases)


def may_activate(screening: Screening | None) -> bool:
    """Whether a person with this answer may begin an activation."""
    return screening is not None and screening.result in (
        ScreeningResult.CLEAR,
        ScreeningResult.AGREED,
    )


def screened(
    pseudonym: str, *, home: Path | None = None, now: LocalTime | None = None
) -> Screening | None:
    """Return a person's answer; None where there is none, or it is too old."""
    found = _read(_folder(home) / SCREENING_NAME).get(pseudonym)
    now = local_time() if now is None else now
    return found if found is not None and _holds(found, now) else None


def record_screening(
    result: ScreeningResult,
    pseudonym: str,
    *,
    reason: str = "",
    home: Path | None = None,
    now: LocalTime | None = None,
) -> Screening:
    """Keep a person's answer.

    Parameters
    ----------
    result
        What came of the questions.
    pseudonym
        Whose it is; may be empty.
    reason
        Why a clinician agreed; kept with that result alone.
    home
        Where the program keeps everything; None for the usual place.
    now
        When it is; None reads the calendar.

    Raises
    ------
    ReasonNeeded
        If a clinician agreed, and the reason is empty.
    UnusablePath
        If it cannot be kept; then it does not count.
    """
    is_agreed = result is ScreeningResult.AGREED
    if is_agreed and not reason.strip():
        raise ReasonNeeded
    screening = Screening(
        result=result,
        t_utc=(local_time() if now is None else now).utc,
        reason=reason.strip() if is_agreed else "",
    )
    folder = _folder(home)
    try:
        make_private(folder)
        if is_agreed:
            _add_to_list(folder / AGREED_NAME, pseudonym, screening)
        people = {**_read(folder / SCREENING_NAME), pseudonym: screening}
        content = json.dumps(object_of(Screenings(people=people)), indent=2)
        replace_whole(folder / SCREENING_NAME, content.encode())
    except OSError as failure:
        raise UnusablePath(folder, failure) from failure
    return screening


def _folder(home: Path | None) -> Path:
    return home_folder() if home is None else home


def _read(path: Path) -> Mapping[str, Screening]:
    try:
        return from_json(Screenings, json.loads(path.read_bytes())).people
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError, Misfit) as unreadable:
        _log.warning("answers are asked again: %s", type(unreadable).__name__)
        return {}


def _holds(screening: Screening, now: LocalTime) -> bool:
    try:
        age = datetime.fromisoformat(now.utc) - datetime.fromisoformat(screening.t_utc)
    except (ValueError, TypeError):
        return False
    return -SET_BACK_BY <= age <= VALID_FOR


def _add_to_list(path: Path, pseudonym: str, screening: Screening) -> None:
    """Add one line, and return when the disk has it."""
    line = seal({"pseudonym": pseudonym, **object_of(screening)})
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "ab") as file:
        # A line that a power cut tore stays by itself.
        file.write(b"\n" + line if file.tell() else line)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path.parent)
