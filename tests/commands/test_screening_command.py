"""``biofeed screening``, and what stands before a session with activations."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from biofeed.commands.failures import InputRefused
from biofeed.commands.screening import command
from biofeed.commands.screening_asked import ask_if_needed
from biofeed.core.phase import Feedback
from biofeed.core.protocol import OPEN
from biofeed.session.screening import (
    CONDITIONS,
    ScreeningResult,
    record_screening,
    screened,
)
from biofeed.session.store import HOME_VARIABLE
from tests.session.made_practice import practice

Run = Callable[..., Result]

ROUNDS = practice((Feedback.FULL,))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Run the command with answers typed."""

    def run_with(*arguments: str, typed: str = "") -> Result:
        return CliRunner().invoke(command, arguments, input=typed)

    return run_with


def test_a_no_is_kept_and_said(run: Run) -> None:
    """Every condition is read first; what follows is the only result."""
    answer = run("--pseudonym", "otter", typed="n\n")
    assert 0 == answer.exit_code
    assert all(condition in answer.stderr for condition in CONDITIONS)
    assert answer.stdout.startswith("Nothing applied on ")
    found = screened("otter")
    assert found is not None
    assert ScreeningResult.CLEAR is found.result
    assert screened("") is None


def test_a_yes_leads_to_a_clinician(run: Run) -> None:
    """It is no failure: it was asked, and it was answered."""
    answer = run(typed="y\n")
    assert 0 == answer.exit_code
    assert "speak with your clinician" in answer.stdout
    assert "--agreed" in answer.stdout


@pytest.mark.parametrize("typed", ["", "perhaps\n", "\n"])
def test_without_an_answer_nothing_is_kept(run: Run, typed: str) -> None:
    """Enter alone is no answer either."""
    assert 1 == run(typed=typed).exit_code
    assert screened("") is None


def test_a_clinician_agrees_with_a_reason(run: Run) -> None:
    """No question is asked; the reason is kept."""
    answer = run("--agreed", "seen on Monday")
    assert answer.stdout.startswith("A clinician agreed on ")
    found = screened("")
    assert found is not None
    assert (ScreeningResult.AGREED, "seen on Monday") == (found.result, found.reason)


@pytest.mark.parametrize(
    "arguments", [("--agreed", " "), ("--agreed", "seen", "--status")]
)
def test_what_makes_no_sense_is_refused(run: Run, arguments: tuple[str, ...]) -> None:
    """Exit status 2, and nothing is kept."""
    assert 2 == run(*arguments).exit_code
    assert screened("") is None


def test_the_status_is_asked_for_without_a_question(run: Run, home: Path) -> None:
    """Before and after an answer; looking writes nothing."""
    assert run("--status").stdout.startswith("Not asked yet")
    assert [] == list(home.iterdir())
    run(typed="n\n")
    assert "can begin until" in run("--status").stdout


def test_open_practice_needs_no_answer() -> None:
    """Nobody is asked where nothing is to rise."""
    ask_if_needed(OPEN, "otter", can_ask=lambda: False)


def test_where_nobody_can_be_asked_nothing_begins() -> None:
    """The sentence names the command that asks."""
    with pytest.raises(InputRefused, match="'biofeed screening'") as refused:
        ask_if_needed(ROUNDS, "otter", can_ask=lambda: False)
    assert 2 == refused.value.exit_code


def test_an_answer_from_before_is_enough() -> None:
    """Nobody is asked twice within the time that it holds."""
    record_screening(ScreeningResult.CLEAR, "otter")
    ask_if_needed(ROUNDS, "otter", can_ask=lambda: False)


def test_a_yes_from_before_stands_without_a_question() -> None:
    """To speak with somebody takes longer than to begin anew."""
    record_screening(ScreeningResult.NOT_YET, "otter")
    with pytest.raises(InputRefused, match="speak with your clinician"):
        ask_if_needed(ROUNDS, "otter", can_ask=lambda: True)


@pytest.mark.parametrize(
    ("typed", "result"),
    [("n\n", ScreeningResult.CLEAR), ("y\n", ScreeningResult.NOT_YET)],
)
def test_who_is_there_is_asked_at_once(typed: str, result: ScreeningResult) -> None:
    """A no begins the session; a yes ends here."""

    @click.command()
    def begin() -> None:
        ask_if_needed(ROUNDS, "otter", can_ask=lambda: True)
        click.echo("begun")

    answer = CliRunner().invoke(begin, input=typed)
    assert (result is ScreeningResult.CLEAR) == ("begun" in answer.stdout)
    found = screened("otter")
    assert found is not None
    assert result is found.result
