"""Whether Python and the packages are those that this program asks for."""

import re
from collections.abc import Iterator

from biofeed.session.finding import Finding, Verdict
from biofeed.session.machine import Machine

OLDEST_PYTHON = (3, 11)

# PySide6 6.12.0 drops references to None, which CPython 3.11 still counts; the process
# aborts within seconds of redrawing. 6.11 and 6.12 on 3.12 are well.
BAD_QT = "6.12.0"
FIRST_PYTHON_WITHOUT_COUNTED_NONE = (3, 12)


def python(machine: Machine) -> Finding:
    """Look at the version of Python."""
    version = ".".join(str(part) for part in machine.python)
    if machine.python[:2] >= OLDEST_PYTHON:
        return Finding(
            name="python", verdict=Verdict.OK, sentence=f"Python {version} is running."
        )
    return Finding(
        name="python",
        verdict=Verdict.FAIL,
        sentence=f"Python {version} is too old.",
        remedy="Install Python 3.11 or newer, and biofeed under it.",
    )


def packages(machine: Machine) -> Iterator[Finding]:
    """Look at each package that this program asks for."""
    if machine.requirements is None:
        yield Finding(
            name="packages",
            verdict=Verdict.WARN,
            sentence="biofeed runs from a folder and is not installed, so the versions"
            " it asks for are not known.",
            remedy="Install it: pip install .",
        )
        return
    for requirement in machine.requirements:
        yield _package(machine, requirement)


def _package(machine: Machine, requirement: str) -> Finding:
    name = re.split(r"[^A-Za-z0-9_.-]", requirement, maxsplit=1)[0]
    asked = requirement.split(";", maxsplit=1)[0].removeprefix(name).strip(" ()")
    version = machine.version_of(name)
    if version is None:
        happened = f"{name} is not installed."
    elif not satisfies(version, asked):
        happened = f"{name} is {version}, and biofeed needs {asked}."
    else:
        return Finding(
            name=name, verdict=Verdict.OK, sentence=f"{name} {version} is installed."
        )
    return Finding(
        name=name,
        verdict=Verdict.FAIL,
        sentence=happened,
        remedy=f"Install it: pip install '{name}{asked}'",
    )


def satisfies(version: str, asked: str) -> bool:
    """Tell whether a version is within bounds such as ``>=3.0.2,<4,!=3.5``.

    Knows as much of version numbers as the bounds of this program use.

    >>> satisfies("3.1.0", ">=3.0.2,<4"), satisfies("6.12.0", "!=6.12.0,<7,>=6.10")
    (True, False)
    """
    have = _numbers(version)
    for bound in filter(None, asked.split(",")):
        sign, limit = re.split(r"(?<=[<>=!])(?=\d)", bound.strip(), maxsplit=1)
        want = _numbers(limit)
        holds = {
            ">=": have >= want,
            "<=": have <= want,
            ">": have > want,
            "<": have < want,
            "==": have == want,
            "!=": have != want,
        }
        if not holds[sign]:
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in re.findall(r"\d+", version)[:4]]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def known_bad(machine: Machine) -> Iterator[Finding]:
    """Look for versions that break each other."""
    version = machine.version_of("PySide6-Essentials")
    counted = machine.python[:2] < FIRST_PYTHON_WITHOUT_COUNTED_NONE
    if version == BAD_QT and counted:
        yield Finding(
            name="qt and python",
            verdict=Verdict.FAIL,
            sentence=f"PySide6 {BAD_QT} ends the program within seconds of drawing on"
            " Python 3.11.",
            remedy=f"Install another: pip install 'PySide6-Essentials!={BAD_QT}'",
        )


def one_root(machine: Machine) -> Finding:
    """See that no other package of the same name hides one of ours."""
    ours, devices = machine.roots
    if ours == devices:
        return Finding(
            name="installation",
            verdict=Verdict.OK,
            sentence=f"biofeed is loaded from {ours}.",
        )
    return Finding(
        name="installation",
        verdict=Verdict.FAIL,
        sentence=f"The package 'devices' comes from {devices}, but biofeed from {ours}:"
        " another program or a folder of that name hides ours.",
        remedy="Run 'biofeed' from another folder, or install it into an environment"
        " of its own.",
    )
