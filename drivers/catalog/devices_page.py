"""Writes docs/devices.md from the table of drivers and the ledger.

`python -m drivers.catalog.devices_page > docs/devices.md`
"""

import sys
from collections.abc import Iterator

from drivers.catalog.entry import Entry
from drivers.catalog.ledger import Row, rows
from drivers.catalog.table import DRIVERS

HEAD = """# Devices

Made by `python -m drivers.catalog.devices_page` from the table of drivers (`drivers/catalog/entries/`) and
their ledger (`drivers/catalog/ledger.toml`): change those, not this page. How addresses are found, devices
tried and drivers written: [drivers.md](drivers.md).

**Proof**: *simulated*, written from public descriptions and tried on simulators only; *recorded*, replayed
against recorded traffic of a real device; *seen*, ran on a real device.
**Confidence** in the bytes that are on by default, the weakest of them: **A** three or more independent
sources agree and checksums were recomputed; **B** two agree, or one with a checksum that fits no other
reading; **C** one source only.
"""
KIND_TITLES = {
    "card_reader": "Card readers 读卡器",
    "staff_card_reader": "Staff card readers 员工卡读卡器",
    "ticket_printer": "Ticket printers 凭条打印机",
    "scanner": "Scanners 扫码器",
    "window_bus": "Window buses 窗口总线",
    "rating_keypad": "Rating keypads 评价键盘",
    "window_strips": "Window strips 窗口条屏",
    "locker": "Lockers 取件柜",
    "speaker": "Speakers 语音播报",
}


def page() -> str:
    return "\n".join((HEAD, *_summary(), *_details())) + "\n"


def _summary() -> Iterator[str]:
    yield "| driver | what | proof | since | confidence |"
    yield "|---|---|---|---|---|"
    for entry in DRIVERS.values():
        row = rows().get(entry.scheme)
        told = (entry.ledger, "", "") if row is None else (row.proof, row.since, row.confidence)
        cells = (f"[`{entry.scheme}`](#{_anchor(entry)})", entry.title, *told)
        yield f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _details() -> Iterator[str]:
    for kind, title in KIND_TITLES.items():
        entries = [entry for entry in DRIVERS.values() if entry.kind == kind]
        if entries:
            yield f"\n## {title}"
        for entry in entries:
            yield from _driver(entry)


def _driver(entry: Entry) -> Iterator[str]:
    yield f"\n### {entry.scheme}\n{entry.title}.\n\n    {entry.example}\n"
    if entry.options:
        yield "| option | unless told | meaning |\n|---|---|---|"
        for option in entry.options:
            yield f"| `{option.name}` | {_cell(option.default)} | {_cell(option.meaning)} |"
        yield ""
    row = rows().get(entry.scheme)
    if row is not None:
        yield from _proof(row)


def _proof(row: Row) -> Iterator[str]:
    yield f"{row.proof.capitalize()} since {row.since}, confidence {row.confidence}."
    for heading, lines in (("On", row.devices), ("Sources", row.sources), ("Not tried", row.untried)):
        if lines:
            yield f"- {heading}: {'; '.join(lines)}."


def _anchor(entry: Entry) -> str:
    """As GitHub and its kin make it of a heading."""
    return entry.scheme.replace("+", "")


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(page())
