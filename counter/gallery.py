"""Every page of the counter, with invented people, for `paihao counter --gallery DIR` and for tests."""

import sys
from dataclasses import replace
from pathlib import Path

from counter.app import COUNTER
from counter.flow.state import Counter, Layout
from counter.gallery_sheets import SHEETS
from counter.gallery_states import LOG_IN, NOW_MS, STATES
from counter.presenter import Outside, Presenter, Taste
from display.kit.gallery import Look, Scene, looks, render
from display.kit.window import OpenWindow, application

SIZES = {"dock": (352, 1000), "low": (352, 728)}
FULL = {"full": (1280, 800)}
STRIP = {"strip": (352, 72)}
IN_STRIP = ("free", "called", "serving", "paused", "called-away", "collecting", "collecting-several")
ALL_STATES: dict[str, Counter] = {**STATES, **SHEETS}


def layouts() -> list[tuple[Layout, list[Look], dict[str, Counter]]]:
    """What is drawn in which layout."""
    in_strip = {name: ALL_STATES[name] for name in IN_STRIP}
    return [
        (Layout.DOCK, looks(SIZES), ALL_STATES),
        (Layout.FULL, looks(FULL), ALL_STATES),
        (Layout.STRIP, looks(STRIP), in_strip),
    ]


def scenes(
    presenter: Presenter, opened: OpenWindow, states: dict[str, Counter], layout: Layout
) -> list[Scene]:
    """Each state as a scene, in whatever language and look the window has."""

    def scene(name: str, state: Counter) -> Scene:
        def arrange() -> None:
            presenter.taste = replace(
                presenter.taste, language=opened.languages.current, look=opened.mode, has_reader=True
            )
            presenter.stand(replace(state, layout=layout))

        return Scene(name=name, arrange=arrange)

    return [scene(name, state) for name, state in states.items()]


def open_gallery() -> tuple[Presenter, OpenWindow]:
    """The counter's window without a hall: nothing is sent, time stands still."""
    application(COUNTER.name)
    outside = Outside(
        send=lambda _: None,
        speak=lambda _: None,
        dress=lambda _: None,
        hall_ms=lambda: NOW_MS,
        steady_ms=lambda: NOW_MS,
    )
    presenter = Presenter(LOG_IN, outside, Taste())
    return presenter, OpenWindow(COUNTER, presenter.properties)


def draw(out: Path) -> int:
    """Draw everything; the exit code tells whether a text was cut off."""
    presenter, opened = open_gallery()
    found: dict[str, list[str]] = {}
    for layout, chosen, states in layouts():
        found |= render(opened, scenes(presenter, opened, states, layout), chosen, out)
    presenter.stop()
    opened.close()
    for name, texts in found.items():
        sys.stderr.write(f"{name}: {texts}\n")
    return 1 if found else 0
