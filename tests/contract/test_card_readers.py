"""What every card reader does, on readers with a security module: a serial line and a gateway."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drivers.contract.card_reader import Cardholder, CardKind, CardReader
from drivers.contract.errors import (
    BadAddress,
    CardMute,
    CardRefused,
    CardUnknown,
    CardUnreadable,
    DeviceError,
    Garbled,
    ReaderFault,
)
from drivers.contract.status import Card, State
from drivers.runtime.opening import open_card_reader, open_device
from sim.halls import person
from sim.rig.samv import Command, IdCard, ModuleFault, PtySamv, SamvOptions, TcpSamv
from sim.world.idcard import CardFault
from sim.world.person import Person, check_digit
from sim.world.residents import PermanentResident2017, PermanentResident2023, Permit, check_digit_2017
from tests.contract.card_reader_suite import CardReaderSuite, card_comes, comes_to
from tests.contract.device_suite import AnsweringSuite, FaultyLinkSuite, happens

PERMIT = Person(name="黄志强", number="81000019900307123" + check_digit("81000019900307123"))
FOREIGNER_2017 = PermanentResident2017(
    english_name="ANNA MARIA",
    chinese_name="安娜",
    sex="2",
    number="DEU44019003071" + check_digit_2017("DEU44019003071"),
    country="DEU",
    birth="19900307",
)
FOREIGNER_2023 = PermanentResident2023(
    english_name="ANNA MARIA",
    chinese_name="",
    number="94427619900307024" + check_digit("94427619900307024"),
    country="DEU",
)


class ModuleReaderSuite(CardReaderSuite, AnsweringSuite, FaultyLinkSuite):
    options = {"answer_within_s": 0.5, "read_within_s": 3, "look_every_s": 0.02}  # noqa: RUF012 - a ClassVar
    patient = {"answer_within_s": 30, "read_within_s": 60}  # noqa: RUF012
    unsure = {"look_every_s": 5}  # noqa: RUF012
    first_pause_s = 0.05

    @pytest.fixture(autouse=True)
    def bears_to_be_looked_at(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """More often than real readers do."""
        monkeypatch.setattr("drivers.catalog.entries.cards.LEAST_PAUSE_S", 0.01)

    async def test_a_card_is_read_once_however_often_it_is_asked_for(
        self, reader: CardReader, far_end: Any
    ) -> None:
        await card_comes(reader, lambda: far_end.lay(person("wang-wei")))
        await asyncio.gather(*(reader.read() for _ in range(4)))
        assert far_end.heard[Command.READ] == 1
        assert far_end.heard[Command.READ_FINGERPRINT] == 0

    async def test_a_card_that_lay_there_before_is_seen_at_opening(self, far_end: Any) -> None:
        await asyncio.to_thread(far_end.lay, person("wang-wei"))
        async with await open_card_reader(self.address(far_end)) as reader:
            await comes_to(reader, Card.PRESENT)
            assert (await reader.read()).name == person("wang-wei").name

    async def test_nobody_is_read_who_was_not_asked_for(self, reader: CardReader, far_end: Any) -> None:
        await card_comes(reader, lambda: far_end.lay(person("wang-wei")))
        await asyncio.to_thread(far_end.wait_heard, Command.FIND, far_end.heard[Command.FIND] + 2)
        assert far_end.heard[Command.READ] == far_end.heard[Command.SELECT] == 0

    async def test_the_number_of_the_module_is_told(self, reader: CardReader) -> None:
        assert reader.status.module == "05.01-20210318-0012345678-0987654321"

    async def test_noise_between_answers_is_passed_over(self, reader: CardReader, far_end: Any) -> None:
        far_end.noise(b"\x00\xaa\x96noise\xaa\xaa\xaa")
        await card_comes(reader, lambda: far_end.lay(person("wang-wei")))
        assert (await reader.read()).name == person("wang-wei").name

    async def test_spoilt_answers_are_garbled_and_end_the_device(
        self, reader: CardReader, far_end: Any
    ) -> None:
        far_end.faults.garble_every = 1
        with pytest.raises(DeviceError):
            await reader.read()
        assert isinstance(reader.trouble, Garbled)


class TestModuleOnASerialLine(ModuleReaderSuite):
    @pytest.fixture
    def far_end(self, tmp_path: Path) -> Iterator[PtySamv]:
        with PtySamv(link=tmp_path / "ttySAMV", options=SamvOptions(after_read="finds-the-card")) as far_end:
            yield far_end

    @pytest.mark.parametrize(
        ("fault", "refusal"),
        [
            (CardFault.UNSELECTABLE, CardMute),
            (CardFault.REFUSES_MODULE, CardUnreadable),
            (CardFault.REFUSED_BY_MODULE, CardUnreadable),
            (CardFault.FORGED, CardUnreadable),
            (CardFault.UNKNOWN, CardUnknown),
            (CardFault.FOREIGN, CardUnknown),
            (CardFault.UNREADABLE, CardUnreadable),
        ],
    )
    async def test_a_card_that_cannot_be_read_is_refused_and_the_reader_is_fine(
        self, reader: CardReader, far_end: Any, fault: CardFault, refusal: type[CardRefused]
    ) -> None:
        await card_comes(reader, lambda: far_end.lay(IdCard(holder=person("wang-wei"), fault=fault)))
        with pytest.raises(refusal) as refused:
            await reader.read()
        assert type(refused.value) is refusal
        assert (reader.status.state, reader.trouble) == (State.ONLINE, None)

    @pytest.mark.parametrize(
        ("holder", "expected"),
        [
            (
                Permit(person=PERMIT, pass_number="H01234567"),
                Cardholder(name="黄志强", id_number=PERMIT.number, card=CardKind.RESIDENCE_PERMIT),
            ),
            (
                FOREIGNER_2017,
                Cardholder(name="安娜", id_number=FOREIGNER_2017.number, card=CardKind.PERMANENT_RESIDENCE),
            ),
            (
                FOREIGNER_2023,
                Cardholder(
                    name="ANNA MARIA", id_number=FOREIGNER_2023.number, card=CardKind.PERMANENT_RESIDENCE
                ),
            ),
        ],
        ids=["港澳台居民居住证", "永久居留证 2017", "永久居留证 2023"],
    )
    async def test_the_other_cards_of_the_family_are_read(
        self, reader: CardReader, far_end: Any, holder: Any, expected: Cardholder
    ) -> None:
        await card_comes(reader, lambda: far_end.lay(holder))
        assert await reader.read() == expected

    async def test_a_slow_line_carries_a_reading(self, tmp_path: Path) -> None:
        """1295 bytes take 0.67 s at 19,200 baud, longer than any other answer may."""
        options = SamvOptions(baud=19_200)
        with PtySamv(link=tmp_path / "ttySLOW", options=options) as far_end:
            far_end.lay(person("wang-wei"))
            async with await open_card_reader(f"{far_end.address}?baud=19200&answer_within_s=0.6") as reader:
                assert (await reader.read()).name == person("wang-wei").name

    @pytest.mark.parametrize("fault", list(ModuleFault))
    async def test_a_module_that_is_out_of_order_is_a_fault_until_it_is_mended(
        self, reader: CardReader, far_end: Any, fault: ModuleFault
    ) -> None:
        far_end.break_module(fault)
        await happens(reader, lambda: reader.status.state is State.HARDWARE_ERROR)
        assert reader.status.card is Card.UNKNOWN
        with pytest.raises(ReaderFault):
            await reader.read()
        assert (await reader.check()).state is State.HARDWARE_ERROR
        far_end.mend_module()
        assert (await reader.check()).state is State.ONLINE
        await comes_to(reader, Card.ABSENT)
        await card_comes(reader, lambda: far_end.lay(person("wang-wei")))
        assert (await reader.read()).name == person("wang-wei").name

    async def test_a_module_that_is_out_of_order_from_the_start_is_told(self, far_end: Any) -> None:
        far_end.break_module(ModuleFault.UNAUTHORISED)
        async with await open_device(self.address(far_end)) as reader:
            assert reader.status.state is State.HARDWARE_ERROR


class TestModuleBehindAGateway(ModuleReaderSuite):
    @pytest.fixture
    def far_end(self) -> Iterator[TcpSamv]:
        with TcpSamv(options=SamvOptions(after_read="finds-no-card")) as far_end:
            yield far_end

    async def test_a_gateway_needs_its_port(self) -> None:
        with pytest.raises(BadAddress, match="port"):
            await open_card_reader("samv+tcp://127.0.0.1")


async def test_a_reader_is_not_looked_at_more_often_than_it_bears() -> None:
    with pytest.raises(BadAddress, match=r"0\.3"):
        await open_card_reader("samv+tcp://127.0.0.1:10001?look_every_s=0.1")
