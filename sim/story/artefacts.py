"""The folder a story leaves behind, and `story.json` in it."""

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sim.story.errors import FolderTaken
from sim.story.recorder import Step

_MARK = ".paihao-story"
_FOLDERS = ("logs", "screens", "tickets", "voice", "journal")
_OWN = ("story.json", "journal.jsonl", "ratings.json", "day.xlsx", "devices.txt", "charts", *_FOLDERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Where a story's results go. Holds nothing secret; all paths in `story.json` are relative to it."""

    root: Path

    @classmethod
    def prepare(cls, root: Path) -> "Folder":
        """Make the folder, without an earlier story's results; FolderTaken where others' files are."""
        root = root.resolve()
        try:
            root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FolderTaken(f"{root} cannot be made: {error.strerror}") from error
        present = [root / name for name in _OWN if (root / name).exists()]
        if present and not (root / _MARK).exists():
            raise FolderTaken(f"{root} holds {present[0].name}, which no story of this program left there")
        for old in present:
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        (root / _MARK).touch()
        for name in _FOLDERS:
            (root / name).mkdir()
        return cls(root=root)

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def voice(self) -> Path:
        return self.root / "voice"

    @property
    def journal(self) -> Path:
        return self.root / "journal"

    @property
    def export(self) -> Path:
        """The journal as JSON lines, for `paihao audit` and `paihao report`."""
        return self.root / "journal.jsonl"

    def screen(self, index: int, step: str, screen: str) -> Path:
        folder = self.root / "screens" / f"{index:02}-{step}"
        folder.mkdir(exist_ok=True)
        return folder / f"{screen}.png"

    def ticket(self, number: str, suffix: str) -> Path:
        return self.root / "tickets" / f"{number}.{suffix}"

    def relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def write_story(self, story: dict[str, Any], steps: Sequence[Step]) -> Path:
        path = self.root / "story.json"
        whole = story | {"steps": [asdict(step) for step in steps]}
        path.write_text(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")
        return path


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
