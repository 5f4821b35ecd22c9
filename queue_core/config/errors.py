"""What is wrong with a configuration file, in words for the person who wrote it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One mistake. `key` is dotted, as `windows[2].number`; `line` counts from 1, 0 is the whole file."""

    line: int
    key: str
    problem: str
    remedy: str


class ConfigErrors(Exception):
    """All mistakes of one file, in the order of its lines."""

    code = "config-invalid"
    exit_code = 2

    def __init__(self, path: Path, mistakes: tuple[Mistake, ...]) -> None:
        self.path = path
        self.mistakes = tuple(sorted(mistakes, key=lambda mistake: mistake.line))
        super().__init__("\n".join(self._sentences()))

    @property
    def remedy(self) -> str:
        count = len(self.mistakes)
        return (
            f"Correct the line named above in {self.path}." if count == 1 else f"Correct all {count} lines."
        )

    def _sentences(self) -> list[str]:
        return [
            f"{self.path}:{mistake.line}: {mistake.key + ': ' if mistake.key else ''}{mistake.problem}\n"
            f"    → {mistake.remedy}"
            for mistake in self.mistakes
        ]
