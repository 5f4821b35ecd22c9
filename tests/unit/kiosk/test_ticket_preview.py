"""`paihao ticket`: the ticket as a picture."""

from pathlib import Path
from string import ascii_letters, digits

import pytest
import zxingcpp
from PIL import Image, ImageOps
from typer.testing import CliRunner

from display.ticket.cli import app
from display.ticket.sample import Example, example
from drivers.protocol.escpos_job import WIDTH_DOTS
from drivers.protocol.letters import LETTER_DOTS, own_font
from queue_core.config import ConfigErrors


def preview(folder: Path, *options: str) -> Image.Image:
    file = folder / "ticket.png"
    ran = CliRunner().invoke(app, ["preview", "--png", str(file), *options])
    assert ran.exit_code == 0, ran.output
    with Image.open(file) as picture:
        return picture.convert("L")


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    box = ImageOps.invert(picture).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("paper_mm", [58, 80])
@pytest.mark.parametrize("which", Example)
def test_everything_stands_on_the_paper_and_the_code_can_be_scanned(
    tmp_path: Path, paper_mm: int, which: Example
) -> None:
    picture = preview(tmp_path, "--paper", str(paper_mm), "--example", which)
    assert picture.width == paper_mm * 8
    margin = (picture.width - WIDTH_DOTS[paper_mm]) // 2
    left, top, right, bottom = ink(picture)
    assert margin <= left < right <= picture.width - margin
    assert 0 < top < bottom < picture.height
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [example(which)[0].status_url]


def test_fewer_languages_make_a_shorter_ticket(tmp_path: Path) -> None:
    assert preview(tmp_path, "--language", "zh-CN").height < preview(tmp_path).height


def test_a_printer_without_letters_of_its_own_is_shown_with_ours(tmp_path: Path) -> None:
    assert preview(tmp_path, "--letters", "raster").tobytes() != preview(tmp_path).tobytes()


@pytest.mark.parametrize("options", [["--language", "fr"], ["--paper", "70"], ["--letters", "big5"]])
def test_what_there_is_not_is_refused(tmp_path: Path, options: list[str]) -> None:
    ran = CliRunner().invoke(app, ["preview", "--png", str(tmp_path / "ticket.png"), *options])
    assert ran.exit_code == 2
    assert not (tmp_path / "ticket.png").exists()


def test_a_halls_own_template_is_shown_and_checked(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[element]]\nkind = "line"\ntext = "{number}"\nsize = "fit"\n[[element]]\nkind = "cut"\n')
    assert preview(tmp_path, "--template", str(own)).height < preview(tmp_path).height
    checked = CliRunner().invoke(app, ["check", str(own)])
    assert checked.exit_code == 0
    assert "in order" in checked.output


def test_mistakes_of_a_template_reach_whoever_asked(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("")
    ran = CliRunner().invoke(app, ["check", str(tmp_path / "own.toml")])
    assert isinstance(ran.exception, ConfigErrors)


@pytest.mark.parametrize("bold", [False, True])
def test_no_letter_is_cut_off_at_its_edges(*, bold: bool) -> None:
    for letter in ascii_letters + digits + ".,:-?!国号受理等候鬱龘":
        font, baseline = own_font(letter, bold=bold)
        _, top, _, bottom = font.getbbox(letter, anchor="ms")
        assert baseline + top >= 0, letter
        assert baseline + bottom <= LETTER_DOTS, letter
