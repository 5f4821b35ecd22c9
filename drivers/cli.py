"""`paihao devices`: the hardware from the command line. Shows no personal data."""

import asyncio
import json
import sys
from dataclasses import asdict, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Annotated, Any
from urllib.parse import quote

import structlog
import typer
from rich.console import Console
from rich.table import Table

from drivers.catalog.entry import Entry
from drivers.catalog.table import DRIVERS
from drivers.contract.device import Device
from drivers.contract.errors import DeviceError
from drivers.contract.status import StatusChanged
from drivers.runtime.addresses import resolve
from drivers.runtime.finding import Found, find
from drivers.runtime.opening import load, open_device
from drivers.runtime.supervising import supervise

app = typer.Typer(
    help="Card readers, ticket printers and window buses: what is known, what is there, how it is.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)

Json = Annotated[bool, typer.Option("--json", help="One JSON document (watch: one a line).")]
At = Annotated[str, typer.Argument(metavar="ADDRESS", help="Such as escpos+tcp://10.4.0.31:9100")]


@app.command("list")
def list_devices(as_json: Json = False) -> None:  # noqa: FBT002 - the framework's way to a flag
    """All drivers with their options, and the readers and serial ports of this computer."""
    found = find()
    if as_json:
        typer.echo(
            _document({"drivers": [_entry(e) for e in DRIVERS.values()], "found": [_found(f) for f in found]})
        )
        return
    console = Console(highlight=False)
    for entry in DRIVERS.values():
        console.print(f"[bold]{entry.scheme}[/]  {entry.kind}, {entry.ledger}: {entry.title}")
        console.print(f"    {entry.example}", soft_wrap=True)
        for option in entry.options:
            console.print(f"    ?{option.name}={option.default}  {option.meaning}")
    console.print()
    places = Table(title="Found here")
    for heading in ("Link", "Place", "In an address", "About"):
        places.add_column(heading, overflow="fold")
    for place in found:
        places.add_row(place.link, place.place, _in_an_address(place), place.about)
    console.print(places)


@app.command()
def check(address: At, as_json: Json = False) -> None:  # noqa: FBT002
    """Open a device, and say how it is and what it can do. Exit code 1 when it cannot be opened."""
    entry, resolved = resolve(address)
    report: dict[str, Any] = {
        "address": address,
        "kind": entry.kind,
        "capabilities": asdict(load(entry).capabilities(resolved)),
    }
    try:
        report["status"] = asdict(asyncio.run(_checked(address)))
    except DeviceError as error:
        report["error"] = {"code": error.code, "detail": error.detail, "remedy": error.remedy}
    if as_json:
        typer.echo(_document(report))
    else:
        _print_report(report)
    if "error" in report:
        raise typer.Exit(1)


@app.command()
def watch(address: At, as_json: Json = False) -> None:  # noqa: FBT002
    """Print what a device says by itself, until interrupted; it is opened again whenever it is lost."""
    resolve(address)
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    try:
        asyncio.run(_watch(address, as_json=as_json))
    except KeyboardInterrupt:
        typer.echo("", err=True)


async def _checked(address: str) -> Any:
    async with await open_device(address) as device:
        return await device.check()


async def _watch(address: str, *, as_json: bool) -> None:
    async with supervise(address) as device:
        with device.subscribe() as events:
            async for event in events:
                _print_event(event, device, as_json=as_json)


def _print_event(event: object, device: Device, *, as_json: bool) -> None:
    now = datetime.now().astimezone()
    words: dict[str, Any] = {"event": type(event).__name__}
    if isinstance(event, StatusChanged):
        words |= {name: getattr(event.after, name) for name in sorted(event.changed)}
    else:
        words |= _plain(event)
    if device.trouble is not None:
        words |= {"code": device.trouble.code, "remedy": device.trouble.remedy}
    if as_json:
        typer.echo(json.dumps({"at": now.isoformat(), **words}, ensure_ascii=False, default=_plain))
    else:
        rest = ", ".join(f"{name} {_shown(value)}" for name, value in words.items() if name != "event")
        typer.echo(f"{now:%H:%M:%S.%f}"[:-3] + f"  {words['event']}  {rest}")


def _print_report(report: dict[str, Any]) -> None:
    table = Table(show_header=False, title=report["address"])
    table.add_row("kind", report["kind"])
    for part in ("status", "capabilities", "error"):
        for name, value in report.get(part, {}).items():
            if value is not None:
                table.add_row(f"{part}: {name}", _shown(value))
    Console().print(table)


def _entry(entry: Entry) -> dict[str, Any]:
    options = [{"name": o.name, "default": o.default, "meaning": o.meaning} for o in entry.options]
    return {
        "scheme": entry.scheme,
        "kind": entry.kind,
        "title": entry.title,
        "example": entry.example,
        "ledger": entry.ledger,
        "options": options,
    }


def _found(found: Found) -> dict[str, Any]:
    code = None if found.trouble is None else found.trouble.code
    return {"link": found.link, "place": found.place, "about": found.about, "trouble": code}


def _in_an_address(found: Found) -> str:
    if found.trouble is not None:
        return ""
    return f"…+pcsc://{quote(found.place)}" if found.link == "pcsc" else f"…+serial://{quote(found.place)}"


def _document(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset | set):
        return sorted(value)
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(type(value).__name__)


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name} {_shown(inner)}" for name, inner in value.items() if inner is not None)
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)
