"""What every ticket printer does, run over TCP and over a serial line."""

import asyncio
from abc import abstractmethod
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, ClassVar

import pytest

from drivers.contract.errors import (
    CannotOpen,
    CoverOpen,
    DeviceError,
    Garbled,
    LinkLost,
    PaperOut,
    PrinterFault,
    PrinterOffline,
    Taken,
    TimedOut,
)
from drivers.contract.slip import Align, Cut, Line, QrCode, Rule, Slip, Space
from drivers.contract.status import Cover, Paper, State, StatusChanged
from drivers.contract.ticket_printer import PrintStep, TicketPrinter
from drivers.runtime.opening import open_ticket_printer
from drivers.runtime.supervising import SupervisedTicketPrinter
from sim.rig import PtyPrinter, TcpPrinter
from tests.contract.device_suite import AnsweringSuite, FaultyLinkSuite, heard, is_usable

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


class TicketPrinterSuite(AnsweringSuite, FaultyLinkSuite):
    options: ClassVar = {"answer_within_s": 0.4}
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
        ticket = await asyncio.to_thread(far_end.wait_for_ticket, 1, within_s=3)
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
        ticket = await asyncio.to_thread(far_end.wait_for_ticket, 1, within_s=3)
        assert "号" * 16 + "\n" + "号" * 4 in ticket.text

    async def test_tickets_asked_for_at_once_come_out_one_after_the_other(
        self, printer: TicketPrinter, far_end: Any
    ) -> None:
        slips = [Slip(elements=(Line(text=f"{number:03}"), Cut())) for number in range(3)]
        await asyncio.gather(*map(printer.print, slips))
        await asyncio.to_thread(far_end.wait_for_ticket, 3, within_s=3)
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
        assert await asyncio.to_thread(far_end.wait_for_ticket, 1, within_s=3)

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
        rest, whole = [await asyncio.to_thread(far_end.wait_for_ticket, nth, within_s=3) for nth in (1, 2)]
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
                far_end.faults.delay_s = 1.0
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
            writer.close()

        async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
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
