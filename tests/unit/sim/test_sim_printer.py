"""The printer peer: bytes in, paper out."""

import io

import pytest
import zxingcpp
from escpos.printer import Dummy
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from sim.peers.escpos.models import model_named
from sim.peers.escpos.printer import Piece, Printer
from sim.peers.escpos.strip import as_paper
from sim.peers.escpos.tokens import Tokenizer
from sim.world.casing import Casing
from sim.world.roll import Roll

FEED_AND_CUT = b"\x1dVB\x00"
URL = b"https://127.0.0.1:8443/t/q7Yw2Kp0aB#s3cretpart"


def printer_with(remaining_mm: float = 10_000, *, width_dots: int = 576) -> Printer:
    return Printer(roll=Roll(remaining_mm=remaining_mm), casing=Casing(), width_dots=width_dots)


def printed(data: bytes, *, width_dots: int = 576) -> Piece:
    printer = printer_with(width_dots=width_dots)
    printer.receive(data + FEED_AND_CUT, 1.0)
    return printer.tickets[0]


def gb(text: str) -> bytes:
    return text.encode("gbk")


def qr(data: bytes, module: int = 6) -> bytes:
    store = (len(data) + 3).to_bytes(2, "little")
    return (
        b"\x1d(k\x04\x001A2\x00\x1d(k\x03\x001C" + bytes((module,)) + b"\x1d(k\x03\x001E1"
        b"\x1d(k" + store + b"1P0" + data + b"\x1d(k\x03\x001Q0"
    )


def as_png(piece: Piece) -> Image.Image:
    file = io.BytesIO()
    as_paper(piece.picture).save(file, format="png")
    return Image.open(file)


def decoded(piece: Piece) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(as_png(piece))]


def test_chinese_text_is_printed_from_two_byte_codes() -> None:
    ticket = printed(b"\x1b@\x1c&" + gb("请023号到3号窗口") + b"\n")
    assert ticket.text == "请023号到3号窗口"
    assert ticket.strange == ()


def test_a_hanzi_may_come_in_two_pieces() -> None:
    printer = printer_with()
    for byte in gb("窗口\n"):
        printer.receive(bytes((byte,)), 1.0)
    printer.receive(FEED_AND_CUT, 1.0)
    assert printer.tickets[0].text == "窗口"


def test_four_byte_gb18030_is_not_understood() -> None:
    ticket = printed("黄㐂\n".encode("gb18030"))
    assert ticket.text.startswith("黄")
    assert "㐂" not in ticket.text
    assert ticket.strange


def test_outside_chinese_mode_hanzi_become_the_code_pages_letters() -> None:
    ticket = printed(b"\x1c." + gb("号") + b"\n")
    assert ticket.text == gb("号").decode("cp437")


def test_text_too_wide_goes_on_in_the_next_line() -> None:
    assert printed(gb("号" * 25) + b"\n").text == "号" * 24 + "\n号"
    assert printed(gb("号" * 17) + b"\n", width_dots=384).text == "号" * 16 + "\n号"


@pytest.mark.parametrize(
    ("mode", "width", "height"),
    [
        (b"", 24, 24),
        (b"\x1d!\x11", 48, 48),
        (b"\x1d!\x32", 96, 72),
        (b"\x1c!\x0c", 48, 48),
        (b"\x1c!\x04", 48, 24),
        (b"\x1cW\x01", 48, 48),
        (b"\x1b!\x30", 24, 24),  # ESC ! does not govern hanzi
    ],
)
def test_hanzi_grow_with_the_commands_that_govern_them(mode: bytes, width: int, height: int) -> None:
    left, top, right, bottom = printed(b"\x1b3\x00" + mode + gb("国") + b"\n").picture.getbbox()
    assert 0.75 * width <= right - left <= width
    assert 0.75 * height <= bottom - top <= height


def test_sprt_firmware_has_other_bits_for_double_hanzi() -> None:
    printer = Printer(roll=Roll(), casing=Casing(), model=model_named("sprt"))
    printer.receive(b"\x1c!\x30" + gb("国") + b"\n" + FEED_AND_CUT, 1.0)
    left, _, right, _ = printer.tickets[0].picture.getbbox()
    assert right - left > 36


