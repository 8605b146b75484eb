"""The examples in docstrings are true."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import biofeed.core
import calibration
import devices

PACKAGES = [biofeed.core, calibration, devices]

MODULES = [
    f"{package.__name__}.{path.stem}"
    for package in PACKAGES
    for path in sorted(Path(package.__path__[0]).glob("*.py"))
    if path.stem != "__init__" and ">>>" in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("module", MODULES)
def test_examples_of_a_module_are_true(module: str) -> None:
    """What a reader copies from a docstring gives what it says."""
    failed, attempted = doctest.testmod(import_module(module))
    assert 0 < attempted
    assert 0 == failed


def test_there_are_examples() -> None:
    """The list is not empty because something was renamed."""
    assert {"biofeed.core.engine", "devices.heart_rate"} <= set(MODULES)
