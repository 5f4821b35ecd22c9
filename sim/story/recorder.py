"""The steps of a story: named, timed, told on the terminal, pictured."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from rich.console import Console

from sim.story.errors import StoryError


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`ms` is what the step itself took, without the pictures taken after it."""

    name: str
    ms: float


class Recorder:
    """Tells each step with its time, as soon as it is over."""

    def __init__(self, console: Console) -> None:
        self.steps: list[Step] = []
        self.failed: str | None = None
        self._console = console
        self._picture: Callable[[int, str], None] | None = None

    def keep_pictures(self, picture: Callable[[int, str], None]) -> None:
        """From now on call `picture(index, name)` after each step that changes a screen."""
        self._picture = picture

    def act(self, title: str) -> None:
        self._console.print(f"\n[bold]{title}[/bold]")

    @contextmanager
    def step(self, name: str, sentence: str, *, pictured: bool = True) -> Iterator[list[str]]:
        """Time the body as step `name`. What the body appends to the yielded list is told behind it."""
        remarks: list[str] = []
        begun = time.perf_counter()
        index = len(self.steps) + 1
        try:
            yield remarks
        except BaseException:
            self.failed = name
            self._console.print(f"  [red]{index:>3}  ✗ {sentence}[/red]")
            self._keep_last_sight(index, name)
            raise
        took_ms = round((time.perf_counter() - begun) * 1000, 1)
        self.steps.append(Step(name=name, ms=took_ms))
        said = f"  [dim]{' · '.join(remarks)}[/dim]" if remarks else ""
        told = f"  {index:>3}  {sentence}{said}  [cyan]{took_ms:,.0f} ms[/cyan]"
        self._console.print(told, highlight=False, soft_wrap=True)
        if pictured and self._picture is not None:
            self._picture(index, name)

    def _keep_last_sight(self, index: int, name: str) -> None:
        """What the screens show when a step fails, as far as they still answer."""
        if self._picture is not None:
            with suppress(StoryError, OSError):
                self._picture(index, f"{name}-failed")

    def explain(self, error: StoryError) -> None:
        self._console.print(f"\n[red bold]Stopped at “{self.failed}”[/red bold] [red]{error.code}[/red]")
        self._console.print(str(error), markup=False, highlight=False)
        self._console.print(f"→ {error.remedy}", markup=False, highlight=False)
