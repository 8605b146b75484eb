"""``biofeed analyze``: what recordings hold, each read against its own rest."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import click
from typing_extensions import override

from biofeed.commands.failures import InputRefused, sentence_and_status
from biofeed.commands.progress import Steps
from biofeed.commands.telling import reasons_of, tell
from biofeed.core.events import Event
from biofeed.core.evidence import EpisodeRule
from biofeed.core.settings import EngineSettings
from biofeed.session.analysis import Analysis, analyse, find_rest
from biofeed.session.neurokit_batch import BatchNeurokit
from biofeed.session.neurokit_trouble import WorkerTrouble
from biofeed.session.opening import Recording, open_recording
from biofeed.session.report import Timeline, result_as_json
from biofeed.session.snapshot import HrvPanel
from calibration.baseline import Baseline, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for, the same for every file."""

    rest_s: tuple[float, float] | None
    baseline: Baseline | None
    accepts_refused: bool
    k_on_z: float | None
    timeline: Path | None


class Seconds(click.ParamType[tuple[float, float]]):
    """A span of a recording, ``A:B`` in seconds."""

    name = "A:B"

    @override
    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float]:
        """Read ``A:B``."""
        if isinstance(value, tuple):
            return value
        span = re.fullmatch(r"([0-9.]+):([0-9.]+)", str(value), re.ASCII)
        try:
            start_s, end_s = map(float, span.groups() if span else ())
        except ValueError:
            start_s = end_s = 0.0
        if not start_s < end_s:
            self.fail(f"'{value}' is no span of seconds such as 60:240.", param, ctx)
        return start_s, end_s


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
    if timeline is not None and len(files) > 1:
        raise click.UsageError("--timeline takes one file at a time.")
    request = Request(
        rest_s=rest_s if baseline_from is None else None,
        baseline=None,
        accepts_refused=accept_baseline,
        k_on_z=k_on_z,
        timeline=timeline,
    )
    status = 0
    with BatchNeurokit() as neurokit:
        if baseline_from is not None:
            other = open_recording(baseline_from)
            whole_s = (0.0, other.end_s)
            found = _rest_of(other, replace(request, rest_s=rest_s or whole_s))
            request = replace(request, baseline=found)
        for path in files:
            try:
                _one(path, request, neurokit, as_json=as_json)
            except Exception as failure:
                if len(files) == 1:
                    raise
                status = max(status, _told(failure))
    if status:
        raise click.exceptions.Exit(status)


def _told(failure: Exception) -> int:
    """Say why one of several files was left out; the others go on."""
    if isinstance(failure, click.ClickException):
        failure.show()
        return failure.exit_code
    sentence, status = sentence_and_status(failure)
    click.echo(f"biofeed: {sentence}", err=True)
    return status


def _one(
    path: Path, request: Request, neurokit: BatchNeurokit, *, as_json: bool
) -> None:
    recording = open_recording(path)
    for remark in recording.remarks:
        click.echo(f"biofeed: {path}: {remark}", err=True)
    baseline = request.baseline or _rest_of(recording, request)
    analysis = _read(recording, request, baseline)
    panel = neurokit.panel_of_rest(analysis.rest_beats) if analysis.rest_beats else None
    hrv = _known(panel)
    if as_json:
        result = result_as_json(recording.name, analysis.tally, baseline, hrv)
        click.echo(json.dumps(result, allow_nan=False))
    else:
        click.echo("\n".join(tell(recording.name, analysis.tally, baseline, hrv)))


def _rest_of(recording: Recording, request: Request) -> Baseline:
    """Find the rest of a recording, or refuse with the reason."""
    _check_span(recording, request.rest_s)
    settings = replace(_settings(recording, request), rest_s=request.rest_s)
    baseline = find_rest(recording.events, settings)
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


def _check_span(recording: Recording, rest_s: tuple[float, float] | None) -> None:
    if rest_s is not None and rest_s[0] >= recording.end_s:
        raise InputRefused(
            f"--rest {rest_s[0]:g}:{rest_s[1]:g} lies outside '{recording.name}', which"
            f" ends at {recording.end_s:.0f} s. Name seconds inside it."
        )


def _settings(recording: Recording, request: Request) -> EngineSettings:
    settings = replace(recording.settings, accepts_refused=False, waits_for_start=False)
    if request.k_on_z is None:
        return settings
    return replace(settings, episodes=EpisodeRule(k_on_z=request.k_on_z))


def _read(recording: Recording, request: Request, baseline: Baseline) -> Analysis:
    with ExitStack() as open_files:
        each_second = None
        if request.timeline is not None:
            out = open_files.enter_context(
                request.timeline.open("w", encoding="utf-8", newline="")
            )
            each_second = Timeline(out).write
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


def _known(panel: HrvPanel | WorkerTrouble | None) -> HrvPanel | None:
    if isinstance(panel, WorkerTrouble):
        click.echo(
            "biofeed: NeuroKit2 gave no variability of the rest"
            f" ({panel.kind.value}); the result goes without it.",
            err=True,
        )
        return None
    return panel
