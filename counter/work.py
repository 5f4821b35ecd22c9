"""What the counter asks of the hall, on the asyncio loop. Answers are posted as happenings."""

import contextlib
from collections.abc import Callable
from typing import assert_never

from counter import casework
from counter.asked import look_up
from counter.done import carry_out
from counter.flow import deeds
from counter.flow import happenings as h
from counter.flow import requests as r
from counter.flow import state as s
from counter.receipts import Receipts, Wanted
from display.kit.hall_stream import follow
from queue_core.client import ClientError, StaffClient, Update
from queue_core.wire.cases import CaseQuery
from queue_core.wire.messages import LogIn

Post = Callable[[h.Happening | Update], None]
CARD_ALONE_IS_NOT_ENOUGH = frozenset({"card-login-off", "password-needed"})
"""What a hall says that wants the password beside a staff card."""


class HallWork:
    """`post` hands a happening, or an update of the stream, to the GUI; without a printer no `receipts`."""

    def __init__(self, client: StaffClient, post: Post, receipts: Receipts | None = None) -> None:
        self._client = client
        self._post = post
        self._receipts = receipts

    async def follow(self) -> None:
        """Until cancelled; then the client is closed."""
        await follow(self._client, self._hear)

    def _hear(self, update: Update) -> None:
        if self._receipts is not None:
            self._receipts.hear(update)
        self._post(update)

    async def perform(self, request: r.Request) -> None:
        match request:
            case r.SendLogIn():
                await self._log_in(request)
            case r.SendDeed():
                await self._act(request)
            case r.SendLogOut():
                await self._log_out()
            case r.ForgetSession():
                await self._client.forget_session()
            case r.AskMatter():
                await self._tell_matter(request)
            case r.AskCasesInHand():
                await self._tell_cases(request)
            case r.AskProspect() | r.FindMatters() | r.AskSlots() | r.AskShift() | r.AskCases() | r.AskCase():
                self._post(await look_up(self._client, request))
            case r.Arrange():
                """The application's own business."""
            case _:
                assert_never(request)

    async def _log_in(self, request: r.SendLogIn) -> None:
        wanted = LogIn(
            clerk=request.clerk,
            password=request.password,
            window=request.window,
            card=request.card,
            takes_over=request.takes_over,
        )
        try:
            session = await self._client.log_in(wanted)
        except ClientError as error:
            if request.card is not None and error.code in CARD_ALONE_IS_NOT_ENOUGH:
                await self._tell_whose(request.card)
            else:
                self._post(h.LogInRefused(notice=notice(error)))
        else:
            self._post(h.LoggedIn(session=session))

    async def _tell_whose(self, serial: str) -> None:
        try:
            member = await self._client.staff_member(serial)
        except ClientError as error:
            self._post(h.LogInRefused(notice=notice(error)))
        else:
            self._post(h.CardKnown(clerk=member.clerk))

    async def _act(self, request: r.SendDeed) -> None:
        try:
            outcome = await self._carry_out(request)
        except ClientError as error:
            outcome = casework.Outcome(refused=error)
        if outcome.refused is None:
            self._post(h.ActionDone(key=request.key, said=outcome.said))
        else:
            self._post(h.ActionRefused(key=request.key, notice=notice(outcome.refused)))
        await self._print(outcome.receipts)

    async def _carry_out(self, request: r.SendDeed) -> casework.Outcome:
        deed = request.deed
        if isinstance(deed, deeds.WithCases):
            prints = self._receipts is not None
            return await casework.carry_out(self._client, request, deed, prints=prints)
        return casework.Outcome(said=await carry_out(self._client, request, deed))

    async def _print(self, wanted: tuple[Wanted, ...]) -> None:
        """The clerk goes on meanwhile."""
        if self._receipts is not None:
            for each in wanted:
                await self._receipts.print(each)

    async def _tell_matter(self, request: r.AskMatter) -> None:
        with contextlib.suppress(ClientError):
            self._post(h.MatterTold(matter=await self._client.matter(request.code)))

    async def _tell_cases(self, request: r.AskCasesInHand) -> None:
        with contextlib.suppress(ClientError):
            cases = await self._client.list_cases(CaseQuery(ticket_id=request.ticket_id))
            self._post(h.CasesInHandTold(ticket_id=request.ticket_id, cases=cases))

    async def _log_out(self) -> None:
        try:
            await self._client.log_out()
        except ClientError as error:
            self._post(h.LogOutRefused(notice=notice(error)))
        else:
            self._post(h.LoggedOut())


def notice(error: ClientError) -> s.Notice:
    return s.Notice(code=error.code, remedy=error.remedy)
