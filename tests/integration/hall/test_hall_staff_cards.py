"""Staff cards: made by the administrator, told apart by devices, and never kept in clear."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator
from urllib.parse import quote

import pytest
import structlog
from structlog.testing import capture_logs
from typer.testing import CliRunner

from drivers.contract.errors import NoCard
from drivers.runtime.laying import serial_of_laid_card
from queue_core.client import HallClient, HallRefused
from queue_core.hall.cli import ADMIN_SECRET
from queue_core.hall.cli import app as hall_app
from queue_core.wire.words import Role
from sim.peers.staffcard import StaffChip
from sim.rig import PrivatePcscd
from tests.integration.hall.conftest import HallInThread

ONE, OTHER, UNKNOWN = "04A1B2C3D4E5F6", "5C2F91B0", "04000000000000"
Connect = Callable[..., Awaitable[HallClient]]


async def refused(asked: Awaitable[object]) -> str:
    with pytest.raises(HallRefused) as found:
        await asked
    return found.value.code


async def test_a_card_is_that_of_the_person_it_was_given_to(hall: HallInThread, connect: Connect) -> None:
    kiosk, counter = await connect(Role.KIOSK), await connect(Role.COUNTER, 1)
    assert await refused(kiosk.staff_member(ONE)) == "unknown-card"
    await hall.administer(lambda server: server.give_card("1001", ONE))
    await hall.administer(lambda server: server.give_card("1001", OTHER.lower()))
    member = await kiosk.staff_member(ONE)
    assert (member.clerk, member.role) == ("1001", Role.CLERK)
    assert member.display_name
    assert await counter.staff_member(OTHER) == member


async def test_a_card_given_to_another_is_that_of_the_other_alone(
    hall: HallInThread, connect: Connect
) -> None:
    kiosk = await connect(Role.KIOSK)
    for clerk in ("1001", "1002"):
        await hall.administer(lambda server, clerk=clerk: server.give_card(clerk, ONE))
    assert (await kiosk.staff_member(ONE)).clerk == "1002"


async def test_who_loses_the_cards_loses_all_of_them(hall: HallInThread, connect: Connect) -> None:
    kiosk = await connect(Role.KIOSK)
    for clerk, serial in (("1001", ONE), ("1001", OTHER), ("1002", UNKNOWN)):
        await hall.administer(lambda server, of=clerk, card=serial: server.give_card(of, card))
    await hall.administer(lambda server: server.give_card("1001", ""))
    assert (
        await refused(kiosk.staff_member(ONE)) == await refused(kiosk.staff_member(OTHER)) == "unknown-card"
    )
    assert (await kiosk.staff_member(UNKNOWN)).clerk == "1002"


async def test_cards_outlast_the_server_and_not_the_employment(hall: HallInThread, connect: Connect) -> None:
    kiosk = await connect(Role.KIOSK)
    await hall.administer(lambda server: server.give_card("1001", ONE))
    await hall.administer(lambda server: server.give_card("1002", OTHER))
    await asyncio.to_thread(hall.stop)
    left = tuple(each for each in hall.settings.clerks if each.number != "1001")
    hall.settings = hall.settings.model_copy(update={"clerks": left})
    hall.start()
    assert (await kiosk.staff_member(OTHER)).clerk == "1002"
    assert await refused(kiosk.staff_member(ONE)) == "unknown-card"


async def test_only_the_administrator_gives_cards_and_only_to_staff(
    hall: HallInThread, connect: Connect
) -> None:
    assert await refused(hall.administer(lambda server: server.give_card("9999", ONE))) == "no-such-clerk"
    assert (
        await refused(hall.administer(lambda server: server.give_card("1001", "card"))) == "invalid-request"
    )
    assert await refused((await connect(Role.WALL)).staff_member(ONE)) == "forbidden"


async def test_a_device_that_tries_serials_out_must_wait_and_others_need_not(
    hall: HallInThread, connect: Connect
) -> None:
    kiosk, counter = await connect(Role.KIOSK), await connect(Role.COUNTER, 1)
    await hall.administer(lambda server: server.give_card("1001", ONE))
    for tried in range(10):
        assert await refused(kiosk.staff_member(f"0400000000{tried:04d}")) == "unknown-card"
    assert await refused(kiosk.staff_member(ONE)) == "too-many-attempts"
    assert (await counter.staff_member(ONE)).clerk == "1001"


async def test_no_serial_is_in_a_file_or_a_log(hall: HallInThread, connect: Connect) -> None:
    kiosk = await connect(Role.KIOSK)
    with capture_logs() as logged:
        await hall.administer(lambda server: server.give_card("1001", ONE))
        await kiosk.staff_member(ONE)
        await refused(kiosk.staff_member(UNKNOWN))
    assert any(each.get("route", "").endswith("/card") for each in logged)
    assert not [each for each in logged if ONE in repr(each) or UNKNOWN in repr(each)]
    await asyncio.to_thread(hall.stop)
    files = [each for each in hall.folder.path.rglob("*") if each.is_file()]
    assert hall.folder.accounts in files
    assert not [each for each in files if ONE.encode() in each.read_bytes()]
    assert not [each for each in files if bytes.fromhex(ONE) in each.read_bytes()]


@pytest.fixture
def command(hall: HallInThread) -> Iterator[Callable[..., str]]:
    """`paihao hall staff-card`, run on a thread of its own.

    The server runs in this process: its log stays out of what the command says.
    """
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))

    def command(*words: str, typed: str = "") -> str:
        asked = ["staff-card", *words, "--data", str(hall.folder.path)]
        done = CliRunner().invoke(
            hall_app, asked, env={ADMIN_SECRET: hall.secret}, input=typed, catch_exceptions=False
        )
        assert done.exit_code == 0
        return str(done.stdout)

    yield command
    structlog.reset_defaults()


async def test_the_administrator_types_a_serial_and_takes_the_cards_away(
    command: Callable[..., str], connect: Connect
) -> None:
    kiosk = await connect(Role.KIOSK)
    said = await asyncio.to_thread(command, "1003", typed=f"{ONE}\n")
    assert (await kiosk.staff_member(ONE)).clerk == "1003"
    said += await asyncio.to_thread(command, "1003", "--remove")
    assert await refused(kiosk.staff_member(ONE)) == "unknown-card"
    assert ONE not in said


async def test_the_administrator_lays_a_card_on_a_reader(
    command: Callable[..., str], connect: Connect, private_pcscd: PrivatePcscd
) -> None:
    address = f"uid+pcsc://{quote(private_pcscd.reader(0))}"
    giving = asyncio.create_task(asyncio.to_thread(command, "1003", "--reader", address))
    await asyncio.to_thread(private_pcscd.slots[0].lay, StaffChip(bytes.fromhex(ONE)))
    assert ONE not in await giving
    assert (await (await connect(Role.KIOSK)).staff_member(ONE)).clerk == "1003"


async def test_without_a_card_on_the_reader_one_is_asked_for(private_pcscd: PrivatePcscd) -> None:
    with pytest.raises(NoCard, match="no card was laid"):
        await serial_of_laid_card(f"uid+pcsc://{quote(private_pcscd.reader(0))}", 0.2)
