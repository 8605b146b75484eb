"""What a simulated person says: to what, when, and never to what is over."""

import numpy as np
import pytest

from biofeed.core.events import Action, Command
from biofeed.core.guidance import Asked, QuestionAsked, RatingPoint
from biofeed.core.phase import ActivationKind, ExitRule, PhaseKind, Stage
from biofeed.core.protocol import ProtocolPhase, TrainingProtocol
from biofeed.session.simulated_replies import (
    ANSWERS_S,
    ARRIVES_S,
    ENDS_EARLY,
    ENDS_EARLY_AT,
    READS_S,
    RESUMES_AFTER_S,
    STAY_WITH_IT,
    URGE_COMES_S,
    Replies,
    sureness_of,
)
from devices.simulated_temperament import TEMPERAMENTS
from tests.session.made_snapshots import Told, snapshot_of

ARRIVE, READ, ACTIVATE, SETTLE = range(4)
KEY, TIME, SETTLED = ExitRule.KEY, ExitRule.TIME, ExitRule.SETTLED
PHASES = (
    ProtocolPhase(kind=PhaseKind.ARRIVE, ends=(KEY,)),
    ProtocolPhase(kind=PhaseKind.PROBE, ends=(KEY,)),
    ProtocolPhase(
        kind=PhaseKind.ACTIVATE,
        ends=(KEY, TIME),
        longest_s=60.0,
        activation=ActivationKind.MOMENT,
        round=1,
    ),
    ProtocolPhase(
        kind=PhaseKind.SETTLE, ends=(SETTLED, TIME, KEY), longest_s=300.0, round=1
    ),
)
PROTOCOL = TrainingProtocol(name="settling", title="", summary="", phases=PHASES)
URGES = TrainingProtocol(name=STAY_WITH_IT, title="", summary="", phases=PHASES)

AFTER_SETTLE = QuestionAsked(
    t_s=100.0,
    until_s=130.0,
    asked=Asked.RATING,
    point=RatingPoint.AFTER_SETTLE,
    round=1,
)
GUESS = QuestionAsked(t_s=100.0, until_s=130.0, asked=Asked.GUESS, round=1)


def aroused_until(let_go_s: float, t_s: float) -> float:
    """Full arousal that fades with a time constant of 10 s."""
    return float(np.exp(-max(0.0, t_s - let_go_s) / 10.0))


class Answering:
    """A person, and a session that they are told of."""

    def __init__(
        self,
        protocol: TrainingProtocol = PROTOCOL,
        *,
        let_go_s: float = 0.0,
        seed: int = 1,
        waits_for_start: bool = True,
    ) -> None:
        self._protocol = protocol
        self._before: PhaseKind | None = None
        self.replies = Replies(
            TEMPERAMENTS["settles-quickly"],
            lambda t_s: aroused_until(let_go_s, t_s),
            np.random.default_rng(seed),
            waits_for_start=waits_for_start,
        )

    def enter(self, step: int, t_s: float) -> Command | None:
        """Begin a phase; what is going to be said then."""
        kind = self._protocol.phases[step].kind
        snapshot = snapshot_of(Told(t_s=t_s, step=step), self._protocol)
        self.replies.hear_phase(snapshot, kind, self._before)
        self._before = kind
        return self.replies.next_command

    def tell(
        self,
        t_s: float,
        *,
        question: QuestionAsked | None = None,
        stage: Stage = Stage.RUNNING,
    ) -> Command | None:
        """Tell what else goes on in the settle; what is going to be said then."""
        told = Told(t_s=t_s, step=SETTLE, question=question, stage=stage)
        self.replies.hear(snapshot_of(told, self._protocol))
        return self.replies.next_command

    def say(self) -> Command:
        """Have the next thing said."""
        command = self.replies.next_command
        assert command is not None
        self.replies.said(command)
        return command


class TestKeys:
    def test_a_session_that_waits_is_begun(self) -> None:
        """A moment after sitting down."""
        command = Answering().enter(ARRIVE, 0.0)
        assert command is not None
        assert Action.START is command.action
        assert ARRIVES_S[0] <= command.t_s <= ARRIVES_S[1]

    def test_a_session_that_begins_by_itself_is_let(self) -> None:
        """Nobody presses a key that does nothing."""
        assert Answering(waits_for_start=False).enter(ARRIVE, 0.0) is None

    def test_a_session_that_somebody_else_began_is_not_begun_again(self) -> None:
        """The key belongs to the arriving."""
        answering = Answering()
        answering.enter(ARRIVE, 0.0)
        assert answering.enter(SETTLE, 3.0) is None

    def test_what_only_a_key_ends_is_ended(self) -> None:
        """After there was time to read it."""
        command = Answering().enter(READ, 50.0)
        assert command is not None
        assert Action.DONE is command.action
        assert READS_S[0] <= command.t_s - 50.0 <= READS_S[1]

    def test_a_moment_is_seldom_ended_early(self) -> None:
        """About as often as said, and then well inside its time."""
        people = [Answering(seed=seed) for seed in range(300)]
        commands = [each.enter(ACTIVATE, 100.0) for each in people]
        ended_s = [each.t_s - 100.0 for each in commands if each is not None]
        assert ENDS_EARLY == pytest.approx(len(ended_s) / len(people), abs=0.06)
        early, late = ENDS_EARLY_AT
        assert all(60.0 * early <= each <= 60.0 * late for each in ended_s)

    def test_a_pause_is_ended_by_hand_as_often_as_it_takes(self) -> None:
        """Until the session goes on, and no longer."""
        answering = Answering()
        command = answering.tell(100.0, stage=Stage.PAUSED)
        assert Command(t_s=130.0, action=Action.RESUME) == command
        answering.say()
        again = answering.tell(131.0, stage=Stage.PAUSED)
        assert Command(t_s=130.0 + RESUMES_AFTER_S, action=Action.RESUME) == again
        assert answering.tell(140.0) is None

    def test_what_somebody_holds_is_not_let_go(self) -> None:
        """Waiting was asked for, and not by this person."""
        assert Answering().tell(100.0, stage=Stage.WAITING) is None


