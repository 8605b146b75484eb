"""Text from outside is text on screen, wherever it is shown, and breaks nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from biofeed.core.events import Role
from biofeed.core.guidance import Prompted
from biofeed.core.phase import PhaseKind
from biofeed.core.protocol import OPEN, ProtocolPhase, TrainingProtocol
from biofeed.core.values import Notice, PhaseChanged, SessionExit
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.console_window import ConsoleWindow
from biofeed.display.language import Language
from biofeed.display.picture_dialogs import OneMemory
from biofeed.display.sample_session import SampleSession
from biofeed.display.screening_dialog import ScreeningDialog
from biofeed.display.setup_dialog import SetupDialog
from biofeed.display.start_choice import SourceKind, StartChoice
from biofeed.display.theme import Look, ThemeChoice
from biofeed.session.outline import Moment
from biofeed.session.shown_protocol import shown_protocol
from biofeed.session.snapshot import Mark, Snapshot
from biofeed.session.store import HOME_VARIABLE
from devices.sighting import FoundStrap
from devices.source import DeviceIdentity, LinkChanged, LinkReason, LinkState
from tests.display.replaying import SMALL_PX, Replayed, open_replay, outlined
from tests.display.session_double import ListeningSession
from tests.hostile import LONGEST_SHOWN, TEXTS, faults

HOSTILE = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
PLAIN = "plain"

ADDRESS = "C4:7E:12:A1:4F:2A"


def marked(whole: Snapshot, text: str) -> Snapshot:
    """Marks of both, and a note."""
    marks = tuple(Mark(t_s=630.0, text=text, role=role) for role in Role)
    return replace(whole, marks=marks, notes=marks[-1:])


def named(whole: Snapshot, text: str) -> Snapshot:
    """A strap that calls itself so."""
    device = DeviceIdentity(name=text, address=ADDRESS)
    link = LinkChanged(t_s=1.0, link=LinkState.LIVE, device=device)
    return replace(whole, link=link)


def lost(whole: Snapshot, text: str) -> Snapshot:
    """A strap that calls itself so, and is gone."""
    device = DeviceIdentity(name=text, address=ADDRESS)
    reason = LinkReason.DROPPED
    link = LinkChanged(t_s=600.0, link=LinkState.LOST, reason=reason, device=device)
    return replace(whole, link=link)


def noticed(whole: Snapshot, text: str) -> Snapshot:
    """A notice with such a detail, and one that nobody knows."""
    now_s = whole.t_s
    known = (
        Notice(t_s=now_s, code=code, detail=text)
        for code in ("battery_low", "recording_held", "clock_jumped", "not_allowed")
    )
    return replace(whole, notices=(*known, Notice(t_s=now_s, code=text, detail=text)))


def instructed(whole: Snapshot, text: str) -> Snapshot:
    """A protocol that came with a recording, whose checks are somebody else's."""
    phase = ProtocolPhase(
        kind=PhaseKind.SETTLE,
        ends=OPEN.phases[-1].ends,
        instruction=text,
        detail=text,
        choices=(text, text),
        round=1,
    )
    protocol = TrainingProtocol(name=text, title=text, summary=text, phases=(phase,))
    return replace(
        whole,
        protocol=shown_protocol(protocol),
        phase=PhaseChanged(t_s=600.0, kind=PhaseKind.SETTLE, step=0),
        prompt=Prompted(t_s=600.0, key="instruction"),
    )


def planted(whole: Snapshot, text: str) -> Snapshot:
    """All that comes from outside, at once."""
    for plant in (marked, named, noticed, instructed):
        whole = plant(whole, text)
    return whole


def texts_of(root: QWidget) -> Iterator[str]:
    """Yield all that a window shows, or tells a screen reader."""
    for each in (root, *root.findChildren(QWidget)):
        yield from (each.windowTitle(), each.toolTip(), each.statusTip())
        yield from (each.accessibleName(), each.accessibleDescription())
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        if isinstance(each, QComboBox):
            yield from (each.itemText(n) for n in range(each.count()))
        if isinstance(each, QListWidget):
            yield from (each.item(n).text() for n in range(each.count()))


def labels_are_plain(root: QWidget) -> bool:
    labels = root.findChildren(QLabel)
    return {Qt.TextFormat.PlainText} == {label.textFormat() for label in labels}


