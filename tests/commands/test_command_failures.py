"""Every failure is a sentence, and has the exit status of whose fault it is."""

import io
from pathlib import Path

import click
import pytest

from biofeed.cli import main
from biofeed.commands.failures import (
    Failed,
    InputRefused,
    SaidAlready,
    sentence_and_status,
)
from biofeed.session.protocol_refusals import ProtocolRefused
from biofeed.session.recording_errors import CorruptRecording
from devices.errors import BluetoothUnavailable, NoStrapFound
from devices.phrase import phrase
from devices.rr_refusals import Refused, RrFileError
from devices.source import LinkReason
from devices.system_reasons import reason_of

PATH = Path("morning.csv")

FAILURES = {
    "file": (RrFileError(PATH, Refused.EMPTY), 2, "morning.csv"),
    "journal": (CorruptRecording(PATH, line=3, why=phrase("it is torn")), 2, "line 3"),
    "protocol": (
        ProtocolRefused("own.toml", phrase("is a folder")),
        2,
        "'own.toml' is a",
    ),
    "radio": (BluetoothUnavailable(LinkReason.POWERED_OFF), 1, "switched off"),
    "strap": (NoStrapFound(searched_s=10.0), 1, "No strap was found"),
    "disk": (OSError(28, "No space left on device", "out.csv"), 1, "'out.csv'"),
    "nameless": (OSError(28, "No space left on device"), 1, "no space left"),
    "defect": (KeyError("hrv"), 1, "KeyError"),
}
"""An exception, its exit status, and words of its sentence."""


@pytest.mark.parametrize("kind", FAILURES)
def test_a_failure_is_a_sentence_with_a_status(kind: str) -> None:
    """It says what happened, to what, and what to do, and ends like a sentence."""
    failure, status, words = FAILURES[kind]
    sentence, found = sentence_and_status(failure)
    assert status == found
    assert words in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_of_a_group_the_first_is_told() -> None:
    """Tasks raise in groups, one within another; a person is told what broke."""
    radio = BluetoothUnavailable(LinkReason.NO_ADAPTER)
    group = ExceptionGroup("tasks", [ExceptionGroup("more", [radio]), KeyError("x")])
    assert sentence_and_status(radio) == sentence_and_status(group)


@pytest.mark.parametrize(
    ("failure", "status"),
    [(InputRefused("no rest."), 2), (Failed("it broke off."), 1)],
    ids=["refused", "failed"],
)
def test_a_refusal_is_said_in_the_programs_name(
    failure: click.ClickException, status: int
) -> None:
    """One line, whoever catches it."""
    out = io.StringIO()
    failure.show(out)
    assert f"biofeed: {failure.message}\n" == out.getvalue()
    assert status == failure.exit_code


def test_what_was_said_already_is_not_said_again() -> None:
    """Only its status is left."""
    out = io.StringIO()
    said = SaidAlready(2)
    said.show(out)
    assert ("", 2) == (out.getvalue(), said.exit_code)


def test_a_reason_reads_as_part_of_a_sentence() -> None:
    """The system's words without their capital, or the kind where it has none."""
    assert "permission denied" == reason_of(PermissionError(13, "Permission denied"))
    assert "FileNotFoundError" == reason_of(FileNotFoundError())


class TestMain:
    def test_a_failure_becomes_a_line_and_a_status(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        """No exception leaves the command line, and nothing goes to standard out."""
        assert main(["replay", str(tmp_path / "missing.csv")]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("biofeed: ")
        assert err.count("\n") == 1

    def test_a_developer_sees_where(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """``BIOFEED_DEBUG`` lets the exception through."""
        monkeypatch.setenv("BIOFEED_DEBUG", "1")
        with pytest.raises(RrFileError):
            main(["replay", str(tmp_path / "missing.csv")])
