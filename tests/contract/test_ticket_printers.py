"""What every ticket printer does, over TCP, a serial line and USB, with and without a presenter."""

import asyncio
import select
from abc import abstractmethod
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, ClassVar

import pytest
import zxingcpp
from PIL import Image

from drivers.contract.errors import (
    BadAddress,
    CannotOpen,
    CoverOpen,
    DeviceError,
    Garbled,
    LinkLost,
    NotCapable,
    PaperOut,
    PrinterFault,
    PrinterOffline,
    Taken,
    TicketJammed,
    TimedOut,
)
from drivers.contract.events import TicketRetracted, TicketTaken
from drivers.contract.slip import Align, Cut, Line, QrCode, Rule, Slip, Space
from drivers.contract.status import Cover, Cutter, Paper, Presenter, State, StatusChanged
from drivers.contract.ticket_printer import PrintStep, TicketPrinter
from drivers.protocol.escpos_status import ENQUIRIES
from drivers.runtime.opening import open_ticket_printer
from drivers.runtime.supervising import SupervisedTicketPrinter
from sim.rig.printer import FilePrinter, PtyPrinter, TcpPrinter
from tests.contract.device_suite import (
    AnsweringSuite,
    DeviceSuite,
    FaultyLinkSuite,
    happens,
    heard,
    is_usable,
)
from tests.serving import serving

URL = "https://hall.example/t/7Q2K9#s3cret"
TICKET = Slip(
    elements=(
        Line(text="示范政务服务中心", align=Align.CENTRE, bold=True),
        Line(text="023", align=Align.CENTRE, size=4, bold=True),
        Rule(),
        Line(text="注册登记 · 受理"),
        Line(text="前面还有 6 位，约 12 分钟", align=Align.RIGHT),
        QrCode(content=URL),
        Space(lines=2),
        Cut(),
    )
)


