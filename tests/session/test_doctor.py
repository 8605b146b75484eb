"""The doctor on machines that are made up, and once on this one."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from biofeed.session.doctor import examine
from biofeed.session.doctor_packages import satisfies
from biofeed.session.finding import Finding, Verdict, worst
from biofeed.session.machine import Machine, this_machine
from devices.bluez_service import ServiceState
from devices.source import LinkReason

INSTALLED = {"bleak": "3.1.0", "PySide6-Essentials": "6.11.3", "numpy": "2.4.6"}


@pytest.fixture
def healthy(tmp_path: Path) -> Machine:
    """A machine on which a session is possible."""
    return Machine(
        python=(3, 11, 7),
        platform="linux",
        environ={"WAYLAND_DISPLAY": "wayland-0"},
        requirements=("bleak<4,>=3.0.2", "numpy<3,>=2"),
        version_of=INSTALLED.get,
        library=lambda name: f"lib{name}.so",
        display_answers=lambda display: display == ":0",
        data_folder=tmp_path / "biofeed",
        roots=(tmp_path, tmp_path),
        radio_trouble=lambda: None,
        bluetooth_service=lambda: ServiceState.RUNNING,
        bluez_version=lambda: "5.66",
    )


def named(findings: tuple[Finding, ...], name: str) -> Finding:
    return next(finding for finding in findings if finding.name == name)


def test_a_healthy_machine_has_nothing_to_do(healthy: Machine) -> None:
    """All is well, and nothing was made or asked for."""
    findings = examine(healthy)
    assert worst(findings) is Verdict.OK
    assert {""} == {finding.remedy for finding in findings}
    assert not healthy.data_folder.exists()


def _missing(name: str) -> Callable[[str], str | None]:
    return {k: v for k, v in INSTALLED.items() if k != name}.get


@pytest.mark.parametrize(
    ("name", "change", "verdict", "words"),
    [
        ("python", {"python": (3, 10, 2)}, Verdict.FAIL, "too old"),
        ("numpy", {"version_of": _missing("numpy")}, Verdict.FAIL, "not installed"),
        ("numpy", {"requirements": ("numpy>=3",)}, Verdict.FAIL, "needs >=3"),
        ("packages", {"requirements": None}, Verdict.WARN, "not installed"),
        (
            "qt and python",
            {"version_of": {"PySide6-Essentials": "6.12.0"}.get},
            Verdict.FAIL,
            "6.12.0",
        ),
        (
            "installation",
            {"roots": (Path("/here"), Path("/there"))},
            Verdict.FAIL,
            "/there",
        ),
        (
            "bluetooth service",
            {"bluetooth_service": lambda: ServiceState.NO_BUS},
            Verdict.WARN,
            "message bus",
        ),
        (
            "bluetooth service",
            {"bluetooth_service": lambda: ServiceState.NOT_RUNNING},
            Verdict.WARN,
            "not running",
        ),
        ("bluez", {"bluez_version": lambda: "5.48"}, Verdict.WARN, "too old"),
        ("screen", {"environ": {}}, Verdict.WARN, "no screen"),
        ("screen", {"library": lambda _: None}, Verdict.WARN, "EGL"),
        (
            "screen",
            {
                "environ": {"DISPLAY": ":0"},
                "library": {"EGL": "x", "xkbcommon": "x"}.get,
            },
            Verdict.WARN,
            "xcb-cursor",
        ),
        (
            "screen",
            {"environ": {"DISPLAY": ":99"}},
            Verdict.WARN,
            "nothing answers at DISPLAY=:99",
        ),
    ],
)
def test_each_lack_is_found_and_has_a_remedy(
    healthy: Machine,
    name: str,
    change: dict[str, object],
    verdict: Verdict,
    words: str,
) -> None:
    """What is missing is named, with what to do about it."""
    finding = named(examine(replace(healthy, **change)), name)  # type: ignore[arg-type]  # any field
    assert verdict == finding.verdict
    assert words in finding.sentence
    assert finding.remedy


def test_what_other_systems_do_not_have_is_not_looked_for(healthy: Machine) -> None:
    """No service and no BlueZ on macOS and Windows."""
    other = replace(
        healthy,
        bluetooth_service=lambda: ServiceState.OTHER_SYSTEM,
        bluez_version=lambda: None,
    )
    names = {finding.name for finding in examine(other)}
    assert not {"bluetooth service", "bluez"} & names


def test_bad_qt_is_well_on_a_newer_python(healthy: Machine) -> None:
    """The fault of PySide6 6.12.0 is one of Python 3.11 alone."""
    newer = replace(
        healthy, python=(3, 12, 1), version_of={"PySide6-Essentials": "6.12.0"}.get
    )
    assert "qt and python" not in {finding.name for finding in examine(newer)}


@pytest.mark.parametrize("reason", LinkReason)
@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_bluetooth_trouble_is_a_warning_in_plain_words(
    healthy: Machine, reason: LinkReason, platform: str
) -> None:
    """Without a radio a replay still works; the words fit the system."""
    machine = replace(healthy, platform=platform, radio_trouble=lambda: reason)
    finding = named(examine(machine), "bluetooth")
    assert finding.verdict is Verdict.WARN
    assert finding.sentence.endswith(".")
    assert finding.remedy.endswith(".")


def test_a_folder_that_cannot_be_written_is_a_failure(
    healthy: Machine, tmp_path: Path
) -> None:
    """A file in the way of the data folder means no session can be kept."""
    (tmp_path / "biofeed").write_text("in the way")
    finding = named(examine(healthy), "data folder")
    assert finding.verdict is Verdict.FAIL
    assert finding.remedy


@pytest.mark.parametrize(
    ("version", "asked", "expected"),
    [
        ("3.1.0", "<4,>=3.0.2", True),
        ("3.0.1", "<4,>=3.0.2", False),
        ("4.0", "<4", False),
        ("2.0", "==2", True),
        ("6.12.0", "!=6.12.0,<7,>=6.10", False),
        ("6.9", ">=6.10", False),
        ("1.5", ">1.4,<=1.5", True),
        ("9.9", "", True),
    ],
)
def test_bounds_of_versions(version: str, asked: str, *, expected: bool) -> None:
    """A version is held to each bound, by numbers and not by letters."""
    assert expected is satisfies(version, asked)


def test_this_machine_can_be_examined(tmp_path: Path) -> None:
    """On the machine at hand every finding is a sentence, and all go into JSON."""
    machine = replace(this_machine(tmp_path), radio_trouble=lambda: None)
    findings = examine(machine)
    assert all(finding.sentence.endswith(".") for finding in findings)
    told = json.loads(json.dumps([asdict(finding) for finding in findings]))
    assert [f.name for f in findings] == [one["name"] for one in told]
