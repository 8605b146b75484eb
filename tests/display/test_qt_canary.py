"""Guards the pin of PySide6: tells when the defect behind it comes back, or is gone."""

import sys
from importlib.metadata import version

import pytest
from PySide6.QtWidgets import QApplication

from biofeed.display.client_window import ClientWindow

BROKEN = "6.12.0"
REDRAWS = 300


def test_the_broken_release_is_not_installed() -> None:
    """PySide6 6.12.0 aborts on Python 3.11 within seconds of redrawing."""
    assert version("PySide6-Essentials") != BROKEN


@pytest.mark.skipif(
    sys.version_info >= (3, 12),
    reason="None is immortal from 3.12: its references are not counted",
)
def test_redrawing_loses_no_reference_to_none(window: ClientWindow) -> None:
    """Painting from Python takes as many references to None as it gives back."""
    page = window.pages.session
    page.repaint()
    before = sys.getrefcount(None)
    for _ in range(REDRAWS):
        page.repaint()
        QApplication.processEvents()
    assert sys.getrefcount(None) > before - REDRAWS // 2
