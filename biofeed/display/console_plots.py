"""The three charts of the clinician's window, built from a snapshot. Pure.

Rules
-----
- One span of time for all of them.
- What the core decides on is drawn as a line, what it is checked against as dots.
- A beat that is out of the chart's range stands at its edge: none is left out.
"""

from collections.abc import Iterator

import numpy as np

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.episode import Episode, HalfLifeMethod
from biofeed.core.evidence import EXPECTED_K_ON_Z, EpisodeRule
from biofeed.core.phase import PhaseKind
from biofeed.display import console_words as said
from biofeed.display import durations
from biofeed.display.console_axis import Span, rounded_out
from biofeed.display.console_plot import (
    LABELS,
    Curve,
    Dots,
    Entry,
    Flag,
    Ink,
    Plot,
    Rule,
    Shape,
)
from biofeed.display.console_stretches import gaps, is_in, moments, phases
from biofeed.display.figures import figure
from biofeed.display.reading import is_refused, kind_of
from biofeed.session.snapshot import Floats, Snapshot

LEAST_LOW_Z, LEAST_HIGH_Z = -3.0, 6.0
STEP_Z = 2.0
BAND_Z = (-1.0, 1.0)
"""Range of activation at least, how it widens, and the resting band, z."""

USUAL_MS = (600.0, 1000.0)
STEP_MS = 100.0
LEAST_MS, MOST_MS = 300.0, 2000.0
"""Range of intervals without beats, how it widens, and how far at most, ms."""

USUAL_BPM = (55.0, 85.0)
STEP_BPM = 10.0


def activation_plot(
    snapshot: Snapshot, span: Span, *, ceiling_z: float | None = None
) -> Plot:
    """Activation against both references, with thresholds and episodes."""
    t_s = snapshot.trace_t_s
    seen = _in_view(t_s, span)
    z, z0 = snapshot.trace_z[seen], _like(snapshot.trace0_z, t_s)[seen]
    low, high = _range(np.concatenate([z, z0]), (LEAST_LOW_Z, LEAST_HIGH_Z), STEP_Z)
    rule = EpisodeRule()
    is_rise = kind_of(snapshot) is PhaseKind.ACTIVATE
    k_on_z = EXPECTED_K_ON_Z if is_rise else rule.k_on_z
    rules = [
        Rule(y=k_on_z, word=said.K_ON.format(z=figure(k_on_z))),
        Rule(y=rule.k_off_z, word=said.K_OFF.format(z=figure(rule.k_off_z))),
    ]
    if is_rise and ceiling_z is not None:
        high = max(high, ceiling_z + 1.0)
        rules.append(
            Rule(y=ceiling_z, word=said.CEILING_LINE.format(z=figure(ceiling_z)))
        )
    shown = [e for e in snapshot.episodes if is_in(e.onset_s, _until(e), span)]
    flags = [flag for each in shown for flag in _of_episode(each, snapshot)]
    return Plot(
        title=said.ACTIVATION,
        unit=said.ACTIVATION_UNIT,
        low=low,
        high=high,
        empty="" if np.isfinite(z).any() else said.NO_ACTIVATION_YET,
        band=BAND_Z,
        curves=(
            Curve(t_s=t_s[seen], y=z0, ink=Ink.REFERENCE, is_dotted=True),
            Curve(t_s=t_s[seen], y=z, ink=Ink.TRACE),
        ),
        rules=tuple(rules),
        stretches=phases(snapshot, span),
        flags=(*flags, *moments(snapshot, span)),
    )


def tachogram_plot(snapshot: Snapshot, span: Span) -> Plot:
    """Every beat with its label, and every gap."""
    beats = [b for b in snapshot.beats if span.start_s <= b.t_s <= span.end_s]
    rr_ms = np.array([b.rr_ms for b in beats if b.label is BeatLabel.NORMAL])
    normal = np.clip(rr_ms, LEAST_MS, MOST_MS)
    low, high = _range(normal, USUAL_MS if not normal.size else None, STEP_MS)
    silent = [
        g for g in gaps(snapshot.beats, snapshot.t_s) if is_in(g.start_s, g.end_s, span)
    ]
    return Plot(
        title=said.TACHOGRAM,
        unit=said.TACHOGRAM_UNIT,
        low=low,
        high=high,
        empty="" if beats else said.NO_BEATS_YET,
        curves=(_joined(beats),),
        dots=tuple(_by_label(beats, low, high)),
        stretches=(*phases(snapshot, span), *silent),
        legend=_legend(beats, len(silent)),
    )


