"""Chooses what of a window each HRV index may be computed from.

Rules
-----
- A successive difference is taken only where the core says one may be. The times
  are rebuilt from the intervals so that NeuroKit2 finds these pairs and no others.
- A spectrum is read from one stretch without a break, never from two put together.
- An index whose window does not carry it is not asked for: it is unknown, not wrong.

Theory
------
Three readings of one window, since the indices ask for different things. Those of the
time domain and of the Poincaré plot need every normal interval and every true pair, so
artefacts become holes and the whole window counts. A spectrum needs an evenly filled
time axis: a hole of an ectopic beat and its pause is interpolated, as the standards
allow, while a longer one ends the stretch. The artefact audit needs the intervals as
they were measured, cut where beats are missing, since it knows only of single ones.

References
----------
Task Force of the ESC and NASPE (1996), Circulation 93:1043.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.variability import LEAST_PAIRS_PER_S

WINDOWS_S = (60, 120, 300)
"""Lengths of the live panel's windows, s: ultra-short, LF's least, the standard."""

STANDARD_S = 300
"""The standard short-term recording (Task Force 1996), s; SDNN grows with length."""

LEAST_FILLED = 0.8
"""Share of a window its intervals must fill for a number to bear the window's name."""

LEAST_PAIRS = 10
"""Pairs below which no window's differences are worth reading."""

HF_LEAST_S = 54.0
"""Stretch that HF needs, s: the 1 min of Task Force 1996, less 10 % (below)."""

LF_LEAST_S = 108.0
"""Stretch that LF needs, s: the 2 min of Task Force 1996, less 10 %.

Less 10 %, since a window of 120 s ends up to 3 s after the newest beat, begins within
an interval, and never holds 120 s of whole ones. Below 100 s NeuroKit2 cuts the band
off at its lower end without a word.
"""

BRIDGED_S = 3.0
"""The longest hole that a spectrum is interpolated over, s: two or three beats."""

LEAST_HOLE_S = 0.1
"""A hole is at least this long, s: NeuroKit2 sees none that is under 0.01 s."""

LONGEST_BEAT_MS = 2000.0
"""An interval no story explains and longer than this is a hole, ms."""

TIME_INDICES = ("HRV_MeanNN", "HRV_SDNN", "HRV_RMSSD", "HRV_pNN50")
POINCARE_INDICES = ("HRV_SD1", "HRV_SD2", "HRV_CSI")
HF_INDICES = ("HRV_HF",)
LF_INDICES = ("HRV_LF", "HRV_LFHF")
INDICES = TIME_INDICES + POINCARE_INDICES + LF_INDICES + HF_INDICES
"""NeuroKit2's names of the panel's numbers: ms, %, ms² and ratios."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervals:
    """Intervals with the time at which each ends.

    Attributes
    ----------
    rr_ms
        shape (n,), ms; None stands for a hole.
    t_s
        shape (n,), s from the start of the first interval, rebuilt: where nothing lies
        between, the next ends its own length later.
    """

    rr_ms: tuple[float | None, ...] = ()
    t_s: tuple[float, ...] = ()

    @property
    def span_s(self) -> float:
        """From the start of the first interval to the end of the last, s."""
        return self.t_s[-1] if self.t_s else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HrvWindow:
    """One window, made ready for NeuroKit2.

    Attributes
    ----------
    window_s, end_s
        Its length, and its end on the session's clock, s.
    beats
        Intervals that ended in it, artefacts included.
    normal
        All normal intervals, with holes: for the time domain and the Poincaré plot.
    spectral
        The longest stretch without a break, short holes left open.
    measured
        Stretches of intervals as measured, ms, for the artefact audit.
    allowed
        Names of the indices that the window carries.
    """

    window_s: int
    end_s: float
    beats: int
    normal: Intervals
    spectral: Intervals
    measured: tuple[tuple[float, ...], ...]
    allowed: tuple[str, ...]


def hrv_window(beats: Sequence[Beat], *, window_s: int, end_s: float) -> HrvWindow:
    """Make the window of ``window_s`` seconds that ends at ``end_s`` ready.

    Parameters
    ----------
    beats
        Labelled beats, oldest first; those outside the window are left out.
    window_s, end_s
        Length, and end on the session's clock, s.
    """
    inside = [beat for beat in beats if end_s - window_s < beat.t_s <= end_s]
    pieces = list(_pieces(inside))
    normal = _with_holes(pieces)
    spectral = max(_stretches(pieces), key=_span_s, default=Intervals())
    return HrvWindow(
        window_s=window_s,
        end_s=end_s,
        beats=len(inside),
        normal=normal,
        spectral=spectral,
        measured=tuple(_measured(inside)),
        allowed=_allowed(pieces, spectral.span_s, window_s),
    )


def rest_window(beats: Sequence[Beat]) -> HrvWindow:
    """Make a whole rest ready, or its last five minutes where it is longer."""
    if not beats:
        return hrv_window((), window_s=0, end_s=0.0)
    start_s = beats[0].t_s - beats[0].rr_ms / 1000.0
    length_s = min(round(beats[-1].t_s - start_s), STANDARD_S)
    return hrv_window(beats, window_s=max(length_s, 1), end_s=beats[-1].t_s)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A normal interval and the hole before it, s; None where there is none."""

    rr_ms: float
    hole_s: float | None
    breaks: bool


