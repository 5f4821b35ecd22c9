"""The administrator of a crowd's hall: enrols any number of devices and gives clerks passwords."""

import secrets
from collections.abc import Sequence
from dataclasses import replace

from sim.crowd.hall_api import Credential, HallApi

_SECRET_LENGTH = 8  # of an enrolment code; the rest is the certificate's fingerprint


class Administrator:
    """Works through `api`, whose credential needs no token of its own."""

    def __init__(self, api: HallApi, token: str) -> None:
        self._api, self._token = api, token

    @classmethod
    async def begin(cls, api: HallApi, admin_secret: str) -> "Administrator":
        session = await api.post("/api/v1/admin-sessions", {"secret": admin_secret})
        return cls(api, session["token"])

    async def enrol(self, role: str, device: str, windows: Sequence[int] = ()) -> Credential:
        wanted = {"role": role, "device": device, "windows": list(windows)}
        made = await self._api.post("/api/v1/enrolment-codes", wanted, token=self._token)
        secret = made["code"].replace("-", "")[:_SECRET_LENGTH]
        enrolled = await self._api.post("/api/v1/enrolments", {"code": secret})
        return replace(self._api.credential, role=enrolled["role"], token=enrolled["token"])

    async def give_password(self, clerk: str) -> str:
        password = secrets.token_urlsafe(12)
        await self._api.post(f"/api/v1/clerks/{clerk}/password", {"password": password}, token=self._token)
        return password