@pytest.mark.parametrize(("align", "expected"), [(b"\x00", 0), (b"\x01", 264), (b"\x02", 528)])
def test_lines_are_aligned(align: bytes, expected: int) -> None:
    left, *_ = printed(b"\x1ba" + align + gb("国国") + b"\n").picture.getbbox()
    assert expected <= left <= expected + 3


def test_no_letter_touches_the_border_of_its_cell_from_outside() -> None:
    text = "国龘鑫窗口（）gjpqyWM@#|_{}"
    whole = printed(b"\x1b3\x00" + gb(text) + b"\n")
    assert whole.picture.height == 96 + 24
    assert whole.text == text


def test_line_spacing_and_feeds_are_dots() -> None:
    assert printed(b"\x1b3\x28" + b"\n" * 3).picture.height == 3 * 40 + 96
    assert printed(b"\n\x1bd\x02\x1bJ\x0a").picture.height == 30 + 60 + 10 + 96


def test_the_qr_on_the_picture_says_what_was_stored() -> None:
    ticket = printed(b"\x1ba\x01" + qr(URL))
    assert decoded(ticket) == [URL.decode()]
    assert ticket.qr == (URL.decode(),)


def test_a_qr_on_narrow_paper_decodes_too() -> None:
    assert decoded(printed(qr(URL), width_dots=384)) == [URL.decode()]


def test_a_qr_wider_than_the_paper_is_not_printed_and_noted() -> None:
    ticket = printed(qr(URL * 4, module=16) + b"\n")
    assert ticket.qr == ()
    assert "QR cannot be printed" in ticket.strange[0]


def test_what_python_escpos_builds_is_understood() -> None:
    job = Dummy()
    image = Image.new("1", (200, 40), 1)
    ImageDraw.Draw(image).rectangle((0, 0, 199, 39), fill=0)
    job.text("请A001号到3号窗口\n")
    job.set(custom_size=True, width=2, height=2, align="center", bold=True)
    job.text("窗口\n")
    job.qr(URL.decode(), native=True, size=6)
    job.text("\n")
    job.image(image, impl="bitImageRaster")
    job.cut()
    printer = printer_with()
    printer.receive(job.output, 1.0)
    ticket = printer.tickets[0]
    assert ticket.text.split("\n")[:2] == ["请A001号到3号窗口", "窗口"]
    assert decoded(ticket) == [URL.decode()]
    assert ticket.strange == ()


def test_a_raster_prints_its_dots() -> None:
    ticket = printed(b"\x1dv0\x00\x02\x00\x10\x00" + b"\xff\xff" * 16)
    assert ticket.picture.getbbox() == (0, 96, 16, 112)


def test_unknown_commands_are_noted_and_the_rest_is_printed() -> None:
    ticket = printed(b"\x1b\x7f" + gb("号") + b"\n")
    assert ticket.text == "号"
    assert ticket.strange == ("unknown bytes 1b 7f",)


def test_known_commands_that_are_not_modelled_are_noted() -> None:
    assert "not modelled: GS k" in printed(b"\x1dk\x04ABC\x00").strange[0]


def test_a_cut_without_a_feed_goes_through_the_print() -> None:
    printer = printer_with()
    printer.receive(gb("国") * 3 + b"\n" + b"\x1bd\x01\x1dV\x00", 1.0)
    printer.receive(FEED_AND_CUT, 1.0)
    first = printer.tickets[0]
    assert "cut through the print" in first.strange[0]
    assert printer.tickets[1].picture.getbbox() is not None


@pytest.mark.parametrize(
    ("casing", "remaining_mm", "answers"),
    [
        (Casing(), 10_000, "12 12 12 12"),
        (Casing(), 2_000, "12 12 12 1e"),
        (Casing(), 0, "1a 32 12 7e"),
        (Casing(is_cover_open=True), 10_000, "1a 16 12 12"),
        (Casing(is_offline=True), 10_000, "1a 12 12 12"),
        (Casing(has_cutter_fault=True), 10_000, "1a 52 1a 12"),
        (Casing(has_unrecoverable_fault=True), 10_000, "1a 52 32 12"),
    ],
)
def test_status_answers_have_the_manuals_bits(casing: Casing, remaining_mm: float, answers: str) -> None:
    printer = Printer(roll=Roll(remaining_mm=remaining_mm), casing=casing)
    got = printer.receive(b"\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04", 1.0)
    assert got.hex(" ") == answers
    assert all(byte & 0x93 == 0x12 for byte in got)


