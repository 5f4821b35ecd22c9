"""`paihao enrol`: make this device known to a hall."""

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None)


@app.command()
def enrol(
    code: Annotated[
        str,
        typer.Argument(
            help="The code printed by `paihao hall enrolment-code`; - reads it from standard input."
        ),
    ],
    server: Annotated[str, typer.Option(help="The hall server, such as https://10.4.0.2:8443.")],
    out: Annotated[Path, typer.Option(help="Where the credential is written (mode 0600).")],
) -> None:
    """Make this device known to its hall, and keep what it needs to come back."""
    # Imported late: the network libraries take longer to load than `--help` should.
    from queue_core.client.credential import require_place  # noqa: PLC0415
    from queue_core.client.enrolling import enrol as enrol_device  # noqa: PLC0415

    require_place(out)
    typed = sys.stdin.readline() if code == "-" else code
    credential = asyncio.run(enrol_device(typed, server))
    credential.save(out)
    typer.echo(f"{credential.device} is enrolled as {credential.role} in {out}")
