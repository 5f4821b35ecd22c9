"""What a cabinet asks of its hall."""

from typing import TypeVar

from msgspec import Struct

from queue_core.client.session import HallClient
from queue_core.wire.cases import Receipt
from queue_core.wire.lockers import (
    AskCollection,
    AskDeposit,
    AskInspection,
    AskReceipt,
    AskRemoval,
    FailUnlocking,
    Grant,
    ReportDoors,
    SayFinding,
    ShowProof,
    ShowStaff,
    StaffGrant,
    Unlocking,
)
from queue_core.wire.views import CabinetView

T = TypeVar("T")


class CabinetClient(HallClient):
    """The session of one cabinet; the device's name is the cabinet's code. Raises as HallClient does."""

    async def show_proof(self, proof: ShowProof, *, key: str | None = None) -> Grant:
        return await self._here("proofs", proof, Grant, key)

    async def show_staff(self, staff: ShowStaff, *, key: str | None = None) -> StaffGrant:
        return await self._here("staff", staff, StaffGrant, key)

    async def ask_deposit(self, wanted: AskDeposit, *, key: str | None = None) -> Unlocking:
        return await self._here("deposits", wanted, Unlocking, key)

    async def ask_collection(self, wanted: AskCollection, *, key: str | None = None) -> Unlocking:
        return await self._here("collections", wanted, Unlocking, key)

    async def ask_removal(self, wanted: AskRemoval, *, key: str | None = None) -> Unlocking:
        return await self._here("removals", wanted, Unlocking, key)

    async def ask_inspection(self, wanted: AskInspection, *, key: str | None = None) -> Unlocking:
        return await self._here("inspections", wanted, Unlocking, key)

    async def fail_unlocking(
        self, unlocking_id: int, failed: FailUnlocking, *, key: str | None = None
    ) -> Unlocking:
        return await self._of_unlocking(unlocking_id, "failure", failed, Unlocking, key)

    async def say_finding(self, unlocking_id: int, said: SayFinding, *, key: str | None = None) -> Unlocking:
        return await self._of_unlocking(unlocking_id, "finding", said, Unlocking, key)

    async def receipt(self, unlocking_id: int, asked: AskReceipt) -> Receipt:
        """The next hand-over receipt of what was collected."""
        return await self._of_unlocking(unlocking_id, "receipt", asked, Receipt, None)

    async def report_receipt(
        self, unlocking_id: int, printed: AskReceipt, *, key: str | None = None
    ) -> Receipt:
        """One was printed."""
        return await self._of_unlocking(unlocking_id, "receipt/printed", printed, Receipt, key)

    async def report_doors(self, report: ReportDoors, *, key: str | None = None) -> CabinetView:
        return await self._here("doors", report, CabinetView, key)

    async def _here(self, part: str, body: Struct, reply: type[T], key: str | None) -> T:
        path = f"/api/v1/cabinets/{self.credential.device}/{part}"
        return await self._transport.send("POST", path, reply, token=self._token(), body=body, key=key)

    async def _of_unlocking(
        self, unlocking_id: int, act: str, body: Struct, reply: type[T], key: str | None
    ) -> T:
        path = f"/api/v1/unlockings/{unlocking_id}/{act}"
        return await self._transport.send("POST", path, reply, token=self._token(), body=body, key=key)
