"""What the command says of itself."""

import importlib.metadata
import subprocess
import sys
from pathlib import Path

import pytest

from biofeed.cli import COMMANDS
from tests.end_to_end.command import PATIENCE_S, Biofeed

pytestmark = pytest.mark.timeout(600)


def test_the_first_help_lists_every_sub_command(biofeed: Biofeed) -> None:
    """Each is there with what it does, and so are examples."""
    answer = biofeed("--help")
    assert answer.status == 0
    assert answer.err == ""
    listed = answer.out.split("Commands:")[1]
    assert list(COMMANDS) == [line.split()[0] for line in listed.strip().splitlines()]
    assert "Examples:" in answer.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_sub_command_explains_itself_with_an_example(
    biofeed: Biofeed, name: str
) -> None:
    """Its help ends with a line that can be typed as it stands."""
    answer = biofeed(name, "--help")
    assert answer.status == 0
    assert answer.err == ""
    assert f"Example: biofeed {name}" in answer.out


def test_the_short_option_helps_too(biofeed: Biofeed) -> None:
    """``-h`` is what many people try."""
    assert biofeed("--help").out == biofeed("-h").out


def test_it_tells_its_version(biofeed: Biofeed) -> None:
    """The version is the package's."""
    answer = biofeed("--version")
    assert answer.status == 0
    assert importlib.metadata.version("biofeed") in answer.out


def test_the_script_beside_the_interpreter_is_the_same_command(
    biofeed: Biofeed,
) -> None:
    """What a person types is what these tests start."""
    script = Path(sys.executable).with_name("biofeed")
    if not script.exists():
        pytest.skip("not installed: there is no script")
    answer = subprocess.run(
        [script, "analyze", "--help"],
        capture_output=True,
        encoding="utf-8",
        env=biofeed.environment,
        timeout=PATIENCE_S,
        check=True,
    )
    options = answer.stdout.split("Options:")[1]
    assert options == biofeed("analyze", "--help").out.split("Options:")[1]
