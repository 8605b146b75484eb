"""The straps in reach, as they are found: pick one."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from biofeed.display import search_words, words
from biofeed.display.plain_label import PlainLabel
from biofeed.display.scrolling_column import bar_sheet
from biofeed.display.start_choice import StrapSearch
from biofeed.display.theme import Measure, Theme
from devices.sighting import NO_NAME, FoundStrap, harmless
from devices.source import DeviceIdentity, LinkReason

STRONG_DBM = -65
FAIR_DBM = -80
"""A strap on the body across the table, and one in the next room, dBm."""

RENEWED_MS = 250
"""So often at most a line says something else: straps call many times a second, ms."""

RESTS_MS = 1000
"""So long after one search began the next may be asked for, ms."""

SMALL_PX = 15


class _Straps(QListWidget):
    """A list that picks nothing because the keyboard came by."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take back Qt's pick of the first line; an arrow picks it."""
        super().focusInEvent(event)
        if not self.selectedItems():
            self.setCurrentRow(-1)


class StrapList(QWidget):
    """Searches, lists, and tells what to do when nothing is found.

    Parameters
    ----------
    search
        Looks for straps.
    known
        The strap of last time: first on the list, and picked when it turns up.
    """

    picked = Signal()
    """Another strap is picked, or none."""

    _found = Signal(object)
    _ended = Signal(object)

    def __init__(
        self,
        search: StrapSearch,
        known: DeviceIdentity | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._known = known
        self._straps: dict[str, FoundStrap] = {}
        self._is_guess, self._is_searching = False, False
        self._told_anew = set[str]()
        self._renewing = _waiting(RENEWED_MS, self)
        self._renewing.timeout.connect(self._renew)
        self._resting = _waiting(RESTS_MS, self)
        self._list = _Straps(self)
        self._list.setAccessibleName(words.STRAPS_IN_REACH)
        self._list.currentRowChanged.connect(self.picked)
        self._list.itemClicked.connect(self._take_pick)
        self._list.itemActivated.connect(self._take_pick)
        self._help = PlainLabel(self)
        self._help.setWordWrap(True)
        self._again = QPushButton(words.LOOK_AGAIN, self)
        self._again.clicked.connect(self._search_again)
        self._build()
        queued = Qt.ConnectionType.QueuedConnection
        self._found.connect(self._show_found, queued)
        self._ended.connect(self._show_ended, queued)

    def _build(self) -> None:
        # A strap that says all it can is longer than a line.
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        # It takes the room that is left, and asks for none of its own.
        self._list.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored
        )
        # An empty frame looks like a field to write in.
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list, 1)
        row = QHBoxLayout()
        row.addWidget(self._help, 1)
        row.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addStretch()

    @property
    def strap(self) -> DeviceIdentity | None:
        """The strap that is picked."""
        item = self._list.currentItem()
        if item is None:
            return None
        found = self._straps[item.data(Qt.ItemDataRole.UserRole)]
        return found.identity

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._help.dress(theme.muted, measure.text_px(SMALL_PX))
        self._list.verticalScrollBar().setStyleSheet(bar_sheet(theme, measure))

    def search(self) -> None:
        """Look for straps, again or for the first time."""
        self._search.stop()
        self._is_searching = True
        self._resting.start()
        # Taken from under the keyboard, it would send that on to another control.
        self._again.setEnabled(self._again.hasFocus())
        self._help.say(words.SEARCHING_STRAPS)
        self._search.start(self._found.emit, self._ended.emit)

    def stop(self) -> None:
        """Stop looking."""
        self._search.stop()

    def _search_again(self) -> None:
        """Search, but not while one is on, nor at every stroke of a key held down."""
        if not self._is_searching and not self._resting.isActive():
            self.search()

    def _show_found(self, found: FoundStrap) -> None:
        is_new = found.address not in self._straps
        self._straps[found.address] = found
        if not is_new:
            self._told_anew.add(found.address)
            if not self._renewing.isActive():
                self._renew()
            return
        item = QListWidgetItem(strap_line(found))
        item.setData(Qt.ItemDataRole.UserRole, found.address)
        is_known = self._known is not None and self._known.address == found.address
        self._list.show()
        self._list.insertItem(0 if is_known else self._list.count(), item)
        self._offer(item, is_known=is_known)

    def _renew(self) -> None:
        """Tell what is new of known straps, and no more for a little while."""
        if self._told_anew:
            self._renewing.start()
        for address in self._told_anew:
            self._item(address).setText(strap_line(self._straps[address]))
        self._told_anew.clear()

    def _offer(self, item: QListWidgetItem, *, is_known: bool) -> None:
        """Pick the known strap, or the only one; of several a person picks theirs."""
        known_or_alone = is_known or self._list.count() == 1
        found = self._straps[item.data(Qt.ItemDataRole.UserRole)]
        if known_or_alone and (is_known or not found.held):
            self._list.setCurrentItem(item)
            self._is_guess = not is_known
        elif self._is_guess:
            self._list.setCurrentRow(-1)
            self._is_guess = False
            self._help.say(words.PICK_YOURS)

    def _take_pick(self) -> None:
        """Keep what a person picked, whatever is found later."""
        self._is_guess = False

    def _item(self, address: str) -> QListWidgetItem:
        items = (self._list.item(row) for row in range(self._list.count()))
        return next(
            item for item in items if item.data(Qt.ItemDataRole.UserRole) == address
        )

    def _show_ended(self, reason: LinkReason | None) -> None:
        self._is_searching = False
        self._again.setEnabled(True)
        if reason is not None:
            self._help.say(search_words.explain(reason))
        elif any(strap.held for strap in self._straps.values()):
            self._help.say(f"{words.PICK_YOURS} {search_words.HELD_ELSEWHERE}")
        elif self._straps:
            self._help.say(words.PICK_YOURS)
        else:
            help_ = search_words.remedy(LinkReason.NOT_FOUND)
            self._help.say(words.NO_STRAP_FOUND.format(help=help_))


def _waiting(lasts_ms: int, parent: QWidget) -> QTimer:
    """Return what runs once, for so long, each time that it is started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(lasts_ms)
    return timer


def strap_line(strap: FoundStrap) -> str:
    """One strap in one line: what it is called, how near it is, what it says."""
    facts = [_name(strap), strap.ending, _nearness(strap)]
    if strap.heart_rate_bpm is not None:
        facts.append(words.STRAP_HEART_RATE.format(bpm=strap.heart_rate_bpm))
    if strap.battery_pct is not None:
        facts.append(words.BATTERY.format(pct=strap.battery_pct))
    return words.BETWEEN.join(facts)


def _name(strap: FoundStrap) -> str:
    name = harmless(strap.name)
    return search_words.GIVEN_NAMES.get(name or NO_NAME, name)


def _nearness(strap: FoundStrap) -> str:
    if strap.held:
        return words.STRAP_HELD
    if strap.rssi_dbm is None:
        return words.STRAP_UNKNOWN
    if strap.rssi_dbm >= STRONG_DBM:
        return words.STRAP_STRONG
    return words.STRAP_FAIR if strap.rssi_dbm >= FAIR_DBM else words.STRAP_WEAK
