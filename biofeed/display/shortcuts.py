"""Keys to acts: how a window is driven without a pointer."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Act = Callable[[], None]
Keys = Mapping[Qt.Key, Act]

HELD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
"""What a hand may still hold down when it goes for another key."""


def bind_everywhere(window: QWidget, keys: Keys) -> None:
    """Let keys act wherever in the program the keyboard is."""
    for key, act in keys.items():
        _bind(window, QKeySequence(key), Qt.ShortcutContext.ApplicationShortcut, act)


def bind_whatever_is_held(window: QWidget, keys: Keys) -> None:
    """Let keys act wherever in the program the keyboard is, with Shift and the like."""
    context = Qt.ShortcutContext.ApplicationShortcut
    for key, act in keys.items():
        for held in HELD:
            _bind(window, QKeySequence(held | key), context, act)


def bind(window: QWidget, keys: Keys) -> None:
    """Let keys act in this window."""
    for key, act in keys.items():
        _bind(window, QKeySequence(key), Qt.ShortcutContext.WindowShortcut, act)


def bind_shifted(window: QWidget, keys: Keys) -> None:
    """Let keys act in this window, together with Shift."""
    shift = Qt.KeyboardModifier.ShiftModifier
    for key, act in keys.items():
        sequence = QKeySequence(shift | key)
        _bind(window, sequence, Qt.ShortcutContext.WindowShortcut, act)


def toggle_full_screen(window: QWidget) -> None:
    """Fill the screen with a window, or leave it."""
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def bind_repeating(window: QWidget, keys: Keys) -> None:
    """Let keys act in this window, again and again while they are held down."""
    for key, act in keys.items():
        context = Qt.ShortcutContext.WindowShortcut
        _bind(window, QKeySequence(key), context, act, repeats=True)


def _bind(
    window: QWidget,
    sequence: QKeySequence,
    context: Qt.ShortcutContext,
    act: Act,
    *,
    repeats: bool = False,
) -> None:
    shortcut = QShortcut(sequence, window)
    shortcut.setContext(context)
    # A key held down is one wish, not many, where it does not say otherwise.
    shortcut.setAutoRepeat(repeats)
    shortcut.activated.connect(act)