def test_status_is_answered_while_a_command_is_unfinished_and_in_pieces() -> None:
    printer = printer_with()
    assert printer.receive(b"\x1d(k\xff\xff1P0abc\x10", 1.0) == b""
    assert printer.receive(b"\x04", 1.0) == b""
    assert printer.receive(b"\x01", 1.0) == b"\x12"


def test_gs_r_is_answered_in_turn() -> None:
    assert printer_with(2_000).receive(b"\x1dr\x01", 1.0) == b"\x03"


def test_paper_that_ends_in_a_ticket_stops_it_and_the_rest_comes_on_the_new_roll() -> None:
    printer = printer_with(remaining_mm=10)
    lines = b"".join(gb(f"第{n}行") + b"\n" for n in range(10))
    answer = printer.receive(lines + FEED_AND_CUT + b"\x10\x04\x04", 1.0)
    assert answer == b"\x7e"
    assert printer.tickets == []
    assert printer.buffered_bytes > 0
    printer.tear(2.0)
    printer.roll.replace(1_000)
    printer.work(2.0)
    torn, rest = printer.scraps[0], printer.tickets[0]
    assert torn.text.split("\n") == ["第0行", "第1行"]
    assert rest.text.split("\n")[0] == "第2行"
    assert torn.picture.height == 96 + 80
    assert (
        torn.picture.height + rest.picture.height == 96 + 10 * 30 + 96
    )  # a blank lead each, and all the lines
    assert printer.buffered_bytes == 0


def test_a_cover_lifted_in_a_ticket_stops_it() -> None:
    printer = printer_with()
    printer.casing.cover_opens_after_rows = 50
    assert printer.receive(gb("号\n") * 5 + FEED_AND_CUT + b"\x10\x04\x02", 1.0) == b"\x16"
    assert printer.tickets == []


def test_power_off_forgets_the_job() -> None:
    printer = printer_with(remaining_mm=10)
    printer.receive(gb("号\n") * 20 + FEED_AND_CUT, 1.0)
    printer.power_off(2.0)
    printer.roll.replace(1_000)
    printer.work(3.0)
    assert printer.tickets == []
    assert len(printer.scraps) == 1
    assert printer.buffered_bytes == 0


def test_a_full_buffer_takes_no_more() -> None:
    printer = Printer(roll=Roll(remaining_mm=0), casing=Casing(), buffer_bytes=100)
    printer.receive(b"x" * 100, 1.0)
    assert printer.room() == 0


def test_a_ticket_knows_its_bytes_and_times() -> None:
    printer = printer_with()
    printer.receive(b"\x10\x04\x01\x1b@", 1.0)
    printer.receive(gb("号\n"), 2.0)
    printer.receive(FEED_AND_CUT, 3.0)
    ticket = printer.tickets[0]
    assert ticket.raw == b"\x1b@" + gb("号\n") + FEED_AND_CUT
    assert (ticket.first_byte_s, ticket.cut_s) == (1.0, 3.0)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 60), max_size=20))
def test_pieces_of_any_size_give_the_same_ticket(sizes: list[int]) -> None:
    job = b"\x1b@\x1c&" + gb("受理 号") + b"\n" + qr(URL, 3) + FEED_AND_CUT
    whole, parts = printer_with(), printer_with()
    whole.receive(job, 1.0)
    rest = job
    for size in sizes:
        parts.receive(rest[:size], 1.0)
        rest = rest[size:]
    parts.receive(rest, 1.0)
    assert parts.tickets[0].picture.tobytes() == whole.tickets[0].picture.tobytes()
    assert parts.tickets[0].raw == whole.tickets[0].raw


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_upset_the_printer_and_none_are_lost(data: bytes) -> None:
    tokens = Tokenizer()
    tokens.feed(data)
    taken = b""
    while (token := tokens.take()) is not None:
        taken += token.raw
    assert len(taken) + len(tokens) == len(data)
    assert data.startswith(taken)
    printer_with().receive(data, 1.0)
