"""Where what was felt and what was measured differ."""

import pytest

from biofeed.core.felt import Difference, differ
from biofeed.core.phase import ActivationKind, Feedback
from biofeed.core.rounds import PracticeRound, RoundOutcome


def one_round(
    outcome: RoundOutcome, risen: int | None, after: int | None
) -> PracticeRound:
    """A round that ended so and was rated so."""
    return PracticeRound(
        number=1,
        activation=ActivationKind.MOMENT,
        feedback=Feedback.FULL,
        activated_s=300.0,
        released_s=360.0,
        ended_s=600.0,
        at_rest=None,
        known_share=1.0,
        episode=None,
        left_z=None,
        outcome=outcome,
        felt_after_activation=risen,
        felt_after_settle=after,
        guess=None,
        guess_agrees=None,
        urges=(),
        paced=False,
    )


@pytest.mark.parametrize(
    ("outcome", "risen", "after", "expected"),
    [
        ("settled", 6, 4, Difference.FELT_MORE),
        ("settled", None, 4, Difference.FELT_MORE),
        ("settled", 3, 3, Difference.FELT_MORE),
        ("settled", 4, 3, None),
        ("settled", 2, 2, None),
        ("settled", None, 3, None),
        ("settled", 6, None, None),
        ("unresolved", 6, 2, Difference.FELT_LESS),
        ("unresolved", None, 0, Difference.FELT_LESS),
        ("unresolved", 6, 3, None),
        ("unresolved", 6, None, None),
        ("no_activation", 4, None, Difference.FELT_UNSEEN),
        ("no_activation", 3, 3, None),
        ("no_activation", None, 5, None),
        ("unscored", 9, 9, None),
        ("lost", 9, 0, None),
        ("interrupted", 9, 0, None),
    ],
)
def test_a_difference_is_told_from_both(
    outcome: str, risen: int | None, after: int | None, expected: Difference | None
) -> None:
    """Felt although back, not felt although not back, felt and not seen; else none."""
    assert expected is differ(one_round(RoundOutcome(outcome), risen, after))
