"""What printers of one model can and others cannot: status unasked, presenters, fonts, QR."""

import pytest

from sim.errors import BadScenario
from sim.peers.escpos.models import ModelName, model_named
from sim.peers.escpos.printer import Printer
from sim.world.casing import Casing
from sim.world.presenter import Place, Presenter
from sim.world.roll import Roll

FEED_AND_CUT = b"\x1dVB\x00"
TICKET = "号\n".encode("gbk") + FEED_AND_CUT
WATCH_ALL = b"\x1da\x0f"
FINE = "10 00 00 00"
PRESENT, EJECT, RETRACT, EJECTOR_STATUS = b"\x1de\x03\x20", b"\x1de\x05", b"\x1de\x02", b"\x1de\x06"
FULL_STATUS = b"\x10\x04\x14"


def printer_of(model: ModelName, remaining_mm: float = 10_000) -> Printer:
    return Printer(roll=Roll(remaining_mm=remaining_mm), casing=Casing(), model=model_named(model))


def hold(printer: Printer) -> Presenter:
    assert printer.presenter is not None
    return printer.presenter


@pytest.fixture
def kiosk() -> Printer:
    """One ticket is cut and held inside."""
    printer = printer_of("presenter")
    printer.receive(TICKET, 1.0)
    return printer


def test_automatic_status_is_told_when_it_is_switched_on_and_when_something_changes() -> None:
    printer = printer_of("ordinary")
    assert printer.receive(WATCH_ALL, 1.0).hex(" ") == FINE
    assert printer.due(2.0) == b""
    printer.casing.is_cover_open = True
    assert printer.due(3.0).hex(" ") == "38 00 00 00"
    assert printer.due(4.0) == b""
    printer.casing.is_cover_open = False
    assert printer.due(5.0).hex(" ") == FINE


@pytest.mark.parametrize(
    ("casing", "remaining_mm", "told"),
    [
        (Casing(), 2_000, "10 00 03 00"),
        (Casing(), 0, "18 00 0f 00"),
        (Casing(is_offline=True), 10_000, "18 00 00 00"),
        (Casing(has_cutter_fault=True), 10_000, "18 08 00 00"),
        (Casing(has_unrecoverable_fault=True), 10_000, "18 20 00 00"),
        (Casing(has_paper_jam=True), 10_000, "18 04 00 00"),
    ],
)
def test_automatic_blocks_have_the_manuals_bits(casing: Casing, remaining_mm: float, told: str) -> None:
    printer = printer_of("ordinary")
    printer.receive(WATCH_ALL, 1.0)
    printer.casing = casing
    printer.roll.replace(remaining_mm)
    block = printer.due(2.0)
    assert block.hex(" ") == told
    assert block[0] & 0x93 == 0x10
    assert all(byte & 0x90 == 0 for byte in block[1:])


def test_only_what_is_watched_is_told_but_then_all_of_it() -> None:
    printer = printer_of("ordinary")
    printer.receive(b"\x1da\x08", 1.0)
    printer.casing.is_cover_open = True
    assert printer.due(2.0) == b""
    printer.roll.replace(2_000)
    assert printer.due(3.0).hex(" ") == "38 00 03 00"


def test_automatic_status_is_switched_off_again() -> None:
    printer = printer_of("ordinary")
    printer.receive(WATCH_ALL, 1.0)
    assert printer.receive(b"\x1da\x00", 2.0) == b""
    printer.casing.is_cover_open = True
    assert printer.due(3.0) == b""


def test_power_off_ends_automatic_status() -> None:
    printer = printer_of("ordinary")
    printer.receive(WATCH_ALL, 1.0)
    printer.power_off(2.0)
    printer.casing.is_cover_open = True
    assert printer.due(3.0) == b""


@pytest.mark.parametrize(("model", "told"), [("ordinary", "38 00 00 00"), ("forgetful", "")])
def test_only_a_forgetful_printer_ends_automatic_status_with_its_reset(model: ModelName, told: str) -> None:
    printer = printer_of(model)
    printer.receive(WATCH_ALL + b"\x1b@", 1.0)
    printer.casing.is_cover_open = True
    assert printer.due(2.0).hex(" ") == told


