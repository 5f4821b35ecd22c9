"""A staff card on a real reader at a counter, at a real hall."""

import asyncio
import contextlib

import pytest
from structlog.testing import capture_logs

from counter.flow import happenings as h
from counter.flow import requests as r
from counter.flow.state import Notice
from counter.staff_card import NAME, watch_staff_cards
from drivers.runtime.registry import Registry
from sim.peers.staffcard import StaffChip

SERIAL = "04A1B2C3D4E5F6"


@pytest.fixture
async def laid_at(private_pcscd, sit):
    """A counter whose reader has seen the card: the happening, and the counter."""
    desk = await sit(1, at_work=False)
    address = f"uid+pcsc://{private_pcscd.reader(0).replace(' ', '%20')}?settles_within_s=0.01"
    async with Registry() as devices:
        watching = asyncio.create_task(watch_staff_cards(address, devices, desk.heard.put_nowait))
        async with asyncio.timeout(20):
            while not any(each.name == NAME and each.parts["card"] == "absent" for each in devices.health()):
                await devices.changed()
        await asyncio.to_thread(private_pcscd.slots[0].lay, StaffChip(bytes.fromhex(SERIAL)))
        yield desk, await desk.next(h.CardLaid | h.CardUnread)
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching


async def test_a_laid_card_says_who_it_is_and_the_password_is_asked_beside_it(hall, laid_at) -> None:
    desk, laid = laid_at
    await hall.administer(lambda server: server.give_card("1001", SERIAL))
    with capture_logs() as logged:
        await desk.work.perform(r.SendLogIn(window=1, card=laid.serial))
        assert await desk.next(h.CardKnown | h.LogInRefused) == h.CardKnown(clerk="1001")
    assert SERIAL not in repr(logged) + repr(laid)


async def test_a_strange_card_is_refused(laid_at) -> None:
    desk, laid = laid_at
    await desk.work.perform(r.SendLogIn(window=1, card=laid.serial))
    assert (await desk.next(h.CardKnown | h.LogInRefused)).notice.code == "unknown-card"


async def test_a_card_that_lay_there_when_the_reader_was_opened_logs_nobody_in(private_pcscd) -> None:
    await asyncio.to_thread(private_pcscd.slots[0].lay, StaffChip(bytes.fromhex(SERIAL)))
    heard: asyncio.Queue[h.CardLaid | h.CardUnread] = asyncio.Queue()
    address = f"uid+pcsc://{private_pcscd.reader(0).replace(' ', '%20')}?settles_within_s=10"
    async with Registry() as devices, asyncio.timeout(20):
        watching = asyncio.create_task(watch_staff_cards(address, devices, heard.put_nowait))
        assert await heard.get() == h.CardUnread(notice=Notice(code="card-lies"))
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
