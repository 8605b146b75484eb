"""Whether somebody shows windows at a display of X11.

Qt ends the whole program where nobody does, without a sentence; so it is asked first.
"""

import re
import socket

LOCAL = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
"""A display of this computer, as in ``:0`` or ``:1.0``."""

ANSWERS_WITHIN_S = 2.0
"""A socket of the same computer answers at once, or never, s."""


def display_answers(display: str) -> bool:
    """Return whether a display can be reached; one of another computer is believed.

    Parameters
    ----------
    display
        As the environment's DISPLAY has it.
    """
    local = LOCAL.fullmatch(display)
    if local is None:
        return True
    path = f"/tmp/.X11-unix/X{local[1]}"  # noqa: S108 (where X11 has its sockets)
    return any(_listens(address) for address in (f"\0{path}", path))


def _listens(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
        asking.settimeout(ANSWERS_WITHIN_S)
        try:
            asking.connect(address)
        except OSError:
            return False
    return True