def heart_rate_plot(snapshot: Snapshot, span: Span) -> Plot:
    """Heart rate, beside that of the rest."""
    t_s = snapshot.trace_t_s
    seen = _in_view(t_s, span)
    bpm = _like(snapshot.trace_bpm, t_s)[seen]
    baseline = snapshot.baseline
    # A rest that could not be taken is no height to compare with.
    is_taken = baseline is not None and not is_refused(snapshot)
    reference = baseline.reference if baseline is not None and is_taken else None
    rest_bpm = None if reference is None else reference.heart_rate_bpm.centre
    known = bpm if rest_bpm is None else np.append(bpm, rest_bpm)
    finite = known[np.isfinite(known)]
    low, high = _range(finite, USUAL_BPM if not finite.size else None, STEP_BPM)
    rules = () if rest_bpm is None else (_rest_rule(rest_bpm),)
    return Plot(
        title=said.HEART_RATE,
        unit=said.HEART_RATE_UNIT,
        low=low,
        high=high,
        empty="" if np.isfinite(bpm).any() else said.NO_RATE_YET,
        curves=(Curve(t_s=t_s[seen], y=bpm, ink=Ink.RATE),),
        rules=rules,
        stretches=phases(snapshot, span),
    )


def _rest_rule(bpm: float) -> Rule:
    return Rule(y=bpm, word=said.REST_BPM.format(bpm=bpm))


def _in_view(t_s: Floats, span: Span) -> slice:
    """Return the seconds in view, and one on either side; they are in order."""
    first = int(np.searchsorted(t_s, span.start_s)) - 1
    last = int(np.searchsorted(t_s, span.end_s, side="right")) + 1
    return slice(max(0, first), last)


def _like(values: Floats, t_s: Floats) -> Floats:
    """The values of the seconds; nothing known where nobody keeps them."""
    return values if values.size == t_s.size else np.full(t_s.shape, np.nan)


def _range(
    values: Floats, least: tuple[float, float] | None, step: float
) -> tuple[float, float]:
    """Whole steps around all values, and around ``least`` where that is given."""
    known = values[np.isfinite(values)]
    ends = [
        *(least or ()),
        *([float(known.min()), float(known.max())] if known.size else []),
    ]
    low, high = min(ends), max(ends)
    room = 0.25 * step
    return rounded_out(low - room, high + room, step)


def _joined(beats: list[Beat]) -> Curve:
    """A faint line from normal beat to normal beat, where they follow each other."""
    t_s, rr_ms = [], []
    for beat in beats:
        if beat.breaks or not beat.follows:
            t_s.append(beat.t_s)
            rr_ms.append(np.nan)
        if beat.label is BeatLabel.NORMAL:
            t_s.append(beat.t_s)
            rr_ms.append(beat.rr_ms)
    return Curve(t_s=np.array(t_s), y=np.array(rr_ms), ink=Ink.NORMAL)


def _by_label(beats: list[Beat], low: float, high: float) -> Iterator[Dots]:
    for label, (shape, ink) in LABELS.items():
        here = [beat for beat in beats if beat.label is label]
        if here:
            rr_ms = np.clip([beat.rr_ms for beat in here], low, high)
            t_s = np.array([beat.t_s for beat in here])
            yield Dots(t_s=t_s, y=rr_ms, shape=shape, ink=ink)


def _legend(beats: list[Beat], gap_count: int) -> tuple[Entry, ...]:
    """Labels that are in view, each with how many; gaps always."""
    found = []
    for label, (shape, ink) in LABELS.items():
        count = sum(beat.label is label for beat in beats)
        if count:
            word = said.LABEL_COUNT.format(label=said.LABELS[label], count=count)
            found.append(Entry(shape=shape, ink=ink, word=word))
    gap = Entry(shape=Shape.BAR, ink=Ink.QUIET, word=said.GAPS.format(count=gap_count))
    return (*found, gap)


def _until(episode: Episode) -> float:
    return episode.ended_s or episode.settled_s or np.inf


def _of_episode(episode: Episode, snapshot: Snapshot) -> Iterator[Flag]:
    """When it rose, how far, when half of that was gone, and when it was back."""
    yield _on_trace(snapshot, episode.onset_s, said.ROSE, Shape.UP, Ink.TEXT)
    half_s, release_s = episode.half_life_s, episode.release_s
    # Until it has turned, nobody knows how high it will go.
    if release_s is not None:
        yield Flag(
            t_s=episode.peak_s,
            y=episode.peak_z,
            word=said.PEAK.format(z=figure(episode.peak_z, ".1f")),
            shape=Shape.DISC,
            ink=Ink.TEXT,
        )
    if half_s is not None and release_s is not None:
        is_about = episode.half_life_method is HalfLifeMethod.ABOUT
        word = (said.HALF_ABOUT if is_about else said.HALF).format(s=half_s)
        yield _on_trace(snapshot, release_s + half_s, word, Shape.DIAMOND, Ink.TEXT)
    if episode.settled_s is not None:
        time_s = episode.settling_time_s
        lasted = "" if time_s is None else durations.clock(time_s)
        word = said.SETTLED.format(time=lasted).strip()
        yield _on_trace(snapshot, episode.settled_s, word, Shape.DOWN, Ink.TEXT)


def _on_trace(
    snapshot: Snapshot, t_s: float, word: str, shape: Shape, ink: Ink
) -> Flag:
    at = int(np.searchsorted(snapshot.trace_t_s, t_s))
    z = snapshot.trace_z
    known = at < z.size and bool(np.isfinite(z[at]))
    y = float(z[at]) if known else 0.0
    return Flag(t_s=t_s, y=y, word=word, shape=shape, ink=ink)
