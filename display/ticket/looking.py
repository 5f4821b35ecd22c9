"""What the commands that show a slip on paper share: widths, letters, languages, the picture.

Loads what draws only when something is drawn, since `--help` needs none of it.
"""

from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

if TYPE_CHECKING:
    from PIL import Image

    from display.ticket.template import Template
    from drivers.contract.slip import Slip
    from drivers.protocol.escpos_job import Letters


class Paper(IntEnum):
    """Its width in mm."""

    NARROW = 58
    WIDE = 80


def _paper(word: str) -> Paper:
    try:
        return Paper(int(word))
    except ValueError as error:
        raise typer.BadParameter("58 or 80") from error


TEMPLATE = typer.Option(help="A hall's own; otherwise the one that comes with us.")
LANGUAGE = typer.Option(
    metavar="TAG", help="Printed instead of the template's languages; may be given again."
)
LETTERS = typer.Option(help="As in the printer's address: gbk, gb2312 or raster.")
PAPER = typer.Option(parser=_paper, metavar="58|80", help="Its width in mm.")


AnyTemplate = TypeVar("AnyTemplate", bound="Template")


def letters_of(word: str) -> "Letters":
    from drivers.protocol.escpos_job import Letters  # noqa: PLC0415

    if word not in list(Letters):
        raise typer.BadParameter(f"--letters is one of {', '.join(Letters)}")
    return Letters(word)


def in_languages(template: AnyTemplate, languages: list[str] | None) -> AnyTemplate:
    """The template as it prints these; its own without any."""
    if not languages:
        return template
    if missing := set(languages) - template.written:
        written = ", ".join(sorted(template.written))
        raise typer.BadParameter(f"no line is in {', '.join(sorted(missing))}, only in {written}")
    return template.model_copy(update={"languages": tuple(languages)})


def picture_of(slip: Callable[[int], "Slip"], paper: Paper, letters: "Letters") -> "Image.Image":
    """`slip` composes for so many columns. Raises NotCapable without fonts."""
    from drivers.protocol.escpos_job import Dialect  # noqa: PLC0415
    from drivers.protocol.slip_picture import draw_slip  # noqa: PLC0415

    dialect = Dialect(paper_mm=paper.value, letters=letters)
    return draw_slip(slip(dialect.columns), dialect)


def save(picture: "Image.Image", png: Path, paper: Paper) -> None:
    """One pixel for each dot of the printer; its size is told."""
    picture.save(png, "PNG", dpi=(203, 203))
    typer.echo(f"{png}: {paper.value} mm wide, {length_mm(picture)} mm long")


def length_mm(picture: "Image.Image") -> int:
    from drivers.protocol.slip_picture import DOTS_PER_MM  # noqa: PLC0415

    return round(picture.height / DOTS_PER_MM)
