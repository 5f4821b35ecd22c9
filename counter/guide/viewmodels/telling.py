"""Troubles as notices and pages: title and advice."""

from PySide6.QtCore import QCoreApplication

from counter.guide.flow.state import Trouble
from counter.guide.viewmodels.troubles import OF_PRINTERS, TITLES, printer_silent
from counter.guide.viewmodels.words import refusal

translate = QCoreApplication.translate


def told(trouble: Trouble | None, language: str, otherwise: str = "") -> tuple[str, str]:
    """Title and advice; two empty texts for none. `otherwise` heads what has no title of its own."""
    if trouble is None:
        return "", ""
    if trouble.code in TITLES:
        return TITLES[trouble.code]()
    if trouble.code in OF_PRINTERS:
        return printer_silent()
    return otherwise or translate("Guide", "现在不能这样办"), refusal(trouble, language)
