"""`paihao hall`: the server, and what its administrator types.

What is heavy is imported where it is used: `--help` and the administrator's commands load no server.
"""
# ruff: noqa: PLC0415 - late imports are the point of this file

import asyncio
import gc
import os
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime, time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar
from zoneinfo import ZoneInfo

import typer

from queue_core import log
from queue_core.config import WriteInstead, load
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.errors import SecretUnusable
from queue_core.hall.settings import HallSettings, web_address
from queue_core.wire.words import Role

if TYPE_CHECKING:
    from queue_core.app.opening import SteeredClock
    from queue_core.hall.administration import Administration

T = TypeVar("T")
ADMIN_SECRET = "PAIHAO_ADMIN_SECRET"  # noqa: S105 - the name of the variable, not a secret


class ClockKind(StrEnum):
    WALL = "wall"
    STEERED = "steered"


app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)

Config = Annotated[Path | None, typer.Option(help="The hall's configuration, such as halls/demo.toml.")]
NeededConfig = Annotated[Path, typer.Option(help="The hall's configuration, such as halls/demo.toml.")]
Data = Annotated[
    Path, typer.Option(envvar="PAIHAO_DATA", help="The folder the hall lives in: journal, keys, accounts.")
]
USUAL_DATA = Path.home() / ".local" / "state" / "paihao"  # the state home of the XDG base directories


@app.callback()
def hall(
    ctx: typer.Context,
    *,
    config: Config = None,
    data: Data = USUAL_DATA,
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 is all.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="0 takes a free one.")] = 8443,
    public_url: Annotated[str | None, typer.Option(help="Overrides public_url of the configuration.")] = None,
    ready_file: Annotated[Path | None, typer.Option(help='Gets {"url": …} when ready.')] = None,
    clock: Annotated[
        ClockKind, typer.Option(help="`steered`: clients move it, for simulated days and training.")
    ] = ClockKind.WALL,
    clock_from: Annotated[
        datetime | None,
        typer.Option(help="Where a steered clock begins, in the hall's time zone; else today's midnight."),
    ] = None,
) -> None:
    """Run the hall server, until SIGTERM or Ctrl-C."""
    if ctx.invoked_subcommand is not None:
        return
    if config is None:
        raise typer.BadParameter("`paihao hall` needs --config HALL.toml", ctx=ctx)
    settings = load(config, HallSettings)
    folder = DataFolder(data)
    folder.require_initialised()
    if public_url is not None:
        settings = settings.model_copy(update={"public_url": _public(public_url, ctx)})
    gc.disable()  # loading makes much and drops nothing; the server turns it on when it is ready
    from queue_core.hall.serving import Place, serve

    log.configure()
    steered = _steered(settings, clock_from) if clock is ClockKind.STEERED else None
    serve(folder, settings, Place(host=host, port=port, ready_file=ready_file, clock=steered))


def _steered(settings: HallSettings, begins: datetime | None) -> "SteeredClock":
    from queue_core.app.opening import SteeredClock

    zone = ZoneInfo(settings.timezone)
    at = begins or datetime.combine(datetime.now(zone), time())
    return SteeredClock(int(at.replace(tzinfo=zone).timestamp() * 1000))


def _public(address: str, ctx: typer.Context) -> str:
    try:
        return web_address(address.rstrip("/"))
    except WriteInstead as error:
        raise typer.BadParameter(f"{error}: {error.remedy}", ctx=ctx, param_hint="--public-url") from error


@app.command()
def init(config: NeededConfig, data: Data = USUAL_DATA) -> None:
    """Make the hall's folder: certificate, keys, and the admin secret, which is printed this once."""
    settings = load(config, HallSettings)
    from queue_core.hall.founding import found

    secret = found(DataFolder(data), settings)
    typer.echo(f"The hall is founded in {data}. Its admin secret, shown only now:", err=True)
    typer.echo(secret)


@app.command("enrolment-code")
def enrolment_code(
    *,
    data: Data = USUAL_DATA,
    role: Annotated[Role, typer.Option(help="What the device will be.")],
    device: Annotated[str, typer.Option(help="The device's name, such as K1.")],
    window: Annotated[list[int] | None, typer.Option(help="Bind it to a window; may be repeated.")] = None,
) -> None:
    """Print a code with which one device may enrol within 15 minutes."""
    secret = _admin_secret()
    from queue_core.wire.messages import CreateEnrolmentCode

    wanted = CreateEnrolmentCode(role=role, device=device, windows=tuple(window or ()))
    code = _with_server(data, secret, lambda server: server.enrolment_code(wanted))
    typer.echo(code.code)


