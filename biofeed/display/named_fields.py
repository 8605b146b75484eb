"""Fields below each other, each beside its name, all of one width."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

from biofeed.display.plain_label import PlainLabel
from biofeed.display.style_sheet import target_px
from biofeed.display.theme import Measure, Theme

TYPE_PX = 15
NAME_PX = 82
BESIDE_PX, BELOW_PX = 8, 10
"""Of a name: its type and least width, so that fields of two panels line up; then the
air beside and below, px at 1440 x 900."""


class NamedFields(QFormLayout):
    """A column of names and fields; with large type a field stands below its name."""

    def __init__(self) -> None:
        super().__init__()
        self._names: list[PlainLabel] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)

    def add(self, name: str, field: QWidget) -> None:
        """Add a field; a screen reader knows it by its name."""
        label = PlainLabel(field.parentWidget(), text=name)
        label.setBuddy(field)
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        field.setAccessibleName(name)
        self._names.append(label)
        self.addRow(label, field)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self.setHorizontalSpacing(measure.px(BESIDE_PX))
        self.setVerticalSpacing(measure.px(BELOW_PX))
        for label in self._names:
            label.dress(theme.muted, measure.text_px(TYPE_PX))
            label.setMinimumSize(measure.text_px(NAME_PX), target_px(measure))