@dataclass(frozen=True)
class Shown:
    """Both windows of a session, with the drawer open."""

    client: ClientWindow
    console: ConsoleWindow
    bridges: tuple[Bridge, Bridge]
    time_s: list[float]

    def show(self, snapshot: Snapshot) -> None:
        for _ in range(3):
            self.time_s[0] += 2.0
            for bridge in self.bridges:
                bridge.publish(snapshot)
            self.client.advance()
            self.console.advance()
            QApplication.processEvents()
        for window in self.windows:
            assert not window.grab().isNull()

    @property
    def windows(self) -> tuple[QWidget, QWidget]:
        return self.client, self.console

    @property
    def texts(self) -> list[str]:
        return [text for window in self.windows for text in texts_of(window)]

    @property
    def least(self) -> list[tuple[int, int]]:
        sizes = (w.minimumSizeHint() for w in self.windows)
        return [(size.width(), size.height()) for size in sizes]


@pytest.fixture
def shown(time_s: list[float], qtbot: QtBot) -> Shown:
    session = ListeningSession()
    bridges = [Bridge(now_s=lambda: time_s[0]) for _ in range(2)]
    client = ClientWindow(session, bridges[0])
    console = ConsoleWindow(session, bridges[1], client=client)
    for window in (client, console):
        qtbot.addWidget(window)
        window.resize(1024, 700)
        window.show()
    client.drawer.toggle()
    return Shown(client, console, (bridges[0], bridges[1]), time_s)


@pytest.fixture
def recording(time_s: list[float], training: SampleSession, qtbot: QtBot) -> Replayed:
    return open_replay(qtbot, time_s, outlined(training), size_px=SMALL_PX)


@HOSTILE
def test_it_is_plain_text_in_both_windows(
    shown: Shown, painted_texts: list[str], sample: SampleSession, text: str
) -> None:
    """In labels, charts, tables, drawer and mirror, and in what is read out."""
    whole = sample.at(640.0)
    shown.show(planted(whole, PLAIN))
    least = shown.least
    shown.show(planted(whole, text))
    told = [each for each in {*shown.texts, *painted_texts} if faults(each)]
    assert [] == told
    assert all(labels_are_plain(window) for window in shown.windows)
    assert least == shown.least
    lines = [
        line for each in {*shown.texts, *painted_texts} for line in each.split("\n")
    ]
    assert max(map(len, lines)) <= LONGEST_SHOWN


@HOSTILE
def test_it_is_plain_text_when_all_is_over(
    shown: Shown, painted_texts: list[str], sample: SampleSession, text: str
) -> None:
    """On the last screen, and in the console beside it."""
    whole = replace(sample.ended(), ended=SessionExit.COMPLETED)
    shown.show(planted(whole, text))
    assert [] == [each for each in {*shown.texts, *painted_texts} if faults(each)]


@HOSTILE
def test_it_is_plain_text_where_a_strap_is_gone(
    shown: Shown, painted_texts: list[str], sample: SampleSession, text: str
) -> None:
    """What is said then is of the strap, too."""
    shown.show(lost(sample.at(640.0), text))
    assert [] == [each for each in {*shown.texts, *painted_texts} if faults(each)]


@HOSTILE
def test_a_word_that_is_written_is_said_back_as_plain_text(
    shown: Shown, sample: SampleSession, text: str
) -> None:
    """A mark's word may have been pasted from anywhere."""
    shown.show(sample.at(640.0))
    foot = shown.client.pages.session.foot
    foot.ask_for_word()
    foot.label_field.setText(text)
    QTest.keyClick(foot.label_field, Qt.Key.Key_Return)
    assert [] == [each for each in shown.texts if faults(each)]


class HostileStraps:
    """Finds a strap that calls itself whatever it likes."""

    def __init__(self, text: str) -> None:
        self._text = text

    def start(
        self,
        found: Callable[[FoundStrap], None],
        ended: Callable[[LinkReason | None], None],
    ) -> None:
        found(FoundStrap(name=self._text, address=ADDRESS, rssi_dbm=-50))
        ended(None)

    def stop(self) -> None:
        """There is nothing to stop."""


@dataclass(frozen=True)
class HostileMemory:
    """Remembers such a pseudonym, strap and training."""

    text: str

    def last(self) -> StartChoice:
        strap = DeviceIdentity(name=self.text, address=ADDRESS)
        return StartChoice(
            source=SourceKind.STRAP,
            pseudonym=self.text,
            strap=strap,
            protocol=self.text,
        )

    def remember(self, choice: StartChoice) -> None:
        """Forget it."""

    def keep_language(self, language: Language) -> None:
        """Forget it, too."""


@HOSTILE
def test_the_first_dialog_shows_it_as_plain_text(
    qtbot: QtBot, painted_texts: list[str], text: str
) -> None:
    """A strap's name, a name of last time, a training that is not there."""
    usual = SetupDialog(HostileStraps(PLAIN), HostileMemory(PLAIN))
    dialog = SetupDialog(HostileStraps(text), HostileMemory(text))
    for each in (usual, dialog):
        qtbot.addWidget(each)
        each.show()
        QApplication.processEvents()
        QApplication.processEvents()
        assert not each.grab().isNull()
    assert [] == [each for each in (*texts_of(dialog), *painted_texts) if faults(each)]
    assert labels_are_plain(dialog)
    assert usual.minimumSizeHint().width() == dialog.minimumSizeHint().width()


