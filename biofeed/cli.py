"""The command line: finds the sub-command, and turns every failure into a sentence.

Rules
-----
- Nothing heavy is imported here: ``biofeed --help`` answers at once.
- Exit status 0 is done, 2 wrong usage or input, 1 failed. What went wrong is said in
  one sentence on standard error, never as a traceback; ``BIOFEED_DEBUG=1`` shows it.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click
from typing_extensions import override

from biofeed.commands.asides import aside

COMMANDS = {
    "demo": "A whole session with a simulated strap, in a few minutes.",
    "scan": "Find heart rate straps in range.",
    "live": "A session with a strap.",
    "replay": "A recording through the same pipeline and window.",
    "analyze": "What recordings hold: activations and how they settled.",
    "protocols": "List the training protocols, or explain one.",
    "screening": "The questions before the first session with activations.",
    "sessions": "List the recorded sessions.",
    "doctor": "What is missing on this machine, and what to do about it.",
}
"""Each lives in ``biofeed.commands.<name>`` as ``command``."""


class LazyGroup(click.Group):
    """A group that imports a sub-command only to run it or to explain it."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the sub-commands in the order in which a person meets them."""
        return list(COMMANDS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a sub-command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"biofeed.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    @override
    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the list of sub-commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="biofeed", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Practise the way back to your own rest.

    A heart rate strap gives your heartbeats; biofeed learns your resting baseline,
    shows activation against it second by second, and how it settles. It is not a
    diagnosis.

    Without a command it opens the window, where you choose a strap, the simulated
    strap or a recording.

    \b
    Examples:
      biofeed                    open the window
      biofeed demo               see a whole session without a strap
      biofeed analyze rest.csv   read a recording
    """  # noqa: D301 (click's mark against wrapping is the character itself)
    if ctx.invoked_subcommand is None:
        import_module("biofeed.commands.window").open_window()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    try:
        status = cli.main(
            args=None if arguments is None else list(arguments),
            prog_name="biofeed",
            standalone_mode=False,
        )
    except click.ClickException as refused:
        refused.show()
        return refused.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("biofeed: stopped.", err=True)
        return 1
    except BrokenPipeError:
        # The reader has gone (biofeed ... | head); nobody is left to complain to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as failure:  # noqa: BLE001 (the one place where nobody else can act)
        return _fail(failure)
    # Without standalone mode click hands back the status of an early exit.
    return status if isinstance(status, int) else 0


def _fail(failure: Exception) -> int:
    """Say in a sentence what failed; its class knows whose fault it was."""
    if os.environ.get("BIOFEED_DEBUG"):
        raise failure
    from biofeed.commands.failures import sentence_and_status

    sentence, status = sentence_and_status(failure)
    aside(sentence)
    return status
