"""What is painted on a recording's time line, and what it leaves readable."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from biofeed.display import replay_words
from biofeed.display.theme import DARK, Measure
from biofeed.display.timeline_paint import AIR_PX, ROW_PX, TimelinePaint, height_px
from biofeed.display.timeline_scale import TimeScale
from biofeed.session.outline import Outline, Span

WIDTH_PX = 600
START_S, END_S = 240.0, 900.0
OUTLINE = Outline(
    end_s=END_S, known_s=END_S, rounds=(Span(start_s=START_S, end_s=END_S),)
)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [0.82, 1.0, 1.5])
@pytest.mark.parametrize("text_scale", [1.0, 1.4, 2.0])
def test_the_knob_hides_no_letter_of_the_word_above_it(
    scale: float, text_scale: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a jump to a round ends, its word can be read, in each size of type."""
    measure = Measure(scale=scale, text_scale=text_scale)
    worded = _painted(measure)
    monkeypatch.setattr(replay_words, "ROUND", "")
    bare = _painted(measure)
    played = _painted(measure, playhead_s=START_S)
    over_the_line = measure.text_px(ROW_PX) + measure.px(AIR_PX)
    places = [(x, y) for x in range(WIDTH_PX) for y in range(over_the_line)]
    lettered = {at for at in places if worded.pixel(*at) != bare.pixel(*at)}
    covered = {at for at in places if played.pixel(*at) != bare.pixel(*at)}
    assert lettered
    assert covered
    assert set() == lettered & covered


def _painted(measure: Measure, *, playhead_s: float | None = None) -> QImage:
    image = QImage(WIDTH_PX, height_px(measure), QImage.Format.Format_RGB32)
    image.fill(QColor(DARK.ground))
    painter = QPainter(image)
    line = TimelinePaint(
        painter=painter,
        scale=TimeScale(left_px=10.0, width_px=580.0, start_s=0.0, end_s=END_S),
        theme=DARK,
        measure=measure,
    )
    line.still(OUTLINE)
    if playhead_s is not None:
        line.playhead(playhead_s)
    painter.end()
    return image
