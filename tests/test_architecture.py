"""Who may import whom, and that a forbidden import is really seen."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("biofeed", "calibration", "devices")
LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports_command;"
    " sys.exit(lint_imports_command())"
)


def lint_imports(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the project in a folder."""
    return subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--no-logo", "--no-cache", *options],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def broken(report: str) -> set[str]:
    """Return the names of the contracts that a report calls broken."""
    return set(re.findall(r"^(.+) BROKEN", report, re.MULTILINE))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the packages with their contracts."""
    for package in PACKAGES:
        shutil.copytree(
            ROOT / package,
            tmp_path / package,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def plant(project: Path, module: str, line: str) -> None:
    """Write an import into a module that is not supposed to have it."""
    file = project.joinpath(*module.split(".")).with_suffix(".py")
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\n\n{line}\n", encoding="utf-8")


def test_every_contract_is_kept() -> None:
    """The packages as they are keep every contract."""
    checked = lint_imports(ROOT)
    assert "" == checked.stderr
    assert 0 == checked.returncode, checked.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("devices.source", "import biofeed.core.values", "leaves"),
        ("calibration.drift", "import biofeed.core.values", "leaves"),
        ("calibration.drift", "import devices.source", "apart"),
        ("devices.reconnect", "import calibration.reference", "apart"),
        ("biofeed.core.rate", "import biofeed.session.clock", "layers"),
        ("biofeed.session.runner", "import biofeed.display.words", "layers"),
        ("biofeed.display.words", "import biofeed.app", "layers"),
        ("biofeed.app", "import biofeed.commands.demo", "layers"),
        ("biofeed.core.engine", "import time", "pure"),
        ("biofeed.core.engine", "import random", "pure"),
        ("biofeed.core.trace", "from pathlib import Path", "pure"),
        ("calibration.search", "import asyncio", "pure"),
        ("biofeed.core.engine", "import devices.simulated", "values"),
        ("biofeed.session.runner", "import bleak", "bluetooth"),
        ("devices.simulated", "import bleak", "bluetooth"),
        ("biofeed.session.runner", "import neurokit2", "neurokit"),
        ("biofeed.session.runner", "import PySide6.QtCore", "qt"),
        ("biofeed.commands.demo", "import PySide6.QtWidgets", "qt"),
        ("biofeed.display.words", "import pyqtgraph", "chart"),
        ("biofeed.session.runner", "import sounddevice", "sound"),
        ("biofeed.session.report", "import rich", "terminal"),
        ("biofeed.session.runner", "import time", "clock"),
        ("devices.simulated", "import time", "clock"),
    ],
)
def test_a_planted_import_breaks_its_contract(
    project: Path, module: str, line: str, contract: str
) -> None:
    """An import against the rules is seen, in a function as well as on top."""
    plant(project, module, f"def planted() -> None:\n    {line}")
    checked = lint_imports(project, "--contract", contract)
    assert 1 == checked.returncode, checked.stdout
    assert 1 == len(broken(checked.stdout))


def test_a_module_without_a_place_breaks_the_layers(project: Path) -> None:
    """A new module of biofeed has to say in which layer it lies."""
    (project / "biofeed" / "newcomer.py").write_text('"""New."""\n', encoding="utf-8")
    assert 1 == len(broken(lint_imports(project, "--contract", "layers").stdout))


def test_neurokit_is_loaded_by_name_in_one_module() -> None:
    """What no import shows: its name stands in code only where its process begins."""
    named = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        if 'import_module("neurokit2")' in path.read_text(encoding="utf-8")
    }
    assert {"biofeed/session/neurokit_worker.py"} == named
