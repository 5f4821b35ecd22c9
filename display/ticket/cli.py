"""`paihao ticket`: what the ticket on paper looks like, and what is wrong with a hall's own template."""

from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from display.ticket.sample import Example

if TYPE_CHECKING:
    from PIL import Image

    from display.ticket.template import Template
    from drivers.protocol.escpos_job import Letters

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look at the ticket on paper; check it.")


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


@app.command()
def preview(
    *,
    png: Annotated[Path, typer.Option(help="The picture to be written.")],
    template: Annotated[Path | None, TEMPLATE] = None,
    paper: Annotated[Paper, PAPER] = Paper.WIDE,
    language: Annotated[list[str] | None, LANGUAGE] = None,
    example: Annotated[Example, typer.Option(help="An invented ticket.")] = Example.USUAL,
    letters: Annotated[str, LETTERS] = "gbk",
) -> None:
    """Draw an invented ticket as the paper would look, one pixel for each dot of the printer."""
    from drivers.protocol.escpos_job import Letters  # noqa: PLC0415 - loads more than `--help` needs

    if letters not in list(Letters):
        raise typer.BadParameter(f"--letters is one of {', '.join(Letters)}")
    picture = draw(_read(template, language), paper, example, Letters(letters))
    picture.save(png, "PNG", dpi=(203, 203))
    typer.echo(f"{png}: {paper.value} mm wide, {_length_mm(picture)} mm long")


@app.command()
def check(file: Annotated[Path, typer.Argument(help="A ticket.toml.")]) -> None:
    """Say every mistake of a template with its line and what to write instead."""
    from drivers.protocol.escpos_job import Letters  # noqa: PLC0415

    read = _read(file, None)
    lengths = (
        f"{_length_mm(draw(read, paper, Example.USUAL, Letters.GBK))} mm on {paper.value} mm paper"
        for paper in Paper
    )
    typer.echo(f"{file}: in order; an example is {' and '.join(lengths)} long")


def draw(template: "Template", paper: Paper, example: Example, letters: "Letters") -> "Image.Image":
    """Raises NotCapable without fonts."""
    from display.ticket.sample import example as sample  # noqa: PLC0415
    from display.ticket.slip import compose  # noqa: PLC0415
    from drivers.protocol.escpos_job import Dialect  # noqa: PLC0415
    from drivers.protocol.slip_picture import draw_slip  # noqa: PLC0415

    dialect = Dialect(paper_mm=paper.value, letters=letters)
    return draw_slip(compose(*sample(example), dialect.columns, template), dialect)


def _read(template: Path | None, languages: list[str] | None) -> "Template":
    """Raises ConfigErrors."""
    from display.ticket.template import default, read  # noqa: PLC0415

    found = default() if template is None else read(template)
    if not languages:
        return found
    if missing := set(languages) - found.written:
        written = ", ".join(sorted(found.written))
        raise typer.BadParameter(f"no line is in {', '.join(sorted(missing))}, only in {written}")
    return found.model_copy(update={"languages": tuple(languages)})


def _length_mm(picture: "Image.Image") -> int:
    from drivers.protocol.slip_picture import DOTS_PER_MM  # noqa: PLC0415

    return round(picture.height / DOTS_PER_MM)
