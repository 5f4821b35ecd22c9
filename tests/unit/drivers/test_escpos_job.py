import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.contract.slip import Align, Cut, Line, QrCode, Rule, Slip, Space
from drivers.protocol.columns import width, wrap
from drivers.protocol.escpos_job import Dialect, encode

RASTER = b"\x1dv0\x00"


def job(*elements: object, paper_mm: int = 80) -> bytes:
    return encode(Slip(elements=elements), Dialect(paper_mm=paper_mm))  # type: ignore[arg-type]


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


@given(st.lists(st.text(max_size=30), max_size=5), st.sampled_from([58, 80]), st.integers(1, 8))
def test_any_text_makes_a_job(texts: list[str], paper_mm: int, size: int) -> None:
    assert job(*(Line(text=text, size=size) for text in texts), paper_mm=paper_mm)


def test_a_control_character_in_a_text_is_no_command_to_the_printer() -> None:
    assert b"\x1d" not in job(Line(text="王\x1dV\x00明")).removeprefix(b"\x1b@\x1c&\x1d!\x00")


def test_composing_writes_nothing_to_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    job(Line(text="𠮷"), QrCode(content="x"), Cut())
    assert capsys.readouterr() == ("", "")