def test_paper_that_runs_low_in_a_ticket_is_told_with_the_ticket() -> None:
    printer = printer_of("ordinary", remaining_mm=3_010)
    printer.receive(WATCH_ALL, 1.0)
    assert printer.receive(TICKET + b"\x10\x04\x04", 2.0).hex(" ") == "10 00 03 00 1e"


@pytest.mark.parametrize(
    ("model", "answers"),
    [
        ("ordinary", "12 00 10 00 00 00"),
        ("no-automatic", "12 00"),
        ("no-gs-r", "12"),
        ("one-way", ""),
        ("presenter", "12 00"),
    ],
)
def test_models_answer_what_they_know(model: ModelName, answers: str) -> None:
    assert printer_of(model).receive(b"\x10\x04\x01\x1dr\x01" + WATCH_ALL, 1.0).hex(" ") == answers


def test_what_a_model_does_not_know_is_noted() -> None:
    printer = printer_of("no-automatic")
    printer.receive(WATCH_ALL, 1.0)
    assert printer.strange == ("not modelled: GS a 1d 61 0f",)


def test_status_of_automatic_and_asked_kind_does_not_end_up_in_the_tickets_bytes() -> None:
    printer = printer_of("ordinary")
    printer.receive(WATCH_ALL + b"\x1dr\x01", 1.0)
    printer.receive(TICKET, 2.0)
    assert printer.tickets[0].raw == TICKET
    assert printer.tickets[0].first_byte_s == 2.0


def test_a_letter_of_four_bytes_leaves_blanks_and_is_noted() -> None:
    printer = printer_of("ordinary")
    printer.receive("黄㐂黄\n".encode("gb18030") + FEED_AND_CUT, 1.0)
    ticket = printer.tickets[0]
    assert ticket.text == "黄\u3000\u3000黄"
    assert len(ticket.strange) == 2


def test_a_printer_without_a_chinese_font_prints_letters_of_its_code_page() -> None:
    printer = printer_of("no-hanzi")
    printer.receive(b"\x1c&" + TICKET, 1.0)
    ticket = printer.tickets[0]
    assert ticket.text == "号".encode("gbk").decode("cp437")
    assert any("no Chinese letters" in line for line in ticket.strange)


@pytest.mark.parametrize(
    ("model", "module", "is_fine"),
    [("ordinary", 16, True), ("small-qr", 8, True), ("small-qr", 9, False), ("no-qr", 3, False)],
)
def test_the_modules_of_a_qr_have_a_largest_size(model: ModelName, module: int, *, is_fine: bool) -> None:
    printer = printer_of(model)
    printer.receive(b"\x1d(k\x03\x001C" + bytes((module,)), 1.0)
    assert (printer.strange == ()) is is_fine


@pytest.mark.parametrize(
    "field", [b"\x04\x001A3\x00", b"\x04\x001A2\x01", b"\x03\x001E4", b"\x03\x001Q1", b"\x04\x001C\x03\x03"]
)
def test_a_wrong_field_of_a_qr_is_noted(field: bytes) -> None:
    printer = printer_of("ordinary")
    printer.receive(b"\x1d(k" + field, 1.0)
    assert printer.strange != ()


def test_a_cut_ticket_is_held_until_it_is_presented_and_taken(kiosk: Printer) -> None:
    assert hold(kiosk).places == {1: Place.INSIDE}
    assert hold(kiosk).take(None) is None
    assert kiosk.receive(PRESENT + EJECTOR_STATUS + FULL_STATUS, 2.0).hex(" ") == "0c 10 0f 20 00 00 00"
    assert hold(kiosk).take(None) == 1
    assert kiosk.receive(EJECTOR_STATUS + FULL_STATUS, 3.0).hex(" ") == "04 10 0f 00 00 00 00"


