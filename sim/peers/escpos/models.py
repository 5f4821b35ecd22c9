"""What firmware can and cannot do, by the name of a model that stands for many.

Epson and SPRT differ in `FS !`; cheap firmware has no automatic status, or no `GS r`; a USB node may be
one-way; kiosk printers hold the ticket in a presenter.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from sim.errors import BadScenario
from sim.peers.escpos.modes import HanziBits

ModelName = Literal[
    "ordinary",
    "sprt",
    "forgetful",
    "no-automatic",
    "no-gs-r",
    "one-way",
    "no-hanzi",
    "no-qr",
    "small-qr",
    "presenter",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """`hanzi_bits`: see Modes. `largest_module`: of a QR, in dots; 0: no QR at all.

    `has_automatic`: `GS a`; `is_forgetful`: `ESC @` ends it. `is_two_way` False: no byte ever comes back.
    `has_presenter`: the commands of the Custom KPM family.
    """

    hanzi_bits: HanziBits = "epson"
    has_hanzi: bool = True
    largest_module: int = 16
    has_automatic: bool = True
    is_forgetful: bool = False
    has_gs_r: bool = True
    is_two_way: bool = True
    has_presenter: bool = False


ORDINARY = Model()
_MODELS: dict[ModelName, Model] = {
    "ordinary": ORDINARY,
    "sprt": Model(hanzi_bits="sprt"),
    "forgetful": Model(is_forgetful=True),
    "no-automatic": Model(has_automatic=False),
    "no-gs-r": Model(has_gs_r=False, has_automatic=False),
    "one-way": Model(is_two_way=False),
    "no-hanzi": Model(has_hanzi=False),
    "no-qr": Model(largest_module=0),
    "small-qr": Model(largest_module=8),
    "presenter": Model(has_automatic=False, has_presenter=True),
}


def model_named(name: str) -> Model:
    """Raises BadScenario."""
    for known, model in _MODELS.items():
        if known == name:
            return model
    raise BadScenario(f"no printer is called {name!r}", remedy=f"There are {', '.join(get_args(ModelName))}.")
