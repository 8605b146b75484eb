"""Whether a window has somewhere to be shown."""

import socket
import sys
from uuid import uuid4

import pytest

from biofeed.session.x11_display import display_answers

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="X11's sockets are looked for on Linux alone"
)


def test_a_display_that_is_gone_does_not_answer() -> None:
    """A left-over DISPLAY is found out before Qt would end the program over it."""
    assert not display_answers(f":{uuid4().int % 10**9 + 10**9}")


def test_a_display_that_listens_answers() -> None:
    """With or without the number of a screen."""
    number = uuid4().int % 10**9 + 10**9
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as shown:
        shown.bind(f"\0/tmp/.X11-unix/X{number}")
        shown.listen()
        assert display_answers(f":{number}")
        assert display_answers(f"unix:{number}.0")


@pytest.mark.parametrize("display", ["host:0", "10.0.0.2:1.0", "/private/tmp/x:0"])
def test_a_display_elsewhere_is_believed(display: str) -> None:
    """Whether another computer shows windows is for Qt to find out."""
    assert display_answers(display)
