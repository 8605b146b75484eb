"""What can go wrong with NeuroKit2's process, and how long to put up with it."""

from dataclasses import dataclass
from enum import StrEnum

from biofeed.session.neurokit_messages import Garbled, Message, Unavailable


class TroubleKind(StrEnum):
    """Why there is no panel."""

    UNAVAILABLE = "unavailable"
    NOT_STARTED = "not_started"
    TIMED_OUT = "timed_out"
    DIED = "died"
    GARBLED = "garbled"
    BUSY = "busy"
    PAUSING = "pausing"
    GAVE_UP = "gave_up"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerTrouble:
    """There is no panel this time, and why.

    Attributes
    ----------
    kind
        What went wrong.
    detail
        Facts for a log: a reason, an exit status.
    """

    kind: TroubleKind
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait for a worker, and how often to replace it.

    Attributes
    ----------
    import_s
        For its greeting, s: the import takes 3 s here, 6 s from a cold disk.
    answer_s
        For an answer, s: it takes half a second here.
    pause_s, longest_pause_s
        Before the first replacement, and at most, s; doubled each time.
    attempts
        Failures in a row after which there are no more replacements.
    """

    import_s: float = 60.0
    answer_s: float = 15.0
    pause_s: float = 5.0
    longest_pause_s: float = 60.0
    attempts: int = 5

    def pause_after(self, failures: int) -> float:
        """How long to wait after so many failures in a row, s.

        >>> [Patience().pause_after(failures) for failures in (1, 2, 3, 9)]
        [5.0, 10.0, 20.0, 60.0]
        """
        return min(self.pause_s * 2.0 ** (failures - 1), self.longest_pause_s)


PATIENT = Patience()
"""What a session has."""


def trouble_of(message: Message | Garbled | None) -> WorkerTrouble:
    """Name the trouble of a message that is not the one awaited; None is the end."""
    match message:
        case None:
            return WorkerTrouble(kind=TroubleKind.DIED)
        case Unavailable(reason=reason):
            return WorkerTrouble(kind=TroubleKind.UNAVAILABLE, detail=reason)
        case Garbled(line=line):
            return WorkerTrouble(kind=TroubleKind.GARBLED, detail=line)
        case _:
            detail = f"{type(message).__name__} out of turn"
            return WorkerTrouble(kind=TroubleKind.GARBLED, detail=detail)
