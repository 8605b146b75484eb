"""A terminal is never steered by text that came from outside."""

from pathlib import Path

import pytest

from biofeed.cli import main
from biofeed.core.events import Action, Command
from biofeed.core.phase import ExitRule, PhaseKind
from biofeed.core.protocol import ProtocolPhase, TrainingProtocol
from biofeed.core.settings import EngineSettings
from biofeed.core.values import SessionExit
from biofeed.session.header import new_header
from biofeed.session.recording import JournalWriter
from biofeed.session.store import HOME_VARIABLE, new_session_folder
from devices.heart_rate import build
from devices.source import DeviceIdentity, LinkChanged, LinkState, Notification
from tests.hostile import TEXTS, faults

HOSTILE = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
Printed = pytest.CaptureFixture[str]

BEATS = 40


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


def recorded(home: Path, text: str) -> Path:
    """A session in which everything that has a name is called so."""
    strap = DeviceIdentity(name=text, address="C4:7E:12:A1:4F:2A")
    phase = ProtocolPhase(
        kind=PhaseKind.SETTLE,
        ends=(ExitRule.STOP,),
        instruction=text,
        detail=text,
        choices=(text,),
    )
    protocol = TrainingProtocol(name=text, title=text, summary=text, phases=(phase,))
    header = new_header(
        EngineSettings(protocol=protocol),
        algorithm="3",
        protocol={"name": text},
        pseudonym=text,
        device=strap,
    )
    folder = new_session_folder(home / "sessions")
    journal = JournalWriter.create(folder, header)
    journal.write_input(LinkChanged(t_s=0.1, link=LinkState.LIVE, device=strap))
    for second in range(1, BEATS):
        payload = build(heart_rate_bpm=62, rr_ticks=(991,))
        journal.write_input(Notification(t_s=float(second), payload=payload))
    for action in (Action.MARK, Action.NOTE):
        journal.write_input(Command(t_s=BEATS, action=action, text=text))
    lost = LinkChanged(t_s=BEATS + 1.0, link=LinkState.LOST, device=strap)
    journal.write_input(lost)
    journal.close(SessionExit.STOPPED)
    return folder


@HOSTILE
def test_a_recording_steers_no_terminal(home: Path, capfd: Printed, text: str) -> None:
    """The list of sessions, a replay as it goes by, and what is found in it."""
    folder = recorded(home, text)
    for arguments in (
        ("sessions",),
        ("replay", str(folder), "--headless"),
        ("analyze", str(folder), "--rest", "5:30"),
    ):
        main(list(arguments))
        out, err = capfd.readouterr()
        lines = f"{out}{err}".replace(str(home), "").splitlines()
        assert lines
        assert [] == [each for each in lines if faults(each, breaks=False)]


@pytest.mark.parametrize("command", [("analyze",), ("replay", "--headless")])
def test_a_file_s_name_steers_no_terminal(
    tmp_path: Path, capfd: Printed, command: tuple[str, ...]
) -> None:
    """Whoever sent it chose how it is called."""
    name = "a\x1b[2J\u202eb\u0301\u0301\u0301\u0301\u0301.csv"
    file = tmp_path / name
    file.write_text("t_s,rr_ms\n1.0,1000\n2.0,1000\n", encoding="utf-8")
    for path in (file, tmp_path / f"not-there-{name}"):
        main([*command, str(path)])
        out, err = capfd.readouterr()
        lines = f"{out}{err}".splitlines()
        assert lines
        assert [] == [each for each in lines if faults(each, breaks=False)]
