"""Which key does what while a recording is looked at."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from biofeed.display.replay_steering import ReplaySteering
from biofeed.display.shortcuts import (
    Act,
    bind,
    bind_repeating,
    bind_shifted,
    toggle_full_screen,
)
from biofeed.display.timeline_bar import PAGE_S, STEP_S


def bind_replay_keys(
    window: QWidget, steering: ReplaySteering, *, toggle_view: Act, leave: Act
) -> None:
    """Let the keys act in a window from now on."""
    key, press = Qt.Key, partial(_press, window, steering)
    bind(
        window,
        {
            key.Key_Escape: leave,
            key.Key_Space: press,
            key.Key_Return: press,
            key.Key_Enter: press,
            key.Key_B: steering.go_back,
            key.Key_N: steering.go_on,
            key.Key_W: toggle_view,
            key.Key_Home: steering.go_to_start,
            key.Key_End: steering.go_to_end,
            key.Key_Plus: steering.hurry,
            key.Key_Equal: steering.hurry,
            key.Key_Minus: steering.slow_down,
            key.Key_F11: partial(toggle_full_screen, window),
        },
    )
    bind_shifted(window, {key.Key_Plus: steering.hurry})
    bind_repeating(
        window,
        {
            key.Key_Left: partial(steering.go_by, -STEP_S),
            key.Key_Right: partial(steering.go_by, STEP_S),
            key.Key_PageUp: partial(steering.go_by, -PAGE_S),
            key.Key_PageDown: partial(steering.go_by, PAGE_S),
        },
    )


def _press(window: QWidget, steering: ReplaySteering) -> None:
    """Press what has the keyboard; where nothing has, play or pause."""
    focus = window.focusWidget()
    if isinstance(focus, QPushButton) and focus.isVisible():
        focus.click()
    else:
        steering.toggle()
