"""Clerks who serve whom the hall gives them, until nobody waits."""

from dataclasses import dataclass
from typing import Any

from sim.crowd.hall_api import HallApi, Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Clerk:
    """A clerk logged in at a window. `token` is the session's, and goes with every command."""

    counter: HallApi
    window: int
    token: str

    @classmethod
    async def log_in(cls, counter: HallApi, *, clerk: str, password: str, window: int) -> "Clerk":
        session = await counter.post(
            "/api/v1/sessions", {"clerk": clerk, "password": password, "window": window}
        )
        return cls(counter=counter, window=window, token=session["token"])

    async def do(self, action: str) -> dict[str, Any]:
        return await self.counter.post(f"/api/v1/windows/{self.window}/{action}", token=self.token)

    async def serve(self, *, tickets: int) -> int:
        """Call, start and finish up to so many; return how many there were."""
        for served in range(tickets):
            try:
                await self.do("call-next")
            except Refusal as refusal:
                if refusal.code == "nobody-waiting":
                    return served
                raise
            await self.do("start")
            await self.do("finish")
        return tickets
