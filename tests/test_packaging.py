"""What is installed: three packages, their types, and a command that answers."""

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from biofeed.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = {"biofeed", "devices", "calibration"}

SLOW_TO_IMPORT = {"neurokit2", "pandas", "PySide6", "pyqtgraph", "rich", "scipy"}
"""What no command needs to explain itself."""

NOT_FOR_THE_LIST = SLOW_TO_IMPORT | {"bleak", "numpy"}
"""What the list of commands, which everybody sees first, does without."""


def run(
    *arguments: str | Path, cwd: Path, **changed: str
) -> subprocess.CompletedProcess[str]:
    """Run a command that has to succeed."""
    return subprocess.run(
        [str(argument) for argument in arguments],
        cwd=cwd,
        env={**os.environ, **changed},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel as it would be published."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out, cwd=ROOT)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder into which the wheel, and nothing else, was installed."""
    target = tmp_path_factory.mktemp("site")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install")
    run(*pip, "--no-deps", "--no-index", "--target", target, wheel, cwd=target)
    return target


def names(wheel: Path) -> list[str]:
    """List what a wheel holds."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_a_wheel_holds_three_packages_and_nothing_else(wheel: Path) -> None:
    """No test, no script and no picture of the manual lands in site-packages."""
    tops = {name.split("/")[0] for name in names(wheel)}
    assert {f"biofeed-{version()}.dist-info"} == tops - PACKAGES
    assert PACKAGES <= tops


def version() -> str:
    """Return the version in pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found = re.search(r'^version = "(.+)"$', text, re.MULTILINE)
    assert found
    return found[1]


def test_a_wheel_carries_its_types_and_its_licence(wheel: Path) -> None:
    """Checkers of other projects read our annotations; the licence comes along."""
    held = set(names(wheel))
    assert {f"{package}/py.typed" for package in PACKAGES} <= held
    assert f"biofeed-{version()}.dist-info/licenses/LICENSE" in held


def test_a_wheel_carries_every_file_of_the_packages(wheel: Path) -> None:
    """Data beside the modules are taken along."""
    ours = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert set() == ours - set(names(wheel))


def test_the_installed_command_answers_from_anywhere(installed: Path) -> None:
    """``biofeed --help`` runs from the wheel, with the file system's root as folder."""
    command = installed / "bin" / "biofeed"
    if not command.exists():  # Windows
        command = installed / "Scripts" / "biofeed.exe"
    told = run(command, "--help", cwd=Path("/"), PYTHONPATH=str(installed))
    assert told.stdout.startswith("Usage: biofeed")
    assert "" == told.stderr


def test_the_installed_packages_are_those_that_run(installed: Path) -> None:
    """All three are found where the wheel put them, not in this checkout."""
    code = (
        "import json, biofeed, calibration, devices;"
        "print(json.dumps([m.__file__ for m in (biofeed, calibration, devices)]))"
    )
    told = run(sys.executable, "-c", code, cwd=Path("/"), PYTHONPATH=str(installed))
    folders = {Path(file).parents[1] for file in json.loads(told.stdout)}
    assert {installed} == folders


def imported_by(*arguments: str) -> set[str]:
    """Return the packages that a call of the command line loads."""
    code = (
        "import json, sys; from biofeed.cli import main;"
        f"status = main({list(arguments)!r});"
        "print(json.dumps([status, list(sys.modules)]), file=sys.stderr)"
    )
    status, loaded = json.loads(run(sys.executable, "-c", code, cwd=ROOT).stderr)
    assert 0 == status
    return {name.split(".")[0] for name in loaded}


def test_the_list_of_commands_imports_nothing_heavy() -> None:
    """``biofeed --help`` answers before anything big is loaded."""
    assert set() == NOT_FOR_THE_LIST & imported_by("--help")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_imports_nothing_slow(command: str) -> None:
    """A command explains itself without Qt, NeuroKit2 or a progress bar."""
    assert set() == SLOW_TO_IMPORT & imported_by(command, "--help")
