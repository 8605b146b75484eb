"""A recording in the window: what is drawn, what is steered, how it ends."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from biofeed.core.phase import Feedback, PhaseKind
from biofeed.display import replay_words
from biofeed.display.bridge import Bridge
from biofeed.display.console_window import ConsoleWindow
from biofeed.display.jump_calming import APART_S
from biofeed.display.plain_label import PlainLabel
from biofeed.display.replay_window import ReplayWindow
from biofeed.display.sample_session import SampleSession
from biofeed.session.outline import Moment, Outline, Span
from biofeed.session.snapshot import Mark, Replaying, Snapshot
from devices.source import LinkChanged, LinkState
from tests.display.replaying import Replayed, moment_of, open_replay, outlined
from tests.display.session_double import ListeningSession

Key = Qt.Key


@pytest.fixture(scope="session")
def whole(training: SampleSession) -> Outline:
    return outlined(training)


@pytest.fixture
def replayed(time_s: list[float], whole: Outline, qtbot: QtBot) -> Iterator[Replayed]:
    replayed = open_replay(qtbot, time_s, whole)
    yield replayed
    replayed.window.close()


class TestSteering:
    def test_space_pauses_and_plays(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """One key for both, as in every player; nothing is stopped by it."""
        replayed.show(training.at(400.0))
        replayed.press(Key.Key_Space)
        replayed.show(training.at(400.0), is_playing=False)
        replayed.press(Key.Key_Space)
        assert [("pause", None), ("play", None)] == replayed.steering
        assert replayed.window.isVisible()

    def test_arrows_go_by_ten_seconds_from_where_one_just_went(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """Pressed thrice, it is thirty seconds, however late the replay follows."""
        replayed.show(training.at(400.0))
        for _ in range(3):
            replayed.press(Key.Key_Right)
        replayed.press(Key.Key_Left)
        replayed.press(Key.Key_PageUp)
        goals = [410.0, 420.0, 430.0, 420.0, 360.0]
        assert [("seek", goal) for goal in goals] == replayed.steering

    def test_it_goes_from_round_to_round(
        self, replayed: Replayed, training: SampleSession, whole: Outline
    ) -> None:
        """N is where the next one rises; B where this one did, then the one before."""
        first_s, second_s, third_s = (one.start_s for one in whole.rounds)
        replayed.show(training.at(first_s + 100.0))
        replayed.press(Key.Key_N)
        replayed.press(Key.Key_N)
        replayed.press(Key.Key_N)
        replayed.press(Key.Key_B)
        replayed.press(Key.Key_B)
        goals = [second_s, third_s, whole.end_s, third_s, second_s]
        assert [("seek", goal) for goal in goals] == replayed.steering

    def test_two_quick_keys_do_twice_as_much(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """Also where the replay tells of its old place between them."""
        replayed.show(training.at(400.0))
        replayed.press(Key.Key_Space)
        replayed.press(Key.Key_Right)
        replayed.publish(training.at(401.0))
        replayed.press(Key.Key_Space)
        replayed.press(Key.Key_Right)
        assert [
            ("pause", None),
            ("seek", 410.0),
            ("play", None),
            ("seek", 420.0),
        ] == replayed.steering

    def test_a_wish_that_comes_to_nothing_lapses(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """What the replay does not do is not held to have been done."""
        replayed.show(training.at(400.0))
        replayed.press(Key.Key_Right)
        replayed.show(training.at(401.0))
        assert 401.0 == replayed.window.line.t_s

    def test_what_is_not_read_yet_is_not_jumped_over(
        self, replayed: Replayed, training: SampleSession, whole: Outline
    ) -> None:
        """N goes as far as all is known: a round may still be found further on."""
        known_s = whole.rounds[0].start_s + 20.0
        known = replace(whole, known_s=known_s, rounds=whole.rounds[:1])
        replayed.outline = known
        replayed.show(training.at(known_s - 10.0))
        replayed.press(Key.Key_N)
        assert [("seek", known_s)] == replayed.steering

    def test_a_recording_that_begins_late_begins_there(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """Of a file that was cut from a day nothing before its first beat is shown."""
        replayed.outline = Outline(start_s=36_000.0, end_s=36_720.0, known_s=36_720.0)
        replayed.show(replace(training.at(400.0), t_s=36_100.0))
        replayed.press(Key.Key_Home)
        replayed.press(Key.Key_B)
        assert [("seek", 36_000.0)] * 2 == replayed.steering
        described = replayed.window.line.accessibleDescription()
        assert described.startswith("10:00:00")

    def test_home_and_end(self, replayed: Replayed, training: SampleSession) -> None:
        """Both ends are one key away."""
        replayed.show(training.at(400.0))
        replayed.press(Key.Key_End)
        replayed.press(Key.Key_Home)
        (_, end_s), (_, start_s) = replayed.steering
        assert end_s == pytest.approx(replayed.outline.end_s, abs=1.0)
        assert 0.0 == start_s

    def test_speed_goes_in_steps_from_half_to_sixteen(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """Plus and minus double and halve it, and no further than there are steps."""
        replayed.show(training.at(400.0), speed=8.0)
        for key in (Key.Key_Plus, Key.Key_Plus, Key.Key_Minus, Key.Key_Minus):
            replayed.press(key)
        speeds = [16.0, 16.0, 8.0, 4.0]
        assert [("speed", speed) for speed in speeds] == replayed.steering
        replayed.show(training.at(400.0), speed=16.0)
        assert not replayed.window.controls.faster_button.isEnabled()
        replayed.show(training.at(400.0), speed=0.5)
        assert not replayed.window.controls.slower_button.isEnabled()

    def test_pressed_and_drawn_along_it_seeks(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """Where the hand is, is asked for; nothing from before pulls it off."""
        replayed.show(training.at(400.0))
        line = replayed.window.line
        middle = QPoint(line.width() // 2, line.height() // 2)
        QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=middle)
        replayed.show(training.at(401.0))
        half_s = replayed.outline.end_s / 2
        assert half_s == pytest.approx(line.t_s, abs=2.0)
        QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=middle)
        replayed.show(training.at(402.0))
        assert 402.0 == line.t_s
        ((what, goal_s),) = replayed.steering
        assert "seek" == what
        assert half_s == pytest.approx(goal_s or 0.0, abs=2.0)

    def test_every_button_does_what_its_key_does(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """By pointer alone or by keys alone, it is the same replay."""
        controls = replayed.window.controls
        buttons: dict[Qt.Key, QPushButton] = {
            Key.Key_Space: controls.play_button,
            Key.Key_B: controls.back_button,
            Key.Key_N: controls.on_button,
            Key.Key_Minus: controls.slower_button,
            Key.Key_Plus: controls.faster_button,
        }
        for key, button in buttons.items():
            replayed.show(training.at(700.0))
            replayed.press(key)
            by_key = replayed.steering
            replayed.window.setFocus()
            replayed.show(training.at(700.0))
            button.click()
            assert by_key == replayed.steering
            assert by_key


class TestShown:
    def test_what_the_client_saw_is_one_key_away(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """A blind round shows its trace, and on W the stillness that the person saw."""
        blind = moment_of(training, PhaseKind.SETTLE, Feedback.BLIND)
        session = replayed.window.pages.session
        replayed.show(blind)
        assert session.trend.isVisible()
        replayed.press(Key.Key_W)
        replayed.show(blind)
        assert not session.trend.isVisible()
        assert replayed.window.controls.view_button.isChecked()
        replayed.press(Key.Key_W)
        assert session.trend.isVisible()

    def test_it_can_go_back_from_its_end(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """The arc stands at the end, and is no dead end."""
        pages = replayed.window.pages
        replayed.show(training.ended(), is_playing=False)
        assert pages.summary.isVisible()
        replayed.show(training.at(400.0))
        assert pages.session.isVisible()
        assert not pages.summary.isVisible()

    def test_words_are_at_once_those_of_the_moment(
        self, replayed: Replayed, sample: SampleSession
    ) -> None:
        """Sought back and forth, no sentence of elsewhere is left standing."""

        def said_once(t_s: float) -> str:
            replayed.time_s[0] += APART_S
            replayed.publish(sample.at(t_s), is_playing=False)
            return replayed.window.pages.session.trend.tip_words

        assert "coming back" == said_once(536.0)
        assert "at your rest" == said_once(340.0)
        assert "coming back" == said_once(536.0)

    def test_a_moment_looks_the_same_from_anywhere(
        self, replayed: Replayed, sample: SampleSession
    ) -> None:
        """Stepped to by ten seconds or sought from afar: words, axis and trace."""

        def seen(t_s: float) -> tuple[tuple[float, float], list[str]]:
            replayed.time_s[0] += APART_S
            replayed.publish(sample.at(t_s), is_playing=False)
            session = replayed.window.pages.session
            labels = session.findChildren(PlainLabel)
            words = [each.text() for each in labels if each.isVisible()]
            return session.trend.range_z, words

        stepped = {}
        for t_s in range(420, 660, 10):
            stepped[t_s] = seen(float(t_s))
        assert len({str(each) for each in stepped.values()}) > 10
        for t_s in (650, 430, 600, 420, 540, 480):
            assert stepped[t_s] == seen(float(t_s)), t_s

    def test_a_hurried_time_is_told_in_steps(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """Four times a second at most; where it stands, to the second."""
        time, *_ = replayed.window.controls.findChildren(PlainLabel)
        told = {speed: set[str]() for speed in (1.0, 16.0)}
        for speed, texts in told.items():
            for second in range(16):
                replayed.time_s[0] += APART_S
                replayed.publish(training.at(400.0 + second), speed=speed)
                texts.add(time.text())
        assert [16, 4] == [len(texts) for texts in told.values()]
        replayed.show(training.at(417.0), is_playing=False, speed=16.0)
        assert "6:57" in time.text()

    def test_moments_that_are_jumped_to_wait_for_the_eye(
        self, replayed: Replayed, sample: SampleSession
    ) -> None:
        """Six a second at most; the newest that waits comes as soon as it may."""
        drawn = []
        session = replayed.window.pages.session
        replayed.show(sample.at(340.0), is_playing=False)
        for goal_s in (341.0, 536.0) * 6:
            replayed.time_s[0] += APART_S / 2.5
            replayed.publish(sample.at(goal_s), is_playing=False)
            drawn.append(session.trend.tip_words)
        assert 536.0 == replayed.window.line.t_s
        changes = sum(one != after for one, after in pairwise(drawn))
        assert 0 < changes <= 4
        replayed.time_s[0] += APART_S
        replayed.window.advance()
        assert "coming back" == session.trend.tip_words

    def test_one_snapshot_is_drawn_once(
        self,
        replayed: Replayed,
        training: SampleSession,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Looked at again for its age, what stands is not painted anew."""
        replayed.show(training.at(400.0), is_playing=False)
        drawn: list[object] = []
        scene = replayed.window.pages.session.scene
        show = scene.show

        def counted(snapshot: Snapshot, *, tip: str, is_current: bool) -> None:
            drawn.append(snapshot)
            show(snapshot, tip=tip, is_current=is_current)

        monkeypatch.setattr(scene, "show", counted)
        replayed.publish(training.at(410.0), is_playing=False)
        for _ in range(8):
            replayed.time_s[0] += 0.25
            replayed.window.advance()
        assert 1 == len(drawn)

    def test_a_strap_that_came_and_went_does_not_flash(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """Hurried past, a link that fails over and over changes two words a second."""
        states = (LinkState.LOST, LinkState.SEARCHING, LinkState.LIVE)
        seen: list[list[str]] = []
        for number in range(40):
            replayed.time_s[0] += 0.1
            moment = training.at(400.0 + number)
            link = LinkChanged(t_s=moment.t_s, link=states[number % 3])
            replayed.publish(replace(moment, link=link), speed=16.0)
            labels = replayed.window.pages.session.findChildren(PlainLabel)
            words = [each.text() for each in labels if each.isVisible()]
            seen.append([word for word in words if "strap" in word.lower()])
        changes = sum(one != after for one, after in pairwise(seen))
        assert 0 < changes <= 2 * 4.0

    def test_nothing_to_do_is_offered(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """No STOP, no mark, no answer: all of it was done then."""
        for t_s in range(300, 1300, 60):
            replayed.show(training.at(float(t_s)))
            foot = replayed.window.pages.session.foot
            offered = foot.findChildren(QPushButton)
            assert [] == [each.text() for each in offered if each.isVisible()]

    def test_the_time_line_draws_what_is_in_the_recording(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """Rounds, a mark and a gap each change the picture of an empty line."""
        line, whole = replayed.window.line, replayed.outline
        bare = replace(whole, rounds=(), gaps=(), marks=(), phases=())
        parts = {
            "nothing": bare,
            "rounds": replace(bare, rounds=whole.rounds),
            "phases": replace(bare, phases=whole.phases),
            "gap": replace(bare, gaps=(Span(start_s=500.0, end_s=540.0),)),
            "mark": replace(bare, marks=(Moment(t_s=700.0, text="a word"),)),
        }
        pictures = {}
        for name, outline in parts.items():
            line.show_place(outline, 0.0)
            pictures[name] = line.grab().toImage()
        for name in ("rounds", "phases", "gap", "mark"):
            assert pictures["nothing"] != pictures[name], name

    def test_facts_say_that_it_is_a_recording(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """Nothing that was recorded passes for what happens now."""
        replayed.show(training.at(400.0))
        told = _names(replayed.window)
        assert any(replay_words.REPLAYED in name for name in told)

    def test_enter_presses_what_has_the_keyboard(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """As in a session; where nothing has it, it plays and pauses."""
        replayed.show(training.at(400.0))
        replayed.window.controls.faster_button.setFocus()
        replayed.press(Key.Key_Return)
        replayed.window.setFocus()
        replayed.press(Key.Key_Return)
        assert [("speed", 2.0), ("pause", None)] == replayed.steering


class TestAccessible:
    def test_the_line_is_a_slider_that_tells_its_time(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """A screen reader hears the time and the phase, and can move it."""
        replayed.show(training.at(400.0))
        line = replayed.window.line
        interface = QAccessible.queryAccessibleInterface(line)
        assert QAccessible.Role.Slider == interface.role()
        assert replay_words.TIME_LINE == interface.text(QAccessible.Text.Name)
        described = interface.text(QAccessible.Text.Description)
        assert described.startswith("6:40")
        assert "round 1" in described
        line.setFocus()
        replayed.steering  # noqa: B018 (forgets what came before)
        interface.valueInterface().setCurrentValue(500)
        assert [("seek", 500.0)] == replayed.steering

    def test_every_button_has_its_key_in_its_name(self, replayed: Replayed) -> None:
        """What can be pressed is found by keyboard, and says so."""
        for button in replayed.window.controls.findChildren(QPushButton):
            assert "key " in button.accessibleName()


class TestEnding:
    def test_esc_closes_and_ends_the_replay(
        self, replayed: Replayed, training: SampleSession, qtbot: QtBot
    ) -> None:
        """One key out, from any moment."""
        replayed.show(training.at(400.0))
        with qtbot.waitSignal(replayed.window.finished):
            replayed.press(Key.Key_Escape)
        assert [("stop", None)] == replayed.steering

    def test_a_replay_that_breaks_off_says_why(
        self, replayed: Replayed, training: SampleSession
    ) -> None:
        """Nothing freezes in silence."""
        replayed.show(training.at(400.0))
        replayed.window.break_off("The file went away.")
        QApplication.processEvents()
        assert replayed.window.pages.summary.isVisible()
        enabled = replayed.window.controls.findChildren(QPushButton)
        close = replayed.window.controls.close_button
        assert [close] == [each for each in enabled if each.isEnabled()]
        assert any("The file went away." in name for name in _names(replayed.window))

    def test_space_in_the_clinicians_window_pauses(
        self, replayed: Replayed, training: SampleSession, qtbot: QtBot
    ) -> None:
        """Where nothing can be stopped, the key of STOP stops nothing."""
        bridge = Bridge(now_s=lambda: replayed.time_s[0])
        control = ListeningSession()
        console = ConsoleWindow(control, bridge, client=replayed.window.stage)
        qtbot.addWidget(console)
        console.show()
        console.paused.connect(replayed.window.steering.toggle)
        replayed.show(training.at(400.0))
        replay = Replaying(speed=1.0, is_playing=True, outline=replayed.outline)
        bridge.publish(replace(training.at(400.0), replay=replay))
        console.advance()
        QTest.keyClick(console, Key.Key_Space)
        assert [] == control.submitted
        assert [] == control.steered
        assert [("pause", None)] == replayed.steering
        console.close()


def test_a_hostile_word_is_only_a_word(
    replayed: Replayed, training: SampleSession
) -> None:
    """Markup, control signs and ten thousand letters neither act nor widen anything."""
    hostile = "<b>x</b>\x1b[2J\u202e" + "y" * 10_000
    marks = (Moment(t_s=400.0, text=hostile),)
    replayed.outline = replace(replayed.outline, marks=marks)
    moment = replace(training.at(400.0), marks=(Mark(t_s=400.0, text=hostile),))
    replayed.show(training.at(390.0))
    least = replayed.window.minimumSizeHint()
    replayed.show(moment)
    described = replayed.window.line.accessibleDescription()
    assert "<b>x</b>" in described
    assert not {"\x1b", "\u202e"} & set(described)
    assert len(described) < 300
    assert least == replayed.window.minimumSizeHint()


def _names(window: ReplayWindow) -> list[str]:
    """All that a screen reader can be told of a window."""

    def walk(interface: QAccessibleInterface) -> Iterator[str]:
        yield interface.text(QAccessible.Text.Name)
        for index in range(interface.childCount()):
            if (child := interface.child(index)) is not None:
                yield from walk(child)

    return list(walk(QAccessible.queryAccessibleInterface(window)))
