"""How the facts change with what hall and devices tell."""

from dataclasses import replace

from display.ticket.printer import READY
from drivers.contract.device import Kind
from kiosk.flow.events import (
    CabinetDevicesSeen,
    CabinetLeft,
    CabinetLinkSeen,
    CardLaid,
    CardRead,
    DevicesSeen,
    Event,
    HallSeen,
    LinkSeen,
    PrinterSeen,
    ReadersSeen,
    ScannerSeen,
    StaffCardRefused,
    StaffSeen,
)
from kiosk.flow.facts import CabinetFacts, DeviceFacts, Facts
from kiosk.flow.presses import Leave, TimeOver
from kiosk.flow.visit import Visit

ENDING = (Leave, TimeOver, StaffSeen, CabinetLeft)  # other ways home are the same visitor's


def learn(facts: Facts, event: Event) -> Facts:  # noqa: PLR0911 one a kind of fact
    match event:
        case HallSeen(hall):
            return replace(facts, hall=hall)
        case LinkSeen(trouble):
            return replace(facts, link_trouble=trouble)
        case PrinterSeen(printer):
            return replace(facts, printer=printer)
        case ScannerSeen(scanner):
            return replace(facts, scanner=scanner)
        case DevicesSeen(devices):
            means = replace(facts.means, speaks=any(map(is_voice, devices)))
            return replace(facts, devices=devices, means=means)
        case CabinetDevicesSeen() | CabinetLinkSeen():
            return replace(facts, cabinet=of_cabinet(facts.cabinet, event))
        case StaffCardRefused(code):
            return replace(facts, staff_refused=code)
        case ReadersSeen(readers):
            lying = frozenset(one.reader for one in readers if one.has_card)
            return replace(facts, readers=readers, left_cards=facts.left_cards & lying)
        case CardLaid(reader=reader, was_lying=True) | CardRead(reader=reader) if reader >= 0:
            return replace(facts, left_cards=facts.left_cards | {reader})
        case _:
            return facts


def of_cabinet(known: CabinetFacts, event: CabinetDevicesSeen | CabinetLinkSeen) -> CabinetFacts:
    match event:
        case CabinetDevicesSeen(devices):
            return replace(known, devices=devices)
        case CabinetLinkSeen(trouble):
            return replace(known, link_trouble=trouble)


def when_over(facts: Facts, event: Event, before: Visit, after: Visit) -> Facts:
    """A card that lies there when its visit ends is left behind, read or not, until it is lifted."""
    if not isinstance(event, ENDING) or after.visit_id == before.visit_id:
        return facts
    lying = frozenset(one.reader for one in facts.readers if one.has_card)
    return replace(facts, left_cards=facts.left_cards | lying)


def is_voice(device: DeviceFacts) -> bool:
    """A speaker that can be heard now."""
    return device.kind == Kind.SPEAKER and device.state in READY and device.trouble is None
