"""What the administrator's commands ask of the running server."""

import msgspec

from queue_core.client.transport import Transport, new_key
from queue_core.hall.data_folder import DataFolder, Running
from queue_core.hall.errors import NotRunning
from queue_core.wire.appointments import Imported, ImportRows
from queue_core.wire.messages import (
    AdminSession,
    CreateEnrolmentCode,
    EnrolmentCode,
    OpenAdminSession,
    RevokeDevice,
    SetPassword,
    StaffCard,
)

_WITHIN_S = 5.0


class Administration:
    """One administrator's session with the server that runs on this folder."""

    def __init__(self, folder: DataFolder) -> None:
        folder.require_initialised()
        try:
            running = msgspec.json.decode(folder.running.read_bytes(), type=Running)
        except (OSError, msgspec.MsgspecError) as error:
            raise NotRunning(folder.path) from error
        self._transport = Transport(running.url, folder.certificate.read_text(), deadline_s=_WITHIN_S)
        self._token: str | None = None

    async def begin(self, secret: str) -> None:
        session = await self._transport.send(
            "POST",
            "/api/v1/admin-sessions",
            AdminSession,
            token=None,
            body=OpenAdminSession(secret=secret),
            key=new_key(),
        )
        self._token = session.token

    async def end(self) -> None:
        await self._transport.close()

    async def enrolment_code(self, wanted: CreateEnrolmentCode) -> EnrolmentCode:
        path = "/api/v1/enrolment-codes"
        return await self._transport.send("POST", path, EnrolmentCode, token=self._token, body=wanted)

    async def set_password(self, clerk: str, password: str) -> None:
        path = f"/api/v1/clerks/{clerk}/password"
        body = SetPassword(password=password)
        await self._transport.send("POST", path, type(None), token=self._token, body=body)

    async def give_card(self, clerk: str, serial: str) -> None:
        """An empty serial takes all cards of the clerk away."""
        path, body = f"/api/v1/clerks/{clerk}/card", StaffCard(serial=serial)
        await self._transport.send("POST", path, type(None), token=self._token, body=body)

    async def take_in(self, kind: str, rows: ImportRows) -> Imported:
        """Import rows of `appointments` or `cases`."""
        path = f"/api/v1/{kind}/import"
        return await self._transport.send("POST", path, Imported, token=self._token, body=rows)

    async def revoke(self, device: str) -> None:
        body = RevokeDevice(device=device)
        await self._transport.send("POST", "/api/v1/revocations", type(None), token=self._token, body=body)
