"""What every scanner does, on a serial line and as a keyboard."""

import asyncio
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from drivers.contract.device import Device
from drivers.contract.errors import Absent, CannotOpen, LinkLost, NoPermission, Taken
from drivers.contract.events import CodeKind, Scanned, Subscription
from drivers.contract.scanner import CodeHolder
from drivers.runtime.opening import open_device, open_scanner
from drivers.runtime.supervising import supervise
from sim.rig.inputs import InputWorld, WedgeScanner
from sim.rig.scanners import PtyScanner
from tests.contract.device_suite import DeviceSuite, heard, is_silent, is_usable
from tests.contract.mocked_inputs import MockedInputSuite

NOBODY = 65534
SILENCE_S = 0.5
INSURANCE = "4243754826492874240001130000"


async def code(events: Subscription) -> str:
    event = await heard(events, lambda event: isinstance(event, Scanned))
    assert isinstance(event, Scanned)
    return event.text


class ScannerSuite(DeviceSuite):
    """`far_end` also has `scan(text)`, `begin(text)`, `begin_and_end(text)` as hands, and `scan_chinese`."""

    async def use(self, device: Device, far_end: Any) -> None:
        """Whoever listens hears of the code; others may be holding theirs before it at the same time."""
        text = f"A{id(asyncio.current_task())}"
        with device.subscribe() as events:
            await asyncio.to_thread(far_end.scan, text)
            await heard(events, lambda event: event == Scanned(text=text))

    async def test_a_code_is_told_once_and_the_next_one_after_it(self, device: Device, far_end: Any) -> None:
        with device.subscribe() as events:
            for text in ("HELLO 123", "a-B_c/d?e=f&g", INSURANCE):
                await asyncio.to_thread(far_end.scan, text)
                assert await code(events) == text

    async def test_the_code_of_the_medical_insurance_is_known_by_its_form(
        self, device: Device, far_end: Any
    ) -> None:
        with device.subscribe() as events:
            await asyncio.to_thread(far_end.scan, INSURANCE)
            insurance = Scanned(text=INSURANCE, kind=CodeKind.MEDICAL_INSURANCE)
            assert await heard(events, lambda event: isinstance(event, Scanned)) == insurance

    async def test_a_code_of_chinese_text_is_told(self, device: Device, far_end: Any) -> None:
        with device.subscribe() as events:
            await asyncio.to_thread(far_end.scan_chinese, "广州市政务服务中心")
            assert await code(events) == "广州市政务服务中心"

    async def test_a_code_without_an_end_mark_ends_with_silence(self, device: Device, far_end: Any) -> None:
        with device.subscribe() as events:
            await asyncio.to_thread(far_end.begin, "0123")
            assert await code(events) == "0123"

    async def test_a_code_that_is_too_long_is_dropped_whole_and_the_log_tells_no_letter_of_it(
        self, far_end: Any
    ) -> None:
        with capture_logs() as logs:
            async with await open_scanner(self.address(far_end, longest=8)) as scanner:
                assert scanner.capabilities.longest == 8
                with scanner.subscribe() as events:
                    await asyncio.to_thread(far_end.scan, "123456789")
                    await asyncio.to_thread(far_end.scan, "12345678")
                    assert await code(events) == "12345678"
        assert [(line["event"], line["why"]) for line in logs] == [("code-dropped", "too-long")]
        assert "1234" not in str(logs)

    async def test_a_code_that_comes_while_the_program_is_busy_is_one_code(self, far_end: Any) -> None:
        def be_busy() -> None:
            far_end.begin("23")
            time.sleep(SILENCE_S * 1.2)

        async with await open_scanner(self.address(far_end, silence_s=SILENCE_S)) as scanner:
            with scanner.subscribe() as events:
                await asyncio.to_thread(far_end.begin, "01")
                be_busy()
                assert await code(events) == "0123"

    async def test_a_scanner_pulled_in_the_middle_of_a_code_tells_no_half_of_it(self, far_end: Any) -> None:
        patient = self.address(far_end, silence_s=1)
        with capture_logs() as logs:
            async with supervise(patient) as scanner:
                await is_usable(scanner)
                with scanner.subscribe() as events:
                    await asyncio.to_thread(far_end.begin, "012")
                    await asyncio.to_thread(far_end.unplug)
                    await is_silent(scanner)
                    assert isinstance(scanner.trouble, LinkLost | CannotOpen)
                    await asyncio.to_thread(far_end.plug)
                    await is_usable(scanner)
                    await asyncio.to_thread(far_end.scan, "456")
                    assert await code(events) == "456"
        assert [line["event"] for line in logs] == ["device-lost", "device-recovered"]

    async def test_a_scanner_that_somebody_has_is_taken(self, device: Device, far_end: Any) -> None:
        with pytest.raises(Taken) as refused:
            await open_device(device.address)
        assert refused.value.remedy
        await self.use(device, far_end)


class SerialScannerHands:
    """A person with codes before a scanner on a serial line."""

    def __init__(self, scanner: PtyScanner) -> None:
        self.device = scanner
        self.address, self.plug, self.unplug = scanner.address, scanner.plug, scanner.unplug
        self.scan, self.faults = scanner.scan, scanner.faults

    def scan_chinese(self, text: str) -> None:
        self.device.scan(text, encoding="gb18030")

    def begin(self, text: str) -> None:
        self.device.scan(text, suffix="none")


