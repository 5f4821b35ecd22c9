"""The pad as it runs, pressed by mouse, at a real hall server over TLS."""

import asyncio

from queue_core.client import Credential, HallClient
from queue_core.wire.messages import LogIn, TakeNumber
from queue_core.wire.words import Role, TicketClass, WindowAction
from tests.qml.counter.conftest import PASSWORD, WINDOW, Hall, Screen, hall, pad

__all__ = ["hall", "pad"]

SERVICE = (WindowAction.OPEN, WindowAction.CALL_NEXT, WindowAction.START, WindowAction.FINISH)


async def serve(hall: Hall, language: str) -> None:
    """Somebody takes a number at the kiosk and is served by the window's clerk."""
    async with HallClient(Credential.load(hall.credential(Role.KIOSK))) as kiosk:
        wanted = TakeNumber(ticket_class=TicketClass.CONSULT, category="registration", language=language)
        await kiosk.take_number(wanted)
    async with HallClient(Credential.load(hall.credential(Role.COUNTER))) as counter:
        await counter.log_in(LogIn(clerk="1001", password=PASSWORD, window=WINDOW))
        for action in SERVICE:
            await counter.act(WINDOW, action)


async def is_asked(hall: Hall) -> bool:
    async with HallClient(Credential.load(hall.credential(Role.PAD))) as device:
        return (await device.window(WINDOW)).rating is not None


def test_a_low_rating_with_labels_is_taken_by_the_hall_in_the_language_of_the_ticket(
    hall: Hall, pad: Screen
) -> None:
    pad.wait_page("closed")
    asyncio.run(serve(hall, "en"))
    pad.wait_page("ask")
    pad.wait_text("level-1", "Not at all satisfied")
    pad.press("level-1")
    pad.wait_page("labels")
    pad.wait_text("label-slow-service", "Slow service")
    pad.press("label-slow-service")
    pad.press("label-other")
    pad.press("send")
    pad.wait_page("thanks")
    assert not asyncio.run(is_asked(hall))


def test_who_skips_is_asked_no_more_by_the_hall(hall: Hall, pad: Screen) -> None:
    pad.wait_page("closed")
    asyncio.run(serve(hall, "zh-CN"))
    pad.wait_page("ask")
    assert asyncio.run(is_asked(hall))
    pad.press("skip")
    pad.wait_page("skipped")
    pad.qtbot.waitUntil(lambda: not asyncio.run(is_asked(hall)), timeout=10_000)
