"""The import rules of ARCHITECTURE.md hold, and were checked on every module there is."""

import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("queue_core", "drivers", "kiosk", "counter", "display", "sim")
MAY_USE_QT = ("kiosk", "counter", "display", "sim.bench")


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph(*PACKAGES, include_external_packages=True, cache_dir=None)


def modules_on_disk(package: str) -> set[str]:
    paths = (path.relative_to(ROOT).with_suffix("") for path in (ROOT / package).rglob("*.py"))
    return {".".join(path.parts).removesuffix(".__init__") for path in paths}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_module_on_disk_is_seen_by_the_import_rules(graph: grimp.ImportGraph, package: str) -> None:
    assert modules_on_disk(package) <= graph.modules
    assert len(modules_on_disk(package)) > 3, "the scan found next to nothing"


def test_the_contracts_name_every_package() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    assert set(settings["root_packages"]) == set(PACKAGES)


def test_the_import_contracts_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
    assert " 0 broken" in result.stdout


def test_qt_is_used_by_front_ends_only(graph: grimp.ImportGraph) -> None:
    users = graph.find_modules_that_directly_import("PySide6")
    assert users, "nobody uses Qt: the scan found nothing"
    assert [user for user in users if not user.startswith(MAY_USE_QT)] == []


def test_sqlite_is_used_by_the_store_only(graph: grimp.ImportGraph) -> None:
    shipped = [name for name in graph.modules if name.startswith(PACKAGES[:5])]
    users = {
        name
        for name in shipped
        for lib in ("sqlite3", "sqlite_utils")
        if lib in graph.find_modules_directly_imported_by(name)
    }
    assert users
    assert [user for user in users if not user.startswith("queue_core.store")] == []