@pytest.fixture
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Halls have more time than tests."""
    monkeypatch.setattr("drivers.catalog.escpos_printer.LOOK_EVERY_S", 0.2)


class TicketPrinterSuite(AnsweringSuite, FaultyLinkSuite):
    options: ClassVar = {"answer_within_s": 0.3}
    first_pause_s = 0.1
    patient: ClassVar = {"answer_within_s": 30}

    async def use(self, device: Any, far_end: Any) -> None:  # noqa: ARG002 - the printer itself confirms
        await device.print(Slip(elements=(Line(text="023"), Cut())))

    @abstractmethod
    def rig(self, folder: Path) -> AbstractContextManager[Any]: ...

    @pytest.fixture
    def far_end(self, tmp_path: Path) -> Iterator[Any]:
        with self.rig(tmp_path) as far_end:
            yield far_end

    @pytest.fixture
    async def printer(self, far_end: Any) -> AsyncIterator[TicketPrinter]:
        async with await open_ticket_printer(self.address(far_end)) as printer:
            yield printer

    async def test_a_printer_in_order_says_so(self, printer: TicketPrinter) -> None:
        assert (printer.status.state, printer.status.paper, printer.status.cover) == (
            State.ONLINE,
            Paper.ENOUGH,
            Cover.CLOSED,
        )

    async def test_a_ticket_comes_out_as_composed(self, printer: TicketPrinter, far_end: Any) -> None:
        steps: list[PrintStep] = []
        receipt = await printer.print(TICKET, progress=steps.append)
        ticket = await asyncio.to_thread(far_end.wait_for_ticket, 1, within_s=20)
        for text in ("示范政务服务中心", "023", "注册登记 · 受理", "前面还有 6 位，约 12 分钟"):
            assert text in ticket.text
        assert tuple(ticket.qr) == (URL,)
        assert not ticket.strange
        assert steps == list(PrintStep)
        assert receipt.bytes_sent > 0
        assert receipt.status.state is State.ONLINE

    async def test_a_narrow_roll_breaks_lines_earlier(self, far_end: Any) -> None:
        async with await open_ticket_printer(self.address(far_end, paper_mm=58)) as printer:
            assert printer.capabilities.columns == 32
            await printer.print(Slip(elements=(Line(text="号" * 20), Cut())))
        ticket = await asyncio.to_thread(far_end.wait_for_ticket, 1, within_s=20)
        assert "号" * 16 + "\n" + "号" * 4 in ticket.text

    async def test_tickets_asked_for_at_once_come_out_one_after_the_other(
        self, printer: TicketPrinter, far_end: Any
    ) -> None:
        slips = [Slip(elements=(Line(text=f"{number:03}"), Cut())) for number in range(3)]
        await asyncio.gather(*map(printer.print, slips))
        await asyncio.to_thread(far_end.wait_for_ticket, 3, within_s=20)
        assert [ticket.text.strip() for ticket in far_end.tickets] == ["000", "001", "002"]

    @pytest.mark.parametrize(
        ("happens", "refusal", "state"),
        [
            (lambda far_end: far_end.load_paper(remaining_mm=0), PaperOut, State.USER_ERROR),
            (lambda far_end: far_end.open_cover(), CoverOpen, State.USER_ERROR),
            (lambda far_end: far_end.set_offline(is_offline=True), PrinterOffline, State.OFFLINE),
            (lambda far_end: far_end.break_part(cutter=True), PrinterFault, State.HARDWARE_ERROR),
        ],
        ids=["no paper", "cover open", "offline", "cutter"],
    )
    async def test_a_printer_that_cannot_print_says_why_before_anything_is_sent(
        self, printer: TicketPrinter, far_end: Any, happens: Any, refusal: type[DeviceError], state: State
    ) -> None:
        await asyncio.to_thread(happens, far_end)
        before = far_end.received_bytes
        with pytest.raises(refusal) as refused:
            await printer.print(TICKET)
        assert type(refused.value) is refusal
        assert not refused.value.may_have_printed
        assert printer.status.state is state
        assert far_end.received_bytes - before < 100
        assert not far_end.tickets

    async def test_a_mended_printer_prints_again(self, printer: TicketPrinter, far_end: Any) -> None:
        far_end.open_cover()
        with pytest.raises(CoverOpen):
            await printer.print(TICKET)
        far_end.close_cover()
        await printer.print(TICKET)
        assert await asyncio.to_thread(far_end.wait_for_ticket, 1, within_s=20)

    async def test_paper_that_runs_low_is_announced_and_still_prints(
        self, printer: TicketPrinter, far_end: Any
    ) -> None:
        far_end.load_paper(remaining_mm=400)
        with printer.subscribe() as events:
            receipt = await printer.print(TICKET)
            await heard(events, lambda event: getattr(event, "changed", None) is not None)
        assert receipt.status.paper is Paper.LOW
        assert receipt.status.state is State.ONLINE

    async def test_paper_that_ends_in_the_middle_of_a_ticket_is_told_and_the_next_is_confirmed_for_itself(
        self, printer: TicketPrinter, far_end: Any
    ) -> None:
        far_end.load_paper(remaining_mm=20)
        with pytest.raises(PaperOut) as refused:
            await printer.print(TICKET)
        assert refused.value.may_have_printed
        assert printer.status.paper is Paper.OUT
        far_end.load_paper(remaining_mm=5000)
        await printer.print(Slip(elements=(Line(text="024"), Cut())))
        rest, whole = [await asyncio.to_thread(far_end.wait_for_ticket, nth, within_s=20) for nth in (1, 2)]
        assert "024" not in rest.text
        assert "024" in whole.text

    async def test_a_printer_unplugged_before_a_ticket_loses_none(
        self, printer: TicketPrinter, far_end: Any
    ) -> None:
        far_end.unplug()
        with pytest.raises((LinkLost, TimedOut)) as lost:
            await printer.print(TICKET)
        assert not lost.value.may_have_printed
        assert printer.status.paper is Paper.UNKNOWN

    async def test_a_printer_unplugged_in_the_middle_of_a_ticket_is_noticed(
        self, printer: TicketPrinter, far_end: Any
    ) -> None:
        far_end.faults.cut_after_bytes = 200
        with pytest.raises((LinkLost, TimedOut)) as lost:
            await printer.print(TICKET)
        assert lost.value.may_have_printed
        with pytest.raises(type(lost.value)):
            await printer.print(TICKET)

    async def test_a_silent_printer_is_given_up_in_time(self, printer: TicketPrinter, far_end: Any) -> None:
        far_end.faults.silent = True
        with pytest.raises(TimedOut) as lost:
            await printer.print(TICKET)
        assert not lost.value.may_have_printed
        assert isinstance(await printer.lost(), TimedOut)

    async def test_an_answer_that_comes_too_late_is_not_taken_for_the_next(self, far_end: Any) -> None:
        async with SupervisedTicketPrinter(self.address(far_end)) as printer:
            with printer.subscribe() as events:
                await is_usable(printer)
                far_end.faults.delay_s = 0.5
                with pytest.raises(TimedOut):
                    await printer.check()
                far_end.faults.delay_s = 0.0
                far_end.load_paper(remaining_mm=0)
                await heard(
                    events, lambda event: isinstance(event, StatusChanged) and event.after.paper is Paper.OUT
                )
            assert printer.status.paper is Paper.OUT

    async def test_nothing_is_sent_to_a_printer_whose_answers_are_garbled(
        self, printer: TicketPrinter, far_end: Any
    ) -> None:
        far_end.faults.garble_every = 1
        with pytest.raises(DeviceError) as lost:
            await printer.print(TICKET)
        assert not lost.value.may_have_printed
        assert not far_end.tickets

    async def test_a_printer_that_is_away_at_first_has_its_abilities_and_takes_no_ticket(
        self, far_end: Any
    ) -> None:
        far_end.unplug()
        async with SupervisedTicketPrinter(self.address(far_end)) as printer:
            assert printer.capabilities.width_dots == 576
            with printer.subscribe() as events:
                await heard(events, lambda _event: printer.trouble is not None)
            with pytest.raises(CannotOpen):
                await printer.print(TICKET)


class TestOnTheNetwork(TicketPrinterSuite):
    def rig(self, folder: Path) -> AbstractContextManager[Any]:
        return TcpPrinter(tickets=folder)

    @pytest.mark.parametrize(
        ("says", "error"), [(b"HTTP/1.1 400 Bad Request", Garbled), (b"\x12\x12", Garbled), (b"", TimedOut)]
    )
    async def test_what_does_not_answer_like_a_printer_is_not_opened(
        self, says: bytes, error: type[DeviceError]
    ) -> None:
        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            while await reader.read(100):
                writer.write(says)

        async with serving(answer) as port:
            with pytest.raises(error):
                await open_ticket_printer(f"escpos+tcp://127.0.0.1:{port}?answer_within_s=0.2")

    async def test_a_goodbye_of_the_printer_is_noticed_before_the_next_ticket(
        self, printer: TicketPrinter, far_end: Any
    ) -> None:
        far_end.unplug()
        far_end.plug()
        with pytest.raises(LinkLost) as lost:
            await printer.print(TICKET)
        assert not lost.value.may_have_printed


class TestOnASerialLine(TicketPrinterSuite):
    def rig(self, folder: Path) -> AbstractContextManager[Any]:
        return PtyPrinter(tickets=folder, link=folder / "ttyPRINTER")

    async def test_a_line_that_is_open_elsewhere_is_taken(self, printer: TicketPrinter, far_end: Any) -> None:
        assert printer.status.state is State.ONLINE
        with pytest.raises(Taken):
            await open_ticket_printer(far_end.address)

    async def test_what_is_no_line_cannot_be_opened(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(CannotOpen):
            await open_ticket_printer(f"escpos+serial://{tmp_path}/file")


class TestOnUsb(TicketPrinterSuite):
    def rig(self, folder: Path) -> AbstractContextManager[Any]:
        return FilePrinter(tickets=folder, link=folder / "lp0")

    async def test_an_answer_that_was_left_in_the_kernel_is_not_taken_for_the_first(
        self, far_end: Any, tmp_path: Path
    ) -> None:
        """A USB node keeps it while nobody has it open, and questions have answers that look alike."""
        with (tmp_path / "lp0").open("r+b", buffering=0) as node:
            node.write(ENQUIRIES[0])
            assert any(await asyncio.to_thread(select.select, [node], [], [], 5))
        far_end.load_paper(remaining_mm=0)
        async with await open_ticket_printer(self.address(far_end, status_back="off")) as printer:
            assert printer.status.paper is Paper.OUT
            await printer.check()

    async def test_a_regular_file_where_the_printer_should_be_swallows_no_ticket(
        self, tmp_path: Path
    ) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(CannotOpen, match="no device"):
            await open_ticket_printer(f"escpos+file://{tmp_path}/file")

    async def test_a_printer_that_was_mute_when_it_was_opened_is_heard_as_soon_as_it_answers(
        self, far_end: Any
    ) -> None:
        far_end.faults.delay_s = 0.7
        async with SupervisedTicketPrinter(self.address(far_end)) as printer:
            await is_usable(printer)
            assert printer.status.paper is Paper.UNKNOWN
            far_end.faults.delay_s = 0.0
            await happens(printer, lambda: printer.status.paper is Paper.ENOUGH)

    async def test_a_long_job_is_handed_over_as_the_printer_takes_it(
        self, printer: TicketPrinter, far_end: Any
    ) -> None:
        """Drawn lines are 90 bytes a row: more than the kernel keeps for a device."""
        rare = Slip(elements=(*(Line(text="𠮷" * 20, size=2) for _ in range(10)), Cut()))
        receipt = await printer.print(rare)
        assert receipt.bytes_sent > 40_000
        ticket = await asyncio.to_thread(far_end.wait_for_ticket, 1, within_s=20)
        assert not ticket.strange


class TestOnUsbOneWay(DeviceSuite):
    """A printer that cannot be heard."""

    options: ClassVar = {"answer_within_s": 0.1}
    first_pause_s = 0.1

    async def use(self, device: Any, far_end: Any) -> None:
        """Nothing confirms: looks at what came out."""
        tickets = len(far_end.tickets)
        await device.print(TICKET)
        await asyncio.to_thread(far_end.wait_for_ticket, tickets + 1, within_s=20)

    @pytest.fixture
    def far_end(self, tmp_path: Path) -> Iterator[Any]:
        with FilePrinter(tickets=tmp_path, link=tmp_path / "lp0", model="one-way") as far_end:
            yield far_end

    async def test_it_prints_and_claims_to_know_nothing(self, device: Any, far_end: Any) -> None:
        receipt = await device.print(TICKET)
        ticket = await asyncio.to_thread(far_end.wait_for_ticket, 1, within_s=20)
        assert "023" in ticket.text
        assert not ticket.strange
        assert receipt.status.state is State.ONLINE
        assert (receipt.status.paper, receipt.status.cover, receipt.status.cutter) == (
            Paper.UNKNOWN,
            Cover.UNKNOWN,
            Cutter.UNKNOWN,
        )

    async def test_a_silent_printer_on_the_network_or_on_a_line_is_not_there(self, tmp_path: Path) -> None:
        with (
            TcpPrinter(tickets=tmp_path, model="one-way") as tcp,
            PtyPrinter(tickets=tmp_path, link=tmp_path / "tty", model="one-way") as serial,
        ):
            for far_end in (tcp, serial):
                with pytest.raises(TimedOut):
                    await open_ticket_printer(self.address(far_end))


class TestWithAPresenter(TicketPrinterSuite):
    options: ClassVar = {"answer_within_s": 0.3, "presenter": "custom"}

    def rig(self, folder: Path) -> AbstractContextManager[Any]:
        return TcpPrinter(tickets=folder, model="presenter")

    @pytest.mark.usefixtures("looks_often")
    async def test_a_ticket_is_held_out_and_whoever_takes_it_is_noticed(
        self, printer: TicketPrinter, far_end: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Also one that is taken before the next look: it was seen when it was printed."""
        monkeypatch.setattr("drivers.catalog.escpos_mouth.APPEARS_WITHIN_S", 600)
        assert printer.capabilities.presenter
        assert printer.status.presenter is Presenter.EMPTY
        receipt = await printer.print(TICKET)
        assert receipt.status.presenter is Presenter.TICKET
        assert far_end.presented == 1
        with printer.subscribe() as events:
            await asyncio.to_thread(far_end.take)
            assert await heard(events, is_gone) == TicketTaken()
            await happens(printer, lambda: printer.status.presenter is Presenter.EMPTY)

    async def test_a_ticket_can_be_drawn_back(self, printer: TicketPrinter, far_end: Any) -> None:
        with printer.subscribe() as events:
            await printer.print(TICKET)
            await printer.retract()
            assert await heard(events, is_gone) == TicketRetracted()
        assert far_end.retracted == [1]
        assert printer.status.presenter is Presenter.EMPTY
        await printer.retract()

    @pytest.mark.usefixtures("looks_often")
    @pytest.mark.parametrize(("not_taken", "place"), [("retract", "in_bin"), ("eject", "outside")])
    async def test_a_ticket_nobody_takes_goes_where_it_was_told_to(
        self, far_end: Any, not_taken: str, place: str
    ) -> None:
        address = self.address(far_end, not_taken=not_taken, ticket_hold_s=0.1)
        async with await open_ticket_printer(address) as printer:
            with printer.subscribe() as events:
                await printer.print(TICKET)
                assert await heard(events, is_gone) == TicketRetracted()
        assert far_end.place(1) == place

    async def test_the_next_ticket_waits_until_the_one_before_is_out_of_its_way(self, far_end: Any) -> None:
        address = self.address(far_end, not_taken="retract", ticket_hold_s=600)
        async with await open_ticket_printer(address) as printer:
            await printer.print(TICKET)
            await printer.print(TICKET)
        assert far_end.retracted == [1]
        assert far_end.presented == 2

    async def test_a_presenter_that_is_jammed_takes_no_ticket_and_works_again_when_it_is_free(
        self, printer: TicketPrinter, far_end: Any
    ) -> None:
        await asyncio.to_thread(far_end.jam_presenter)
        with pytest.raises((TicketJammed, PrinterFault)) as refused:
            await printer.print(TICKET)
        assert not refused.value.may_have_printed
        assert printer.status.state is State.HARDWARE_ERROR
        await asyncio.to_thread(lambda: far_end.jam_presenter(is_jammed=False))
        await printer.print(TICKET)

    async def test_a_presenter_that_jams_while_it_holds_a_ticket_says_so(
        self, printer: TicketPrinter, far_end: Any
    ) -> None:
        await printer.print(TICKET)
        await asyncio.to_thread(far_end.jam_presenter)
        with pytest.raises(TicketJammed):
            await printer.retract()

    async def test_a_ticket_that_lies_there_when_the_printer_is_opened_is_known(self, far_end: Any) -> None:
        async with await open_ticket_printer(self.address(far_end)) as printer:
            await printer.print(TICKET)
        async with await open_ticket_printer(self.address(far_end)) as printer:
            assert printer.status.presenter is Presenter.TICKET
            with printer.subscribe() as events:
                await asyncio.to_thread(far_end.take)
                assert await heard(events, is_gone) == TicketTaken()

    async def test_a_printer_without_the_presenter_its_address_promises_is_not_opened(
        self, tmp_path: Path
    ) -> None:
        """Nor taken for one that cannot be heard: it answers the other questions."""
        with (
            TcpPrinter(tickets=tmp_path) as tcp,
            FilePrinter(tickets=tmp_path, link=tmp_path / "lp0") as file,
        ):
            for ordinary in (tcp, file):
                with pytest.raises(TimedOut):
                    await open_ticket_printer(self.address(ordinary))

    async def test_a_printer_that_is_away_has_a_presenter_of_which_nothing_is_known(
        self, far_end: Any
    ) -> None:
        far_end.unplug()
        async with SupervisedTicketPrinter(self.address(far_end)) as printer:
            assert printer.status.presenter is Presenter.UNKNOWN
            far_end.plug()
            await happens(printer, lambda: printer.status.presenter is Presenter.EMPTY)

    async def test_automatic_status_does_not_go_with_it(self, far_end: Any) -> None:
        with pytest.raises(BadAddress, match="status_back"):
            await open_ticket_printer(self.address(far_end, status_back="on"))


