"""`paihao devices`: the hardware from the command line. Shows no personal data."""

import asyncio
import json
import sys
from dataclasses import asdict, fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Annotated, Any

import structlog
import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from drivers.catalog.entry import Entry
from drivers.catalog.table import DRIVERS
from drivers.contract.device import Device
from drivers.contract.status import StatusChanged
from drivers.runtime.addresses import resolve
from drivers.runtime.checking import Report, check_all
from drivers.runtime.finding import Found, find
from drivers.runtime.supervising import supervise

app = typer.Typer(
    help="The hardware of this computer: which drivers there are, what is plugged in, and how it is.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)

Json = Annotated[bool, typer.Option("--json", help="One JSON document (watch: one a line).")]
At = Annotated[str, typer.Argument(metavar="ADDRESS", help="Such as escpos+tcp://10.4.0.31:9100")]
AllAt = Annotated[
    list[str], typer.Argument(metavar="ADDRESS…", help="One or more, such as escpos+tcp://10.4.0.31:9100")
]


@app.command("list")
def list_devices(as_json: Json = False) -> None:  # noqa: FBT002 - the framework's way to a flag
    """All drivers with their options, and what is plugged in here."""
    found = find()
    if as_json:
        drivers = [_entry(entry) for entry in DRIVERS.values()]
        typer.echo(_document({"drivers": drivers, "found": [_found(place) for place in found]}))
        return
    console = Console(highlight=False, soft_wrap=True)
    for entry in DRIVERS.values():
        console.print(f"[bold]{entry.scheme}[/]  {entry.kind}, {entry.ledger}: {entry.title}")
        console.print(f"    {entry.example}")
        for option in entry.options:
            console.print(f"    ?{option.name}={option.default}  {option.meaning}")
    console.print("\nFound here:")
    _print_found(console, found)


@app.command("find")
def find_devices(as_json: Json = False) -> None:  # noqa: FBT002
    """What is plugged in here, with addresses ready to be pasted. Opens nothing, asks no device anything."""
    found = find()
    if as_json:
        typer.echo(_document([_found(place) for place in found]))
    else:
        _print_found(Console(highlight=False, soft_wrap=True), found)


@app.command()
def check(addresses: AllAt, as_json: Json = False) -> None:  # noqa: FBT002
    """Open devices, all at once, and say how they are. Exit code 1 when one of them cannot be opened."""
    reports = asyncio.run(check_all(addresses))
    if as_json:
        typer.echo(_document([_reported(report) for report in reports]))
    else:
        _print_reports(reports)
    if any(report.trouble is not None for report in reports):
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
        words |= _told(event)
    if device.trouble is not None:
        words |= {"code": device.trouble.code, "remedy": device.trouble.remedy}
    if as_json:
        typer.echo(json.dumps({"at": now.isoformat(), **words}, ensure_ascii=False, default=_plain))
    else:
        rest = ", ".join(f"{name} {_shown(value)}" for name, value in words.items() if name != "event")
        typer.echo(f"{now:%H:%M:%S.%f}"[:-3] + f"  {words['event']}  {rest}")


def _told(event: object) -> dict[str, Any]:
    """What an event says, but for what it keeps out of its own repr: a scanned code stands for a person."""
    shown = fields(event)  # type: ignore[arg-type]  # every event is a dataclass
    return {field.name: getattr(event, field.name) for field in shown if field.repr}


def _print_found(console: Console, found: list[Found]) -> None:
    if not found:
        console.print("nothing")
    for place in found:
        about = place.about if place.known is None else f"{place.known}: {place.about}"
        console.print(f"[bold]{escape(place.place)}[/]  {place.link} {place.usb or ''}  {escape(about)}")
        if place.trouble is not None:
            console.print(f"    {place.trouble.code}: {escape(place.trouble.remedy)}")
        for address in place.addresses:
            console.print(f"    {address}")


def _print_reports(reports: list[Report]) -> None:
    table = Table(show_lines=True)
    for heading in ("device", "how it is", "what it can do"):
        table.add_column(heading, overflow="fold")
    for report in reports:
        table.add_row(*map(escape, (report.address, _how(report), _can(report))))
    Console(highlight=False).print(table)


def _how(report: Report) -> str:
    if (trouble := report.trouble) is not None:
        return f"{trouble}\n{trouble.remedy}"
    parts = {name: value for name, value in asdict(report.status).items() if value} if report.status else {}
    return "\n".join([parts.pop("state"), *(f"{name} {value}" for name, value in parts.items())])


def _can(report: Report) -> str:
    if report.kind is None or report.capabilities is None:
        return ""
    able = [_ability(name, value) for name, value in _abilities(report).items() if value not in (False, None)]
    return f"{report.kind}: {', '.join(able)}" if able else report.kind


def _ability(name: str, value: object) -> str:
    if value is True:
        return name
    if isinstance(value, tuple):
        return f"{len(value)} {name}"
    return f"{name} {_shown(value)}"


def _abilities(report: Report) -> dict[str, Any]:
    return asdict(report.capabilities) if report.capabilities is not None else {}


def _reported(report: Report) -> dict[str, Any]:
    told: dict[str, Any] = {"address": report.address, "kind": report.kind, "online": report.is_online}
    if report.status is not None:
        parts = {name: value for name, value in asdict(report.status).items() if value is not None}
        told |= {"state": parts.pop("state"), "parts": parts}
    if report.capabilities is not None:
        told["capabilities"] = _abilities(report)
    if (trouble := report.trouble) is not None:
        told["trouble"] = {"code": trouble.code, "detail": trouble.detail, "remedy": trouble.remedy}
    return told


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
    trouble = found.trouble
    told = None if trouble is None else {"code": trouble.code, "remedy": trouble.remedy}
    return {
        "link": found.link,
        "place": found.place,
        "about": found.about,
        "usb": found.usb,
        "known": found.known,
        "addresses": found.addresses,
        "trouble": told,
    }


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
    return "/".join(map(str, sorted(value))) if isinstance(value, frozenset) else str(value)
