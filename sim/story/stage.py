"""A front end as a stranger sees it: named controls to press, named texts to read, pictures to take."""

import time
from pathlib import Path
from typing import Self

from sim.story.errors import Refused
from sim.story.lines import LineSocket

_AGAIN_S = 0.01


class Stage:
    """The stage of one running front end (ARCHITECTURE.md, "The stage")."""

    def __init__(self, path: Path, name: str, *, within_s: float = 30.0) -> None:
        self.name = name
        self._lines = LineSocket(path, name, within_s=within_s)

    def press(self, name: str, *, within_s: float = 20.0) -> Self:
        """Press the item as soon as it is shown and can be pressed, as a person would."""
        self.wait(name, within_s=within_s)
        deadline = time.monotonic() + within_s
        while True:
            try:
                self._lines.ask({"op": "press", "name": name})
            except Refused:
                if time.monotonic() >= deadline:
                    raise
                time.sleep(_AGAIN_S)
            else:
                return self

    def type(self, name: str, text: str) -> Self:
        self.wait(name)
        self._lines.ask({"op": "type", "name": name, "text": text})
        return self

    def text(self, name: str) -> str:
        return str(self._lines.ask({"op": "text", "name": name})["text"])

    def page(self) -> str:
        return str(self._lines.ask({"op": "page"})["page"])

    def names(self) -> list[str]:
        return list(self._lines.ask({"op": "names"})["names"])

    def wait_page(self, page: str, *, within_s: float = 20.0) -> Self:
        self._lines.ask({"op": "wait", "page": page, "within_s": within_s}, within_s=within_s)
        return self

    def wait(self, name: str, text: str | None = None, *, within_s: float = 20.0) -> Self:
        """Wait for the visible item, and for `text` in it when given."""
        request: dict[str, object] = {"op": "wait", "name": name, "within_s": within_s}
        if text is not None:
            request["text"] = text
        self._lines.ask(request, within_s=within_s)
        return self

    def picture(self, path: Path) -> Path:
        self._lines.ask({"op": "picture", "path": str(path)})
        return path

    def quit(self) -> None:
        self._lines.ask({"op": "quit"})
        self._lines.close()

    def close(self) -> None:
        self._lines.close()
