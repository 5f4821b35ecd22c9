"""The materials list on paper (一次性告知): what to bring for a matter."""

from drivers.contract.slip import Cut, Line, Rule, Slip
from kiosk.slip import balanced, named
from queue_core.wire.matters import Material, Matter
from queue_core.wire.views import HallView


def compose_list(matter: Matter, hall: HallView, columns: int, language: str) -> Slip:
    """`columns` are the printer's letters of size 1 in a line, 48 or 32 on the usual papers."""
    title = (
        Line(text=piece, bold=True, size=2) for piece in balanced(named(matter.names, language), columns // 2)
    )
    papers = (
        Line(text=piece)
        for material in matter.materials
        for piece in balanced(_line(material, language), columns)
    )
    return Slip(elements=(Line(text=named(hall.names, language)), Rule(), *title, Rule(), *papers, Cut()))


def _line(material: Material, language: str) -> str:
    return f"□ {named(material.names, language)}"
