"""The bench window: real presses in it move real levers, and it shows what came of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from sim.bench.app import Bench
from sim.story.keeper import Keeper
from sim.story.levers import Levers
from sim.story.programs import WorkFolder, environment, start_simulator

HALL = Path(__file__).parents[3] / "halls/demo.toml"
pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def simulator(tmp_path: Path) -> Iterator[WorkFolder]:
    keeper, work = Keeper(tmp_path, environment(headless=True)), WorkFolder(root=tmp_path)
    start_simulator(keeper, HALL, work)
    yield work
    assert keeper.stop("simulator") == 0


@pytest.fixture
def bench(simulator: WorkFolder, qtbot) -> Iterator[Bench]:
    opened = Bench(simulator.simulator / "devices.json", printers=("tcp",))
    qtbot.waitUntil(lambda: len(opened.model.windows) == 12, timeout=5000)
    yield opened
    opened.close()


def press(bench: Bench, name: str) -> None:
    item = item_named(bench.window.contentItem(), name)
    assert item is not None, f"nothing is named {name}"
    middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    QTest.mouseClick(bench.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)


def item_named(root: QQuickItem, name: str) -> QQuickItem | None:
    if root.objectName() == name:
        return root
    return next((found for child in root.childItems() if (found := item_named(child, name))), None)


def test_a_card_laid_at_the_bench_lies_on_the_reader_until_it_is_taken(bench: Bench, qtbot) -> None:
    press(bench, "person-li-xiaomei")
    press(bench, "lay-contact")
    qtbot.waitUntil(lambda: bench.model.readers[0]["present"], timeout=5000)
    press(bench, "lift-contact")
    qtbot.waitUntil(lambda: not bench.model.readers[0]["present"], timeout=5000)
    assert bench.model.refusal == ""


def test_the_callers_keys_at_the_bench_go_out_on_the_bus(bench: Bench, simulator: WorkFolder, qtbot) -> None:
    levers = Levers(simulator.simulator / "levers.sock")
    press(bench, "call-1")
    press(bench, "function-1")
    qtbot.waitUntil(lambda: len(levers.pull("caller.state", window=1)["presses"]) == 2, timeout=5000)
    levers.close()
