"""The progress bar, which is for people at a terminal alone."""

import pytest

from biofeed.commands.progress import WORTH_SHOWING, Steps


def test_nobody_at_a_terminal_sees_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    """Standard error stays clean for what has to be said, however long it takes."""
    with Steps("reading", total=WORTH_SHOWING) as steps:
        for _ in range(WORTH_SHOWING):
            steps.advance()
    assert ("", "") == capsys.readouterr()
