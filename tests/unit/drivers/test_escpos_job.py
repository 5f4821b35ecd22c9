from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageOps

from drivers.contract.slip import Align, Cut, Line, Picture, QrCode, Rule, Slip, Space
from drivers.protocol.columns import width, wrap
from drivers.protocol.escpos_job import WIDTH_DOTS, Dialect, Letters, encode, own_letters, picture
from drivers.protocol.letters import draw

RASTER = b"\x1dv0\x00"


def job(*elements: object, **dialect: object) -> bytes:
    return encode(Slip(elements=elements), Dialect(**dialect))  # type: ignore[arg-type]


def test_a_job_begins_with_a_reset_into_chinese_mode() -> None:
    assert job() == b"\x1b@\x1c&"


@pytest.mark.parametrize("text", ["请A001号到3号窗口", "，。：￥100", "……—“”", "Please wait"])
def test_text_goes_out_as_two_byte_gbk_and_never_through_code_pages(text: str) -> None:
    sent = job(Line(text=text))
    assert text.encode("gbk") + b"\n" in sent
    assert b"\x1bt" not in sent


@pytest.mark.parametrize("name", ["𠮷野", "龦", "䶮", "€5", "张😀"])
def test_a_line_with_a_letter_printers_do_not_have_is_drawn(name: str) -> None:
    sent = job(Line(text="before"), Line(text=name), Line(text="after"))
    assert sent.count(RASTER) == 1
    assert b"before\n" in sent
    assert b"after\n" in sent
    assert b"?" not in sent.replace(sent[sent.index(RASTER) : sent.rindex(b"after")], b"")


@pytest.mark.parametrize(("paper_mm", "bytes_across"), [(58, 48), (80, 72)])
def test_a_drawn_line_is_as_wide_as_the_paper(paper_mm: int, bytes_across: int) -> None:
    sent = job(Line(text="𠮷" * 8, size=2, align=Align.CENTRE, bold=True), paper_mm=paper_mm)
    at = sent.index(RASTER) + len(RASTER)
    assert int.from_bytes(sent[at : at + 2], "little") == bytes_across


def test_size_weight_and_place_stand_before_their_line() -> None:
    assert b"\x1d!\x33\x1bE\x01\x1ba\x01023\n" in job(Line(text="023", size=4, bold=True, align=Align.CENTRE))


def test_a_qr_code_is_the_printers_own() -> None:
    sent = job(QrCode(content="https://hall.example/t/abc#def", module_dots=5))
    assert b"\x1d(k\x03\x001C\x05" in sent
    assert b"\x1d(k\x03\x001E1" in sent
    assert b"1P0https://hall.example/t/abc#def" in sent


def test_a_qr_code_is_the_published_five_commands() -> None:
    sent = job(QrCode(content="023", module_dots=6)).hex(" ")
    for command in (
        "1d 28 6b 04 00 31 41 32 00",
        "1d 28 6b 03 00 31 43 06",
        "1d 28 6b 03 00 31 45 31",
        "1d 28 6b 06 00 31 50 30 30 32 33",
        "1d 28 6b 03 00 31 51 30",
    ):
        assert command in sent


def test_a_qr_code_for_a_printer_that_draws_none_is_a_picture() -> None:
    sent = job(QrCode(content="023", module_dots=6), draws_qr=True)
    assert b"\x1d(k" not in sent
    edge = 21 * 6
    assert RASTER + (edge // 8 + 1).to_bytes(2, "little") + edge.to_bytes(2, "little") in sent


def test_setup_follows_the_reset_and_the_ending_the_cut() -> None:
    sent = job(Line(text="023"), Cut(), setup=b"\x1da\x0e", ending=b"\x1de\x03\x0c")
    assert sent.startswith(b"\x1b@\x1c&\x1da\x0e")
    assert sent.endswith(b"\x1dV\x00\x1de\x03\x0c")


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("前面 6 位，约 12 分钟：…—“”·、。", {Letters.GBK, Letters.GB2312}),
        ("冇嘢 唔該 嘅", {Letters.GBK}),
        ("請到三號窗口", {Letters.GBK}),
        ("023 Ahead of you: 6", {Letters.GBK, Letters.GB2312}),
        ("𠮷", set()),
        ("", {Letters.GBK, Letters.GB2312, Letters.RASTER}),
    ],
)
def test_a_printer_has_the_letters_its_address_says(text: str, has: set[Letters]) -> None:
    assert {letters for letters in Letters if own_letters(text, letters) is not None} == has


