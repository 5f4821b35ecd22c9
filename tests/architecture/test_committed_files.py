"""What may not stand in any committed file."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INDEX_ADDRESS = re.compile(
    rb"(files\.pythonhosted|(test\.)?pypi\.org/(simple|packages)|--(extra-)?index-url|--find-links)"
)


def tracked_files() -> list[Path]:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    return [ROOT / name.decode() for name in names.split(b"\0") if name]


def test_the_scan_sees_the_whole_repository() -> None:
    assert len(tracked_files()) > 30


@pytest.mark.parametrize("forbidden", ["uv.lock", "pylock.toml"])
def test_no_lock_file_that_names_a_package_index_is_committed(forbidden: str) -> None:
    assert forbidden not in {path.name for path in tracked_files()}


def test_no_committed_file_names_a_package_index() -> None:
    others = [path for path in tracked_files() if path != Path(__file__).resolve()]
    assert [path for path in others if path.is_file() and INDEX_ADDRESS.search(path.read_bytes())] == []
