"""`paihao receipt`: what receipts look like on paper, and what is wrong with a hall's own template."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from display.receipt.sample import Example
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

if TYPE_CHECKING:
    from PIL import Image

    from display.receipt.template import ReceiptTemplate
    from drivers.protocol.escpos_job import Letters

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look at receipts on paper; check them.")


@app.command()
def preview(
    *,
    png: Annotated[Path, typer.Option(help="The picture to be written.")],
    template: Annotated[Path | None, TEMPLATE] = None,
    paper: Annotated[Paper, PAPER] = Paper.WIDE,
    language: Annotated[list[str] | None, LANGUAGE] = None,
    example: Annotated[Example, typer.Option(help="An invented receipt.")] = Example.USUAL,
    letters: Annotated[str, LETTERS] = "gbk",
) -> None:
    """Draw an invented receipt as the paper would look, one pixel for each dot of the printer."""
    save(draw(_read(template, language), paper, example, letters_of(letters)), png, paper)


@app.command()
def check(file: Annotated[Path, typer.Argument(help="A receipt.toml.")]) -> None:
    """Say every mistake of a template with its line and what to write instead."""
    from drivers.protocol.escpos_job import Letters  # noqa: PLC0415 - loads more than `--help` needs

    read = _read(file, None)
    lengths = (
        f"{length_mm(draw(read, paper, Example.USUAL, Letters.GBK))} mm on {paper.value} mm paper"
        for paper in Paper
    )
    typer.echo(f"{file}: in order; an example is {' and '.join(lengths)} long")


def draw(template: "ReceiptTemplate", paper: Paper, example: Example, letters: "Letters") -> "Image.Image":
    """Raises NotCapable without fonts."""
    from display.receipt.sample import example as sample  # noqa: PLC0415
    from display.receipt.slip import compose_receipt  # noqa: PLC0415

    receipt, language = sample(example), template.languages[0]
    return picture_of(
        lambda columns: compose_receipt(receipt, columns, template=template, language=language),
        paper,
        letters,
    )


def _read(template: Path | None, languages: list[str] | None) -> "ReceiptTemplate":
    """Raises ConfigErrors."""
    from display.receipt.template import default, read  # noqa: PLC0415

    return in_languages(default() if template is None else read(template), languages)
