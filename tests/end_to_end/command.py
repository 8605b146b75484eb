"""The real command as a process of its own, with a home of its own and no screen."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-m", "biofeed")

PATIENCE_S = 240.0
"""A process that takes longer has failed, also where many share the processor, s."""

SCREEN_VARIABLES = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}

NO_RADIO = {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nonexistent/bus"}
"""No Bluetooth, also where the computer that runs the test has it."""

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command came to."""

    status: int
    out: str
    err: str

    @property
    def objects(self) -> list[Any]:
        """Standard output as JSON, one value a line, as strictly as JSON is meant."""
        return [
            json.loads(line, parse_constant=_refuse) for line in self.out.splitlines()
        ]

    @property
    def object(self) -> dict[str, Any]:
        """The only object there is."""
        (only,) = self.objects
        assert isinstance(only, dict)
        return only


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


@dataclass(frozen=True, slots=True, kw_only=True)
class Biofeed:
    """Runs the command.

    Attributes
    ----------
    home
        Where it keeps everything.
    setting
        More of the environment's variables.
    """

    home: Path
    setting: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, *arguments: str | Path) -> Answer:
        """Run it to its end."""
        return finished(self.start(*arguments))

    def start(
        self, *arguments: str | Path, stderr: int = subprocess.PIPE
    ) -> subprocess.Popen[str]:
        """Start it."""
        return subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=stderr,
            encoding="utf-8",
            env=self.environment,
        )

    @property
    def environment(self) -> dict[str, str]:
        """All variables it is started with."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in SCREEN_VARIABLES
        }
        own = {"BIOFEED_HOME": str(self.home), "PYTHONUTF8": "1"}
        return kept | NO_RADIO | own | dict(self.setting)

    @property
    def sessions(self) -> list[Path]:
        """Folders of what it has recorded, oldest first."""
        return sorted((self.home / "sessions").glob("*"))


def finished(process: subprocess.Popen[str]) -> Answer:
    """Wait for the end of a process; one that does not come is killed, and fails."""
    try:
        out, err = process.communicate(timeout=PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise
    return Answer(status=process.returncode, out=out or "", err=err or "")


def assert_said(answer: Answer, *words: str, status: int) -> None:
    """It failed with one clear sentence, and with nothing else anywhere."""
    assert status == answer.status, answer.err
    assert answer.out == ""
    (line,) = answer.err.splitlines()
    assert line.startswith("biofeed: ")
    assert line.endswith(".")
    assert [] == [word for word in words if word not in line], line


def assert_wrong_usage(answer: Answer, *words: str) -> None:
    """It refused its own command line, with the way to its help."""
    assert answer.status == 2, answer.err
    assert answer.out == ""
    lines = answer.err.splitlines()
    assert lines[0].startswith("Usage: ")
    assert lines[-1].startswith("Error: ")
    assert [] == [word for word in words if word not in lines[-1]], lines[-1]
