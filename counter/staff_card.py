"""The reader of staff cards at a counter: who lays a card down logs in; a card that lies there does not.

The serial goes to the hall alone: it is kept nowhere and in no log.
"""

from collections.abc import Callable

from counter.flow.happenings import CardLaid, CardUnread
from counter.flow.state import Notice
from drivers.contract.errors import DeviceError
from drivers.contract.events import CardPresent
from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedStaffCardReader
from queue_core.client import HallClient
from queue_core.client.device_reports import report_devices

NAME = "staff-reader"


async def watch_staff_cards(
    address: str, devices: Registry, post: Callable[[CardLaid | CardUnread], None]
) -> None:
    """Until cancelled."""
    reader = await devices.add(NAME, SupervisedStaffCardReader(address))
    with reader.subscribe() as events:
        async for event in events:
            if isinstance(event, CardPresent):
                post(CardUnread(notice=Notice(code="card-lies")) if event.was_lying else await _laid(reader))


async def report_reader(devices: Registry, client: HallClient) -> None:
    """Tell the hall how the reader is, until cancelled."""
    await report_devices(devices, client)


async def _laid(reader: SupervisedStaffCardReader) -> CardLaid | CardUnread:
    try:
        serial = await reader.read_serial()
    except DeviceError as error:
        return CardUnread(notice=Notice(code=error.code, remedy=error.remedy))
    return CardLaid(serial=serial.text)
