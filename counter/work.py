"""What the counter asks of the hall, on the asyncio loop. Answers are posted as happenings."""

import contextlib
from collections.abc import Callable
from typing import assert_never

from counter.flow import state as s
from queue_core.client import ClientError, HallClient, Update
from queue_core.wire.messages import LogIn


class HallWork:
    """`post` hands a happening, or an update of the stream, to the GUI."""

    def __init__(self, client: HallClient, post: Callable[[s.Happening | Update], None]) -> None:
        self._client = client
        self._post = post

    async def follow(self) -> None:
        """Until cancelled; then the client is closed."""
        try:
            async with contextlib.aclosing(self._client.follow()) as updates:
                async for update in updates:
                    self._post(update)
        finally:
            await self._client.close()

    async def perform(self, request: s.Request) -> None:
        match request:
            case s.SendLogIn():
                await self._log_in(request)
            case s.SendAction():
                await self._act(request)
            case s.SendLogOut():
                await self._log_out()
            case s.ForgetSession():
                await self._client.forget_session()
            case _:
                assert_never(request)

    async def _log_in(self, request: s.SendLogIn) -> None:
        wanted = LogIn(clerk=request.clerk, password=request.password, window=request.window)
        try:
            session = await self._client.log_in(wanted)
        except ClientError as error:
            self._post(s.LogInRefused(notice=notice(error)))
        else:
            self._post(s.LoggedIn(session=session))

    async def _act(self, request: s.SendAction) -> None:
        try:
            await self._client.act(request.window, request.action, key=request.key)
        except ClientError as error:
            self._post(s.ActionRefused(key=request.key, notice=notice(error)))
        else:
            self._post(s.ActionDone(key=request.key))

    async def _log_out(self) -> None:
        try:
            await self._client.log_out()
        except ClientError as error:
            self._post(s.LogOutRefused(notice=notice(error)))
        else:
            self._post(s.LoggedOut())


def notice(error: ClientError) -> s.Notice:
    return s.Notice(code=error.code, remedy=error.remedy)