def is_gone(event: object) -> bool:
    return isinstance(event, TicketTaken | TicketRetracted)


@pytest.fixture
def automatic(tmp_path: Path) -> Iterator[TcpPrinter]:
    with TcpPrinter(tickets=tmp_path, model="forgetful") as far_end:
        yield far_end


async def test_a_printer_that_tells_by_itself_is_heard_without_being_asked(automatic: TcpPrinter) -> None:
    async with await open_ticket_printer(f"{automatic.address}?status_back=on") as printer:
        assert printer.capabilities.tells_by_itself
        for hand, claim in (
            (automatic.open_cover, lambda: printer.status.cover is Cover.OPEN),
            (automatic.close_cover, lambda: printer.status.state is State.ONLINE),
            (lambda: automatic.load_paper(remaining_mm=400), lambda: printer.status.paper is Paper.LOW),
            (lambda: automatic.load_paper(remaining_mm=0), lambda: printer.status.paper is Paper.OUT),
        ):
            before = automatic.received_bytes
            hand()
            await happens(printer, claim)
            assert automatic.received_bytes == before


async def test_a_supervised_printer_tells_by_itself_where_the_real_one_does(automatic: TcpPrinter) -> None:
    async with SupervisedTicketPrinter(automatic.address) as printer:
        assert not printer.capabilities.tells_by_itself
        await is_usable(printer)
        assert printer.capabilities.tells_by_itself


