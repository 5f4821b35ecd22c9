"""Every page of a cabinet, with invented cases, for `paihao cabinet --gallery DIR` and for tests."""

import sys
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path

from display.kit.gallery import Look, Scene, looks, render
from display.kit.window import OpenWindow, application
from kiosk.cabinet import samples as sample
from kiosk.cabinet.app import CABINET, open_cabinet
from kiosk.cabinet.config import Patience
from kiosk.cabinet.flow.state import Cabinet
from kiosk.cabinet.viewmodels.derive import Setting
from kiosk.cabinet.viewmodels.model import CabinetModel
from kiosk.flow.visit import Comfort, Mode

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080), "small": (1024, 600)}
MODES = ("day", "contrast", "elderly", "reach")
LANGUAGES = ("zh-CN", "zh-Hant", "en")
SETTING = Setting(columns=sample.COLUMNS, clears_after_s=15)


def scenes(model: CabinetModel, opened: OpenWindow) -> list[Scene]:
    """Each state as a scene, in whatever language and mode the window is."""
    looked: dict[str, Comfort] = {}

    def scene(name: str, state: Cabinet) -> Scene:
        def arrange() -> None:
            if name == first:  # what a look begins with; staff's pages dress otherwise
                looked["now"] = Comfort(mode=Mode(opened.mode), reach=opened.is_low)
            comfort = looked.get("now", Comfort())
            model.stand(replace(state, language=opened.languages.current, comfort=comfort))

        return Scene(name=name, arrange=arrange)

    first = next(iter(sample.STATES))
    return [scene(name, state) for name, state in sample.STATES.items()]


def open_gallery() -> tuple[CabinetModel, OpenWindow]:
    """The cabinet's window without hall and doors: nothing is sent, and nothing is forgotten."""
    application(CABINET.name)
    return open_cabinet(sample.READY, lambda _: None, lambda: sample.NOW_MS, Patience(), SETTING)


def every_look() -> list[Look]:
    return looks(SIZES, MODES, LANGUAGES)


def draw(out: Path, wanted: str = "*") -> int:
    """Draw everything; the exit code tells whether a text was cut off."""
    model, opened = open_gallery()
    chosen = [look for look in every_look() if fnmatch(look.name, wanted)]
    found = render(opened, scenes(model, opened), chosen, out)
    opened.close()
    for name, texts in found.items():
        sys.stderr.write(f"{name}: {texts}\n")
    return 1 if found else 0
