"""``biofeed analyze``: what recordings hold, each read against its own rest."""

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import click

from biofeed.commands.asides import aside
from biofeed.commands.failures import InputRefused, SaidAlready, sentence_and_status
from biofeed.commands.progress import Steps
from biofeed.commands.rest_panel import batch_neurokit, panel_of_rest
from biofeed.commands.span import Seconds
from biofeed.commands.telling import reasons_of, tell
from biofeed.commands.timeline_file import check_timeline, timeline_file
from biofeed.core.events import Event
from biofeed.core.evidence import EpisodeRule
from biofeed.core.settings import EngineSettings
from biofeed.session.analysis import Analysis, analyse, find_rest
from biofeed.session.neurokit_batch import BatchNeurokit
from biofeed.session.opening import Recording, open_recording
from biofeed.session.report import result_as_json
from calibration.baseline import Baseline, Verdict

LONGEST_REST_S = 600.0
"""A recording of nothing but rest is not longer, s; in a longer one a rest is found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for, the same for every file."""

    rest_s: tuple[float, float] | None
    baseline: Baseline | None
    accepts_refused: bool
    k_on_z: float | None
    timeline: Path | None


@click.command(
    epilog="Example: biofeed analyze morning.csv --rest 60:240 --json",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--rest",
    "rest_s",
    type=Seconds(),
    help="Take the baseline from these seconds, the whole of them.",
)
@click.option(
    "--baseline-from",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Take the baseline from another recording, or the named rest of it.",
)
@click.option(
    "--accept-baseline",
    is_flag=True,
    help="Use a baseline that would be refused; the result says so.",
)
@click.option(
    "--timeline",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT.csv",
    help="Write one row a second.",
)
@click.option(
    "--k-on",
    "k_on_z",
    type=click.FloatRange(1.5, 10.0),
    help="Activation that opens an episode (default 3.5).",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a file.")
def command(
    *,
    files: tuple[Path, ...],
    rest_s: tuple[float, float] | None,
    baseline_from: Path | None,
    accept_baseline: bool,
    timeline: Path | None,
    k_on_z: float | None,
    as_json: bool,
) -> None:
    """Tell what recordings hold: activations, and how each settled.

    FILE is a session folder, its events.jsonl, a CSV with the header t_s,rr_ms, or one
    RR interval in ms (or s) a line. Without --rest or --baseline-from the first
    acceptable rest of each recording is its baseline.
    """
    if timeline is not None:
        if len(files) > 1:
            raise click.UsageError("--timeline takes one file at a time.")
        check_timeline(
            timeline, files if baseline_from is None else (*files, baseline_from)
        )
    request = Request(
        rest_s=rest_s if baseline_from is None else None,
        baseline=None,
        accepts_refused=accept_baseline,
        k_on_z=k_on_z,
        timeline=timeline,
    )
    status = 0
    with batch_neurokit() as neurokit:
        if baseline_from is not None:
            found = _rest_elsewhere(baseline_from, replace(request, rest_s=rest_s))
            request = replace(request, baseline=found)
        for path in files:
            try:
                _one(path, request, neurokit, as_json=as_json)
            except BrokenPipeError:
                raise  # nobody reads the result any more
            except Exception as failure:
                if len(files) == 1:
                    raise
                status = max(status, _told(failure))
    if status:
        raise SaidAlready(status)


def _told(failure: Exception) -> int:
    """Say why one of several files was left out; the others go on."""
    if isinstance(failure, click.ClickException):
        failure.show()
        return failure.exit_code
    sentence, status = sentence_and_status(failure)
    aside(sentence)
    return status


def _one(
    path: Path, request: Request, neurokit: BatchNeurokit, *, as_json: bool
) -> None:
    recording = _opened(path)
    baseline = request.baseline or _rest_of(recording, request)
    analysis = _read(recording, request, baseline)
    hrv = panel_of_rest(neurokit, analysis.rest_beats)
    if as_json:
        result = result_as_json(recording.name, analysis.tally, baseline, hrv)
        click.echo(json.dumps(result, allow_nan=False))
    else:
        click.echo("\n".join(tell(recording.name, analysis.tally, baseline, hrv)))


def _opened(path: Path) -> Recording:
    recording = open_recording(path)
    for remark in recording.remarks:
        aside(f"{path}: {remark}")
    return recording


def _rest_elsewhere(path: Path, request: Request) -> Baseline:
    """Find the rest of another recording: what is named, all of it, or one in it."""
    recording = _opened(path)
    if request.rest_s is not None or recording.end_s > LONGEST_REST_S:
        return _rest_of(recording, request)
    whole = replace(request, rest_s=(0.0, recording.end_s))
    rest = _find_rest(recording, whole)
    if rest is None or rest.reference is None:
        return _rest_of(recording, request)
    if rest.verdict is Verdict.REFUSED and not request.accepts_refused:
        return _rest_of(recording, request)
    return rest


def _rest_of(recording: Recording, request: Request) -> Baseline:
    """Find the rest of a recording, or refuse with the reason."""
    _check_span(recording, request.rest_s)
    baseline = _find_rest(recording, request)
    if baseline is None or baseline.reference is None:
        raise InputRefused(
            f"'{recording.name}' holds too few heartbeats to learn a resting baseline"
            " from. Name another recording with --baseline-from."
        )
    if baseline.verdict is Verdict.REFUSED and not request.accepts_refused:
        raise InputRefused(
            f"'{recording.name}' has no acceptable rest: {reasons_of(baseline)}."
            " Name a calmer part with --rest A:B, another recording with"
            " --baseline-from, or use it all the same with --accept-baseline."
        )
    return baseline


def _find_rest(recording: Recording, request: Request) -> Baseline | None:
    with Steps(f"finding the rest in {recording.name}", total=recording.beats) as steps:
        return find_rest(
            lambda: _counted(recording.events(), steps), _settings(recording, request)
        )


def _check_span(recording: Recording, rest_s: tuple[float, float] | None) -> None:
    if rest_s is not None and rest_s[0] >= recording.end_s:
        raise InputRefused(
            f"--rest {rest_s[0]:g}:{rest_s[1]:g} lies outside '{recording.name}', which"
            f" ends at {recording.end_s:.0f} s. Name seconds inside it."
        )


def _settings(recording: Recording, request: Request) -> EngineSettings:
    settings = replace(
        recording.settings,
        rest_s=request.rest_s,
        accepts_refused=False,
        waits_for_start=False,
    )
    if request.k_on_z is None:
        return settings
    return replace(settings, episodes=EpisodeRule(k_on_z=request.k_on_z))


def _read(recording: Recording, request: Request, baseline: Baseline) -> Analysis:
    with ExitStack() as open_files:
        each_second = None
        if request.timeline is not None:
            each_second = open_files.enter_context(timeline_file(request.timeline))
        steps = open_files.enter_context(
            Steps(f"reading {recording.name}", total=recording.beats)
        )
        return analyse(
            lambda: _counted(recording.events(), steps),
            _settings(recording, request),
            baseline,
            is_own_rest=request.baseline is None,
            each_second=each_second,
        )


def _counted(events: Iterable[Event], steps: Steps) -> Iterator[Event]:
    for event in events:
        steps.advance()
        yield event
