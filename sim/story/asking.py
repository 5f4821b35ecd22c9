"""The hall's HTTP interface for people of a story who have no screen: citizens and clerks."""

from typing import Any, Self
from uuid import uuid4

import httpx

from sim.crowd.hall_api import Credential, Refusal
from sim.story.errors import Different
from sim.story.founding import Clerk
from sim.story.phone import trusting


class Road:
    """One device's requests. A hall that is not there raises httpx errors, one that says no Refusal."""

    def __init__(self, credential: Credential) -> None:
        self._http = httpx.Client(
            base_url=credential.server,
            verify=trusting(credential.certificate),
            headers={"Authorization": f"Bearer {credential.token}"},
            timeout=30.0,
            trust_env=False,
        )

    def log_in(self, clerk: Clerk, window: int | None = None) -> Self:
        """From now on requests are the clerk's."""
        wanted = {"clerk": clerk.number, "password": clerk.password, "window": window}
        session = self.post("/api/v1/sessions", wanted)
        self._http.headers["Authorization"] = f"Bearer {session['token']}"
        return self

    def post(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        headers = {"Idempotency-Key": uuid4().hex}
        done: dict[str, Any] = _answer(self._http.post(path, json=body or {}, headers=headers))
        return done

    def get(self, path: str) -> Any:
        return _answer(self._http.get(path))

    def close(self) -> None:
        self._http.close()


class Seat:
    """A clerk at a window, by requests. Opens it at once."""

    def __init__(self, road: Road, clerk: Clerk, window: int) -> None:
        self.window, self._road = window, road.log_in(clerk, window)
        self.do("open")

    def do(self, act: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        return self._road.post(f"/api/v1/windows/{self.window}/{act}", body)

    def call_next(self) -> str:
        """The number that was called."""
        ticket = self.do("call-next")["ticket"]
        if ticket is None:
            raise Different(f"window {self.window} called, and nobody came")
        return str(ticket["number"])


def _answer(response: httpx.Response) -> Any:
    body = response.json() if response.content else {}
    if response.is_error:
        raise Refusal(body)
    return body
