"""The hall's HTTP interface for people of a story who have no screen: citizens and clerks."""

from typing import Any, Self
from uuid import uuid4

import httpx

from sim.crowd.hall_api import Credential
from sim.story.errors import Different, HallAway, Refused
from sim.story.founding import Clerk
from sim.story.phone import trusting


class Road:
    """One device's requests. Raises HallAway, or Refused when the hall says no."""

    def __init__(self, credential: Credential) -> None:
        self._http = httpx.Client(
            base_url=credential.server,
            verify=trusting(credential.certificate),
            headers={"Authorization": f"Bearer {credential.token}"},
            timeout=30.0,
            trust_env=False,
        )

    def log_in(self, clerk: Clerk, window: int | None = None, *, takes_over: bool = False) -> Self:
        """From now on requests are the clerk's. `takes_over`: from whoever has the window."""
        wanted = {
            "clerk": clerk.number,
            "password": clerk.password,
            "window": window,
            "takes_over": takes_over,
        }
        session = self.post("/api/v1/sessions", wanted)
        self._http.headers["Authorization"] = f"Bearer {session['token']}"
        return self

    def post(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        headers = {"Idempotency-Key": uuid4().hex}
        done: dict[str, Any] = self._ask("POST", path, json=body or {}, headers=headers)
        return done

    def get(self, path: str) -> Any:
        return self._ask("GET", path)

    def _ask(self, method: str, path: str, **more: Any) -> Any:
        try:
            response = self._http.request(method, path, **more)
        except httpx.HTTPError as error:
            raise HallAway(f"{path}: {error}") from error
        body = response.json() if response.content else {}
        if response.is_error:
            raise Refused(f"the hall refused {path}: {body.get('code')}: {body.get('detail')}")
        return body

    def close(self) -> None:
        self._http.close()


class Seat:
    """A clerk at a window, by requests. Opens it at once, or takes it over where it is open."""

    def __init__(self, road: Road, clerk: Clerk, window: int, *, is_open: bool = False) -> None:
        self.window, self._road = window, road.log_in(clerk, window, takes_over=is_open)
        if not is_open:
            self.do("open")

    def do(self, act: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        return self._road.post(f"/api/v1/windows/{self.window}/{act}", body)

    def call_next(self) -> str:
        """The number that was called."""
        ticket = self.do("call-next")["ticket"]
        if ticket is None:
            raise Different(f"window {self.window} called, and nobody came")
        return str(ticket["number"])
