"""Compares the core's numbers with NeuroKit2's on the same beats, while they last.

Two programs that read one window must say the same. Where they do not, one of them
has changed, and the person should not have to find out which by the way they feel.
"""

from collections.abc import Iterable, Iterator, Sequence

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.rate import heart_rate_bpm
from biofeed.core.values import Notice
from biofeed.core.variability import rmssd_ms
from biofeed.session.snapshot import HrvPanel

TOLERANCE = 0.01
"""Relative difference worth a notice: rounding makes 1e-12, a fault makes more."""

DISAGREES = "neurokit_disagrees"
"""Code of the notice."""


def disagreement(
    quantity: str, core_value: float, neurokit_value: float, *, t_s: float
) -> Notice | None:
    """Say that the two differ by more than 1 % of the larger.

    Parameters
    ----------
    quantity
        What they are, with window and unit, for the notice.
    core_value, neurokit_value
        The same quantity from either, in the same unit.
    t_s
        When, on the session's clock, s.
    """
    larger = max(abs(core_value), abs(neurokit_value))
    if abs(core_value - neurokit_value) <= TOLERANCE * larger:
        return None
    detail = f"{quantity}: {core_value:.4g} here, {neurokit_value:.4g} by NeuroKit2"
    return Notice(t_s=t_s, code=DISAGREES, detail=detail)


class AgreementWatch:
    """Says of each quantity once that it differs: when it begins to."""

    def __init__(self) -> None:
        self._differing: set[str] = set()

    def news(self, panels: Iterable[HrvPanel], beats: Sequence[Beat]) -> list[Notice]:
        """Compare panels with the core's own numbers for their windows.

        Heart rate is compared only where the window holds nothing but normal intervals:
        the core counts an artefact as the beats it hides, NeuroKit2 leaves it out.

        Parameters
        ----------
        panels
            NeuroKit2's newest numbers.
        beats
            The beats they were made from, or more of them.

        Returns
        -------
        A notice for each quantity that did not differ the last time.
        """
        found = {
            quantity: disagreement(quantity, ours, theirs, t_s=panel.end_s)
            for panel in panels
            for quantity, ours, theirs in _both(panel, beats)
        }
        differing = {quantity: notice for quantity, notice in found.items() if notice}
        before, self._differing = self._differing, set(differing)
        return [notice for name, notice in differing.items() if name not in before]


def _both(panel: HrvPanel, beats: Sequence[Beat]) -> Iterator[tuple[str, float, float]]:
    """Quantities that both sides know: name, the core's value, NeuroKit2's."""
    start_s = panel.end_s - panel.window_s
    window = [beat for beat in beats if start_s < beat.t_s <= panel.end_s]
    pairs = [
        (
            f"RMSSD over {panel.window_s} s, ms",
            rmssd_ms(window),
            panel.indices["HRV_RMSSD"],
        ),
        (
            f"heart rate over {panel.window_s} s, bpm",
            _heart_rate_bpm(window, panel.window_s),
            _bpm(panel.indices["HRV_MeanNN"]),
        ),
    ]
    for quantity, ours, theirs in pairs:
        if ours is not None and theirs is not None:
            yield quantity, ours, theirs


def _heart_rate_bpm(window: Sequence[Beat], window_s: int) -> float | None:
    if any(beat.label is not BeatLabel.NORMAL for beat in window):
        return None
    return heart_rate_bpm(window, window_s)


def _bpm(mean_nn_ms: float | None) -> float | None:
    return None if mean_nn_ms is None else 60_000.0 / mean_nn_ms
