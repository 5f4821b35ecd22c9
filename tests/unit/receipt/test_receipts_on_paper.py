"""Receipts of cases: what stands on them, what does not, and how they look on paper."""

from pathlib import Path

import pytest
import zxingcpp
from msgspec.structs import replace
from PIL import Image, ImageOps
from typer.testing import CliRunner

from display.receipt.cli import app
from display.receipt.sample import Example, example
from display.receipt.slip import compose_receipt
from display.receipt.template import DEFAULT, default, read
from drivers.contract.slip import Line, QrCode, Slip
from drivers.protocol.escpos_job import WIDTH_DOTS
from queue_core.config import ConfigErrors

CASE = '[[element]]\nkind = "line"\ntext = "{case}"\n'
CUT = '[[element]]\nkind = "cut"\n'


def texts(slip: Slip) -> list[str]:
    return [one.text for one in slip.elements if isinstance(one, Line)]


def said(which: Example, language: str = "zh-CN") -> str:
    return "".join(texts(compose_receipt(example(which), 48, language=language)))


def test_ours_is_a_good_template_in_three_languages() -> None:
    assert read(DEFAULT) == default()
    assert default().written == {"zh-CN", "zh-Hant", "en"}


@pytest.mark.parametrize(
    ("which", "there", "not_there"),
    [
        (
            Example.USUAL,
            ["受理回执", "窗口取件", "办好后发短信通知您", "30 天"],
            ["交付", "没有留手机号", "补打"],
        ),
        (Example.LOCKER, ["取件柜取件", "短信发取件码给您", "7 天"], ["窗口取件", "邮寄"]),
        (Example.POST, ["邮寄到家", "寄出后发短信"], ["保留", "取件柜"]),
        (Example.SILENT, ["没有留手机号"], ["通知您"]),
        (Example.HANDED_OVER, ["交付凭证", "已当面交付"], ["受理", "办好后", "短信"]),
        (Example.LONG, ["补打 2"], []),
    ],
)
def test_a_receipt_says_what_its_holder_needs_to_know_and_nothing_else(
    which: Example, there: list[str], not_there: list[str]
) -> None:
    everything = said(which)
    assert [each for each in there if each not in everything] == []
    assert [each for each in not_there if each in everything] == []


def test_who_reads_traditional_characters_gets_them() -> None:
    assert "辦好後發短信通知您" in said(Example.USUAL, "zh-Hant")
    assert "办好后" not in said(Example.USUAL, "zh-Hant")


def test_a_receipt_is_in_the_language_of_its_case_unless_told() -> None:
    receipt = example(Example.USUAL)
    hant = replace(receipt, case=replace(receipt.case, language="zh-Hant"))
    assert "受理回執" in texts(compose_receipt(hant, 48))
    assert "受理回执" in texts(compose_receipt(hant, 48, language="zh-CN"))


def test_what_was_taken_from_a_locker_names_no_window_and_no_clerk() -> None:
    taken = replace(example(Example.HANDED_OVER), window=None, clerk=None)
    everything = "".join(texts(compose_receipt(taken, 48)))
    assert "已从取件柜取走" in everything
    assert "号窗口" not in everything


def test_of_an_id_number_the_last_four_are_the_most() -> None:
    careless = replace(example(Example.USUAL), holder_tail="44030119800101001X")
    everything = "".join(texts(compose_receipt(careless, 48)))
    assert "尾号 001X" in everything
    assert "1001X" not in everything


@pytest.mark.parametrize("columns", [48, 32])
@pytest.mark.parametrize("which", Example)
def test_no_line_is_wider_than_the_paper_and_the_code_names_the_case(which: Example, columns: int) -> None:
    slip = compose_receipt(example(which), columns)
    for line in (one for one in slip.elements if isinstance(one, Line)):
        assert len(line.text.encode("gb18030")) * line.size <= columns + 2  # a rare letter has four bytes
    assert [one.content for one in slip.elements if isinstance(one, QrCode)] == [
        example(which).case.receipt_code
    ]


@pytest.mark.parametrize("paper_mm", [58, 80])
def test_a_receipt_as_a_picture_stands_on_the_paper_and_can_be_scanned(tmp_path: Path, paper_mm: int) -> None:
    file = tmp_path / "receipt.png"
    ran = CliRunner().invoke(
        app, ["preview", "--png", str(file), "--paper", str(paper_mm), "--example", "long"]
    )
    assert ran.exit_code == 0, ran.output
    with Image.open(file) as opened:
        picture = opened.convert("L")
    box = ImageOps.invert(picture).getbbox()
    assert box is not None
    margin = (picture.width - WIDTH_DOTS[paper_mm]) // 2
    assert margin <= box[0] < box[2] <= picture.width - margin
    found = [code.text for code in zxingcpp.read_barcodes(picture)]
    assert found == [example(Example.LONG).case.receipt_code]


def test_a_halls_own_template_is_checked(tmp_path: Path) -> None:
    own = tmp_path / "receipt.toml"
    own.write_text('languages = ["en"]\n' + CASE + 'language = "en"\n' + CASE + CUT, encoding="utf-8")
    checked = CliRunner().invoke(app, ["check", str(own)])
    assert checked.exit_code == 0, checked.output
    assert "in order" in checked.output


@pytest.mark.parametrize(
    ("element", "key", "remedy"),
    [
        ('kind = "line"\ntext = "{cas}"', "element[1].text", "{case}"),
        ('kind = "line"\ntext = "{ahead}"', "element[1].text", "{"),
        ('kind = "line"\ntext = "{days}"', "element[1].text", 'when = "days"'),
        ('kind = "line"\ntext = "x"\nwhen = "lockr"', "element[1].when", "locker"),
        ('kind = "line"\ntext = ""', "element[1].kind", "{case}"),
    ],
)
def test_a_mistake_is_told_in_the_words_of_receipts(
    tmp_path: Path, element: str, key: str, remedy: str
) -> None:
    own = tmp_path / "receipt.toml"
    own.write_text(
        'languages = ["en"]\n' + CASE + f"[[element]]\n{element}\n" + CASE + 'language = "en"\n' + CUT,
        encoding="utf-8",
    )
    with pytest.raises(ConfigErrors) as caught:
        read(own)
    (mistake,) = caught.value.mistakes
    assert mistake.key.startswith(key)
    assert remedy in mistake.remedy


def test_a_receipt_without_its_case_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "receipt.toml"
    own.write_text(
        'languages = ["en"]\n[[element]]\nkind = "line"\ntext = "x"\nlanguage = "en"\n' + CUT, "utf-8"
    )
    with pytest.raises(ConfigErrors) as caught:
        read(own)
    (mistake,) = caught.value.mistakes
    assert "shows its case" in mistake.problem
