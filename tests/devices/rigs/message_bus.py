"""A private dbus-daemon, and an orderly end for what bleak keeps open on it."""

import asyncio
import subprocess
from pathlib import Path

from bleak.backends.bluezdbus import manager


class PrivateBus:
    """One dbus-daemon at a socket of its own."""

    def __init__(self, daemon: str, socket_path: Path) -> None:
        self.address = f"unix:path={socket_path}"
        self._daemon = daemon
        self._socket_path = socket_path
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and return when it takes connections."""
        self._process = subprocess.Popen(
            [
                self._daemon,
                "--session",
                f"--address={self.address}",
                "--nofork",
                "--nopidfile",
                "--print-address",
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._process.stdout is not None
        self._process.stdout.readline()

    def kill(self) -> None:
        """End it at once."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None
        self._socket_path.unlink(missing_ok=True)


async def close_bleak() -> None:
    """Close the bus connection that bleak keeps for each event loop.

    bleak leaves it to the end of the process; here every test has a loop of its own.
    """
    kept = manager._global_instances.pop(asyncio.get_running_loop(), None)
    if kept is not None and kept._bus is not None:
        kept._bus.disconnect()
        if kept._bus_watcher_task is not None:
            await asyncio.wait({kept._bus_watcher_task})
