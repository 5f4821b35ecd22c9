"""All cabinets of the hall as pictures of their doors, and how many doors are how. Pure."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.doors import DoorName
from counter.supervisor.flow.state import Duty
from counter.supervisor.viewmodels import door_words, naming
from counter.supervisor.viewmodels.cabinet_picture import Standing, stand
from counter.supervisor.viewmodels.door_words import Sign, sign_of
from counter.supervisor.viewmodels.tiling import Room
from queue_core.wire.supervision import AlarmKind
from queue_core.wire.views import CabinetView, DoorView
from queue_core.wire.words import DoorSize

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyProps:
    """A cabinet in the picture, in pixels; its heading stands above the body. `tone` `bad`: no line to it."""

    cabinet: str
    name: str
    line: str
    tone: str
    x: float
    y: float
    width: float
    height: float
    heading_width: float
    heading_height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorProps:
    """`key` such as `L1/7` names it; `spoken` is for who cannot see it."""

    key: str
    cabinet: str
    number: int
    sign: str
    tone: str
    spoken: str
    is_chosen: bool
    is_dim: bool
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CabinetProps:
    """A cabinet's figures in words; `lock` and `away` are empty while all is well.

    Another device that takes no codes has a row, too, without figures. `place` is where a lock may be lifted.
    """

    place: str
    name: str
    free: str = ""
    inside: str = ""
    lock: str = ""
    away: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignProps:
    """What a sign means, and on how many doors it is; those on none have no row but the usual ones."""

    sign: str
    tone: str
    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseProps:
    """A case that lies nowhere: missing, or taken out from here."""

    case_code: str
    line: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LockersProps:
    bodies: tuple[BodyProps, ...] = ()
    doors: tuple[DoorProps, ...] = ()
    cabinets: tuple[CabinetProps, ...] = ()
    signs: tuple[SignProps, ...] = ()
    loose: tuple[LooseProps, ...] = ()
    loose_case: str = ""


USUAL = (Sign.FREE, Sign.HOLDS)


def lockers(state: Duty, *, language: str, now_ms: int, room: Room) -> LockersProps:
    there = {one.cabinet: one for one in stand(state.cabinets, room)}
    loose = loose_cases(state)
    return LockersProps(
        bodies=tuple(body(one, there[one.cabinet], language) for one in state.cabinets),
        doors=tuple(
            each
            for one in state.cabinets
            for each in doors(one, there[one.cabinet], chosen=state.door, is_off=not one.is_connected)
        ),
        cabinets=(
            *(cabinet(state, one, language, now_ms) for one in state.cabinets),
            *locked_devices(state, now_ms),
        ),
        signs=signs(state.cabinets),
        loose=loose,
        loose_case=state.loose,
    )


def body(one: CabinetView, there: Standing, language: str) -> BodyProps:
    return BodyProps(
        cabinet=one.cabinet,
        name=name_of(one, language),
        line="" if one.is_connected else translate("Lockers", "没有连线"),
        tone="" if one.is_connected else "bad",
        x=there.heading.x,
        y=there.heading.y,
        width=there.body.width,
        height=there.body.height,
        heading_width=there.heading.width,
        heading_height=there.heading.height,
    )


def doors(
    one: CabinetView, there: Standing, *, chosen: DoorName | None, is_off: bool
) -> tuple[DoorProps, ...]:
    known = {door.number: door for door in one.doors}
    return tuple(
        DoorProps(
            key=f"{one.cabinet}/{number}",
            cabinet=one.cabinet,
            number=number,
            sign=sign_of(known[number]),
            tone=door_words.TONES[sign_of(known[number])],
            spoken=spoken(one, known[number]),
            is_chosen=chosen == DoorName(cabinet=one.cabinet, door=number),
            is_dim=is_off,
            x=box.x,
            y=box.y,
            width=box.width,
            height=box.height,
        )
        for number, box in there.doors
    )


def door_beside(doors: tuple[DoorProps, ...], key: str, right: int, down: int) -> str:
    """The nearest door in a direction (-1, 0, 1 each way), by their middles; itself where there is none."""
    here = next((one for one in doors if one.key == key), None)
    if here is None:
        return doors[0].key if doors else ""

    def away(one: DoorProps) -> tuple[float, float]:
        across = (one.x + one.width / 2) - (here.x + here.width / 2)
        along = (one.y + one.height / 2) - (here.y + here.height / 2)
        return across, along

    def distance(one: DoorProps) -> float:
        across, along = map(abs, away(one))
        return across + 4 * along if right else along + 4 * across

    def is_there(one: DoorProps) -> bool:
        across, along = away(one)
        is_in_line = abs(across) < (here.width + one.width) / 2
        return across * right > 1 or (along * down > 1 and is_in_line)

    there = [one for one in doors if is_there(one)]
    return min(there, key=distance, default=here).key


def spoken(one: CabinetView, door: DoorView) -> str:
    return translate("Lockers", "{cabinet} {door} 号柜门，{size}，{state}").format(
        cabinet=one.cabinet,
        door=door.number,
        size=door_words.size_word(door.size),
        state=door_words.word(sign_of(door)),
    )


def name_of(one: CabinetView, language: str) -> str:
    name = naming.named(one.names, language)
    return f"{one.cabinet} · {name}" if name else one.cabinet


def cabinet(state: Duty, one: CabinetView, language: str, now_ms: int) -> CabinetProps:
    return CabinetProps(
        place=one.cabinet,
        name=name_of(one, language),
        free=free(one.doors),
        inside=inside(one.doors),
        lock=lock(state, one.locked_until_ms, now_ms),
        away=""
        if one.is_connected
        else translate("Lockers", "没有连线：显示的是断线前的情况。看看它的电源和网线。"),
    )


def free(doors: tuple[DoorView, ...]) -> str:
    """By size, where the cabinet has that size."""
    counted = Counter(door.size for door in doors if sign_of(door) is Sign.FREE)
    sizes = [size for size in DoorSize if any(door.size is size for door in doors)]
    listed = naming.listed(f"{door_words.size_word(size)} {counted[size]}" for size in sizes)
    return translate("Lockers", "空：{listed}").format(listed=listed)


def inside(doors: tuple[DoorView, ...]) -> str:
    holding = sum(door.case is not None for door in doors)
    overdue = sum(door.is_overdue for door in doors)
    text = translate("Lockers", "有件 {holding} / {all}").format(holding=holding, all=len(doors))
    if not overdue:
        return text
    return text + translate("Lockers", " · 逾期 {overdue}").format(overdue=overdue)


def locked_devices(state: Duty, now_ms: int) -> tuple[CabinetProps, ...]:
    """Of those that are no cabinet only an alarm tells."""
    rows = (
        CabinetProps(
            place=str(one.figures["place"]),
            name=one.subject.partition(":")[2],
            lock=lock(state, int(one.figures["until_ms"]), now_ms),
        )
        for one in state.alarms
        if one.kind is AlarmKind.PROOFS_LOCKED
        and one.subject.startswith("front-end:")
        and {"place", "until_ms"} <= one.figures.keys()
    )
    return tuple(row for row in rows if row.lock)


def lock(state: Duty, until_ms: int, now_ms: int) -> str:
    if until_ms <= now_ms:
        return ""
    at = naming.at_clock(until_ms, naming.zone_of(state.hall))
    return translate("Lockers", "取件码输错太多，{at} 前不能输码。").format(at=at)


def signs(cabinets: tuple[CabinetView, ...]) -> tuple[SignProps, ...]:
    counted = Counter(sign_of(door) for one in cabinets for door in one.doors)
    return tuple(
        SignProps(sign=sign, tone=door_words.TONES[sign], text=door_words.word(sign), count=counted[sign])
        for sign in Sign
        if counted[sign] or (cabinets and sign in USUAL)
    )


def loose_cases(state: Duty) -> tuple[LooseProps, ...]:
    """What is missing, then what was taken out from here and has no place yet."""
    missing = [one.subject.partition(":")[2] for one in state.alarms if one.kind is AlarmKind.CASE_MISSING]
    known = in_doors(state.cabinets)
    taken = [one.case for one in state.taken if one.case not in known and one.case not in missing]
    words = {
        **dict.fromkeys(missing, (translate("Lockers", "缺失：找到后放上取件架"), "bad")),
        **dict.fromkeys(taken, (translate("Lockers", "已取出：放在哪个取件架？"), "warn")),
    }
    return tuple(LooseProps(case_code=case, line=text, tone=tone) for case, (text, tone) in words.items())


def in_doors(cabinets: tuple[CabinetView, ...]) -> frozenset[str]:
    """Cases behind doors, or on their way there or from there."""
    every = [door for one in cabinets for door in one.doors]
    held = {door.case for door in every} | {door.unlocking.case for door in every if door.unlocking}
    return frozenset(case for case in held if case is not None)
