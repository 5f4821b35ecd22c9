"""Whose is what the kiosk's readers and scanner tell: a reading belongs to whoever has the screen."""

from dataclasses import dataclass, field

from drivers.contract.status import SILENT
from kiosk.cabinet.backstage.senses import at_reader
from kiosk.cabinet.flow import happenings as h
from kiosk.flow.effects import ReadCard
from kiosk.flow.events import (
    CardFailed,
    CardLaid,
    CardRead,
    CodeScanned,
    Event,
    ReadersSeen,
    ScannerSeen,
    StaffCardGone,
    StaffCardLies,
)

AT_CABINET = 0  # cards are read for a visit; the kiosk's count from 1


@dataclass(frozen=True, slots=True)
class ForCabinet:
    """Crosses from the loop to the cabinet's pages instead of the kiosk's."""

    happening: h.Happening = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """`read` is the card that is to be read for the cabinet."""

    to_kiosk: bool = False
    to_cabinet: h.Happening | None = None
    read: ReadCard | None = None


def share(event: Event, *, is_cabinet_in_front: bool) -> Shared:
    """How devices are, and which cards count for nobody, is told to both.

    A card that was read for the cabinet is told to the cabinet alone.
    """
    match event:
        case ReadersSeen() | CardLaid(was_lying=True) | StaffCardLies() | StaffCardGone():
            return Shared(to_kiosk=True, to_cabinet=at_reader(event))
        case ScannerSeen(scanner=scanner):
            is_working = scanner.status.state not in SILENT
            return Shared(to_kiosk=True, to_cabinet=h.ScannerSeen(is_working=is_working))
        case CardRead(visit_id=visit_id) | CardFailed(visit_id=visit_id) if visit_id == AT_CABINET:
            return Shared(to_cabinet=at_reader(event))
        case CardLaid(reader=reader) if is_cabinet_in_front:
            return Shared(read=ReadCard(visit_id=AT_CABINET, reader=reader))
        case CodeScanned(text=text) if is_cabinet_in_front:
            return Shared(to_cabinet=h.CodeScanned(text=text))
        case _:
            return Shared(to_kiosk=True)