@HOSTILE
def test_a_path_may_be_anything(qtbot: QtBot, text: str) -> None:
    """Of a recording or of a training, typed or pasted: at most nothing is there."""
    choice = StartChoice(source=SourceKind.FILE)
    dialog = SetupDialog(HostileStraps(PLAIN), OneMemory(choice))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.training.names.setCurrentIndex(dialog.training.names.count() - 1)
    least = dialog.minimumSizeHint()
    for path in (text, f"~{text}", f"{__file__}/{text}"):
        dialog.sources.path_field.setText(path)
        dialog.training.path_field.setText(path)
        QApplication.processEvents()
        assert not dialog.begin_button.isEnabled()
        shown = [each.text() for each in dialog.findChildren(QLabel)]
        assert [] == [each for each in shown if faults(each)]
    assert least.width() == dialog.minimumSizeHint().width()
    assert not dialog.grab().isNull()


@HOSTILE
def test_a_name_is_taken_as_plain_text(qtbot: QtBot, text: str) -> None:
    """Typed or pasted: what is begun and remembered is harmless."""
    choice = StartChoice(source=SourceKind.SIMULATED)
    dialog = SetupDialog(HostileStraps(PLAIN), OneMemory(choice))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name_field.setText(text)
    dialog.begin_button.click()
    assert dialog.choice is not None
    assert [] == faults(dialog.choice.pseudonym, breaks=False)


@HOSTILE
def test_what_was_agreed_is_shown_as_plain_text(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """In the questions before a first activation, also where it cannot be kept."""
    home = tmp_path / "home"
    home.write_text("a file where the folder should be")
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    dialog = ScreeningDialog(text, Look(theme=ThemeChoice.DARK))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.conditions.some.click()
    dialog.agreement.agreed.click()
    (field,) = dialog.findChildren(QLineEdit)
    widths = []
    for agreed in (PLAIN, text):
        field.setText(agreed)
        dialog.agreement.go_on.click()
        QApplication.processEvents()
        widths.append(dialog.minimumSizeHint().width())
    assert [] == [each for each in texts_of(dialog) if faults(each)]
    assert labels_are_plain(dialog)
    assert widths[0] == widths[1]


def look_at(recording: Replayed, moment: Snapshot, text: str) -> None:
    """Show a recording with a text wherever one can be: all of it, and as seen then."""
    window, t_s = recording.window, moment.t_s
    marks = (Moment(t_s=t_s, text=text),)
    recording.outline = replace(recording.outline, marks=marks)
    shown = planted(moment, text)
    for plant in (planted, lost):
        recording.show(plant(shown, text))
        middle = window.line.height() // 2
        QTest.mouseMove(window.line, QPoint(round(window.line._scale.x(t_s)), middle))
        QApplication.processEvents()
        assert not window.grab().isNull()
        recording.press(Qt.Key.Key_W)


class TestOfARecording:
    """Whoever made it may have written anything into it."""

    @HOSTILE
    def test_it_is_plain_text_wherever_one_looks(
        self,
        recording: Replayed,
        painted_texts: list[str],
        sample: SampleSession,
        text: str,
    ) -> None:
        """Scene, time line, what is under the pointer, what is read out, the end."""
        moment, window = sample.at(640.0), recording.window
        look_at(recording, moment, PLAIN)
        assert any(each.endswith(PLAIN) for each in painted_texts)
        least = window.minimumSizeHint()
        look_at(recording, moment, text)
        over = replace(planted(moment, text), ended=SessionExit.COMPLETED)
        recording.show(over)
        assert not window.grab().isNull()
        shown = {*texts_of(window), *painted_texts}
        assert [] == [each for each in shown if faults(each)]
        assert labels_are_plain(window)
        assert least == window.minimumSizeHint()
        lines = [line for each in shown for line in each.split("\n")]
        assert max(map(len, lines)) <= LONGEST_SHOWN

    @HOSTILE
    def test_why_it_breaks_off_is_plain_text(
        self, recording: Replayed, sample: SampleSession, text: str
    ) -> None:
        """It may name the file."""
        recording.show(sample.at(640.0))
        least = recording.window.minimumSizeHint()
        recording.window.break_off(text)
        QApplication.processEvents()
        shown = [*texts_of(recording.window)]
        assert [] == [each for each in shown if faults(each)]
        assert max(map(len, shown)) <= LONGEST_SHOWN
        assert least == recording.window.minimumSizeHint()
