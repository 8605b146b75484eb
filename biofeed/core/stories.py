"""What an interval that is no normal one may be: alone, or with its neighbour.

Theory
------
Artefacts conserve time. An early (ectopic) beat and the pause after it fill two
intervals; the two halves around a false detection fill one; where a beat was missed
the interval is a whole multiple. So each artefact can say how many beats its time
stands for, and a heart rate that counts them so is off by next to nothing.
"""

from biofeed.core.beat import Beat, BeatLabel

Label = tuple[BeatLabel, float]
"""A label and the number of beats its interval stands for."""

SLACK = 0.20
"""How far a sum may lie from the whole number of beats that it should be."""

SLACK_OF_ENTERED = 0.12
"""The same where the second interval had entered the gate by a door."""

LATE = 1.10
"""An interval at least this much longer than the reference may be a pause."""

SLOWING = (1.6, 2.55)
"""An early beat and its pause, where the pace swings with a slow breath: the sum that
both may make, in beats of the median. Without it the pause of an early beat that falls
on a long out-breath counts as a missed beat (heart rate off by up to 0.7 bpm)."""

LONGEST_PAUSE = 1.5
"""A longer one hides a beat."""

LEAST_PART = 0.15
"""A fragment shorter than this share of a beat tells no story (an RR of 0 ms)."""

MOST_MISSED = 3
"""An interval of more beats than this is a gap."""

SHORTEST_ECTOPIC_MS = 300.0
"""No beat follows another sooner; a shorter interval is a false detection, ms."""

_DOUBTFUL = (BeatLabel.ECTOPIC, BeatLabel.IMPLAUSIBLE)


def alone(rr_ms: float, reference_ms: float | None) -> Label:
    """Label an interval that no door let in, until its neighbour says more.

    Parameters
    ----------
    rr_ms
        The interval, ms.
    reference_ms
        Median of the last accepted ones, ms; None before there are any.

    >>> alone(1600.0, 800.0)
    (<BeatLabel.MISSED: 'missed'>, 2.0)
    """
    if reference_ms is None or rr_ms < SHORTEST_ECTOPIC_MS:
        return BeatLabel.IMPLAUSIBLE, 0.0
    ratio = rr_ms / reference_ms
    if ratio < 1.0:
        return BeatLabel.ECTOPIC, 1.0
    if ratio < LONGEST_PAUSE:
        return BeatLabel.PAUSE, 1.0
    beats = round(ratio)
    if beats <= MOST_MISSED and abs(ratio - beats) <= SLACK * beats:
        return BeatLabel.MISSED, float(beats)
    return BeatLabel.IMPLAUSIBLE, 0.0


def together(
    last: Beat, rr_ms: float, reference_ms: float, *, entered: bool
) -> tuple[Label, Label] | None:
    """Label a doubtful beat and the interval after it, if they make one story.

    Parameters
    ----------
    last
        The beat before.
    rr_ms, reference_ms
        The interval, and the median of the last accepted ones, ms.
    entered
        Whether a door was open to the interval; then the story must fit better.

    Returns
    -------
    Both labels, or None where there is no story.
    """
    if last.label not in _DOUBTFUL or last.rr_ms < LEAST_PART * reference_ms:
        return None
    both = (last.rr_ms + rr_ms) / reference_ms
    slack = SLACK_OF_ENTERED if entered else SLACK
    if abs(both - 1.0) <= slack:
        return (BeatLabel.EXTRA, 0.5), (BeatLabel.EXTRA, 0.5)
    late = rr_ms > LATE * reference_ms
    if late and abs(both - 2.0) <= slack:
        return (BeatLabel.ECTOPIC, 1.0), (BeatLabel.PAUSE, 1.0)
    swings = last.label is BeatLabel.ECTOPIC and not entered
    if late and swings and SLOWING[0] < both < SLOWING[1]:
        return (BeatLabel.ECTOPIC, 1.0), (BeatLabel.PAUSE, 1.0)
    return None
