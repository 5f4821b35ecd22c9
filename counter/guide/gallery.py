"""Every page of the guide desk, with invented people, for `paihao guide --gallery DIR` and for tests."""

import sys
from pathlib import Path

from counter.guide import samples as sample
from counter.guide.app import GUIDE, open_desk
from counter.guide.config import Patience
from counter.guide.flow.state import Guide
from counter.guide.viewmodels.model import GuideModel, Outside
from display.kit.gallery import Scene, looks, render
from display.kit.window import OpenWindow, application

SIZES = {"landscape": (1280, 800), "portrait": (800, 1280)}
MODES = ("day", "contrast")


def scenes(model: GuideModel, opened: OpenWindow) -> list[Scene]:
    """Each state as a scene, in whatever language the window speaks."""

    def scene(name: str, state: Guide) -> Scene:
        def arrange() -> None:
            model.stand(state)
            model.speak(opened.languages.current)

        return Scene(name=name, arrange=arrange)

    return [scene(name, state) for name, state in sample.STATES.items()]


def open_gallery() -> tuple[GuideModel, OpenWindow]:
    """The desk's window without hall and devices: nothing is sent, and nothing is forgotten."""
    application(GUIDE.name)
    outside = Outside(send=lambda _: None, speak=lambda _: None)
    return open_desk(Guide(), outside, Patience(), language="zh-CN")


def draw(out: Path) -> int:
    """Draw everything; the exit code tells whether a text was cut off."""
    model, opened = open_gallery()
    found = render(opened, scenes(model, opened), looks(SIZES, MODES), out)
    opened.close()
    for name, texts in found.items():
        sys.stderr.write(f"{name}: {texts}\n")
    return 1 if found else 0
