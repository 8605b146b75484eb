"""Time, the only place where it is read: for a session and a replay.

Rules
-----
- A session's clock starts at 0 s and never runs backwards, whatever the date does.
- Nothing below ``biofeed.session`` reads the time; it arrives there in events.
- Waiting always lets other tasks run, also where the moment has passed.
"""

import asyncio
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import isfinite


def elapsed_s() -> float:
    """Seconds since some fixed moment, those the computer slept among them."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        # There it counts sleep, and Python's own monotonic clock does not.
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


class WallClock:
    """Seconds as they pass, for a strap that is worn now.

    A sleep of the computer is a hole in the session as long as it was: beats from
    before it are old when it wakes, and no settling seems quick.

    Parameters
    ----------
    elapsed_s
        Tells seconds since some fixed moment, never backwards.
    """

    def __init__(self, elapsed_s: Callable[[], float] = elapsed_s) -> None:
        self._elapsed_s = elapsed_s
        self._origin_s = elapsed_s()

    def now_s(self) -> float:
        """Seconds since this clock was made."""
        return self._elapsed_s() - self._origin_s

    async def sleep_until_s(self, t_s: float) -> None:
        """Return when ``t_s`` has come."""
        await asyncio.sleep(max(0.0, t_s - self.now_s()))
        # A timer may fire a tick of the system's clock too early.
        while (early_s := t_s - self.now_s()) > 0.0:  # noqa: ASYNC110 (no event to wait for)
            await asyncio.sleep(early_s)


class ScaledClock:
    """Seconds that pass ``speed`` times as fast, for a replay.

    It stands still while the computer sleeps: a replay goes on where it was.

    Raises
    ------
    ValueError
        If the speed is not a finite number above 0.
    """

    def __init__(self, speed: float) -> None:
        if not (isfinite(speed) and speed > 0.0):
            raise ValueError(f"a clock cannot run {speed} times as fast")
        self.speed = speed
        self._wall = WallClock(time.monotonic)

    def now_s(self) -> float:
        """Session seconds since this clock was made."""
        return self._wall.now_s() * self.speed

    async def sleep_until_s(self, t_s: float) -> None:
        """Return when ``t_s`` has come on this clock."""
        await self._wall.sleep_until_s(t_s / self.speed)


class VirtualClock:
    """Time that is wherever somebody waits for it: as fast as the machine can."""

    def __init__(self) -> None:
        self._now_s = 0.0

    def now_s(self) -> float:
        """Return the latest moment that was waited for, s."""
        return self._now_s

    async def sleep_until_s(self, t_s: float) -> None:
        """Make it ``t_s``, and let others run."""
        self._now_s = max(self._now_s, t_s)
        await asyncio.sleep(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockTriple:
    """One moment on three clocks; how they drift apart tells what happened.

    Attributes
    ----------
    monotonic_ns
        The clock of timers: it may stand still while the computer sleeps.
    boot_ns
        The clock of sessions, which goes on in sleep; None where only the date tells.
    utc
        The date as it was set, ISO 8601 with an offset of zero: it may jump.
    """

    monotonic_ns: int
    boot_ns: int | None
    utc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalTime:
    """A moment as a calendar on this computer shows it.

    Attributes
    ----------
    utc
        ISO 8601 with an offset of zero.
    utc_offset_s
        What local time was ahead of it, s.
    zone
        The computer's short name of the zone, such as ``CEST``.
    """

    utc: str
    utc_offset_s: int
    zone: str

    def shown_after(self, t_s: float) -> str:
        """Date and time of day ``t_s`` later, in the same zone; empty if unreadable.

        >>> began = LocalTime(utc="2026-03-01T09:30", utc_offset_s=3600, zone="CET")
        >>> began.shown_after(90.0)
        '2026-03-01 10:31'
        """
        try:
            moment = datetime.fromisoformat(self.utc).replace(tzinfo=None)
            moment += timedelta(seconds=self.utc_offset_s + t_s)
        except (ValueError, OverflowError):
            return ""
        return moment.isoformat(sep=" ", timespec="minutes")


def clock_triple() -> ClockTriple:
    """Read the three clocks."""
    return ClockTriple(
        monotonic_ns=time.monotonic_ns(),
        boot_ns=_boot_ns(),
        utc=datetime.now(UTC).isoformat(),
    )


def local_time() -> LocalTime:
    """Read the calendar."""
    now = datetime.now(UTC)
    local = now.astimezone()
    offset = local.utcoffset()
    return LocalTime(
        utc=now.isoformat(),
        utc_offset_s=0 if offset is None else round(offset.total_seconds()),
        zone=local.tzname() or "",
    )


def _boot_ns() -> int | None:
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    # Windows: its monotonic clock goes on in sleep itself.
    return None
