"""What the supervisor's screen asks of the hall, on the asyncio loop. Answers are posted as happenings."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import assert_never

from counter.supervisor.flow import acts as a
from counter.supervisor.flow import happenings as h
from counter.supervisor.flow import pickup_acts as p
from counter.supervisor.flow.state import Notice, Topic
from display.kit.hall_stream import follow
from queue_core.client import ClientError, HallRefused, Update
from queue_core.client.staff import StaffClient
from queue_core.wire.cases import CasePlace
from queue_core.wire.messages import LogIn
from queue_core.wire.supervision import PostNotice
from queue_core.wire.words import PlaceKind

ASK_EVERY_S = {
    Topic.SUPERVISION: 3.0,
    Topic.DEVICES: 10.0,
    Topic.FIGURES: 15.0,
    Topic.RATINGS: 20.0,
    Topic.FOLLOW_UPS: 20.0,
    Topic.MESSAGES: 10.0,
}
NOT_DEAD = "message-not-dead"
Post = Callable[[h.Happening | Update], None]


class HallWork:
    """`post` hands a happening, or an update of the stream, to the GUI."""

    def __init__(self, client: StaffClient, post: Post) -> None:
        self._client = client
        self._post = post
        self._is_watching = asyncio.Event()
        self._asked_again = {topic: asyncio.Event() for topic in Topic}

    async def follow(self) -> None:
        """Until cancelled; then the client is closed."""
        await follow(self._client, self._post)

    async def ask_about(self, topic: Topic) -> None:
        """Every few seconds while somebody watches, until cancelled."""
        again = self._asked_again[topic]
        while True:
            await self._is_watching.wait()
            again.clear()
            await self._ask(topic)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(again.wait(), ASK_EVERY_S[topic])

    async def perform(self, request: h.Request) -> None:
        match request:
            case h.SendLogIn():
                await self._log_in(request)
            case h.SendLogOut():
                await self._log_out()
            case h.ForgetSession():
                await self._client.forget_session()
            case h.Perform():
                await self._act(request)
            case h.AskWaiting():
                await self._ask_waiting(request.window)
            case h.AskAgain():
                self._asked_again[request.topic].set()
            case h.Watch():
                self._watch(is_on=request.is_on)
            case _ as never:
                assert_never(never)

    def _watch(self, *, is_on: bool) -> None:
        if is_on:
            self._is_watching.set()
            for again in self._asked_again.values():
                again.set()
        else:
            self._is_watching.clear()

    async def _ask(self, topic: Topic) -> None:
        try:
            answer = await self._answer(topic)
        except ClientError as error:
            self._post(h.NotTold(topic=topic, code=error.code))
        else:
            self._post(h.Told(topic=topic, answer=answer))

    async def _answer(self, topic: Topic) -> h.Answer:
        match topic:
            case Topic.SUPERVISION:
                return await self._client.supervision()
            case Topic.DEVICES:
                return h.DevicesTold(front_ends=await self._client.devices())
            case Topic.FIGURES:
                return await self._client.figures_today()
            case Topic.RATINGS:
                return await self._client.ratings_today()
            case Topic.FOLLOW_UPS:
                return h.FollowUpsTold(follow_ups=await self._client.follow_ups())
            case Topic.MESSAGES:
                messages, dead = await self._client.messages(), await self._client.dead_letters()
                return h.MessagesTold(messages=messages, dead_letters=dead)
            case _ as never:
                assert_never(never)

    async def _log_in(self, request: h.SendLogIn) -> None:
        try:
            session = await self._client.log_in(LogIn(clerk=request.clerk, password=request.password))
        except ClientError as error:
            self._post(h.LogInRefused(notice=notice(error)))
        else:
            self._post(h.LoggedIn(session=session))

    async def _log_out(self) -> None:
        try:
            await self._client.log_out()
        except ClientError as error:
            self._post(h.LogOutRefused(notice=notice(error)))
        else:
            self._post(h.LoggedOut())

    async def _ask_waiting(self, window: int) -> None:
        try:
            numbers = await self._client.waiting_at(window)
        except ClientError as error:
            self._post(h.WaitingRefused(window=window, notice=notice(error)))
        else:
            self._post(h.WaitingTold(window=window, numbers=numbers))

    async def _act(self, request: h.Perform) -> None:
        try:
            await command(self._client, request.act, request.key)
        except ClientError as error:
            self._post(h.Refused(key=request.key, notice=notice(error)))
        else:
            self._post(h.Done(key=request.key))


def command(client: StaffClient, act: a.Act, key: str) -> Awaitable[object]:  # noqa: C901, PLR0911 a table of all acts
    """The one command that an act is."""
    match act:
        case a.ActAtWindow():
            return client.act(act.window, act.action, key=key)
        case a.PauseWindow():
            return client.pause(act.window, act.reason, minutes=act.minutes, key=key)
        case a.OpenTerminal():
            return client.open_terminal(act.window, key=key)
        case a.CloseInEmergency():
            return client.close_in_emergency(act.window, act.reason, key=key)
        case a.ChangeUnits():
            return client.change_profile(act.window, act.units, reason=act.reason, key=key)
        case a.CallNumber():
            return client.call_ticket(act.window, act.ticket_id, act.reason, key=key)
        case a.TellAll():
            return client.post_notice(PostNotice(texts=dict(act.texts), minutes=act.minutes), key=key)
        case a.EndNotice():
            return client.end_notice(act.notice_id, key=key)
        case a.EndDay():
            return client.close_hall(act.reason, key=key)
        case a.AnswerFor():
            return client.act_on_follow_up(
                act.follow_up_id, act.act, note=act.note, result=act.result, key=key
            )
        case _:
            return pickup_command(client, act, key)


def pickup_command(client: StaffClient, act: p.PickupAct, key: str) -> Awaitable[object]:  # noqa: PLR0911 likewise
    match act:
        case p.InspectDoor():
            return client.ask_inspection(act.at.cabinet, act.at.door, key=key)
        case p.SayInside():
            return client.say_finding(act.unlocking_id, act.finding, key=key)
        case p.KeepCase():
            return client.keep_longer(act.case, act.until_ms, key=key)
        case p.TakeOut():
            return client.ask_removal(act.at.cabinet, act.case, key=key)
        case p.SetService():
            at = act.at
            return client.set_door_service(at.cabinet, at.door, is_in_service=act.is_in_service, key=key)
        case p.LiftLock():
            return client.lift_proof_lock(act.place, key=key)
        case p.PutOnShelf():
            shelf = CasePlace(kind=PlaceKind.SHELF, label=act.label)
            return client.place_case(act.case, shelf, key=key)
        case p.SendAgain():
            return send_again(client, act.message_ids, key)
        case p.SendAllAgain():
            return client.send_all_again(act.reason, key=key)
        case _ as never:
            assert_never(never)


async def send_again(client: StaffClient, message_ids: tuple[int, ...], key: str) -> None:
    """One after the other; those that are no dead letters any more hold up none of the others.

    Raises ClientError, also when none of them went.
    """
    gone: list[HallRefused] = []
    for message_id in message_ids:
        try:
            await client.send_again(message_id, key=f"{key}/{message_id}")
        except HallRefused as error:
            if error.code != NOT_DEAD:
                raise
            gone.append(error)
    if len(gone) == len(message_ids):
        raise gone[0]


def notice(error: ClientError) -> Notice:
    said = tuple(error.problem.said.items()) if isinstance(error, HallRefused) else ()
    return Notice(code=error.code, said=said, remedy=error.remedy)
