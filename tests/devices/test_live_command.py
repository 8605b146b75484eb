"""``biofeed live``, ``scan`` and ``doctor`` as commands, against a pretended BlueZ.

The command is another process: what is tested is what a person runs, with the real
backend, the real deadlines and the real files.
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from biofeed.core.values import SessionExit
from biofeed.session.reading import Journal, read_journal
from biofeed.session.store import session_folders
from biofeed.settings import load_settings, remember_strap
from devices.heart_rate import build
from devices.source import DeviceIdentity, LinkChanged, LinkState, Notification
from tests.devices.conftest import Play
from tests.devices.rigs.fake_bluez import FakeBlueZ, FakeStrap, straps_in_a_row

PATIENCE_S = 90.0
"""A command that takes longer has failed; starting one takes seconds on a busy day."""

BEAT_S = 0.25

DENIED = ("org.freedesktop.DBus.Error.AccessDenied", "not allowed")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command said, and how it ended."""

    status: int
    out: str
    err: str


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folder of this test's own."""
    monkeypatch.setenv("BIOFEED_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


async def command(*arguments: str) -> asyncio.subprocess.Process:
    """Start ``biofeed`` with the message bus of the test."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "biofeed",
        *arguments,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=dict(os.environ),
    )


async def ended(process: asyncio.subprocess.Process) -> Ran:
    """Wait for a command's end; one that does not end is killed."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            out, err = await process.communicate()
    finally:
        with suppress(ProcessLookupError):
            process.kill()
    assert process.returncode is not None
    return Ran(process.returncode, out.decode(), err.decode())


@asynccontextmanager
async def worn(bluez: FakeBlueZ, *straps: FakeStrap) -> AsyncIterator[None]:
    """Let each strap tell its own heart rate while the context lasts."""

    async def beat() -> None:
        while True:
            for number, strap in enumerate(straps):
                payload = build(heart_rate_bpm=60 + number, rr_ticks=[1000 + number])
                bluez.notify(strap, payload)
            await asyncio.sleep(BEAT_S)

    beating = asyncio.create_task(beat())
    try:
        yield
    finally:
        beating.cancel()


async def until(holds: Callable[[], bool]) -> None:
    """Return when something about a file holds: nobody tells of another's writing."""
    async with asyncio.timeout(PATIENCE_S):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0.1)


def journal(home: Path) -> Journal:
    (folder,) = session_folders(home)
    return read_journal(folder)


def packets(home: Path, *, epoch: int) -> int:
    if not session_folders(home):
        return 0
    events = journal(home).events
    return sum(isinstance(e, Notification) and e.epoch == epoch for e in events)


def test_a_session_without_a_window_survives_a_drop(play: Play, home: Path) -> None:
    """Found, connected, recorded, dropped, found again, stopped: a whole journal."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        remember_strap_of(strap, home)
        async with worn(bluez, strap):
            process = await command("live", "--headless", "--json")
            await until(lambda: packets(home, epoch=0) > 4)
            bluez.drop(strap)
            await until(lambda: packets(home, epoch=1) > 4)
            process.send_signal(signal.SIGINT)
            ran = await ended(process)
        assert 0 == ran.status, ran.err
        assert "stopped" == json.loads(ran.out)["session"]["exit"]
        assert not strap.connected

    play(scenario)
    last = load_settings(home).last_strap
    assert last is not None
    assert ("00000001", "5.0.0") == (last.serial, last.firmware)
    recorded = journal(home)
    assert recorded.footer is not None
    assert SessionExit.STOPPED is recorded.footer.exit
    assert 0 == recorded.footer.dropped
    assert [] == list(recorded.problems)
    links = [e for e in recorded.events if isinstance(e, LinkChanged)]
    states = [link.link for link in links]
    assert [LinkState.LIVE, LinkState.LOST, LinkState.LIVE] == [
        state for state in without_repeats(states) if state in {"live", "lost"}
    ]
    serials = {link.device.serial for link in links if link.device is not None}
    assert {None, "00000001"} == serials
    times_s = [event.t_s for event in recorded.events]
    assert sorted(times_s) == times_s
    assert times_s[0] >= 0.0


def without_repeats(states: list[LinkState]) -> list[LinkState]:
    """Drop what only repeats the state before."""
    return [s for n, s in enumerate(states) if n == 0 or s is not states[n - 1]]


def remember_strap_of(strap: FakeStrap, home: Path) -> None:
    """Have been here before with a strap."""
    remember_strap(DeviceIdentity(name=strap.name, address=strap.address), home)


def test_of_two_unknown_straps_none_is_taken(play: Play, home: Path) -> None:
    """Exit 1, both named, nothing connected to, nothing recorded."""

    async def scenario(bluez: FakeBlueZ) -> None:
        straps = [bluez.add(strap) for strap in straps_in_a_row(2)]
        ran = await ended(await command("live", "--headless"))
        assert 1 == ran.status
        for strap in straps:
            assert strap.name in ran.err
            assert strap.address in ran.err
        assert "Traceback" not in ran.err
        assert "Connect" not in bluez.calls

    play(scenario)
    assert () == session_folders(home)
    assert load_settings(home).last_strap is None


def test_of_two_straps_the_remembered_one_is_taken(play: Play, home: Path) -> None:
    """The strap of last time needs no word; the other one is left alone."""

    async def scenario(bluez: FakeBlueZ) -> None:
        other, mine = (bluez.add(strap) for strap in straps_in_a_row(2))
        remember_strap_of(mine, home)
        async with worn(bluez, mine, other):
            process = await command("live", "--headless")
            await until(lambda: packets(home, epoch=0) > 2)
            process.send_signal(signal.SIGINT)
            ran = await ended(process)
        assert 0 == ran.status, ran.err
        assert (1, 0) == (mine.connects, other.connects)

    play(scenario)


def test_another_strap_is_not_taken_for_the_remembered_one(
    play: Play, home: Path
) -> None:
    """Mine is at home and a stranger's is in range: exit 1, and both are named."""

    async def scenario(bluez: FakeBlueZ) -> None:
        mine, other = straps_in_a_row(2)
        bluez.add(other)
        remember_strap_of(mine, home)
        ran = await ended(await command("live", "--headless"))
        assert 1 == ran.status
        assert mine.name in ran.err
        assert other.address in ran.err
        assert "--strap" in ran.err
        assert "Connect" not in bluez.calls

    play(scenario)


