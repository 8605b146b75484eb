"""How a measure changes from round to round, and how far that can be told.

Theory
------
The slope is the median of the slopes between all pairs of rounds (Theil 1950, Sen
1968): one odd round hardly moves it. Its interval lies between two of those slopes,
chosen by how Kendall's S is distributed where nothing changes, every order of the
rounds being as likely as any other (Sen 1968). That is exact also for the few rounds
of a session, and says how little they prove: of three rounds the widest interval there
is covers two thirds, so the share is always told with it. For the many of a recording
of days the orders are not counted; S is then normal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import erf, factorial, floor, sqrt
from statistics import median

FEWEST_ROUNDS = 3
"""Two rounds make a difference, not a trend."""

WANTED_SHARE = 0.95
"""Coverage that an interval is made for, where the rounds suffice."""

NORMAL_WITHIN = 1.959964
"""Standard deviations of a normal distribution that hold that share of it."""

MOST_COUNTED = 50
"""Rounds whose orders are counted; beyond, the normal distribution is as good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Change of a measure per round, in the measure's unit.

    Attributes
    ----------
    slope
        Median slope between pairs of rounds.
    low, high
        Its interval.
    coverage_share
        Chance that such an interval holds the true slope, 0 to 1.
    rounds
        How many rounds it is of.
    """

    slope: float
    low: float
    high: float
    coverage_share: float
    rounds: int


def trend(numbers: Sequence[int], values: Sequence[float]) -> Trend | None:
    """Find the trend of values over numbered rounds; None under three.

    Parameters
    ----------
    numbers
        Of the rounds, rising; rounds that have no value are left out of both.
    values
        One a round, in any unit.

    >>> found = trend([1, 2, 3], [90.0, 70.0, 60.0])
    >>> found.slope, found.low, found.high, round(found.coverage_share, 2)
    (-15.0, -20.0, -10.0, 0.67)
    """
    rounds = len(values)
    if rounds < FEWEST_ROUNDS:
        return None
    slopes = sorted(
        (values[later] - values[one]) / (numbers[later] - numbers[one])
        for one in range(rounds)
        for later in range(one + 1, rounds)
    )
    cut, share = _cut(rounds)
    return Trend(
        slope=median(slopes),
        low=slopes[cut],
        high=slopes[-1 - cut],
        coverage_share=share,
        rounds=rounds,
    )


def _cut(rounds: int) -> tuple[int, float]:
    """How many slopes to leave out at either end, and the share still covered."""
    return counted_cut(rounds) if rounds <= MOST_COUNTED else normal_cut(rounds)


def counted_cut(rounds: int) -> tuple[int, float]:
    """Find the cut and its share by counting every order of the rounds."""
    orders = factorial(rounds)
    cut, outside = 0, 0
    share = 1.0
    for cut_next, count in enumerate(orders_by_inversions(rounds)):
        outside += count
        # Whole numbers of any size; their quotient is a number again.
        covered = (orders - 2 * outside) / orders
        if cut_next > 0 and covered < WANTED_SHARE:
            break
        cut, share = cut_next, covered
    return cut, share


def normal_cut(rounds: int) -> tuple[int, float]:
    """Find the cut and its share for many rounds (Kendall 1938, with continuity)."""
    middle = rounds * (rounds - 1) / 4.0
    spread = sqrt(rounds * (rounds - 1) * (2 * rounds + 5) / 72.0)
    cut = floor(middle - 0.5 - NORMAL_WITHIN * spread)
    return cut, erf((middle - 0.5 - cut) / (spread * sqrt(2.0)))


def orders_by_inversions(rounds: int) -> list[int]:
    """Count the orders of so many rounds by how many of their pairs are turned round.

    >>> orders_by_inversions(3)
    [1, 2, 2, 1]
    """
    counts = [1]
    for size in range(2, rounds + 1):
        sums = [0]
        for count in counts:
            sums.append(sums[-1] + count)
        most = len(counts) - 1
        counts = [
            sums[min(turned, most) + 1] - sums[max(0, turned - size + 1)]
            for turned in range(most + size)
        ]
    return counts
