"""The coach and its texts agree: every key has words, and no words are idle."""

from collections.abc import Iterator
from itertools import product

from biofeed.core.body_reading import BodyState
from biofeed.core.coach import INSTRUCTION, OFFER_AT_S, RENEWED, CourseView, key_of
from biofeed.core.phase import Feedback, PhaseKind, Stage
from biofeed.display.texts import texts

LATE_S = 300.0
"""Into a phase, s: its instruction has been read, and no end is being offered."""


def _reachable() -> Iterator[str]:
    for kind, feedback, stage, told, by_key in product(
        PhaseKind, Feedback, Stage, (False, True), (False, True)
    ):
        view = CourseView(
            kind=kind,
            feedback=feedback,
            stage=stage,
            began_s=0.0,
            has_instruction=told,
            ends_by_key=by_key,
        )
        for body, into_s, still_s in product(
            BodyState, (0.0, float(OFFER_AT_S), LATE_S), (0, OFFER_AT_S)
        ):
            yield key_of(view, body, into_s=into_s, still_s=still_s)


def test_all_that_can_be_said_has_a_text_and_no_text_is_idle() -> None:
    """The keys of the coach and those of the file are the same."""
    assert set(_reachable()) - {INSTRUCTION} == set(texts())


def test_what_is_renewed_can_be_said_in_other_words() -> None:
    """A sentence that gives way to itself has at least two forms."""
    assert [] == [key for key in RENEWED if len(texts()[key]) < 2]
