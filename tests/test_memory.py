"""What was chosen comes back at the next start."""

from pathlib import Path

import pytest

from biofeed.display.start_choice import SourceKind, StartChoice
from biofeed.memory import Memory
from biofeed.session.store import HOME_VARIABLE


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))


def test_before_the_first_session_there_is_nothing() -> None:
    """So that the dialog can offer what is meant for a first time."""
    assert Memory().last() is None


@pytest.mark.parametrize("protocol", ["settling", "/somewhere/my own.toml"])
def test_the_training_comes_back(protocol: str) -> None:
    """By its name, or as a path."""
    choice = StartChoice(
        source=SourceKind.SIMULATED, pseudonym="heron", protocol=protocol
    )
    Memory().remember(choice)
    assert choice == Memory().last()
