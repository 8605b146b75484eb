"""How high a round was, and what was left as it ended."""

from biofeed.core.guidance import RoundEnded
from biofeed.core.heights import KEPT, Heights
from biofeed.core.phase import ActivationKind, Feedback

ENDED = RoundEnded(
    t_s=180.0,
    number=1,
    activation=ActivationKind.BODY,
    feedback=Feedback.FULL,
    activated_s=100.0,
    released_s=120.0,
    ended_s=160.0,
    at_rest=None,
    known_share=1.0,
)


def heights(*spans: tuple[int, int, float]) -> Heights:
    """From one second to before another, at a height."""
    made = Heights()
    for from_s, until_s, height_z in spans:
        for t_s in range(from_s, until_s):
            made.step(float(t_s), height_z)
    return made


def test_the_peak_is_of_the_round() -> None:
    """What was higher before and after does not count; the first of equals does."""
    made = heights((0, 100, 9.0), (100, 130, 2.0), (130, 140, 5.0), (161, 180, 7.0))
    assert (130.0, 5.0) == made.peak(ENDED)


def test_what_is_left_is_the_median_of_the_last_half_minute() -> None:
    """Of the thirty seconds up to the end, and of those that are known."""
    assert 3.0 == heights((100, 131, 9.0), (131, 161, 3.0), (161, 200, 8.0)).left_z(
        ENDED
    )
    assert 4.0 == heights((100, 140, 4.0), (161, 200, 8.0)).left_z(ENDED)


def test_what_was_not_seen_is_none() -> None:
    """No second, or none that is known."""
    made = heights((0, 100, 3.0))
    made.step(150.0, None)
    assert (None, None) == (made.peak(ENDED), made.left_z(ENDED))


def test_an_hour_is_kept() -> None:
    """What is older is forgotten, so that a long session stays small."""
    assert heights((90, 110, 6.0), (110, 110 + KEPT, 1.0)).peak(ENDED) == (110.0, 1.0)