@given(st.text())
def test_letters_a_small_font_has_the_large_one_has_too(text: str) -> None:
    small = own_letters(text, Letters.GB2312)
    assert small is None or small == own_letters(text, Letters.GBK)


def test_a_printer_without_chinese_letters_is_sent_no_text_at_all() -> None:
    sent = job(Line(text="前面 6 位"), Rule(), Line(text="A-B"), letters=Letters.RASTER)
    assert b"\x1c&" not in sent
    assert sent.count(RASTER) == 3
    assert b"A-B" not in sent


@pytest.mark.parametrize("size", [1, 2, 4, 8])
@pytest.mark.parametrize("bold", [False, True])
def test_nothing_of_a_drawn_letter_is_cut_off(size: int, *, bold: bool) -> None:
    drawn = draw("gjhQ国", width_dots=576, size=size, align=Align.LEFT, bold=bold)
    _, top, _, bottom = ImageOps.invert(drawn.convert("L")).getbbox()  # type: ignore[misc]
    assert 0 < top < bottom < drawn.height


def png(drawn: Image.Image) -> bytes:
    file = BytesIO()
    drawn.save(file, "PNG")
    return file.getvalue()


def emblem() -> Image.Image:
    """A dark ring on nothing, with the soft edges that drawing programs make."""
    large = Image.new("RGBA", (400, 400))
    ImageDraw.Draw(large).ellipse((40, 40, 360, 360), outline=(150, 0, 0, 255), width=60)
    return large.resize((100, 100))


def test_an_emblem_keeps_its_edges() -> None:
    drawn = picture(png(emblem()), 384)
    assert drawn.mode == "1"
    assert drawn.size == (100, 100)
    assert drawn.getpixel((50, 50)) == 255
    assert drawn.getpixel((50, 17)) == 0
    row = [drawn.getpixel((x, 50)) for x in range(100)]
    assert sum(one != other for one, other in pairwise(row)) == 4


def test_a_photograph_is_dithered() -> None:
    drawn = picture(png(Image.linear_gradient("L")), 384)
    dark = [sum(drawn.getpixel((x, y)) == 0 for x in range(256)) / 256 for y in (40, 128, 215)]
    assert dark[0] > 0.7 > dark[1] > 0.3 > dark[2]


@pytest.mark.parametrize("paper_mm", [58, 80])
def test_a_picture_is_no_wider_than_the_paper(paper_mm: int) -> None:
    sent = job(Picture(png=png(Image.new("RGB", (1000, 500)))), paper_mm=paper_mm)
    at = sent.index(RASTER) + len(RASTER)
    assert int.from_bytes(sent[at : at + 2], "little") * 8 == WIDTH_DOTS[paper_mm]


def test_a_tall_picture_goes_out_in_bands_that_join() -> None:
    sent = job(Picture(png=png(Image.new("L", (80, 1300)))))
    heights, at = [], 0
    while (at := sent.find(RASTER, at)) >= 0:
        heights.append(int.from_bytes(sent[at + 6 : at + 8], "little"))
        at += 8
    assert sum(heights) == 1300
    assert max(heights) <= 512


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", png(emblem())[:200]])
def test_what_is_no_picture_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a picture"):
        picture(data, 384)


def test_rule_space_and_cut() -> None:
    assert job(Rule(), paper_mm=58).endswith("─".encode("gbk") * 16 + b"\n")
    assert job(Space(lines=3)).endswith(b"\x1bd\x03")
    assert job(Cut()).endswith(b"\x1dV\x00")


def test_long_lines_break_between_hanzi_and_words() -> None:
    assert wrap("前面还有 6 位 please wait until called", 16) == [
        "前面还有 6 位",
        "please wait",
        "until called",
    ]


@given(st.text(), st.integers(2, 60))
def test_no_line_is_wider_than_the_paper_and_nothing_but_space_is_lost(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(
    st.lists(st.text(max_size=30), max_size=5),
    st.sampled_from([58, 80]),
    st.integers(1, 8),
    st.sampled_from(Letters),
)
def test_any_text_makes_a_job(texts: list[str], paper_mm: int, size: int, letters: Letters) -> None:
    assert job(*(Line(text=text, size=size) for text in texts), paper_mm=paper_mm, letters=letters)


def test_a_control_character_in_a_text_is_no_command_to_the_printer() -> None:
    assert b"\x1d" not in job(Line(text="王\x1dV\x00明")).removeprefix(b"\x1b@\x1c&\x1d!\x00")


def test_composing_writes_nothing_to_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    job(Line(text="𠮷"), QrCode(content="x"), Cut())
    assert capsys.readouterr() == ("", "")
