"""The protocols that come with the program, and files of somebody's own."""

from importlib.resources import files
from pathlib import Path

import pytest

from biofeed.core.phase import ActivationKind, ExitRule, Feedback, PhaseKind
from biofeed.core.protocol import OPEN, ProtocolPhase, TrainingProtocol
from biofeed.core.protocol_checks import problems_of
from biofeed.core.safety import FIRST_SESSION_S, USUAL_SESSION_S
from biofeed.session.protocol_refusals import ProtocolRefused
from biofeed.session.protocols import (
    BUNDLED,
    bundled_protocols,
    load_protocol,
    longest_of,
)
from tests.session.own_protocol import OWN

FOLDER = files("biofeed") / "protocols"

FADED = (PhaseKind.ACTIVATE, PhaseKind.SETTLE)

every_bundled = pytest.mark.parametrize(
    "protocol", bundled_protocols(), ids=lambda protocol: protocol.name
)
every_file = pytest.mark.parametrize("name", BUNDLED)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a file of somebody's own."""
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    return file


def of_kind(protocol: TrainingProtocol, kind: PhaseKind) -> list[ProtocolPhase]:
    """Return the phases of one kind, in order."""
    return [phase for phase in protocol.phases if phase.kind is kind]


def shown(protocol: TrainingProtocol) -> list[str]:
    """Return the feedback of each round's settling."""
    return [p.feedback.value for p in of_kind(protocol, PhaseKind.SETTLE) if p.round]


@every_bundled
def test_what_comes_with_the_program_may_be_practised(
    protocol: TrainingProtocol,
) -> None:
    """It asks for nothing that a file of somebody's own may not ask for."""
    assert () == problems_of(protocol)


@every_file
def test_a_name_is_the_name_of_its_file(name: str) -> None:
    """What is listed can be typed."""
    assert name == load_protocol(name).name


def test_every_file_is_listed() -> None:
    """A protocol in the folder that nobody meets would be forgotten."""
    stems = {Path(entry.name).stem for entry in FOLDER.iterdir()}
    assert set(BUNDLED) == stems
    assert [*BUNDLED, "open"] == [known.name for known in bundled_protocols()]


@every_file
def test_an_activation_says_what_to_do_and_so_does_the_way_back(name: str) -> None:
    """Each phase of a protocol that comes along has its own words."""
    phases = load_protocol(name).phases
    assert [] == [step for step, phase in enumerate(phases) if not phase.instruction]


@every_file
def test_words_are_few(name: str) -> None:
    """A head is read at a glance, and the detail in a breath or two."""
    phases = load_protocol(name).phases
    assert max(len(phase.instruction) for phase in phases) <= 80
    assert max(len(phase.detail) for phase in phases) <= 110


def test_the_first_session_is_short_and_without_a_moment() -> None:
    """Ten minutes with all phases at their longest; only the body rises."""
    first = load_protocol("first-session")
    assert (longest_of(first) or 0.0) <= FIRST_SESSION_S
    assert [ActivationKind.BODY] == [
        phase.activation for phase in of_kind(first, PhaseKind.ACTIVATE)
    ]
    assert 2 == len(of_kind(first, PhaseKind.PROBE))


def test_standing_up_is_practised_three_times() -> None:
    """The body alone, with everything shown."""
    protocol = load_protocol("stand-and-settle")
    activations = of_kind(protocol, PhaseKind.ACTIVATE)
    assert [(ActivationKind.BODY, 90.0)] * 3 == [
        (phase.activation, phase.longest_s) for phase in activations
    ]
    assert ["full"] * 3 == shown(protocol)


def test_settling_takes_help_away_round_by_round() -> None:
    """Full, sparse, blind; a minute of a chosen moment at most, then two of rest."""
    protocol = load_protocol("settling")
    assert ["full", "sparse", "blind"] == shown(protocol)
    activations = of_kind(protocol, PhaseKind.ACTIVATE)
    assert {60.0} == {phase.longest_s for phase in activations}
    assert {5} == {len(phase.choices) for phase in activations}
    assert [120.0, 120.0] == [
        phase.longest_s for phase in of_kind(protocol, PhaseKind.REST)[:2]
    ]
    assert protocol.fades
    assert protocol.asks_ratings


def test_pendulation_touches_six_times() -> None:
    """Twenty seconds each, and a place of ease for longer than that."""
    protocol = load_protocol("pendulation")
    activations = of_kind(protocol, PhaseKind.ACTIVATE)
    assert [(ActivationKind.TOUCH, 20.0)] * 6 == [
        (phase.activation, phase.longest_s) for phase in activations
    ]
    ease = of_kind(protocol, PhaseKind.SETTLE)
    assert {(40.0, 90.0)} == {(phase.shortest_s, phase.longest_s) for phase in ease}


