"""Batch: a whole recording through the same fold, against its own rest.

A rest is found first and the recording then read against it from its first second, so
that an activation before the rest is seen too. Where a live session searched for its
rest as it went, this is the only difference.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from biofeed.core.beat import Beat
from biofeed.core.engine import Engine
from biofeed.core.events import Event
from biofeed.core.protocol import OPEN
from biofeed.core.settings import EngineSettings
from biofeed.core.values import BaselineDecided, Second
from biofeed.session.replay import with_end
from biofeed.session.tally import Tally
from calibration.baseline import Baseline, Verdict

Events = Callable[[], Iterable[Event]]
"""Gives the events of a recording, from the start, as often as it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """A recording, read against a rest.

    Attributes
    ----------
    tally
        What was found.
    baseline
        The rest it was read against, perhaps of another recording.
    rest_beats
        The beats of that rest, where it lies in this recording.
    """

    tally: Tally
    baseline: Baseline
    rest_beats: tuple[Beat, ...]


def find_rest(events: Events, settings: EngineSettings) -> Baseline | None:
    """Find the rest of a recording; stops reading once it is accepted.

    Returns
    -------
    The baseline, refused where no acceptable one was found; None where the recording
    holds too little to judge.
    """
    engine = Engine(
        replace(settings, reference=None, waits_for_start=False, protocol=OPEN)
    )
    refused: Baseline | None = None
    for event in with_end(events()):
        for output in engine.receive(event):
            if not isinstance(output, BaselineDecided):
                continue
            if output.baseline.verdict is not Verdict.REFUSED:
                return output.baseline
            refused = output.baseline
            if settings.rest_s is not None:
                return refused
    return refused


def analyse(
    events: Events,
    settings: EngineSettings,
    baseline: Baseline,
    *,
    is_own_rest: bool,
    each_second: Callable[[Second], None] | None = None,
) -> Analysis:
    """Read a recording against a rest.

    Parameters
    ----------
    events
        The recording.
    settings
        Thresholds; the reference in them is replaced.
    baseline
        A rest with a reference.
    is_own_rest
        Whether it lies in this recording: then it drifts from its own end on.
    each_second
        Receives every grid point as it comes.
    """
    settings = replace(
        settings,
        reference=baseline.reference,
        reference_from_s=baseline.end_s if is_own_rest else 0.0,
        waits_for_start=False,
        protocol=OPEN,  # a recording is read from its first second, not walked again
    )
    engine = Engine(settings)
    tally = Tally()
    rest: list[Beat] = []
    for event in with_end(events()):
        tally.event(event)
        outputs = engine.receive(event)
        tally.outputs(outputs)
        for output in outputs:
            if isinstance(output, Second) and each_second is not None:
                each_second(output)
            elif isinstance(output, Beat) and _lies_in(output, baseline):
                rest.append(output)
    return Analysis(
        tally=tally, baseline=baseline, rest_beats=tuple(rest) if is_own_rest else ()
    )


def _lies_in(beat: Beat, baseline: Baseline) -> bool:
    return baseline.start_s < beat.t_s <= baseline.end_s
