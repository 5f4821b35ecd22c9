"""What the tables of a report say, whoever draws them: a terminal, a workbook."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from queue_core.reports.days import DayRow, MonthFigures
from queue_core.reports.naming import Naming, kind_name
from queue_core.reports.tally import Part
from queue_core.wire.figures import DayFigures, GroupFigures, Spread, Totals


class Kind(StrEnum):
    """How a value is meant: seconds as `span` (minutes) or `long` (hours), 0 to 1 as `share`."""

    TEXT = "text"
    COUNT = "count"
    SPAN = "span"
    LONG = "long"
    SHARE = "share"
    TIME = "time"  # seconds since the day's midnight


class Cell(Struct, frozen=True):
    kind: Kind
    value: str | float | None


class Sheet(Struct, frozen=True, kw_only=True):
    """`headings` are (Chinese, English)."""

    title: tuple[str, str]
    headings: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Cell, ...], ...]


_TITLES = {
    Part.CLASS: ("号类", "Class"),
    Part.CATEGORY: ("业务类别", "Category"),
    Part.UNIT: ("业务单元", "Unit"),
    Part.MATTER: ("事项", "Matter"),
    Part.WINDOW: ("窗口", "Window"),
    Part.CLERK: ("窗口人员", "Clerk"),
    Part.HOUR: ("时段", "Hour"),
    Part.RIGHT: ("优先权", "Right"),
}


def day_sheets(figures: DayFigures, naming: Naming) -> list[Sheet]:
    """Those in which there is something."""
    sheets = [_overview(figures), *_groups(figures, naming), _flow(figures), *_happenings(figures, naming)]
    return [sheet for sheet in sheets if sheet.rows]


def month_sheets(figures: MonthFigures, naming: Naming) -> list[Sheet]:
    """The whole month, its days, and the month by its parts."""
    whole = figures.whole
    sheets = [_overview(whole), _days(figures.days), *_groups(whole, naming), *_happenings(whole, naming)]
    return [sheet for sheet in sheets if sheet.rows]


def _text(value: str | None) -> Cell:
    return Cell(Kind.TEXT, value)


def _count(value: int | None) -> Cell:
    return Cell(Kind.COUNT, value)


def _span(value: int | None) -> Cell:
    return Cell(Kind.SPAN, value)


def _share(part: int | None, whole: int | None) -> Cell:
    return Cell(Kind.SHARE, None if part is None or not whole else part / whole)


def _overview(figures: DayFigures) -> Sheet:
    rows = (*_numbers(figures.totals), *_waits(figures), *_happened(figures.totals))
    return Sheet(
        title=("概况", "Overview"),
        headings=(("指标", "Figure"), ("", ""), ("数值", "Value")),
        rows=tuple((_text(chinese), _text(english), cell) for chinese, english, cell in rows),
    )


_Row = tuple[str, str, Cell]


def _numbers(t: Totals) -> Iterator[_Row]:
    yield "取号", "Numbers taken", _count(t.taken)
    yield "到访人", "Visitors", _count(t.visitors)
    yield "已叫号", "Called", _count(t.called)
    yield "办结", "Finished", _count(t.finished)
    yield "即办率", "Finished in one sitting", _share(t.immediate, t.finished)
    yield "取消", "Cancelled", _count(t.cancelled)
    yield "过号失效", "Lost after missed calls", _count(t.lost)
    yield "闭厅未叫", "Left uncalled", _count(t.left_uncalled)
    yield "闭厅未办结", "Left unfinished", _count(t.left_unfinished)
    yield "远程未到", "Remote, never arrived", _count(t.not_arrived)
    yield "作废（未送达）", "Withdrawn, not delivered", _count(t.withdrawn)
    yield "当前等候", "Waiting now", _count(t.waiting)


def _waits(figures: DayFigures) -> Iterator[_Row]:
    t = figures.totals
    yield from _spread("首次等候", "First wait", t.first_wait)
    yield from _spread("各环节等候", "Waits of all stages", t.wait)
    yield from _spread("办理用时", "Service", t.service)
    a = figures.appointments
    yield "预约到厅", "Appointments checked in", _count(a.checked_in)
    yield "预约准时叫号率", "Appointments called on time", _share(a.on_time, a.judged)
    yield "爽约", "Appointments missed", _count(a.missed)
    yield "预约取消", "Appointments cancelled", _count(a.cancelled)
    if figures.estimates is not None:
        e = figures.estimates
        yield "预计等候平均误差", "Mean error of told waits", _span(e.mean_absolute_error_s)
        yield "P90 内叫号率", "Called within the P90 told", _share(e.within_p90, e.judged)
    if figures.ratings is not None:
        r = figures.ratings
        yield "评价率", "Rated, of those invited", _share(r.rated, r.invited)
        yield "满意率", "Satisfied (levels 4 and 5), of those rated", _share(sum(r.levels[3:]), r.rated)


def _spread(chinese: str, english: str, spread: Spread) -> Iterator[_Row]:
    yield f"{chinese}（次）", f"{english}: count", _count(spread.count)
    yield f"{chinese} 平均", f"{english}: mean", _span(spread.mean_s)
    yield f"{chinese} 中位", f"{english}: p50", _span(spread.p50_s)
    yield f"{chinese} P95", f"{english}: p95", _span(spread.p95_s)
    yield f"{chinese} 最长", f"{english}: longest", _span(spread.longest_s)


def _happened(t: Totals) -> Iterator[_Row]:
    yield "叫号", "Calls", _count(t.calls)
    yield "重呼", "Recalls", _count(t.recalls)
    yield "过号", "No-shows", _count(t.no_shows)
    yield "过号的号", "Numbers that missed a call", _count(t.absent_numbers)
    yield "过号返回", "Returns", _count(t.returns)
    yield "顺延", "Deferrals asked for", _count(t.deferrals)
    yield "转号", "Conversions", _count(t.conversions)
    yield "挂起", "Holds", _count(t.holds)
    yield "回叫", "Hand-backs", _count(t.hand_backs)
    yield "退回等候", "Sent back to waiting", _count(t.sent_back)
    yield "指定呼叫", "Overrides", _count(t.overrides)
    yield "办理次数", "Sittings", _count(t.sittings)


_GROUP_HEADINGS: tuple[tuple[str, str], ...] = (
    ("取号", "Taken"),
    ("转入", "Converted in"),
    ("转出", "Converted out"),
    ("叫号", "Calls"),
    ("办理", "Sittings"),
    ("过号", "No-shows"),
    ("办结", "Finished"),
    ("即办率", "In one sitting"),
    ("平均等候", "Mean wait"),
    ("等候中位", "Wait p50"),
    ("等候P95", "Wait p95"),
    ("最长等候", "Longest wait"),
    ("目标（分）", "Target, min"),
    ("达标率", "Within target"),
    ("平均办理", "Mean service"),
    ("办理P95", "Service p95"),
    ("开窗", "Open"),
    ("暂停", "Paused"),
    ("办理时长", "Serving"),
)


def _groups(figures: DayFigures, naming: Naming) -> Iterator[Sheet]:
    for part in Part:
        groups: Sequence[GroupFigures] = getattr(figures, f"by_{part.value}")
        rows = [(_text(naming.of(part, each.name)), *_group(each)) for each in groups]
        # What says nothing of this part, such as when a category was open, is left out.
        kept = [
            at for at in range(len(_GROUP_HEADINGS) + 1) if any(row[at].value is not None for row in rows)
        ]
        headings = (_TITLES[part], *_GROUP_HEADINGS)
        yield Sheet(
            title=_TITLES[part],
            headings=tuple(headings[at] for at in kept),
            rows=tuple(tuple(row[at] for at in kept) for row in rows),
        )


def _group(each: GroupFigures) -> Iterator[Cell]:
    yield from map(_count, (each.taken, each.converted_in, each.converted_out))
    yield from map(_count, (each.calls, each.sittings, each.no_shows, each.finished))
    yield _share(each.immediate, each.finished)
    yield from map(_span, (each.wait.mean_s, each.wait.p50_s, each.wait.p95_s, each.wait.longest_s))
    yield _count(each.target_min)
    yield _share(each.within_target, each.wait.count)
    yield from map(_span, (each.service.mean_s, each.service.p95_s))
    yield from (Cell(Kind.LONG, value) for value in (each.open_s, each.paused_s, each.serving_s))


def _flow(figures: DayFigures) -> Sheet:
    headings = (
        ("一刻钟", "Quarter"),
        ("取号", "Taken"),
        ("叫号", "Called"),
        ("办结", "Finished"),
        ("等候人数", "Waiting"),
        ("平均等候", "Mean wait"),
        ("等候中位", "Wait p50"),
        ("等候P95", "Wait p95"),
    )
    rows = tuple(
        (
            Cell(Kind.TIME, (each.from_ms - figures.midnight_ms) // 1000),
            *map(_count, (each.taken, each.called, each.finished, each.waiting)),
            *map(_span, (each.wait.mean_s, each.wait.p50_s, each.wait.p95_s)),
        )
        for each in figures.flow
    )
    return Sheet(title=("流量", "Flow"), headings=headings, rows=rows)


def _happenings(figures: DayFigures, naming: Naming) -> Iterator[Sheet]:
    yield Sheet(
        title=("转号", "Conversions"),
        headings=(("从", "From"), ("到", "To"), ("次数", "Count")),
        rows=tuple(
            (_text(naming.unit(each.from_unit)), _text(naming.unit(each.to_unit)), _count(each.count))
            for each in figures.conversions
        ),
    )
    yield Sheet(
        title=("指定呼叫", "Overrides"),
        headings=(("时间", "Time"), ("号码", "Number"), ("窗口", "Window"), ("原因", "Reason")),
        rows=tuple(
            (
                Cell(Kind.TIME, (each.at_ms - figures.midnight_ms) // 1000 % 86_400),
                _text(each.number),
                _count(each.window),
                _text(each.reason),
            )
            for each in figures.overrides
        ),
    )
    yield _devices(figures)


def _devices(figures: DayFigures) -> Sheet:
    return Sheet(
        title=("设备停机", "Device downtime"),
        headings=(
            ("前端", "Front end"),
            ("设备", "Device"),
            ("种类", "Kind"),
            ("故障次数", "Failures"),
            ("停机时长", "Down"),
            ("现状", "Now"),
        ),
        rows=tuple(
            (
                _text(each.front_end),
                _text(each.device),
                _text(kind_name(each.kind)),
                _count(each.failures),
                Cell(Kind.LONG, each.down_s),
                _text("停机 down" if each.is_down else "正常 working"),
            )
            for each in figures.devices
        ),
    )


def _days(days: Iterable[DayRow]) -> Sheet:
    headings = (
        ("营业日", "Day"),
        ("取号", "Taken"),
        ("办结", "Finished"),
        ("即办率", "In one sitting"),
        ("平均等候", "Mean wait"),
        ("等候中位", "Wait p50"),
        ("等候P95", "Wait p95"),
        ("平均办理", "Mean service"),
        ("过号", "No-shows"),
        ("闭厅未叫", "Left uncalled"),
        ("预约准时率", "Appointments on time"),
        ("转号", "Conversions"),
        ("指定呼叫", "Overrides"),
    )
    return Sheet(title=("每日", "Days"), headings=headings, rows=tuple(map(_day, days)))


def _day(row: DayRow) -> tuple[Cell, ...]:
    t, a = row.totals, row.appointments
    return (
        _text(row.day),
        _count(t.taken),
        _count(t.finished),
        _share(t.immediate, t.finished),
        *map(_span, (t.first_wait.mean_s, t.first_wait.p50_s, t.first_wait.p95_s, t.service.mean_s)),
        _count(t.no_shows),
        _count(t.left_uncalled),
        _share(a.on_time, a.judged),
        _count(t.conversions),
        _count(t.overrides),
    )


def shown(cell: Cell) -> str:
    """For a terminal; a dash where nothing stands behind a figure."""
    if cell.value is None:
        return "–"
    return cell.value if isinstance(cell.value, str) else _number(cell.kind, cell.value)


def _number(kind: Kind, value: float) -> str:
    whole = int(value)
    match kind:
        case Kind.SHARE:
            return f"{value:.1%}"
        case Kind.SPAN:
            return f"{whole // 60}:{whole % 60:02}"
        case Kind.LONG:
            return f"{whole // 3600}:{whole // 60 % 60:02}"
        case Kind.TIME:
            return f"{whole // 3600:02}:{whole // 60 % 60:02}"
        case Kind.COUNT | Kind.TEXT:
            return f"{whole:,}"