class TestQuestions:
    def test_a_rating_is_what_is_felt(self) -> None:
        """A few seconds after the question, a whole number from the true arousal."""
        command = Answering(let_go_s=200.0).tell(100.0, question=AFTER_SETTLE)
        assert command is not None
        assert (Action.RATE, 7.0) == (command.action, command.value)
        assert ANSWERS_S[0] <= command.t_s - AFTER_SETTLE.t_s <= ANSWERS_S[1]

    def test_after_an_activation_its_height_is_rated(self) -> None:
        """Not what is left of it when the person answers."""
        asked = QuestionAsked(
            t_s=100.0,
            until_s=120.0,
            asked=Asked.RATING,
            point=RatingPoint.AFTER_ACTIVATION,
        )
        after = Answering(let_go_s=100.0).tell(100.0, question=asked)
        later = Answering(let_go_s=100.0).tell(100.0, question=AFTER_SETTLE)
        assert after is not None
        assert later is not None
        assert 7.0 == after.value
        assert (later.value or 0.0) < 7.0

    @pytest.mark.parametrize(
        ("let_go_s", "guess"),
        [(0.0, ("settled", 2.0)), (200.0, ("not_settled", 3.0))],
    )
    def test_a_guess_is_what_is_felt(
        self, let_go_s: float, guess: tuple[str, float]
    ) -> None:
        """Settled where little is felt, and the surer the clearer."""
        command = Answering(let_go_s=let_go_s).tell(100.0, question=GUESS)
        assert command is not None
        assert guess == (command.text, command.value)

    def test_sureness_grows_with_the_distance(self) -> None:
        """From a guess to certain, to both sides."""
        felt = (0.0, 1.0, 1.8, 2.4, 3.0, 6.0)
        assert [3.0, 2.0, 1.0, 1.0, 2.0, 3.0] == [sureness_of(each) for each in felt]

    def test_a_question_that_is_closed_is_not_answered(self) -> None:
        """Somebody else was faster, or its time was over."""
        answering = Answering()
        answering.tell(100.0, question=AFTER_SETTLE)
        assert answering.tell(102.0) is None

    def test_the_next_question_takes_its_place(self) -> None:
        """One answer each, to the one that is asked."""
        answering = Answering()
        answering.tell(100.0, question=GUESS)
        rating = answering.tell(101.0, question=AFTER_SETTLE)
        assert rating is not None
        assert Action.RATE is rating.action

    def test_a_question_is_answered_once(self) -> None:
        """However often it is heard."""
        answering = Answering()
        answering.tell(100.0, question=AFTER_SETTLE)
        answering.say()
        assert answering.tell(106.0, question=AFTER_SETTLE) is None


class TestUrges:
    def test_an_urge_comes_and_passes(self) -> None:
        """In the activation, and as half of its arousal is gone."""
        answering = Answering(URGES, let_go_s=160.0, seed=2)
        answering.enter(ACTIVATE, 100.0)
        came = answering.say()
        assert Action.URGE_CAME is came.action
        assert URGE_COMES_S[0] <= came.t_s - 100.0 <= URGE_COMES_S[1]
        answering.enter(SETTLE, 160.0)
        passed = answering.say()
        assert Action.URGE_PASSED is passed.action
        assert 167.0 == pytest.approx(passed.t_s, abs=1.0)

    def test_an_urge_comes_before_it_passes(self) -> None:
        """Also where the activation ended before it came."""
        answering = Answering(URGES, let_go_s=101.0, seed=2)
        answering.enter(ACTIVATE, 100.0)
        answering.enter(SETTLE, 101.0)
        came, passed = answering.say(), answering.say()
        assert [Action.URGE_CAME, Action.URGE_PASSED] == [came.action, passed.action]
        assert came.t_s + 5.0 <= passed.t_s

    def test_an_urge_lasts_where_the_arousal_does(self) -> None:
        """Nobody says that it passed who cannot feel it."""
        answering = Answering(URGES, let_go_s=1000.0, seed=2)
        answering.enter(ACTIVATE, 100.0)
        answering.say()
        assert answering.enter(SETTLE, 160.0) is None

    def test_no_urge_is_spoken_of_elsewhere(self) -> None:
        """Only the protocol that asks for urges hears of them."""
        answering = Answering(let_go_s=160.0, seed=2)
        assert answering.enter(ACTIVATE, 100.0) is None
        assert answering.enter(SETTLE, 160.0) is None