class TestScannerOnASerialLine(ScannerSuite):
    @pytest.fixture
    def far_end(self, tmp_path: Path) -> Iterator[SerialScannerHands]:
        with PtyScanner(link=tmp_path / "ttyACM0") as scanner:
            yield SerialScannerHands(scanner)

    @pytest.mark.parametrize("suffix", ["CR", "CRLF", "LF"])
    @pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
    async def test_suffix_and_encoding_are_found_out(
        self, device: Device, far_end: SerialScannerHands, suffix: Any, encoding: Any
    ) -> None:
        with device.subscribe() as events:
            far_end.device.scan("医保 0123", encoding=encoding, suffix=suffix)
            far_end.device.scan("1", suffix=suffix)
            assert [await code(events), await code(events)] == ["医保 0123", "1"]

    async def test_noise_is_dropped_and_the_next_code_is_heard(
        self, device: Device, far_end: SerialScannerHands
    ) -> None:
        with capture_logs() as logs, device.subscribe() as events:
            far_end.device.noise(b"\xff\xfe\x80\r")
            far_end.scan("0123")
            assert await code(events) == "0123"
        assert [line["why"] for line in logs] == ["not-text"]

    async def test_a_code_in_pieces_is_one_code(self, device: Device, far_end: SerialScannerHands) -> None:
        far_end.faults.split_bytes = 1
        with device.subscribe() as events:
            await asyncio.to_thread(far_end.scan, "医保 0123")
            assert await code(events) == "医保 0123"


@pytest.fixture
def nobody(tmp_path: Path) -> Iterator[None]:
    """A user who may not read `event0`; root may read everything."""
    (tmp_path / "event0").touch(mode=0)
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    yield
    os.seteuid(before)


class TypingScannerHands:
    """A person with codes before a scanner that types."""

    def __init__(self, scanner: WedgeScanner) -> None:
        self.device = scanner
        self.address = f"scanner+input://{scanner.path}"
        self.plug, self.unplug = scanner.plug, scanner.unplug
        self.scan, self.begin = scanner.scan, scanner.type

    def scan_chinese(self, text: str) -> None:
        self.device.scan_alt_keypad(text)


@pytest.mark.mocked_input
class TestScannerThatTypes(MockedInputSuite, ScannerSuite):
    @pytest.fixture
    def far_end(self, inputs: InputWorld) -> Iterator[TypingScannerHands]:
        scanner = inputs.scanner()
        yield TypingScannerHands(scanner)
        scanner.unplug()

    @pytest.mark.parametrize("end", ["enter", "tab", "none"])
    async def test_enter_tab_and_silence_end_a_code(
        self, device: Device, far_end: TypingScannerHands, end: Any
    ) -> None:
        with device.subscribe() as events:
            await asyncio.to_thread(far_end.device.scan, "0123", end=end)
            assert await code(events) == "0123"

    async def test_separators_of_codes_come_as_alt_and_a_number(
        self, device: Device, far_end: TypingScannerHands
    ) -> None:
        with device.subscribe() as events:
            await asyncio.to_thread(far_end.device.scan_alt_keypad, [0x30, 0x31, 29, 0x32])
            assert await code(events) == "01\x1d2"

    async def test_chinese_may_come_as_unicode_numbers(
        self, device: Device, far_end: TypingScannerHands
    ) -> None:
        with device.subscribe() as events:
            await asyncio.to_thread(far_end.device.scan_alt_keypad, "䶮𠮷", form="unicode")
            assert await code(events) == "䶮𠮷"

    @pytest.mark.parametrize(("caps_lock", "heard_as"), [("ignored", "aBC1"), ("followed", "Abc1")])
    async def test_what_the_scanners_own_caps_lock_means_is_a_setting(
        self, far_end: TypingScannerHands, caps_lock: str, heard_as: str
    ) -> None:
        async with await open_scanner(self.address(far_end, caps_lock=caps_lock)) as scanner:
            with scanner.subscribe() as events:
                await asyncio.to_thread(far_end.device.scan, "Abc1", toggles_caps_lock=True)
                assert await code(events) == heard_as

    async def test_a_code_with_lost_keys_is_dropped_whole(
        self, device: Device, far_end: TypingScannerHands
    ) -> None:
        def lose_keys() -> None:
            far_end.device.type("01")
            far_end.device.wait_for(lambda: far_end.device.is_all_read)
            far_end.device.drop_events()
            far_end.device.type("23")
            far_end.device.press_end()
            far_end.device.scan("456")

        with capture_logs() as logs, device.subscribe() as events:
            await asyncio.to_thread(lose_keys)
            assert await code(events) == "456"
        assert [line["why"] for line in logs] == ["gap"]

    async def test_nobody_else_hears_a_scanner_while_it_is_open(
        self, device: Device, far_end: TypingScannerHands
    ) -> None:
        assert far_end.device.is_grabbed
        await device.close()
        await asyncio.to_thread(far_end.device.wait_for, lambda: not far_end.device.is_grabbed)

    @pytest.mark.usefixtures("nobody")
    async def test_a_device_this_user_may_not_read_says_what_to_do(self, tmp_path: Path) -> None:
        with pytest.raises(NoPermission) as refused:
            await open_device(f"scanner+input://{tmp_path / 'event0'}")
        assert "input" in refused.value.remedy

    async def test_a_file_that_is_no_keyboard_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "event0").write_bytes(b"")
        with pytest.raises(CannotOpen, match="event0") as refused:
            await open_device(f"scanner+input://{tmp_path / 'event0'}")
        assert not isinstance(refused.value, Absent | Taken)


def test_whom_a_code_stands_for_is_shown_nowhere() -> None:
    holder = CodeHolder(name="陈建国", id_number="440103199003070014")
    assert "陈" not in f"{holder} {holder!r}"
    assert "4401" not in f"{holder} {holder!r}"
