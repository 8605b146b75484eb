"""Which window goes to which screen, and how large. Pure: rectangles in, and out.

Rules
-----
- With two screens the console goes to the one that the client's window is not on; the
  client's stays where the person sits, on the first.
- With one screen both can be seen and reached: the console stands at its lower right
  corner and the client's at the upper left, neither as large as the screen.
- A window leaves room for the frame that the system draws around it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

FIRST_SIZE_PX = (1440, 900)
LEAST_SIZE_PX = (900, 620)
"""A window as it opens where there is room, and as small as it gets, px."""

FRAME_PX = QSize(24, 64)
"""What a frame takes at most, with its title, px."""

SHARE_OF_ONE = 0.72
"""Of one screen for each of two windows: each leaves a corner of the other in sight."""


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
        client = QRect(first.topLeft(), fitting(client_px.size(), first))
        client.moveCenter(first.center())
        return Places(client=client, console=others[0], has_own_screen=True)
    inside = first.adjusted(
        FRAME_PX.width() // 2,
        FRAME_PX.height() - FRAME_PX.width() // 2,
        -FRAME_PX.width() // 2,
        -FRAME_PX.width() // 2,
    )
    most = inside.size() * SHARE_OF_ONE
    client = QRect(inside.topLeft(), client_px.size().boundedTo(most))
    console = QRect(inside.topLeft(), console_px.size().boundedTo(most))
    console.moveBottomRight(inside.bottomRight())
    return Places(client=client, console=console, has_own_screen=False)


def fitting(wanted: QSize, screen: QRect) -> QSize:
    """Return a window's size that fits on a screen with its frame."""
    return wanted.boundedTo(screen.size() - FRAME_PX)