async def test_a_printer_whose_reset_ends_automatic_status_is_asked_for_it_again(
    automatic: TcpPrinter,
) -> None:
    async with await open_ticket_printer(automatic.address) as printer:
        await printer.print(TICKET)
        before = automatic.received_bytes
        automatic.open_cover()
        await happens(printer, lambda: printer.status.cover is Cover.OPEN)
        assert automatic.received_bytes == before


@pytest.mark.usefixtures("looks_often")
async def test_a_printer_that_does_not_tell_by_itself_is_looked_at(tmp_path: Path) -> None:
    with TcpPrinter(tickets=tmp_path, model="no-automatic") as far_end:
        async with await open_ticket_printer(far_end.address) as printer:
            assert not printer.capabilities.tells_by_itself
            far_end.open_cover()
            await happens(printer, lambda: printer.status.cover is Cover.OPEN)
        far_end.close_cover()
        with pytest.raises(NotCapable):
            await open_ticket_printer(f"{far_end.address}?status_back=on")


async def test_a_printer_that_must_tell_by_itself_may_be_open_at_first(automatic: TcpPrinter) -> None:
    automatic.open_cover()
    async with await open_ticket_printer(f"{automatic.address}?status_back=on") as printer:
        assert printer.status.cover is Cover.OPEN
        automatic.close_cover()
        await happens(printer, lambda: printer.capabilities.tells_by_itself)
        await printer.print(TICKET)


