"""Names on an arc where there is little room for them."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from biofeed.display.arc import Moment
from biofeed.display.arc_names import ArcNames
from biofeed.display.theme import LIGHT, Measure

MOMENTS = (
    Moment(t_s=0.0, z=1.0, name="rose", fact="0:00"),
    Moment(t_s=69.0, z=8.0, name="turned", fact="1:09"),
    Moment(t_s=90.0, z=4.0, name="halfway back", fact="under 20 s"),
    Moment(t_s=150.0, z=1.0, name="back at rest", fact="1:38 after turning"),
)


class LowLine:
    """A line across a widget that is wide and low."""

    def __init__(self, wide_px: float, high_px: float) -> None:
        self._wide_px, self._high_px = wide_px, high_px

    def place(self, t_s: float, z: float) -> QPointF:
        return QPointF(
            self._wide_px * (0.1 + t_s / 200.0), self._high_px * (1.0 - z / 10.0)
        )

    def curve(self) -> list[tuple[float, float]]:
        return [(x, self._high_px - 4.0) for x in range(0, int(self._wide_px), 2)]

    def ghost_lines(self) -> list[list[tuple[float, float]]]:
        return []


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("high_px", [60, 100, 160, 400])
@pytest.mark.parametrize("wide_px", [500, 840, 1260])
def test_no_name_covers_another(
    qtbot: QtBot, wide_px: int, high_px: int, text_scale: float
) -> None:
    """What lies between is left out first; where it turned and was back is named."""
    page = QWidget()
    qtbot.addWidget(page)
    names = ArcNames(LowLine(wide_px, high_px), page)
    names.resize(wide_px, high_px)
    measure = Measure(scale=0.82, text_scale=text_scale)
    names.show_moments(MOMENTS, (), LIGHT, measure)
    named = names._named()
    boxes = list(named.values())
    assert {"turned", "back at rest"} <= {moment.name for moment in named}
    for moment, box in named.items():
        if moment.name in {"rose", "halfway back"}:
            assert not any(box.covers(other) for other in boxes if other is not box)
    if high_px == 400 and text_scale == 1.0:
        assert len(MOMENTS) == len(named)


def test_places_are_looked_for_once_for_each_picture(qtbot: QtBot) -> None:
    """However often it is painted while it draws itself; anew for another size."""
    page = QWidget()
    qtbot.addWidget(page)
    line = LowLine(840, 400)
    looked: list[int] = []
    curve = line.curve

    def counted() -> list[tuple[float, float]]:
        looked.append(1)
        return curve()

    line.curve = counted  # type: ignore[method-assign]  # counts what costs
    names = ArcNames(line, page)
    names.resize(840, 400)
    names.show_moments(MOMENTS, (), LIGHT, Measure())
    for second in range(60):
        names.show_until(float(second))
        names.grab()
    once = len(looked)
    assert once <= len(MOMENTS) + 1
    names.resize(600, 400)
    names.grab()
    names.show_moments(MOMENTS[:2], (), LIGHT, Measure())
    names.grab()
    assert once < len(looked) <= 3 * once
    assert names._placed().named.keys() == set(MOMENTS[:2])


def test_places_follow_the_scale(qtbot: QtBot) -> None:
    """An axis that changed under the same moments moves their names along."""
    page = QWidget()
    qtbot.addWidget(page)
    line = LowLine(840, 400)
    names = ArcNames(line, page)
    names.resize(840, 400)
    names.show_moments(MOMENTS, (), LIGHT, Measure())
    before = names._placed()
    assert names._placed() is before
    line._high_px = 300.0
    assert names._placed().named != before.named
