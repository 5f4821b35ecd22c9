"""Lists whose rows stay: only what changed is told to QML."""

import os
from dataclasses import dataclass

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from counter.supervisor.viewmodels.rows import FIRST_ROLE, Rows

pytestmark = pytest.mark.usefixtures("qapp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    window: int
    line_of_it: str = ""


def changes(rows: Rows[Row], shown: list[Row]) -> list[tuple[int, list[int]]]:
    told: list[tuple[int, list[int]]] = []
    rows.dataChanged.connect(lambda first, _, roles: told.append((first.row(), list(roles))))
    rows.show(shown)
    return told


def test_a_row_that_changed_in_one_thing_tells_that_alone() -> None:
    rows = Rows(Row)
    rows.show([Row(window=1), Row(window=2), Row(window=3)])
    told = changes(rows, [Row(window=1), Row(window=2, line_of_it="8 分"), Row(window=3)])
    assert told == [(1, [FIRST_ROLE + 1])]


def test_the_same_rows_again_tell_nothing() -> None:
    rows = Rows(Row)
    rows.show([Row(window=1)])
    assert changes(rows, [Row(window=1)]) == []


def test_rows_come_and_go_at_the_end(qtbot: QtBot) -> None:
    rows = Rows(Row)
    rows.show([Row(window=1)])
    with qtbot.waitSignal(rows.rowsInserted):
        rows.show([Row(window=1), Row(window=2)])
    with qtbot.waitSignal(rows.rowsRemoved):
        rows.show([Row(window=2)])
    assert rows.rowCount() == 1
    assert rows.data(rows.index(0), FIRST_ROLE) == 2


def test_roles_have_the_names_that_qml_reads() -> None:
    assert sorted(bytes(name.data()) for name in Rows(Row).roleNames().values()) == [b"lineOfIt", b"window"]


def test_qts_own_checks_of_a_model_hold(qtmodeltester: ModelTester) -> None:
    rows = Rows(Row)
    qtmodeltester.check(rows)
    rows.show([Row(window=1), Row(window=2)])
    rows.show([Row(window=3)])
    assert rows.rowCount(QModelIndex()) == 1
