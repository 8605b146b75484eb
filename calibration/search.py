"""Finds the first stretch of a session that may stand as the person's rest.

Theory
------
Three minutes are tried first. A rest that is refused, because the heart is still
coming down or a strap is moving, is given up to five; then its calmest two minutes
may do. After that the search slides on, so a session never has to be started again.
"""

from collections import deque

import numpy as np

from calibration.baseline import (
    LEAST_USABLE_S,
    Baseline,
    CalibrationProgress,
    Reason,
    RestSecond,
    Verdict,
    judge,
)
from calibration.robust import theil_sen_slope

FIRST_TRY_S = 180
"""Three minutes: six independent windows of heart rate, s."""

LONGEST_S = 300
"""After five minutes a person has waited long enough, s."""

TRY_EVERY_S = 5
"""Judging costs more than a second of everything else together, s."""

CALMEST_EVERY_S = 30
"""The same for the search of the calmest two minutes, s."""

MOST_SLOPE_BPM_PER_S = 1.0 / 60.0
"""Calm enough to stand for a rest: 1 bpm a minute."""


class RestSearch:
    """Gathers seconds until some of them make a baseline."""

    def __init__(self, *, history_bpm: float | None = None) -> None:
        self._rest: deque[RestSecond] = deque(maxlen=LONGEST_S)
        self._history_bpm = history_bpm
        self._seen_s = 0
        self._disturbance: Reason | None = None
        self._refused: Baseline | None = None

    def add(self, second: RestSecond) -> Baseline | None:
        """Take one more second.

        Returns
        -------
        An accepted baseline, which ends the search; a refused one, once, when five
        minutes have not been enough; None while there is nothing to say.
        """
        self._rest.append(second)
        self._seen_s += 1
        if self._seen_s < FIRST_TRY_S or self._seen_s % TRY_EVERY_S:
            return None
        latest = list(self._rest)[-FIRST_TRY_S:]
        tried = judge(latest, history_bpm=self._history_bpm)
        self._disturbance = _first_obstacle(tried)
        if tried.verdict is not Verdict.REFUSED:
            return tried
        if self._seen_s < LONGEST_S or self._seen_s % CALMEST_EVERY_S:
            return None
        calmest = self._calmest()
        if calmest is not None and calmest.verdict is not Verdict.REFUSED:
            return calmest
        if self._refused is None:
            self._refused = tried
            return tried
        return None

    def give_up(self) -> Baseline | None:
        """Judge what there is, for a recording that ends before a rest was found."""
        if self._refused is not None:
            return self._refused
        if not self._rest:
            return None
        return judge(list(self._rest), history_bpm=self._history_bpm)

    @property
    def progress(self) -> CalibrationProgress:
        """How far the search has come."""
        needed_s = FIRST_TRY_S if self._seen_s <= FIRST_TRY_S else LONGEST_S
        return CalibrationProgress(
            usable_s=float(min(self._seen_s, needed_s)),
            needed_s=float(needed_s),
            disturbance=self._disturbance,
        )

    def _calmest(self) -> Baseline | None:
        """Judge the two steady minutes with the lowest heart rate."""
        rest = list(self._rest)
        best: tuple[float, int] | None = None
        for start in range(len(rest) - LEAST_USABLE_S + 1):
            part = rest[start : start + LEAST_USABLE_S]
            known = [s.heart_rate_bpm for s in part if s.heart_rate_bpm is not None]
            if len(known) < LEAST_USABLE_S:
                continue
            heart_rate = np.array(known)
            centre = float(np.median(heart_rate))
            if best is not None and centre >= best[0]:
                continue
            if abs(theil_sen_slope(heart_rate)) < MOST_SLOPE_BPM_PER_S:
                best = (centre, start)
        if best is None:
            return None
        part = rest[best[1] : best[1] + LEAST_USABLE_S]
        return judge(part, history_bpm=self._history_bpm)


def _first_obstacle(tried: Baseline) -> Reason | None:
    return tried.reasons[0] if tried.verdict is Verdict.REFUSED else None
