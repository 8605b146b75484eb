"""Which window goes to which screen. Pure: rectangles in, rectangles out.

Rules
-----
- With two screens the console goes to the one that the client's window is not on; the
  client's stays where the person sits, on the first.
- With one screen the console stands beside or over the client's window, as a window of
  its own, and only where somebody asked for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where each window goes; the console fills its screen where it has one."""

    client: QRect
    console: QRect
    has_own_screen: bool


def place_windows(
    screens: Sequence[QRect], *, client_px: QRect, console_px: QRect
) -> Places:
    """Return where both windows go.

    Parameters
    ----------
    screens
        What each screen has free, the primary first; at least one.
    client_px, console_px
        The windows at the sizes they ask for.
    """
    first, *others = screens
    if others:
        return Places(
            client=_middle(first, client_px),
            console=others[0],
            has_own_screen=True,
        )
    console = _within(first, console_px)
    console.moveBottomRight(first.bottomRight())
    client = _within(first, client_px)
    client.moveTopLeft(first.topLeft())
    return Places(client=client, console=console, has_own_screen=False)


def _within(screen: QRect, window: QRect) -> QRect:
    size = window.size().boundedTo(screen.size())
    return QRect(screen.topLeft(), size)


def _middle(screen: QRect, window: QRect) -> QRect:
    placed = _within(screen, window)
    placed.moveCenter(screen.center())
    return placed