def _pieces(beats: Sequence[Beat]) -> Iterator[_Piece]:
    before: Beat | None = None
    broken = False
    for beat in beats:
        broken = broken or beat.breaks
        if beat.label is not BeatLabel.NORMAL:
            continue
        hole_s: float | None = None
        if before is not None and not beat.follows:
            start_s = beat.t_s - beat.rr_ms / 1000.0
            hole_s = max(start_s - before.t_s, LEAST_HOLE_S)
        yield _Piece(beat.rr_ms, hole_s, broken)
        before, broken = beat, False


def _with_holes(pieces: Sequence[_Piece]) -> Intervals:
    rr_ms: list[float | None] = []
    t_s: list[float] = []
    now_s = 0.0
    for piece in pieces:
        if piece.hole_s is not None:
            now_s += piece.hole_s
            rr_ms.append(None)
            t_s.append(now_s)
        now_s += piece.rr_ms / 1000.0
        rr_ms.append(piece.rr_ms)
        t_s.append(now_s)
    return Intervals(rr_ms=tuple(rr_ms), t_s=tuple(t_s))


def _stretches(pieces: Sequence[_Piece]) -> Iterator[Intervals]:
    stretch: list[_Piece] = []
    for piece in pieces:
        too_long = piece.hole_s is not None and piece.hole_s > BRIDGED_S
        if stretch and (piece.breaks or too_long):
            yield _with_holes(stretch)
            stretch = []
        hole_s = piece.hole_s if stretch else None
        stretch.append(_Piece(piece.rr_ms, hole_s, piece.breaks))
    if stretch:
        yield _with_holes(stretch)


def _span_s(intervals: Intervals) -> float:
    return intervals.span_s


def _measured(beats: Sequence[Beat]) -> Iterator[tuple[float, ...]]:
    stretch: list[float] = []
    for beat in beats:
        hole = _is_hole(beat)
        if stretch and (beat.breaks or hole):
            yield tuple(stretch)
            stretch = []
        if not hole:
            stretch.append(beat.rr_ms)
    if stretch:
        yield tuple(stretch)


def _is_hole(beat: Beat) -> bool:
    return beat.label is BeatLabel.OVERLAP or (
        beat.label is BeatLabel.IMPLAUSIBLE and beat.rr_ms > LONGEST_BEAT_MS
    )


def _allowed(
    pieces: Sequence[_Piece], stretch_s: float, window_s: int
) -> tuple[str, ...]:
    least_s = LEAST_FILLED * window_s
    if sum(piece.rr_ms for piece in pieces) / 1000.0 < least_s:
        return ()
    pairs = sum(piece.hole_s is None for piece in pieces) - 1
    allowed: tuple[str, ...] = ()
    if pairs >= max(LEAST_PAIRS_PER_S * window_s, LEAST_PAIRS):
        allowed += TIME_INDICES + POINCARE_INDICES
    if stretch_s >= max(least_s, LF_LEAST_S):
        allowed += LF_INDICES
    if stretch_s >= max(least_s, HF_LEAST_S):
        allowed += HF_INDICES
    return allowed
