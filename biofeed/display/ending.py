"""How a session came to its end, told beside what was seen in it."""

from dataclasses import replace

from biofeed.core.heart_rate_watch import HEART_RATE_STOP
from biofeed.display import words
from biofeed.display.arc import NOTHING_SEEN, Summary, summary
from biofeed.display.drawer_words import NOT_KEPT
from biofeed.display.round_story import urge_told
from biofeed.display.round_summary import with_rounds
from biofeed.display.words import Sentence
from biofeed.session.snapshot import RecordingState, Snapshot
from devices.plain_text import one_line

LONGEST_WHY = 300
"""Signs of why something broke off: two sentences, and a path."""


class Ending:
    """Knows what became of a session and of its recording.

    Parameters
    ----------
    trained_median_s
        Median settling time of earlier rounds with help, s, to compare with.
    """

    def __init__(self, trained_median_s: float | None = None) -> None:
        self._trained_median_s = trained_median_s
        self._is_kept = False
        self._broke_off: str | None = None
        self._left_out: tuple[str, ...] = ()

    def keep(self) -> None:
        """The recording is complete, and on disk."""
        self._is_kept = True

    def break_off(self, why: str) -> None:
        """The session, or its recording, ended though nobody ended it; may be empty."""
        # It may name a file, and a file may be called anything.
        self._broke_off = one_line(why, LONGEST_WHY)

    def leave_out(self, *written: str) -> None:
        """What was being written at the end, so is in no recording; may be empty."""
        lines = (one_line(text).strip() for text in written)
        self._left_out = tuple(NOT_KEPT.format(text=line) for line in lines if line)

    def summary(self, snapshot: Snapshot | None) -> Summary:
        """Sum a session up, from its last snapshot; None where it never began."""
        why = self._broke_off
        if snapshot is None:
            said = Sentence(head=words.NOT_BEGUN, detail=why or "")
            return NOTHING_SEEN if why is None else Summary(sentence=said)
        found = with_rounds(
            summary(snapshot), snapshot, trained_median_s=self._trained_median_s
        )
        facts = (*_stopped(snapshot), *found.facts, *_urges(snapshot), *self._left_out)
        found = replace(found, facts=facts)
        if why is not None and snapshot.ended is None:
            return _broken_off(found, why)
        if why is not None:
            return replace(found, facts=_first(found, why))
        is_held = snapshot.recording is RecordingState.HELD_IN_MEMORY
        if is_held and not self._is_kept:
            return replace(found, facts=_first(found, words.HELD_AT_THE_END))
        return found


def _stopped(snapshot: Snapshot) -> tuple[str, ...]:
    """Why the session stopped, where nobody stopped it."""
    said = any(notice.code == HEART_RATE_STOP for notice in snapshot.notices)
    return (words.NOTICES[HEART_RATE_STOP],) if said else ()


def _broken_off(found: Summary, why: str) -> Summary:
    """What was seen, under the word that nobody ended it."""
    head = words.BROKE_OFF.head
    said = Sentence(head=head, detail=why or words.BROKE_OFF.detail)
    if found.rounds:
        return replace(found, facts=(f"{said.head} {said.detail}", *found.facts))
    return replace(found, sentence=said, facts=_first(found, found.sentence.head))


def _urges(snapshot: Snapshot) -> tuple[str, ...]:
    """How long each urge lasted that came outside of a round, which tells its own."""
    return tuple(
        urge_told(urge)
        for urge in snapshot.urges
        if not any(one.activated_s <= urge.came_s <= one.t_s for one in snapshot.rounds)
    )


def _first(found: Summary, fact: str) -> tuple[str, ...]:
    return (fact, *found.facts)
