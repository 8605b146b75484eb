"""NeuroKit2's numbers of a rest, for a result; or a remark why it goes without."""

from collections.abc import Sequence

import click

from biofeed.core.values import Beat
from biofeed.session.neurokit_batch import BatchNeurokit
from biofeed.session.neurokit_trouble import WorkerTrouble
from biofeed.session.snapshot import HrvPanel


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
