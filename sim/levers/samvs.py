"""Levers of the card readers with a security module."""

from collections.abc import Mapping
from typing import Literal, assert_never

from sim.errors import BadLever
from sim.halls import people
from sim.halls.residents import residents
from sim.levers.table import Arguments, Lever, Levers, Nothing, Reply
from sim.rig.devices import SamvName
from sim.rig.samv import IdCard, ModuleFault, PtySamv, TcpSamv
from sim.world.idcard import CardFault
from sim.world.person import Person
from sim.world.residents import Holder, PermanentResident2017, PermanentResident2023, Permit


class OneReader(Arguments, frozen=True):
    reader: SamvName


class Lay(OneReader, frozen=True):
    person: str
    fault: CardFault | None = None
    new_address: str = ""
    fingerprint_bytes: Literal[0, 512, 1024] = 1024


class Break(OneReader, frozen=True):
    fault: ModuleFault | None = None


class WaitCard(OneReader, frozen=True):
    present: bool
    within_s: float = 5


def levers(readers: Mapping[SamvName, PtySamv | TcpSamv]) -> Levers:
    def at(wish: OneReader) -> PtySamv | TcpSamv:
        if wish.reader not in readers:
            raise BadLever(f"there is no reader {wish.reader!r} here; there is {', '.join(readers)}")
        return readers[wish.reader]

    def lay(wish: Lay) -> Reply:
        card = IdCard(
            holder=_holders_by_key(wish.person),
            fault=wish.fault,
            new_address=wish.new_address,
            fingerprint_bytes=wish.fingerprint_bytes,
        )
        at(wish).lay(card)
        return {}

    def lift(wish: OneReader) -> Reply:
        at(wish).lift()
        return {}

    def pull_mid_read(wish: OneReader) -> Reply:
        at(wish).lift_in_next_read()
        return {}

    def break_module(wish: Break) -> Reply:
        if wish.fault is None:
            at(wish).mend_module()
        else:
            at(wish).break_module(wish.fault)
        return {}

    def wait(wish: WaitCard) -> Reply:
        reader = at(wish)
        reader.wait_for(lambda: reader.has_card == wish.present, within_s=wish.within_s)
        return _state(reader)

    return {
        "residents": Lever(Nothing, lambda _: {"residents": _known_residents()}),
        "samv.lay": Lever(Lay, lay),
        "samv.lift": Lever(OneReader, lift),
        "samv.pull_mid_read": Lever(OneReader, pull_mid_read),
        "samv.fault": Lever(Break, break_module),
        "samv.state": Lever(OneReader, lambda wish: _state(at(wish))),
        "samv.wait": Lever(WaitCard, wait),
    }


def _holders_by_key(key: str) -> Holder:
    """Somebody of people.toml or residents.toml."""
    known: dict[str, Holder] = {**people(), **residents()}
    if key not in known:
        raise BadLever(f"samv.lay: nobody is called {key!r}; there are {', '.join(known)}")
    return known[key]


def _known_residents() -> list[dict[str, str]]:
    return [{"key": key, **_described(one)} for key, one in residents().items()]


def _described(one: Holder) -> dict[str, str]:
    match one:
        case Permit():
            return {"name": one.person.name, "card": "permit"}
        case Person():
            return {"name": one.name, "card": "id"}
        case PermanentResident2017():
            return {"name": one.chinese_name or one.english_name, "card": "permanent-2017"}
        case PermanentResident2023():
            return {"name": one.chinese_name or one.english_name, "card": "permanent-2023"}
        case _:
            assert_never(one)


def _state(reader: PtySamv | TcpSamv) -> Reply:
    heard = {str(command): count for command, count in reader.heard.items()}
    return {
        "present": reader.has_card,
        "heard": heard,
        "garbage": reader.garbage,
        "plugged_in": reader.is_plugged_in,
    }
