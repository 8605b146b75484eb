"""Looks through a journal for the few records that a later session goes by.

Rules
-----
- A record counts only with its checksum; what cannot be read is passed over, and the
  rest of the journal is taken as it is, also without a sound header.
- Only lines that bear a wanted name are read as JSON: a journal of half an hour takes
  some milliseconds.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor
from pathlib import Path

from biofeed.core.beat import Beat
from biofeed.core.guidance import RoundEnded
from biofeed.core.irregular import IrregularWatch
from biofeed.core.values import EpisodeChanged, PhaseChanged, Second, SessionExit
from biofeed.session.codec import Unreadable, decode
from biofeed.session.exclusive_lock import is_locked
from biofeed.session.header import Footer
from biofeed.session.journal_line import unseal
from biofeed.session.json_values import Json
from biofeed.session.reading import JOURNAL_NAME, is_session_time

Wanted = PhaseChanged | EpisodeChanged | RoundEnded | Beat | Second | Footer

_KINDS: Mapping[str, type[Wanted]] = {
    "phase_changed": PhaseChanged,
    "episode_changed": EpisodeChanged,
    "round_ended": RoundEnded,
    "beat": Beat,
    "second": Second,
    "footer": Footer,
}

# In a note that somebody typed every quotation mark is escaped: no text looks so.
_WANTED = re.compile(
    rb'"record":"(?:phase_changed|episode_changed|round_ended|beat|footer)"'
    rb'|"heart_rate_only":true'
)

_ENDING_LINES = 100
"""Some seconds of records: a beat among them may be of a little earlier."""

_FOOTER_BYTES = 4096
"""Longer than any footer's line."""

Span = tuple[float, float]
"""From one second of a session to another, s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glimpse:
    """What a journal holds for those who come after.

    Attributes
    ----------
    phases, episodes, rounds
        As they were recorded, oldest first.
    irregular_s
        When the signal was irregular, as in the session's own summary, s.
    footer
        How it ended; None where it was cut off or goes on.
    last_s
        Time of its last record, s.
    is_running
        Whether a session is writing it.
    """

    phases: tuple[PhaseChanged, ...]
    episodes: tuple[EpisodeChanged, ...]
    rounds: tuple[RoundEnded, ...]
    irregular_s: tuple[Span, ...]
    footer: Footer | None
    last_s: float
    is_running: bool

    @property
    def broke_off(self) -> bool:
        """Whether it ended otherwise than at its end or by somebody's wish."""
        if self.footer is None:
            return not self.is_running
        return self.footer.exit in (SessionExit.FAILED, SessionExit.CUT_OFF)


def glimpse(folder: Path) -> Glimpse:
    """Look through the journal of a session's folder.

    Raises
    ------
    OSError
        If it cannot be opened.
    """
    path = folder / JOURNAL_NAME
    lines = path.read_bytes().split(b"\n")
    found = [
        record
        for record in (_read(line) for line in lines if _WANTED.search(line))
        if record is not None
    ]
    footers = [record for record in found if isinstance(record, Footer)]
    return Glimpse(
        phases=tuple(each for each in found if isinstance(each, PhaseChanged)),
        episodes=tuple(each for each in found if isinstance(each, EpisodeChanged)),
        rounds=tuple(each for each in found if isinstance(each, RoundEnded)),
        irregular_s=_irregular_s(found),
        footer=footers[-1] if footers else None,
        last_s=max(map(_time_s, lines[-_ENDING_LINES:]), default=0.0),
        is_running=not footers and is_locked(path),
    )


def footer_of(folder: Path) -> Footer | None:
    """Return how a session ended; None where its journal's last line does not say.

    Raises
    ------
    OSError
        If it cannot be opened.
    """
    path = folder / JOURNAL_NAME
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _FOOTER_BYTES))
        *_, last = file.read().rstrip().split(b"\n")
    found = _read(last)
    return found if isinstance(found, Footer) else None


def _irregular_s(found: Sequence[Wanted]) -> tuple[Span, ...]:
    """From beat to beat; not where intervals are not believed at all."""
    left_out = {
        floor(each.t_s)
        for each in found
        if isinstance(each, Second) and each.heart_rate_only
    }
    watch = IrregularWatch()
    spans: list[Span] = []
    for beat in found:
        if isinstance(beat, Beat):
            watch.take(beat)
            if watch.step(beat.t_s) and floor(beat.t_s) not in left_out:
                spans.append((beat.t_s - beat.rr_ms / 1000.0, beat.t_s))
    return tuple(spans)


def _read(line: bytes) -> Wanted | None:
    record = _sound(line)
    if record is None:
        return None
    found = decode(_KINDS, record)
    return None if isinstance(found, Unreadable) else found


def _time_s(line: bytes) -> float:
    record = _sound(line)
    t_s = None if record is None else record.get("t_s")
    return float(t_s) if isinstance(t_s, int | float) else 0.0


def _sound(line: bytes) -> Json | None:
    """Return a record with its checksum and a time that a session can have."""
    record = unseal(line)
    return record if record is not None and is_session_time(record) else None