def test_a_ticket_that_is_left_is_drawn_back_into_the_bin(kiosk: Printer) -> None:
    kiosk.receive(PRESENT + RETRACT, 2.0)
    assert hold(kiosk).places == {1: Place.IN_BIN}
    assert hold(kiosk).take(1) is None


def test_an_ejected_ticket_lies_there(kiosk: Printer) -> None:
    assert kiosk.receive(EJECT + EJECTOR_STATUS, 2.0) == b"\x04"
    assert hold(kiosk).take(1) == 1


def test_the_next_ticket_pushes_out_the_one_that_is_held(kiosk: Printer) -> None:
    kiosk.receive(PRESENT + TICKET, 2.0)
    assert hold(kiosk).places == {1: Place.OUTSIDE, 2: Place.INSIDE}


def test_a_jammed_presenter_moves_nothing_and_says_so(kiosk: Printer) -> None:
    kiosk.receive(PRESENT, 2.0)
    hold(kiosk).is_jammed = kiosk.casing.has_paper_jam = True
    assert kiosk.receive(RETRACT + EJECTOR_STATUS, 3.0) == b"\xcc"
    assert kiosk.receive(b"\x10\x04\x03", 3.0) == b"\x16"
    assert hold(kiosk).places == {1: Place.AT_OUTPUT}


def test_a_ticket_is_drawn_back_even_when_the_paper_is_out(kiosk: Printer) -> None:
    kiosk.receive(PRESENT, 2.0)
    kiosk.roll.replace(0)
    assert kiosk.receive(RETRACT + EJECTOR_STATUS, 3.0) == b"\x01"
    assert hold(kiosk).places == {1: Place.IN_BIN}


@pytest.mark.parametrize(
    ("casing", "remaining_mm", "status"),
    [
        (Casing(), 2_000, "12 10 0f 04 00 00 00"),
        (Casing(), 0, "32 10 0f 05 00 00 00"),
        (Casing(is_cover_open=True), 10_000, "12 10 0f 00 02 00 00"),
        (Casing(has_cutter_fault=True), 10_000, "12 10 0f 00 00 00 01"),
        (Casing(has_unrecoverable_fault=True), 10_000, "12 10 0f 00 00 00 04"),
    ],
)
def test_print_status_and_full_status_have_the_manuals_bits(
    casing: Casing, remaining_mm: float, status: str
) -> None:
    printer = Printer(roll=Roll(remaining_mm=remaining_mm), casing=casing, model=model_named("presenter"))
    assert printer.receive(b"\x10\x04\x11" + FULL_STATUS, 1.0).hex(" ") == status


def test_parts_of_the_full_status_come_unasked(kiosk: Printer) -> None:
    assert kiosk.receive(b"\x1d\xe0\x03", 2.0) == b""
    kiosk.receive(b"", 2.0)
    assert kiosk.receive(PRESENT, 3.0).hex(" ") == "10 03 20 00"
    hold(kiosk).take(1)
    assert kiosk.due(4.0).hex(" ") == "10 03 00 00"


def test_forms_of_the_ejector_that_nobody_describes_do_nothing(kiosk: Printer) -> None:
    assert kiosk.receive(b"\x1de\x01\x1de\x04", 2.0) == b""
    assert kiosk.strange == ("GS e 1 is not described", "GS e 4 is not described")


def test_a_hardware_reset_forgets_the_buffer() -> None:
    printer = printer_of("presenter")
    printer.receive(b"\x1c\xc0\x18\x10\x14\x1a" + TICKET, 1.0)
    assert printer.tickets == []
    printer.receive(TICKET, 2.0)
    assert len(printer.tickets) == 1


def test_printers_without_a_presenter_do_not_know_its_commands() -> None:
    printer = printer_of("ordinary")
    assert printer.receive(FULL_STATUS + b"\x10\x04\x11" + EJECTOR_STATUS, 1.0) == b""
    assert printer.strange == ("not modelled: GS e 1d 65 06",)


def test_a_model_nobody_knows_is_refused_with_the_names_of_those_there_are() -> None:
    with pytest.raises(BadScenario, match="no printer") as refused:
        model_named("laser")
    assert "presenter" in refused.value.remedy
