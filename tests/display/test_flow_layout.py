"""Parts in rows: none is cut, and none is narrower than it wants to be."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from biofeed.display.flow_layout import FlowLayout


@pytest.mark.parametrize("width", [150, 260, 900])
def test_a_narrow_row_goes_on_below(qtbot: QtBot, width: int) -> None:
    """All parts keep their width, and no two overlap; hidden ones leave no gap."""
    holder = QWidget()
    qtbot.addWidget(holder)
    row = FlowLayout(holder)
    row.setSpacing(8)
    buttons = [QPushButton("x" * 12, holder) for _ in range(4)]
    for button in buttons:
        row.addWidget(button)
    buttons[1].hide()
    holder.setFixedWidth(width)
    holder.resize(width, row.heightForWidth(width))
    holder.show()
    row.activate()
    shown = [each.geometry() for each in buttons if each.isVisible()]
    for place, button in zip(shown, (b for b in buttons if b.isVisible()), strict=True):
        assert place.width() == button.sizeHint().width()
        assert holder.rect().contains(place)
    assert not any(
        one.intersects(other)
        for index, one in enumerate(shown)
        for other in shown[:index]
    )
    if width == 900:
        assert len({place.top() for place in shown}) == 1


@pytest.mark.parametrize(("width", "wide"), [(250, 250), (500, 396), (900, 600)])
def test_a_field_has_what_its_row_leaves(qtbot: QtBot, width: int, wide: int) -> None:
    """On a row of its own, too, and never more than it may have."""
    holder = QWidget()
    qtbot.addWidget(holder)
    row = FlowLayout(holder)
    row.setSpacing(4)
    button, field = QPushButton("x", holder), QLineEdit(holder)
    button.setFixedWidth(100)
    field.setMinimumWidth(200)
    field.setMaximumWidth(600)
    for part in (button, field):
        row.addWidget(part)
    holder.resize(width, row.heightForWidth(width))
    holder.show()
    row.activate()
    assert field.width() == wide
    assert holder.rect().contains(field.geometry())
