"""What staff ask of a hall, over real sockets: cards, notes, pauses, notices, green channels, supervision."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import TypeVar

import pytest
from msgspec.structs import replace

from queue_core.audit.auditing import audit
from queue_core.client import HallRefused
from queue_core.client.staff import StaffClient
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.settings_staff import Staff
from queue_core.wire.choices import Transfer
from queue_core.wire.messages import LogIn, TakeNumber
from queue_core.wire.stream import Snapshot
from queue_core.wire.supervision import AlarmKind, PostNotice
from queue_core.wire.views import BoardView, CallView, WindowView
from queue_core.wire.words import Reason, Role, TicketClass, WindowAction
from tests.integration.hall.conftest import PASSWORD, Founded, HallInThread, accept, consult

View = TypeVar("View")
CARD = "04A1B2C3D4E5F6"
WITHIN_S = 5.0
Staffed = Callable[..., Awaitable[StaffClient]]


@pytest.fixture
async def hall(tmp_path, settings, founded: Founded) -> AsyncIterator[HallInThread]:
    """One that lets clerks and guides in by their cards alone."""
    folder = DataFolder(tmp_path / "hall")
    shutil.copytree(founded.folder.path, folder.path)
    opened = settings.model_copy(update={"staff": Staff(login_by_card=True)})
    hall = HallInThread(folder, opened, founded.secret)
    hall.start()
    for number in ("2001", "9001"):
        await hall.administer(lambda server, of=number: server.set_password(of, PASSWORD))
    yield hall
    await hall.end_administration()
    await asyncio.to_thread(hall.stop)


@pytest.fixture
async def staff(hall: HallInThread, founded: Founded) -> AsyncIterator[Staffed]:
    """A device with somebody logged in at it, or a device alone."""
    async with AsyncExitStack() as stack:

        async def staff(*device: object, clerk: str | None = None, window: int | None = None) -> StaffClient:
            credential = replace(founded.credentials[device], server=hall.url)
            client = await stack.enter_async_context(StaffClient(credential))
            if clerk is not None:
                await client.log_in(LogIn(clerk=clerk, password=PASSWORD, window=window))
            return client

        yield staff


async def seen(client: StaffClient, kind: type[View], *, when: Callable[[View], bool]) -> View:
    """The first view of that kind on the stream of which `when` holds."""
    async with asyncio.timeout(WITHIN_S), AsyncExitStack() as stack:
        updates = client.follow()
        stack.push_async_callback(updates.aclose)
        async for update in updates:
            views = getattr(update, "views", ())
            if isinstance(update, Snapshot):
                views = (update.hall, update.board, *update.windows, *update.calls)
            for view in views:
                if isinstance(view, kind) and when(view):
                    return view
    raise AssertionError


async def refused(asked: Awaitable[object]) -> str:
    with pytest.raises(HallRefused) as found:
        await asked
    return found.value.code


async def test_a_card_alone_logs_a_clerk_in_and_a_supervisor_never(hall, staff: Staffed) -> None:
    counter = await staff(Role.COUNTER, 1)
    assert await refused(counter.log_in(LogIn(card=CARD, window=1))) == "unknown-card"
    await hall.administer(lambda server: server.give_card("1001", CARD))
    session = await counter.log_in(LogIn(card=CARD, window=1))
    assert (session.clerk, session.role, session.window) == ("1001", Role.CLERK, 1)
    await hall.administer(lambda server: server.give_card("9001", CARD))
    assert await refused(counter.log_in(LogIn(card=CARD, window=1))) == "password-needed"


async def test_a_window_is_taken_over_and_the_old_session_is_over(staff: Staffed) -> None:
    old = await staff(Role.COUNTER, 1, clerk="1001", window=1)
    await old.act(1, WindowAction.OPEN)
    new = await staff(Role.COUNTER, 1)
    asked = LogIn(clerk="1002", password=PASSWORD, window=1)
    assert await refused(new.log_in(asked)) == "window-taken"
    with pytest.raises(HallRefused) as found:
        await new.log_in(replace(asked, takes_over=True))
    assert found.value.code == "clerk-at-work"  # the old one opened the window a moment ago
    assert (await old.window(1)).clerk == "1001"


async def test_a_note_is_read_by_the_next_window_alone_and_gone_afterwards(staff: Staffed) -> None:
    guide = await staff(Role.COUNTER, 1, clerk="2001")
    first = await staff(Role.COUNTER, 1, clerk="1001", window=1)
    second = await staff(Role.COUNTER, 2, clerk="1002", window=2)
    wall = await staff(Role.WALL)
    for clerk, window in ((first, 1), (second, 2)):
        await clerk.act(window, WindowAction.OPEN)
    ticket = await guide.take_number(accept(1))
    await first.act(1, WindowAction.CALL_NEXT)
    await first.act(1, WindowAction.START)
    own = await first.write_note(1, "  copy of the lease is missing ")
    assert own.ticket is not None
    assert own.ticket.note is None
    await first.transfer(1, Transfer(to_window=2))
    await second.act(2, WindowAction.CALL_NEXT)
    there = await seen(second, WindowView, when=lambda view: view.ticket is not None)
    assert there.ticket is not None
    assert there.ticket.note == "copy of the lease is missing"
    assert there.ticket.reason is Reason.EARLIER
    shown = await seen(wall, WindowView, when=lambda view: view.window == 2 and view.ticket is not None)
    assert shown.ticket is not None
    assert (shown.ticket.note, shown.ticket.holder) == (None, None)
    await second.act(2, WindowAction.START)
    await second.act(2, WindowAction.FINISH)
    supervisor = await staff(Role.COUNTER, 1, clerk="9001")
    await supervisor.act(2, WindowAction.OPEN)
    assert (await guide.ticket(ticket.ticket_id)).served_at == 2


async def test_a_pause_says_until_when_and_a_held_number_stands_at_its_window(staff: Staffed) -> None:
    guide = await staff(Role.COUNTER, 1, clerk="2001")
    clerk = await staff(Role.COUNTER, 1, clerk="1001", window=1)
    await clerk.act(1, WindowAction.OPEN)
    first, waiting = await guide.take_number(accept(1)), await guide.take_number(accept(2))
    await clerk.act(1, WindowAction.CALL_NEXT)
    await clerk.act(1, WindowAction.START)
    asked = await clerk.pause(1, "meal", minutes=30)
    assert (asked.pause, asked.pause_until_ms) == ("meal", None)
    paused = await clerk.hold(1, "copy")
    assert [(each.number, each.reason, each.is_back) for each in paused.held] == [
        (first.number, "copy", False)
    ]
    assert paused.pause_until_ms is not None
    assert 29 * 60_000 < paused.pause_until_ms - waiting.issued_at_ms < 31 * 60_000
    await guide.come_back(first.ticket_id)
    back = await clerk.act(1, WindowAction.RESUME)
    assert [each.is_back for each in back.held] == [True]
    assert (back.waiting, back.first_since_ms is not None) == (2, True)
    called = await clerk.act(1, WindowAction.CALL_NEXT)
    assert called.held == ()
    assert called.ticket is not None
    assert called.ticket.reason is Reason.CONTINUATION


async def test_who_speaks_a_call_tells_all_and_a_new_wall_need_not_say_it(staff: Staffed) -> None:
    guide = await staff(Role.COUNTER, 1, clerk="2001")
    clerk = await staff(Role.COUNTER, 1, clerk="1001", window=1)
    wall, other = await staff(Role.WALL), await staff(Role.WALL)
    await clerk.act(1, WindowAction.OPEN)
    await guide.take_number(accept(1))
    hearing = asyncio.create_task(seen(other, CallView, when=lambda call: call.is_spoken and call.nth == 2))
    await clerk.act(1, WindowAction.CALL_NEXT)
    await clerk.act(1, WindowAction.RECALL)
    call = await seen(wall, CallView, when=lambda call: call.nth == 2)
    assert not call.is_spoken
    await wall.report_spoken(call.call_id)
    await wall.report_spoken(call.call_id)
    assert (await hearing).call_id == call.call_id
    late = await staff(Role.WALL)
    assert (await seen(late, CallView, when=lambda each: each.nth == 2)).is_spoken


async def test_a_notice_hangs_on_walls_and_kiosks_until_it_is_taken_down(staff: Staffed) -> None:
    supervisor = await staff(Role.COUNTER, 1, clerk="9001")
    wall, kiosk = await staff(Role.WALL), await staff(Role.KIOSK)
    looking = [
        asyncio.create_task(seen(each, BoardView, when=lambda board: bool(board.notices)))
        for each in (wall, kiosk)
    ]
    posted = await supervisor.post_notice(PostNotice(texts={"zh-CN": "三号窗口  暂停"}, minutes=10))
    for board in await asyncio.gather(*looking):
        assert board == posted
    (notice,) = posted.notices
    assert notice.texts == {"zh-CN": "三号窗口 暂停"}
    assert notice.until_ms is not None
    assert (await supervisor.end_notice(notice.notice_id)).notices == ()
    assert (await supervisor.end_notice(notice.notice_id)).notices == ()
    assert await refused(supervisor.end_notice(99)) == "no-such-notice"
    assert await refused(supervisor.post_notice(PostNotice(texts={}))) == "notice-unreadable"
    assert await refused(supervisor.post_notice(PostNotice(texts={"en": "x"}, minutes=0))) == "minutes-wrong"


async def test_a_green_channel_s_number_goes_to_its_windows_and_the_audit_agrees(
    hall, staff: Staffed
) -> None:
    guide = await staff(Role.COUNTER, 1, clerk="2001")
    kiosk, supervisor = await staff(Role.KIOSK), await staff(Role.COUNTER, 2, clerk="9001")
    clerk = await staff(Role.COUNTER, 1, clerk="1001", window=1)
    own = await staff(Role.COUNTER, 3, clerk="1003", window=3)
    for each, window in ((clerk, 1), (own, 3)):
        await each.act(window, WindowAction.OPEN)
    wanted = replace(consult(), project="major-projects")
    assert await refused(kiosk.take_number(wanted)) == "project-by-staff"
    assert await refused(guide.take_number(replace(wanted, project="bridges"))) == "no-such-project"
    plain = await guide.take_number(consult())
    green = await guide.take_number(wanted)
    assert green.windows == (3, 12)
    order = await supervisor.waiting_at(3)
    assert [each.number for each in order] == [green.number, plain.number]
    assert [each.number for each in await supervisor.waiting_at(1)] == [plain.number]
    called = await own.act(3, WindowAction.CALL_NEXT)
    assert called.ticket is not None
    assert (called.ticket.number, called.ticket.project) == (green.number, "major-projects")
    assert called.ticket.reason is Reason.PRIORITY
    again = await guide.take_number(wanted)
    assert again.ahead == 0
    await own.act(3, WindowAction.START)
    await own.act(3, WindowAction.FINISH)
    await own.log_out()
    assert [each.number for each in await supervisor.waiting_at(1)] == [again.number, plain.number]
    kinds = {(each.kind, each.subject) for each in (await supervisor.supervision()).alarms}
    assert (AlarmKind.NO_WINDOW, "project:major-projects") in kinds
    await clerk.act(1, WindowAction.CALL_NEXT)
    await hall.end_administration()
    await asyncio.to_thread(hall.stop)
    report = audit(hall.folder.path / "journal.db", is_whole=True)
    assert (report.is_right, report.violations) == (True, ())


async def test_a_supervisor_sees_queues_and_what_is_wrong_and_a_clerk_the_own_shift(staff: Staffed) -> None:
    supervisor = await staff(Role.COUNTER, 2, clerk="9001")
    guide = await staff(Role.COUNTER, 1, clerk="2001")
    clerk = await staff(Role.COUNTER, 1, clerk="1001", window=1)
    await guide.take_number(accept(1))
    seen_now = await supervisor.supervision()
    queue = next(
        each
        for each in seen_now.queues
        if (each.category, each.ticket_class) == ("registration", TicketClass.ACCEPT)
    )
    assert (queue.waiting, queue.windows_open, queue.target_min) == (1, 0, 20)
    assert queue.first_since_ms is not None
    assert (AlarmKind.NO_WINDOW, "unit:registration/accept") in {
        (each.kind, each.subject) for each in seen_now.alarms
    }
    await clerk.act(1, WindowAction.OPEN)
    await clerk.act(1, WindowAction.CALL_NEXT)
    await clerk.act(1, WindowAction.START)
    await clerk.act(1, WindowAction.FINISH)
    await clerk.pause(1, "meal")
    shift = await clerk.shift()
    assert (shift.clerk, shift.calls, shift.finished, shift.no_shows) == ("1001", 1, 1, 0)
    assert [each.reason for each in shift.pauses] == ["meal"]
    assert shift.display_name == "林晓岚"
    assert (await supervisor.shift()).since_ms is None
    with pytest.raises(HallRefused):
        await clerk.supervision()


async def test_the_hall_tells_staff_the_reasons_and_channels(staff: Staffed) -> None:
    kiosk = await staff(Role.KIOSK)
    hall = await kiosk.hall()
    assert [each.code for each in hall.pause_reasons][:2] == ["short-break", "meal"]
    assert "seal" in [each.code for each in hall.hold_reasons]
    assert all(set(each.names) == {"zh-CN", "zh-Hant", "en"} for each in hall.pause_reasons)
    assert [(each.code, each.windows) for each in hall.green_channels] == [("major-projects", (3, 12))]


async def test_a_notice_stays_through_a_restart(hall, staff: Staffed) -> None:
    supervisor = await staff(Role.COUNTER, 2, clerk="9001")
    posted = await supervisor.post_notice(PostNotice(texts={"en": "Lift out of order"}))
    await asyncio.to_thread(hall.stop)
    hall.start()
    wall = await staff(Role.WALL)
    assert await seen(wall, BoardView, when=lambda board: bool(board.notices)) == posted


async def test_a_taken_number_s_project_is_not_the_holder_s_to_choose(staff: Staffed) -> None:
    guide = await staff(Role.COUNTER, 1, clerk="2001")
    wanted = TakeNumber(ticket_class=TicketClass.CONSULT, category="nothing", project="major-projects")
    assert await refused(guide.take_number(wanted)) == "not-offered"


async def test_a_deed_sent_twice_is_answered_as_the_first_though_the_number_has_left(staff: Staffed) -> None:
    guide = await staff(Role.COUNTER, 1, clerk="2001")
    clerk = await staff(Role.COUNTER, 1, clerk="1001", window=1)
    ticket = await guide.take_number(accept(1))
    await clerk.act(1, WindowAction.OPEN)
    await clerk.act(1, WindowAction.CALL_NEXT)
    cancelled = await clerk.cancel(ticket.ticket_id, key="given-up-at-the-window")
    assert await clerk.cancel(ticket.ticket_id, key="given-up-at-the-window") == cancelled
    assert await refused(clerk.cancel(ticket.ticket_id, key="another-press")) == "not-your-number"
