"""What was chosen in the first dialog is what begins."""

from dataclasses import replace
from pathlib import Path

import pytest

from biofeed.commands import window
from biofeed.commands.failures import InputRefused
from biofeed.commands.window import plan_of
from biofeed.core.phase import PhaseKind
from biofeed.core.safety import DAILY_DOSE_S
from biofeed.display.start_choice import SourceKind, StartChoice
from biofeed.session.carried_over import carried_over
from biofeed.session.plan import Plan
from biofeed.session.protocol_refusals import ProtocolRefused
from biofeed.session.screening import ScreeningResult, record_screening
from biofeed.session.store import HOME_VARIABLE
from devices.phrase import phrase_of
from devices.source import DeviceIdentity
from tests.untold import left_in_english

STRAP = DeviceIdentity(name="Strap", address="00:11")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))


def _kinds(plan: Plan) -> set[PhaseKind]:
    return {phase.kind for phase in plan.settings.protocol.phases}


def test_a_simulated_person_goes_through_the_training_chosen() -> None:
    """It is what the engine is told, and what the recording will say."""
    plan = plan_of(StartChoice(source=SourceKind.SIMULATED, protocol="settling"))
    assert plan.settings.protocol.name == "settling"
    assert plan.settings.waits_for_start


def test_a_strap_begins_what_was_chosen_once_the_person_was_asked() -> None:
    """With the answer kept, the activation is part of it."""
    record_screening(ScreeningResult.CLEAR, "heron")
    choice = StartChoice(strap=STRAP, pseudonym="heron", protocol="settling")
    assert PhaseKind.ACTIVATE in _kinds(plan_of(choice))


@pytest.mark.parametrize("answer", [None, ScreeningResult.NOT_YET])
def test_without_an_answer_no_strap_asks_a_body_to_rise(
    answer: ScreeningResult | None,
) -> None:
    """Whatever way the choice came about: it is refused in a sentence."""
    if answer is not None:
        record_screening(answer, "heron")
    choice = StartChoice(strap=STRAP, pseudonym="heron", protocol="settling")
    with pytest.raises(InputRefused, match="Open practice") as refused:
        plan_of(choice)
    assert [] == left_in_english(phrase_of(refused.value))


def test_a_dose_that_is_used_up_is_told_in_the_dialog(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It says what is over, and what is left to do, in whatever language."""
    record_screening(ScreeningResult.CLEAR, "heron")
    used_up = replace(carried_over("heron"), dose_taken_s=DAILY_DOSE_S)
    monkeypatch.setattr(window, "carried_over", lambda pseudonym: used_up)
    choice = StartChoice(strap=STRAP, pseudonym="heron", protocol="settling")
    with pytest.raises(InputRefused, match="tomorrow") as refused:
        plan_of(choice)
    assert [] == left_in_english(phrase_of(refused.value))


def test_many_that_were_recovered_are_counted() -> None:
    """They push nothing off the dialog."""
    few, many = ("one.", "two."), ("one.", "two.", "three.")
    assert few == window._in_few_lines(few)
    (told,) = window._in_few_lines(many)
    assert told.startswith("3 sessions")
    assert [] == left_in_english(told)


def test_a_training_that_is_gone_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """The dialog comes again with it."""
    choice = StartChoice(
        source=SourceKind.SIMULATED, protocol=str(tmp_path / "gone.toml")
    )
    with pytest.raises(ProtocolRefused, match=r"gone\.toml"):
        plan_of(choice)
