"""Pictures of every page of a front end, in every look, for eyes and for tests.

A front end gives its scenes: a name and how to bring its view-models there, with invented facts and without
hardware or server. `paihao <front end> --gallery DIR` draws them all.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop

from display.kit.inspection import cut_off_texts
from display.kit.languages import SOURCE
from display.kit.stage import photograph
from display.kit.window import OpenWindow

REACH = "reach"
SETTLE_ROUNDS = 4  # layouts polish, then texts wrap, then layouts polish again


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """`arrange` brings the view-models into the scene; it is called again for every look."""

    name: str
    arrange: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One way to look at a page. `mode` is a mode of the theme: day, contrast, elderly.

    `is_low`: all that can be pressed lies in the lower half.
    """

    name: str
    size: tuple[int, int]
    language: str = "zh-CN"
    mode: str = "day"
    is_low: bool = False


def looks(
    sizes: dict[str, tuple[int, int]],
    modes: Iterable[str] = ("day", "contrast"),
    tags: Iterable[str] = (SOURCE, "en"),
) -> list[Look]:
    """Every size in every language and mode; `sizes` by a short name such as `portrait`.

    The mode `reach` is day with all that is pressed in the lower half, `elderly-reach` elderly within reach.
    """
    return [
        Look(
            name=f"{shape}-{tag}-{mode}",
            size=size,
            language=tag,
            mode=mode.removesuffix(REACH).removesuffix("-") or "day",
            is_low=mode.endswith(REACH),
        )
        for shape, size in sizes.items()
        for tag in tags
        for mode in modes
    ]


def render(
    opened: OpenWindow, scenes: Iterable[Scene], chosen: Iterable[Look], out: Path
) -> dict[str, list[str]]:
    """Write `<scene>.<look>.webp` for each, without loss; the texts that are cut off, by picture if any."""
    out.mkdir(parents=True, exist_ok=True)
    found = {}
    for name in walk(opened, list(scenes), chosen):
        photograph(opened.window, out / f"{name}.webp")
        found[name] = cut_off_texts(opened.window)
    return {name: texts for name, texts in found.items() if texts}


def look_over(opened: OpenWindow, scenes: Iterable[Scene], look: Look) -> dict[str, list[str]]:
    """The texts that are cut off in one look, by scene where there are any. Writes nothing."""
    found = {}
    for name in walk(opened, list(scenes), [look]):
        opened.window.grabWindow()  # layouts are settled by drawing only
        found[name] = cut_off_texts(opened.window)
    return {name: texts for name, texts in found.items() if texts}


def walk(opened: OpenWindow, scenes: list[Scene], chosen: Iterable[Look]) -> Iterator[str]:
    """Put the window into each scene and look, one after the other; yields `<scene>.<look>`."""
    for look in chosen:
        opened.resize(*look.size)
        opened.dress(look.mode, is_low=look.is_low)
        opened.speak(look.language)
        opened.window.setVisible(True)
        for scene in scenes:
            scene.arrange()
            settle()
            yield f"{scene.name}.{look.name}"


def settle() -> None:
    for _ in range(SETTLE_ROUNDS):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
