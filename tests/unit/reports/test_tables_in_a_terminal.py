"""The tables of a report on a narrow terminal: nothing is cut off."""

import pytest
from rich.cells import cell_len

from display.managers.samples import busy_day
from queue_core.reports import terminal
from queue_core.reports.naming import Naming
from queue_core.reports.sheets import day_sheets, shown

WIDTH = 80


@pytest.fixture(autouse=True)
def narrow(monkeypatch):
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")


def test_every_figure_of_a_day_can_be_read_on_eighty_columns(capsys):
    sheets = day_sheets(busy_day(), Naming())
    terminal.show(sheets, "2026-11-23")
    lines = capsys.readouterr().out.splitlines()
    said = " ".join(" ".join(lines).split())
    assert max(map(cell_len, lines)) <= WIDTH
    assert "…" not in said
    numbers = [shown(cell) for sheet in sheets for row in sheet.rows for cell in row[1:]]
    assert [each for each in numbers if each.isdecimal() and each not in said] == []


def test_each_block_of_a_wide_table_names_its_rows(capsys):
    windows = next(each for each in day_sheets(busy_day(), Naming()) if each.title[1] == "Window")
    terminal.show([windows], "")
    lines = capsys.readouterr().out.splitlines()
    headed = [line for line in lines if line.split()[:1] == ["Window"]]
    assert len(headed) > 1
    assert len([line for line in lines if line.split()[:1] == ["12"]]) == len(headed)
