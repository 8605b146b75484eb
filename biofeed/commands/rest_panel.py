"""NeuroKit2's numbers of a rest, for a result; or a remark why it goes without."""

from collections.abc import Sequence

import click

from biofeed.core.beat import Beat
from biofeed.session.neurokit import NeurokitWorker
from biofeed.session.neurokit_batch import BatchNeurokit
from biofeed.session.neurokit_trouble import Patience, WorkerTrouble
from biofeed.session.snapshot import HrvPanel

UNHURRIED = Patience(import_s=300.0, answer_s=120.0)
"""No frame waits here, and a busy computer must not change a result."""


def batch_neurokit() -> BatchNeurokit:
    """NeuroKit2 for one result at a time, in a ``with`` block."""
    return BatchNeurokit(NeurokitWorker(patience=UNHURRIED))


def panel_of_rest(neurokit: BatchNeurokit, beats: Sequence[Beat]) -> HrvPanel | None:
    """Have the panel of a rest computed; None where there is none."""
    if not beats:
        return None
    panel = neurokit.panel_of_rest(beats)
    if isinstance(panel, WorkerTrouble):
        click.echo(
            "biofeed: NeuroKit2 gave no variability of the rest"
            f" ({panel.kind.value}); the result goes without it.",
            err=True,
        )
        return None
    return panel