def test_staying_with_an_urge_tells_the_key_for_it() -> None:
    """It is marked when it comes and when it passes, in both phases of a round."""
    protocol = load_protocol("stay-with-it")
    for kind in FADED:
        assert all("Press U" in phase.detail for phase in of_kind(protocol, kind))


def test_the_transfer_probe_shows_nothing() -> None:
    """Neither in its rounds nor between them."""
    protocol = load_protocol("transfer-probe")
    practised = [phase for phase in protocol.phases if phase.round is not None]
    assert {Feedback.BLIND} == {phase.feedback for phase in practised}
    assert ["blind", "blind"] == shown(protocol)


@every_file
def test_a_blind_settling_does_not_tell_by_its_end(name: str) -> None:
    """It ends by its time, or by the person's own key."""
    for phase in of_kind(load_protocol(name), PhaseKind.SETTLE):
        if phase.feedback is Feedback.BLIND:
            assert {ExitRule.TIME, ExitRule.KEY} == set(phase.ends)


@every_file
def test_a_session_may_have_its_last_activation(name: str) -> None:
    """With every phase at its longest, no activation would begin too late."""
    protocol = load_protocol(name)
    begins_s = before_s = 0.0
    for phase in protocol.phases:
        begins_s = before_s if phase.activation else begins_s
        before_s += phase.longest_s or 0.0
    assert begins_s < (protocol.longest_s or USUAL_SESSION_S)


def test_open_practice_ends_with_the_session() -> None:
    """It has no end of its own, and a session has one."""
    assert load_protocol("open") is OPEN
    assert longest_of(OPEN) == USUAL_SESSION_S


class TestOwnFile:
    def test_it_is_loaded_by_its_path(self, own: Path) -> None:
        """Its parts are written out, its rounds counted."""
        protocol = load_protocol(str(own))
        assert "own" == protocol.name
        assert 2 == protocol.rounds
        assert [None, None, 1, 1, 1, 2, 2, 2, None] == [
            phase.round for phase in protocol.phases
        ]

    def test_a_blind_repetition_does_not_end_as_settled(self, own: Path) -> None:
        """The same phase ends as settled where something is shown."""
        settles = of_kind(load_protocol(str(own)), PhaseKind.SETTLE)
        assert [("full", True), ("blind", False)] == [
            (phase.feedback.value, ExitRule.SETTLED in phase.ends) for phase in settles
        ]

    def test_the_repetitions_level_is_that_of_activating_and_settling(
        self, own: Path
    ) -> None:
        """A rest keeps its own."""
        protocol = load_protocol(str(own))
        assert [Feedback.FULL, Feedback.BLIND] == [
            phase.feedback for phase in of_kind(protocol, PhaseKind.ACTIVATE)
        ]
        assert {Feedback.SPARSE} == {
            phase.feedback for phase in of_kind(protocol, PhaseKind.REST)
        }

    def test_white_space_is_made_even(self, own: Path) -> None:
        """A text may be broken over lines in the file."""
        text = OWN.replace('"Own."', '"""Own,\n  and mine."""')
        own.write_text(text, encoding="utf-8")
        assert "Own, and mine." == load_protocol(str(own)).summary

    def test_the_mark_of_some_editors_is_passed_over(self, own: Path) -> None:
        """A file that begins with a byte order mark is read as any."""
        marked = own.with_name("marked.toml")
        marked.write_bytes(b"\xef\xbb\xbf" + own.read_bytes())
        assert load_protocol(str(own)) == load_protocol(str(marked))

    def test_a_copy_of_a_bundled_one_is_itself(self, tmp_path: Path) -> None:
        """Its name may stay as long as nothing else was changed."""
        copy = tmp_path / "copy.toml"
        copy.write_bytes((FOLDER / "settling.toml").read_bytes())
        assert load_protocol("settling") == load_protocol(str(copy))

    def test_a_changed_one_needs_a_name_of_its_own(self, tmp_path: Path) -> None:
        """Sessions of different days are compared by the name."""
        copy = tmp_path / "copy.toml"
        content = (FOLDER / "settling.toml").read_bytes()
        copy.write_bytes(content.replace(b"longest_s = 60\n", b"longest_s = 50\n"))
        with pytest.raises(ProtocolRefused, match="comes with biofeed") as refused:
            load_protocol(str(copy))
        assert "name" == refused.value.key
