"""Rules of the house that a reader would otherwise have to remember."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def tracked(*patterns: str) -> list[Path]:
    names = subprocess.run(
        ["git", "ls-files", "-z", *patterns], cwd=ROOT, check=True, capture_output=True
    ).stdout
    paths = [ROOT / name.decode() for name in names.split(b"\0") if name]
    return [path for path in paths if path.is_file() and path != Path(__file__).resolve()]


def lines_with(pattern: str, paths: list[Path]) -> list[str]:
    found = re.compile(pattern)
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1)
        if found.search(line)
    ]


def test_no_code_asks_whether_a_device_is_simulated() -> None:
    assert len(tracked("*.py")) > 50
    assert (
        lines_with(
            r"is_simulated|\bsimulated *=", tracked("queue_core", "drivers", "kiosk", "counter", "display")
        )
        == []
    )


def test_pages_take_colours_and_sizes_from_the_theme() -> None:
    pages = [
        path
        for path in tracked("kiosk/*.qml", "counter/*.qml", "display/*.qml")
        if "display/kit" not in str(path)
    ]
    assert len(pages) > 5
    assert lines_with(r'"#[0-9a-fA-F]{3,8}"|pixelSize: *\d|pointSize: *\d', pages) == []


def test_no_two_front_ends_give_their_qml_objects_the_same_name() -> None:
    """Qt knows an object's class by its bare name: in one process the second is null to its own pages."""
    classes = re.compile(r"^@QmlElement\n(?:@.*\n)*class (\w+)", re.MULTILINE)
    names = [name for path in tracked("*.py") for name in classes.findall(path.read_text())]
    assert len(names) > 20
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_no_file_names_a_path_of_one_machine() -> None:
    texts = [path for path in tracked() if path.suffix in {".py", ".md", ".toml", ".qml", ".sh", ""}]
    assert lines_with(r"(?<![\w.$}/])/(work|root|home)/", texts) == []


def test_every_script_in_the_readme_exists_and_runs() -> None:
    named = set(re.findall(r"script/[a-z-]+", (ROOT / "README.md").read_text()))
    assert {"script/demo", "script/test"} <= named
    assert [name for name in named if not os.access(ROOT / name, os.X_OK)] == []


def test_every_ignored_lint_rule_has_its_reason_beside_it() -> None:
    settings = (ROOT / "pyproject.toml").read_text()
    block = settings.split("ignore = [", 1)[1].split("\n]", 1)[0]
    rules = [line for line in block.splitlines() if line.strip()]
    assert len(rules) > 5
    assert [line for line in rules if "#" not in line] == []


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md", "CONTEXT.md", "CHANGELOG.md"])
def test_links_between_documents_lead_somewhere(document: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / document).read_text())
    assert [link for link in links if not (ROOT / link).exists()] == []
