"""Whose a card, a code or a trouble of a reader is at a kiosk that hosts a cabinet."""

import pytest

from drivers.contract.card_reader import CardKind as ReaderCard
from drivers.contract.events import CodeKind
from drivers.contract.status import Card, State, Status
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
from kiosk.flow.facts import ReaderFacts, ScannerFacts
from kiosk.hosting.readings import AT_CABINET, ForCabinet, Shared, share
from queue_core.wire.messages import CardHolder
from queue_core.wire.words import CardKind

HOLDER = CardHolder(name="测试", id_number="110101199003070011", card=CardKind.RESIDENT_ID)
CODE = CodeScanned(text="PAIHAO:P:123456789:x", kind=CodeKind.OTHER)
KIOSKS = Shared(to_kiosk=True)
BOTH = (False, True)


@pytest.mark.parametrize(
    ("event", "at_cabinet"),
    [
        (CODE, Shared(to_cabinet=h.CodeScanned(text=CODE.text))),
        (CardLaid(1), Shared(read=ReadCard(visit_id=AT_CABINET, reader=1))),
    ],
)
def test_a_card_or_code_is_for_whoever_has_the_screen(event: Event, at_cabinet: Shared) -> None:
    assert share(event, is_cabinet_in_front=True) == at_cabinet
    assert share(event, is_cabinet_in_front=False) == KIOSKS


@pytest.mark.parametrize("is_in_front", BOTH)
def test_a_card_read_for_one_is_never_the_others_however_late_it_comes(is_in_front) -> None:
    read = CardRead(visit_id=AT_CABINET, reader=0, holder=HOLDER)
    assert share(read, is_cabinet_in_front=is_in_front) == Shared(to_cabinet=h.CardRead(holder=HOLDER))
    unread = CardFailed(visit_id=AT_CABINET, code="card-removed")
    assert share(unread, is_cabinet_in_front=is_in_front) == Shared(to_cabinet=h.CardFailed(code=unread.code))
    for kiosks in (CardRead(visit_id=7, reader=0, holder=HOLDER), CardFailed(visit_id=7, code="card-mute")):
        assert share(kiosks, is_cabinet_in_front=is_in_front) == KIOSKS


@pytest.mark.parametrize("is_in_front", BOTH)
@pytest.mark.parametrize(
    ("event", "at_cabinet"),
    [
        (CardLaid(1, was_lying=True), h.CardLies(reader=1)),
        (StaffCardLies(), h.StaffCardLies()),
        (StaffCardGone(), h.StaffCardGone()),
    ],
)
def test_a_card_that_nobody_has_just_laid_down_is_read_for_nobody_and_told_to_both(
    is_in_front, event: Event, at_cabinet: h.Happening
) -> None:
    assert share(event, is_cabinet_in_front=is_in_front) == Shared(to_kiosk=True, to_cabinet=at_cabinet)


@pytest.mark.parametrize("is_in_front", BOTH)
@pytest.mark.parametrize(("state", "is_working"), [(State.ONLINE, True), (State.NO_DEVICE, False)])
def test_both_know_how_the_devices_are(is_in_front, state: State, is_working) -> None:
    reader = ReaderFacts(
        reader=0, cards=frozenset({ReaderCard.RESIDENT_ID}), status=Status(state=state, card=Card.ABSENT)
    )
    readers = share(ReadersSeen((reader,)), is_cabinet_in_front=is_in_front)
    seen = h.ReadersSeen(is_working=is_working, lying=frozenset())
    assert readers == Shared(to_kiosk=True, to_cabinet=seen)
    scanner = share(ScannerSeen(ScannerFacts(status=Status(state=state))), is_cabinet_in_front=is_in_front)
    assert scanner == Shared(to_kiosk=True, to_cabinet=h.ScannerSeen(is_working=is_working))


def test_what_crosses_for_the_cabinet_is_in_no_log() -> None:
    assert HOLDER.id_number not in repr(ForCabinet(h.CardRead(holder=HOLDER)))
