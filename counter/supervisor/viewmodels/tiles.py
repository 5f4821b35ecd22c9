"""The windows of the hall as tiles, by place. Pure.

What is as it should be is quiet; what wants a look is filled and says why.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.state import Duty, Watched
from counter.supervisor.viewmodels import naming
from counter.supervisor.viewmodels.tiling import Room, Spot, Tiling, best, spots
from queue_core.wire.messages import Place
from queue_core.wire.supervision import Alarm, AlarmKind
from queue_core.wire.views import WindowView, WordedReason
from queue_core.wire.words import WindowKind, WindowState

translate = QCoreApplication.translate
IDLE_AFTER_MS = 60_000
"""A clerk who has just finished needs a moment before the next call."""

ICONS = {
    WindowState.CLOSED: "moon",
    WindowState.FREE: "check",
    WindowState.PAUSED: "pause",
    WindowState.CALLED: "bell",
    WindowState.SERVING: "person",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TileProps:
    """`tone`: `busy`, `free`, `quiet` (closed), `paused`; `warn` and `bad` want a look.

    `number` is that in hand, `line` how long and why, `brief` that in a word, `who` the clerk. `spoken` says
    all of it.
    """

    window: int
    x: float
    y: float
    width: float
    height: float
    tone: str
    icon_name: str
    state_word: str
    number: str
    brief: str
    line: str
    who: str
    is_chosen: bool
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingProps:
    x: float
    y: float
    text: str
    tally: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GridProps:
    tiles: tuple[TileProps, ...] = ()
    headings: tuple[HeadingProps, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Windows of one place; None for those of no place."""

    place: Place | None
    windows: tuple[Watched, ...]


def grid(state: Duty, *, language: str, now_ms: int, room: Room) -> GridProps:
    parts = groups(state)
    counts = tuple(len(part.windows) for part in parts)
    tiling = best(counts, room)
    at_headings, at_tiles = spots(counts, tiling, room)
    every = [one for part in parts for one in part.windows]
    words = Words(state=state, language=language, now_ms=now_ms)
    return GridProps(
        tiles=tuple(words.tile(one, spot, tiling) for one, spot in zip(every, at_tiles, strict=True)),
        headings=tuple(heading(part, spot, language) for part, spot in zip(parts, at_headings, strict=True)),
    )


def groups(state: Duty) -> tuple[Group, ...]:
    """By place in the hall's order; windows that stand nowhere come last."""
    places = state.hall.places if state.hall else ()
    by_number = {one.view.window: one for one in state.watched}
    found = [
        Group(place=place, windows=tuple(by_number.pop(n) for n in place.windows if n in by_number))
        for place in places
    ]
    found.append(Group(place=None, windows=tuple(by_number.values())))
    return tuple(group for group in found if group.windows)


def heading(group: Group, spot: Spot, language: str) -> HeadingProps:
    is_open = sum(one.view.state is not WindowState.CLOSED for one in group.windows)
    tally = translate("Supervisor", "开 {open} / {all}").format(open=is_open, all=len(group.windows))
    return HeadingProps(x=spot.x, y=spot.y, text=place_name(group.place, language), tally=tally)