async def test_a_printer_that_knows_no_question_in_turn_prints_all_the_same(tmp_path: Path) -> None:
    with TcpPrinter(tickets=tmp_path, model="no-gs-r") as far_end:
        async with await open_ticket_printer(far_end.address) as printer:
            await printer.print(TICKET)
        assert "023" in (await asyncio.to_thread(far_end.wait_for_ticket, 1, within_s=20)).text


async def test_a_printer_without_a_presenter_draws_nothing_back(automatic: TcpPrinter) -> None:
    async with await open_ticket_printer(automatic.address) as printer:
        with pytest.raises(NotCapable):
            await printer.retract()


@pytest.mark.parametrize(("model", "options"), [("no-hanzi", "letters=raster"), ("small-qr", "qr=raster")])
async def test_what_a_printer_cannot_draw_is_sent_as_a_picture(
    tmp_path: Path, model: Any, options: str
) -> None:
    with TcpPrinter(tickets=tmp_path, model=model) as far_end:
        async with await open_ticket_printer(f"{far_end.address}?{options}") as printer:
            await printer.print(
                Slip(elements=(Line(text="前面还有 6 位"), QrCode(content=URL, module_dots=9), Cut()))
            )
        ticket = await asyncio.to_thread(far_end.wait_for_ticket, 1, within_s=20)
    assert not ticket.strange
    with Image.open(ticket.png) as picture:
        assert [code.text for code in zxingcpp.read_barcodes(picture)] == [URL]
