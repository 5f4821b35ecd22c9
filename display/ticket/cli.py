"""`paihao ticket`: what the ticket on paper looks like, and what is wrong with a hall's own template."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from display.ticket.looking import (
    LANGUAGE,
    LETTERS,
    PAPER,
    TEMPLATE,
    Paper,
    in_languages,
    length_mm,
    letters_of,
    picture_of,
    save,
)
from display.ticket.sample import Example

if TYPE_CHECKING:
    from PIL import Image

    from display.ticket.template import Template
    from drivers.protocol.escpos_job import Letters

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look at the ticket on paper; check it.")


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
    save(draw(_read(template, language), paper, example, letters_of(letters)), png, paper)


@app.command()
def check(file: Annotated[Path, typer.Argument(help="A ticket.toml.")]) -> None:
    """Say every mistake of a template with its line and what to write instead."""
    from drivers.protocol.escpos_job import Letters  # noqa: PLC0415 - loads more than `--help` needs

    read = _read(file, None)
    lengths = (
        f"{length_mm(draw(read, paper, Example.USUAL, Letters.GBK))} mm on {paper.value} mm paper"
        for paper in Paper
    )
    typer.echo(f"{file}: in order; an example is {' and '.join(lengths)} long")


def draw(template: "Template", paper: Paper, example: Example, letters: "Letters") -> "Image.Image":
    """Raises NotCapable without fonts."""
    from display.ticket.sample import example as sample  # noqa: PLC0415
    from display.ticket.slip import compose  # noqa: PLC0415

    return picture_of(lambda columns: compose(*sample(example), columns, template), paper, letters)


def _read(template: Path | None, languages: list[str] | None) -> "Template":
    """Raises ConfigErrors."""
    from display.ticket.template import default, read  # noqa: PLC0415

    return in_languages(default() if template is None else read(template), languages)