@app.command()
def clerk(number: Annotated[str, typer.Argument(help="As in hall.toml.")], data: Data = USUAL_DATA) -> None:
    """Set a clerk's password, asked for here or read from standard input."""
    secret = _admin_secret()
    password = _asked("Password: ", again="Once more: ")
    _with_server(data, secret, lambda server: server.set_password(number, password))
    typer.echo(f"clerk {number} has a new password")


@app.command("staff-card")
def staff_card(
    number: Annotated[str, typer.Argument(help="Of a clerk, guide or supervisor, as in hall.toml.")],
    *,
    data: Data = USUAL_DATA,
    reader: Annotated[
        str | None, typer.Option(help="Read the card there, such as uid+pcsc://; else its serial is typed.")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take all cards of this person away.")] = False,
) -> None:
    """Make a card a staff card: laid on a reader here, or its serial read from standard input."""
    secret = _admin_secret()
    if remove:
        _with_server(data, secret, lambda server: server.give_card(number, ""))
        typer.echo(f"{number} has no staff card any more")
        return
    serial = _asked("Serial of the card: ") if reader is None else _laid_on(reader)
    _with_server(data, secret, lambda server: server.give_card(number, serial))
    typer.echo(f"the card is that of {number}")


def _laid_on(reader: str) -> str:
    from queue_core.hall.laid_cards import serial_of_laid_card

    typer.echo("Lay the card on the reader …", err=True)
    return serial_of_laid_card(reader)


@app.command()
def revoke(
    device: Annotated[str, typer.Argument(help="Its name, such as K1.")], data: Data = USUAL_DATA
) -> None:
    """Let a lost or stolen device in no more; whatever it shows ends at once."""
    secret = _admin_secret()
    _with_server(data, secret, lambda server: server.revoke(device))
    typer.echo(f"{device} is known no longer")


ListFile = Annotated[Path, typer.Argument(help="A CSV table with headings, in UTF-8 or GB18030.")]


@app.command("import-appointments")
def import_appointments(file: ListFile, data: Data = USUAL_DATA) -> None:
    """Take in the booking system's list of appointments."""
    _take_in("appointments", file, data)


@app.command("import-cases")
def import_cases(file: ListFile, data: Data = USUAL_DATA) -> None:
    """Take in the back office's list of cases."""
    _take_in("cases", file, data)


def _take_in(kind: str, file: Path, data: Path) -> None:
    """Exit code 1 when a row was refused; all others are in."""
    from queue_core.hall.list_file import parts_of
    from queue_core.wire.appointments import RowMistake

    parts = parts_of(file)
    secret = _admin_secret()
    mistakes: list[RowMistake] = []
    taken = known = 0

    async def send(server: "Administration") -> None:
        nonlocal taken, known
        with typer.progressbar(length=sum(map(len, parts)), label=file.name, file=sys.stderr) as progress:
            for part in parts:
                imported = await server.take_in(kind, part.rows)
                taken, known = taken + imported.taken, known + imported.known
                mistakes.extend(part.in_file(each) for each in imported.mistakes)
                progress.update(len(part))

    _with_server(data, secret, send)
    for each in mistakes:
        at = f"{each.column} " if each.column else ""
        typer.echo(f"{file}:{each.line}: {at}{each.problem}; {each.remedy}", err=True)
    typer.echo(f"{taken} taken in, {known} known already, {len(mistakes)} refused")
    if mistakes:
        raise typer.Exit(1)


def _with_server(data: Path, secret: str, ask: "Callable[[Administration], Awaitable[T]]") -> T:
    from queue_core.hall.administration import Administration

    async def session() -> T:
        server = Administration(DataFolder(data))
        try:
            await server.begin(secret)
            return await ask(server)
        finally:
            await server.end()

    return asyncio.run(session())


def _admin_secret() -> str:
    """From the environment, or asked for; never from the command line, which everybody can read."""
    return os.environ.get(ADMIN_SECRET) or _asked("Admin secret: ")


def _asked(prompt: str, *, again: str | None = None) -> str:
    """Asked of the person at the terminal without showing it, or the next line of standard input."""
    if not sys.stdin.isatty():
        line = sys.stdin.readline().rstrip("\r\n")
        if not line:
            raise SecretUnusable("Standard input ended before a secret came.")
        return line
    import getpass

    typed = getpass.getpass(prompt)
    if again is not None and getpass.getpass(again) != typed:
        raise SecretUnusable("The two are not the same.")
    return typed
