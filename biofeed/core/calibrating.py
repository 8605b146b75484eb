"""Turns seconds of a session into its resting baseline, by search or as told.

A baseline is searched for once the strap has been on for a minute, taken from seconds
that were named, or given; the engine sees one object that says "this is the rest".
"""

from biofeed.core.settings import SETTLING_IN_S, EngineSettings
from biofeed.core.signals import Signals
from calibration.baseline import (
    Baseline,
    CalibrationProgress,
    RestSecond,
    judge,
)
from calibration.search import RestSearch


class SearchedRest:
    """The first acceptable rest from ``begin_s`` on, and after the settling in."""

    def __init__(
        self,
        begin_s: float,
        *,
        settling_in_s: float = SETTLING_IN_S,
        history_bpm: float | None = None,
    ) -> None:
        self._begin_s = begin_s
        self._settling_in_s = settling_in_s
        self._search = RestSearch(history_bpm=history_bpm)
        self._waiting_s = settling_in_s

    def step(self, second: RestSecond, first_beat_s: float | None) -> Baseline | None:
        """Take a second; returns a baseline when one is decided on."""
        if first_beat_s is None:
            return None
        from_s = max(self._begin_s, first_beat_s + self._settling_in_s)
        self._waiting_s = max(0.0, from_s - second.t_s)
        return self._search.add(second) if second.t_s > from_s else None

    def give_up(self) -> Baseline | None:
        """Judge what there is; None where no second was ever gathered."""
        return self._search.give_up()

    @property
    def progress(self) -> CalibrationProgress:
        """How far it has come."""
        progress = self._search.progress
        return CalibrationProgress(
            usable_s=progress.usable_s,
            needed_s=progress.needed_s,
            settling_in_s=self._waiting_s,
            disturbance=progress.disturbance,
        )


class NamedRest:
    """The rest of the seconds ``start_s`` to ``end_s``, the whole of them."""

    def __init__(
        self, start_s: float, end_s: float, *, history_bpm: float | None = None
    ) -> None:
        self._start_s = start_s
        self._end_s = end_s
        self._history_bpm = history_bpm
        self._rest: list[RestSecond] = []
        self._decided = False

    def step(self, second: RestSecond, first_beat_s: float | None) -> Baseline | None:
        """Take a second; returns the baseline at ``end_s``."""
        del first_beat_s  # named seconds stand, however long the strap was on
        if self._start_s < second.t_s <= self._end_s:
            self._rest.append(second)
        if second.t_s < self._end_s or self._decided:
            return None
        return self.give_up()

    def give_up(self) -> Baseline | None:
        """Judge what there is, for a recording that ends inside the named rest."""
        if not self._rest:
            return None
        self._decided = True
        return judge(self._rest, history_bpm=self._history_bpm)

    @property
    def progress(self) -> CalibrationProgress:
        """How far it has come."""
        return CalibrationProgress(
            usable_s=float(len(self._rest)),
            needed_s=max(1.0, self._end_s - self._start_s),
        )


RestFinder = SearchedRest | NamedRest


def new_finder(settings: EngineSettings, *, begin_s: float) -> RestFinder:
    """Choose how a session that begins now finds its rest."""
    if settings.rest_s is not None:
        return NamedRest(*settings.rest_s, history_bpm=settings.history_bpm)
    return SearchedRest(
        begin_s,
        settling_in_s=settings.settling_in_s,
        history_bpm=settings.history_bpm,
    )


def rest_second(
    t_s: float, signals: Signals, *, beats: int, accepted: int
) -> RestSecond:
    """One second of a possible rest, from the signals of the core."""
    return RestSecond(
        t_s=t_s,
        heart_rate_bpm=signals.heart_rate_bpm,
        ln_rmssd=signals.ln_rmssd,
        beats=beats,
        accepted=accepted,
        # Before the first beat nothing is missing yet.
        beat_age_s=0.0 if signals.beat_age_s is None else signals.beat_age_s,
        slow_breathing=signals.slow_breathing,
        irregular_rhythm=signals.irregular_rhythm,
    )
