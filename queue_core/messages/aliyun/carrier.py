"""The carrier over Aliyun's short message service.

The service drops no repetition by itself: a message that may have gone out already is looked for by its
`OutId` before it is sent again. Its delivery reports are asked for: the service could also push them to an
address of ours, but unsigned, and a hall's server is not to be reached from the internet. The phones of
messages whose report is still to come are in memory only.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable, Collection
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from queue_core.messages.aliyun.service import DELIVERED, WAITING, Detail, Service, Sms
from queue_core.messages.aliyun.settings import AliyunSettings
from queue_core.messages.contract import CarrierError, Fate, NeverSendable, Parcel, Report

BEIJING = ZoneInfo("Asia/Shanghai")
_DAYS_BACK = 7
_REPORTS_END_S = 72 * 3600
_LONGEST_S = 3600.0
_LOOK_EVERY_S = 0.25
_AT_ONCE = 20


class _Awaited(Struct, frozen=True):
    """A report to come; asked for at `ask_at_s` (monotonic), and not after `until_s`."""

    out_id: str
    phone: str
    day: date
    ask_at_s: float
    every_s: float
    until_s: float

    def __repr__(self) -> str:
        return f"_Awaited({self.out_id})"


class AliyunCarrier:
    """`now_ms` is the hall's clock, `clock` counts seconds on and on."""

    is_reached: bool | None = None

    def __init__(
        self,
        name: str,
        settings: AliyunSettings,
        service: Service,
        *,
        now_ms: Callable[[], int],
        clock: Callable[[], float],
    ) -> None:
        self.name = name
        self._settings = settings
        self._service = service
        self._now_ms = now_ms
        self._clock = clock
        self._awaited: dict[str, _Awaited] = {}
        self._reports: asyncio.Queue[Report] = asyncio.Queue()

    async def run(self) -> None:
        """Asks for reports until cancelled."""
        try:
            while True:
                await asyncio.sleep(min(_LOOK_EVERY_S, self._settings.report_after_s))
                now_s = self._clock()
                due = [each for each in self._awaited.values() if each.ask_at_s <= now_s]
                for each in due[:_AT_ONCE]:
                    await self._ask_about(each)
        finally:
            await self._service.close()

    async def send(self, parcel: Parcel) -> str:
        """The message's OutId."""
        template = self._settings.template(parcel.scene, parcel.language)
        if template is None:
            raise NeverSendable(
                "no-template",
                f"There is no template for {parcel.scene}.",
                "Have one approved by the short message service and name it in hall.toml.",
            )
        out_id = name_of(parcel.dedupe_key)
        day = self._today()
        if parcel.attempt > 1 and (sent_on := await self._sent_before(parcel, out_id, day)):
            self._await_report(out_id, parcel.phone, sent_on)
            return out_id
        fields = {variable: parcel.slots.get(slot, "") for variable, slot in template.fields.items()}
        await self._service.send(
            Sms(phone=parcel.phone, template=template.code, fields=fields, out_id=out_id)
        )
        self._await_report(out_id, parcel.phone, day)
        return out_id

    def expect(self, receipt: str, *, phone: str, sent_at_ms: int, heard: Collection[str]) -> None:  # noqa: ARG002 it has no parts
        self._await_report(receipt, phone, datetime.fromtimestamp(sent_at_ms / 1000, BEIJING).date())

    async def reports(self) -> AsyncIterator[Report]:
        while True:
            yield await self._reports.get()

    def stored(self, report: Report) -> None:
        """It was asked for, and can be asked for again."""

    async def _sent_before(self, parcel: Parcel, out_id: str, today: date) -> date | None:
        """As `_sent_on`; what it raises says that this attempt has sent nothing."""
        try:
            return await self._sent_on(parcel, out_id, today)
        except CarrierError as error:
            error.is_untaken = True
            raise

    async def _sent_on(self, parcel: Parcel, out_id: str, today: date) -> date | None:
        """The day on which an earlier attempt went out after all; None: it did not."""
        created = datetime.fromtimestamp(parcel.created_at_ms / 1000, BEIJING).date()
        for back in range(min((today - created).days, _DAYS_BACK) + 1):
            day = today - timedelta(days=back)
            if _of(out_id, await self._service.details(parcel.phone, day)):
                return day
        return None

    def _await_report(self, out_id: str, phone: str, day: date) -> None:
        now_s, every_s = self._clock(), self._settings.report_after_s
        self._awaited[out_id] = _Awaited(out_id, phone, day, now_s + every_s, every_s, now_s + _REPORTS_END_S)

    async def _ask_about(self, awaited: _Awaited) -> None:
        """A service that is away just now is asked later."""
        try:
            found = _of(awaited.out_id, await self._service.details(awaited.phone, awaited.day))
        except CarrierError:
            found = None
        if found is not None and found.send_status != WAITING:
            del self._awaited[awaited.out_id]
            self._reports.put_nowait(_report(found))
            return
        now_s, every_s = self._clock(), min(2 * awaited.every_s, _LONGEST_S)
        if now_s >= awaited.until_s:
            del self._awaited[awaited.out_id]
        else:
            self._awaited[awaited.out_id] = _Awaited(
                awaited.out_id, awaited.phone, awaited.day, now_s + every_s, every_s, awaited.until_s
            )

    def _today(self) -> date:
        return datetime.fromtimestamp(self._now_ms() / 1000, BEIJING).date()


def name_of(dedupe_key: str) -> str:
    """The OutId: the same for the same message, and nothing to be read from it."""
    return hashlib.blake2b(dedupe_key.encode(), digest_size=16).hexdigest()


def _of(out_id: str, details: tuple[Detail, ...]) -> Detail | None:
    return next((each for each in details if each.out_id == out_id), None)


def _report(found: Detail) -> Report:
    if found.send_status == DELIVERED:
        return Report(receipt=found.out_id, fate=Fate.DELIVERED)
    return Report(receipt=found.out_id, fate=Fate.UNDELIVERED, reason=found.err_code)