def place_name(place: Place | None, language: str) -> str:
    if place is None:
        return translate("Supervisor", "其他窗口")
    floor = translate("Supervisor", "{floor} 层").format(floor=place.floor) if place.floor else ""
    parts = (naming.named(place.building, language), floor, naming.named(place.names, language))
    return " · ".join(filter(None, parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    state: Duty
    language: str
    now_ms: int

    def tile(self, one: Watched, spot: Spot, tiling: Tiling) -> TileProps:
        view = one.view
        line = self.line(one)
        number = view.ticket.number if view.ticket else ""
        word = state_word(view)
        who = view.clerk_display_name or ""
        name = translate("Supervisor", "{window} 号窗口").format(window=view.window)
        return TileProps(
            window=view.window,
            x=spot.x,
            y=spot.y,
            width=tiling.tile_width,
            height=tiling.tile_height,
            tone=self.tone(one),
            icon_name=self.icon(one),
            state_word=word,
            number=number,
            brief=self.brief(one),
            line=line,
            who=who,
            is_chosen=self.state.window == view.window,
            spoken=translate("Devices", "，").join(filter(None, (name, word, number, line, who))),
        )

    def icon(self, one: Watched) -> str:
        if self.tone(one) in {"bad", "warn"}:
            return "warning"
        is_empty_terminal = one.view.kind is WindowKind.TERMINAL and one.view.ticket is None
        return "screen" if is_empty_terminal else ICONS[one.view.state]

    def tone(self, one: Watched) -> str:
        match one.view.state:
            case WindowState.CLOSED:
                return "quiet"
            case WindowState.PAUSED:
                return "warn" if self.is_overdue(one.view) else "paused"
            case WindowState.FREE:
                return "bad" if self.is_idle(one) else "free"
            case _:
                return "busy"

    def line(self, one: Watched) -> str:
        """How long, and why."""
        view = one.view
        match view.state:
            case WindowState.CLOSED:
                return ""
            case WindowState.PAUSED:
                return self.pause_line(view)
            case WindowState.FREE:
                return self.free_line(one)
            case _:
                return self.ticket_line(view)

    def brief(self, one: Watched) -> str:
        """How long, for a tile without room for more; of a pause until when."""
        view = one.view
        if view.ticket is not None:
            return naming.brief(self.now_ms - (view.ticket.started_at_ms or view.ticket.called_at_ms))
        if view.state is WindowState.PAUSED and view.pause_until_ms is not None:
            return naming.at_clock(view.pause_until_ms, naming.zone_of(self.state.hall))
        since_ms = self.idle_since_ms(one)
        return naming.brief(self.now_ms - since_ms) if since_ms is not None and self.is_idle(one) else ""

    def ticket_line(self, view: WindowView) -> str:
        if view.ticket is None:
            return ""
        lasted = naming.lasting(self.now_ms - (view.ticket.started_at_ms or view.ticket.called_at_ms))
        if view.pause is not None:
            return translate("Supervisor", "{lasted} · 办完后暂停").format(lasted=lasted)
        return lasted

    def free_line(self, one: Watched) -> str:
        if not one.view.waiting:
            return translate("Supervisor", "无人等候")
        waiting = translate("Supervisor", "{count} 人在等").format(count=one.view.waiting)
        since_ms = self.idle_since_ms(one)
        if since_ms is None or not self.is_idle(one):
            return waiting
        return f"{naming.lasting(self.now_ms - since_ms)} · {waiting}"

    def pause_line(self, view: WindowView) -> str:
        why = naming.reason(self.pause_reasons, view.pause or "", self.language)
        if view.pause_until_ms is None:
            return why
        until = naming.at_clock(view.pause_until_ms, naming.zone_of(self.state.hall))
        if self.now_ms > view.pause_until_ms:
            over = naming.minutes(self.now_ms - view.pause_until_ms)
            return translate("Supervisor", "应到 {until} · 超 {over} 分").format(until=until, over=over)
        return translate("Supervisor", "至 {until} · {why}").format(until=until, why=why)

    @property
    def pause_reasons(self) -> tuple[WordedReason, ...]:
        return self.state.hall.pause_reasons if self.state.hall else ()

    def is_overdue(self, view: WindowView) -> bool:
        """Paused for longer than was said, or than the hall likes."""
        is_over = view.pause_until_ms is not None and self.now_ms >= view.pause_until_ms + naming.MINUTE_MS
        return is_over or self.alarm(AlarmKind.LONG_PAUSE, view.window) is not None

    def is_idle(self, one: Watched) -> bool:
        since_ms = self.idle_since_ms(one)
        return one.view.waiting > 0 and since_ms is not None and self.now_ms - since_ms >= IDLE_AFTER_MS

    def idle_since_ms(self, one: Watched) -> int | None:
        """As the hall says, or as was seen here."""
        told = self.alarm(AlarmKind.WINDOW_IDLE, one.view.window)
        if told is None or self.state.supervision is None:
            return one.since_ms
        minutes = told.figures.get("minutes")
        if not isinstance(minutes, int | float):
            return told.since_ms
        return self.state.supervision.now_ms - int(minutes) * naming.MINUTE_MS

    def alarm(self, kind: AlarmKind, window: int) -> Alarm | None:
        subject = f"window:{window}"
        return next((a for a in self.state.alarms if a.kind is kind and a.subject == subject), None)


def beside(tiles: tuple[TileProps, ...], window: int, right: int, down: int) -> int:
    """The nearest tile in a direction (-1, 0, 1 each way); the window itself where there is none."""
    here = next((tile for tile in tiles if tile.window == window), None)
    if here is None:
        return tiles[0].window if tiles else 0

    def distance(tile: TileProps) -> float:
        across, along = abs(tile.x - here.x), abs(tile.y - here.y)
        return across + 4 * along if right else along + 4 * across

    there = [t for t in tiles if (t.x - here.x) * right > 0 or (t.y - here.y) * down > 0]
    return min(there, key=distance, default=here).window


def state_word(view: WindowView) -> str:
    match view.state:
        case WindowState.CLOSED:
            return translate("Supervisor", "未开")
        case WindowState.FREE:
            return translate("Supervisor", "空闲")
        case WindowState.PAUSED:
            return translate("Supervisor", "暂停")
        case WindowState.CALLED:
            return translate("Supervisor", "叫号")
        case WindowState.SERVING:
            return translate("Supervisor", "办理")
