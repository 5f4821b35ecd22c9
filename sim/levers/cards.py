"""Levers of the card readers."""

from dataclasses import replace
from typing import Literal

from sim.errors import BadLever, NotInTime
from sim.halls import people, person, person_of
from sim.levers.table import Arguments, Lever, Levers, Nothing, Reply
from sim.peers import idcard, ssc
from sim.peers.idcard import IdCardChip
from sim.peers.oddcards import NO_ATR, MuteChip, UnknownChip
from sim.peers.ssc import SocialSecurityChip, SscOptions
from sim.peers.staffcard import StaffChip
from sim.rig.hall import HallRig, SlotName
from sim.rig.pcscd import ReaderSlot
from sim.world.person import Person, with_wrong_check_digit
from sim.world.slot import Chip

CardName = Literal["ssc", "id", "staff", "mute", "unknown"]
_STAFF_SERIAL = bytes.fromhex("04A1B2C3")
_USUAL: dict[SlotName, CardName] = {"contact": "ssc", "id": "id"}


class CardOptions(Arguments, frozen=True):
    by_tag: bool = True
    get_response: bool = False
    exact_le: bool = False
    check_digit: Literal["right", "wrong"] = "right"
    name_extension: str = ""
    padded_last_page: bool = False
    is_atr_garbled: bool = False
    serial: str = ""


class Lay(Arguments, frozen=True):
    slot: SlotName
    card: CardName | None = None
    person: str | dict[str, str] | None = None
    options: CardOptions = CardOptions()


class OneSlot(Arguments, frozen=True):
    slot: SlotName


class PullMidRead(Arguments, frozen=True):
    slot: SlotName
    after_apdus: int = 0


class WaitCard(Arguments, frozen=True):
    slot: SlotName
    apdus: int | None = None
    present: bool | None = None
    within_s: float = 5


def levers(hall: HallRig) -> Levers:
    def lay(wish: Lay) -> Reply:
        hall.slots[wish.slot].lay(_chip(wish))
        return {}

    def lift(wish: OneSlot) -> Reply:
        hall.slots[wish.slot].lift()
        return {}

    def pull_mid_read(wish: PullMidRead) -> Reply:
        hall.slots[wish.slot].pull_after(wish.after_apdus)
        return {}

    def wait(wish: WaitCard) -> Reply:
        slot = hall.slots[wish.slot]
        if not slot.wait_for(lambda: _is_so(slot, wish), within_s=wish.within_s):
            raise NotInTime(f"slot {wish.slot} was not so within {wish.within_s} s: {_state(slot)}")
        return _state(slot)

    def kill(_: Nothing) -> Reply:
        hall.pcscd.kill()
        return {}

    def start(_: Nothing) -> Reply:
        hall.pcscd.start()
        return {}

    return {
        "people": Lever(Nothing, lambda _: {"people": _known_people()}),
        "card.lay": Lever(Lay, lay),
        "card.lift": Lever(OneSlot, lift),
        "card.pull_mid_read": Lever(PullMidRead, pull_mid_read),
        "card.state": Lever(OneSlot, lambda wish: _state(hall.slots[wish.slot])),
        "card.wait": Lever(WaitCard, wait),
        "pcscd.kill": Lever(Nothing, kill),
        "pcscd.start": Lever(Nothing, start),
    }


def _known_people() -> list[dict[str, str]]:
    return [{"key": key, "name": one.name} for key, one in people().items()]


def _state(slot: ReaderSlot) -> Reply:
    chip = slot.chip
    return {"present": chip is not None, "card": chip.kind if chip else None, "apdus": slot.apdus}


def _is_so(slot: ReaderSlot, wish: WaitCard) -> bool:
    has_read = wish.apdus is None or slot.apdus >= wish.apdus
    is_there = wish.present is None or (slot.chip is not None) == wish.present
    return has_read and is_there


def _chip(wish: Lay) -> Chip:
    match wish.card or _USUAL[wish.slot]:
        case "mute":
            return MuteChip(_mute_atr(wish))
        case "unknown":
            return UnknownChip()
        case "staff":
            return StaffChip(_serial(wish.options.serial))
        case "id":
            return IdCardChip(_holder(wish), padded_last_page=wish.options.padded_last_page)
        case "ssc":
            options = wish.options
            return SocialSecurityChip(
                _holder(wish),
                SscOptions(
                    by_tag=options.by_tag, get_response=options.get_response, exact_le=options.exact_le
                ),
            )


def _serial(written: str) -> bytes:
    """Of a staff card: 4, 7 or 10 bytes in hexadecimal."""
    try:
        serial = bytes.fromhex(written) or _STAFF_SERIAL
    except ValueError as error:
        raise BadLever("card.lay: `serial` is not hexadecimal") from error
    if len(serial) not in {4, 7, 10}:
        raise BadLever("card.lay: a serial has 4, 7 or 10 bytes")
    return serial


def _mute_atr(wish: Lay) -> bytes:
    """Of the card that this slot usually has."""
    if wish.options.is_atr_garbled:
        return NO_ATR
    return idcard.ATR if wish.slot == "id" else ssc.ATR


def _holder(wish: Lay) -> Person:
    if wish.person is None:
        raise BadLever("card.lay: whose card? Give `person`")
    holder = person(wish.person) if isinstance(wish.person, str) else person_of(wish.person)
    if wish.options.name_extension:
        holder = replace(holder, name_extension=wish.options.name_extension)
    return with_wrong_check_digit(holder) if wish.options.check_digit == "wrong" else holder