@pytest.mark.usefixtures("home")
def test_scan_tells_name_address_signal_heart_rate_and_battery(play: Play) -> None:
    """One line a strap; the held one with what to do about it."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap, held = (bluez.add(strap) for strap in straps_in_a_row(2))
        bluez.hold(held)
        async with worn(bluez, strap):
            ran = await ended(await command("scan", "--seconds", "5"))
        assert 0 == ran.status, ran.err
        (line,) = (row for row in ran.out.splitlines() if strap.name in row)
        for told in (strap.address, "-60 dBm", "60 bpm", "battery 87 %"):
            assert told in line
        assert "in use" in ran.out
        assert "Close that program" in ran.out
        assert (1, 0) == (strap.connects, held.connects)

    play(scenario)


@pytest.mark.usefixtures("home")
def test_scan_without_peeks_only_listens(play: Play) -> None:
    """``--no-peek`` connects to nobody, and ``--json`` says so with nulls."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        ran = await ended(
            await command("scan", "--seconds", "1", "--no-peek", "--json")
        )
        (told,) = json.loads(ran.out)
        assert (strap.address, None) == (told["address"], told["heart_rate_bpm"])
        assert 0 == strap.connects

    play(scenario)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("powered", "said"),
    [(True, "Wet the electrodes, wear it"), (False, "Bluetooth is switched off")],
)
def test_scan_that_finds_nothing_says_what_helps(
    play: Play, *, powered: bool, said: str
) -> None:
    """Nobody in range, or the radio off: exit 1 and one plain sentence."""

    async def scenario(bluez: FakeBlueZ) -> None:
        bluez.power(on=powered)
        ran = await ended(await command("scan", "--seconds", "1"))
        assert 1 == ran.status
        assert "" == ran.out
        assert said in ran.err
        assert "Traceback" not in ran.err

    play(scenario)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("name", ["scan", "live"])
def test_a_refused_permission_is_told_with_its_remedy(play: Play, name: str) -> None:
    """The system does not let this program use Bluetooth: exit 1, and what to do."""

    async def scenario(bluez: FakeBlueZ) -> None:
        bluez.refused["GetManagedObjects"] = DENIED
        arguments = ("--seconds", "1") if name == "scan" else ("--headless",)
        ran = await ended(await command(name, *arguments))
        assert ran.status == 1
        assert "may not use Bluetooth" in ran.err
        assert "group 'bluetooth'" in ran.err
        assert "Traceback" not in ran.err

    play(scenario)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("powered", "verdict", "said"),
    [
        (True, "ok", "Bluetooth is on"),
        (False, "warn", "switched off"),
    ],
)
def test_doctor_looks_at_the_radio(
    play: Play, *, powered: bool, verdict: str, said: str
) -> None:
    """As a person runs it: adapter on, adapter off."""

    async def scenario(bluez: FakeBlueZ) -> None:
        bluez.power(on=powered)
        ran = await ended(await command("doctor", "--json"))
        findings = {finding["name"]: finding for finding in json.loads(ran.out)}
        assert "ok" == findings["bluetooth service"]["verdict"]
        found = findings["bluetooth"]
        assert verdict == found["verdict"]
        assert said in found["sentence"]
        assert bool(found["remedy"]) is (not powered)

    play(scenario)


@pytest.mark.usefixtures("home")
def test_doctor_tells_a_service_that_is_not_running(play: Play) -> None:
    """The bus is there, and nobody answers for Bluetooth: how to start it."""

    async def scenario(bluez: FakeBlueZ) -> None:
        await bluez.stop()
        ran = await ended(await command("doctor"))
        assert "note  bluetooth service: The Bluetooth service is not" in ran.out
        assert "systemctl enable" in ran.out
        assert "Traceback" not in ran.err

    play(scenario)
