"""The report on ratings as tables, in Chinese and English."""

from collections.abc import Iterable, Mapping

from queue_core.reports.ratings import GroupRates, Levels, RatingsReport
from queue_core.reports.sheets import Cell, Kind, Sheet
from queue_core.wire.ratings import Flag, FlagRule, Rates

_LEVELS = (("5 非常满意", "Very good"), ("4 满意", "Good"), ("3 基本满意", "Fair"), ("2 不满意", "Poor"))
_WORST = ("1 非常不满意", "Very poor")
_RULES: dict[FlagRule, tuple[str, str]] = {
    FlagRule.AT_ONCE: ("秒评", "At once"),
    FlagRule.STRING: ("连续同评", "String"),
    FlagRule.PAD_ONLY: ("只有评价器", "Pad only"),
    FlagRule.ODD_HOURS: ("非办公时间", "Odd hours"),
    FlagRule.EMPTY_SEAT: ("空座评价", "Empty seat"),
    FlagRule.PATTERN: ("评价雷同", "Pattern"),
    FlagRule.PAD_AGAINST_PHONE: ("评价器与手机不符", "Pad against phone"),
}
_CHANNELS = {
    "pad": "评价器 pad",
    "keypad": "按键 keypad",
    "phone": "手机 phone",
    "kiosk": "取号机 kiosk",
    "link": "事后链接 link",
}


def sheets(report: RatingsReport) -> list[Sheet]:
    """Those in which there is something."""
    found = [
        _overview(report),
        _groups(("窗口", "Window"), report.by_window),
        _groups(("窗口人员", "Clerk"), report.by_clerk),
        _groups(("事项", "Matter"), report.by_matter),
        _counts(("渠道", "Channel"), report.channels, _CHANNELS),
        _counts(("标签", "Label"), report.labels, {}),
        _flags(report.flags),
    ]
    return [sheet for sheet in found if sheet.rows]


def _overview(report: RatingsReport) -> Sheet:
    rates, more = report.hall.rates, report.follow_ups
    rows = (
        ("应评办件 visits finished", _count(rates.invited)),
        ("已评价 rated", _count(rates.rated)),
        ("评价率 rate", _share(rates.rated, rates.invited)),
        ("满意率 satisfied (4, 5)", _share(_satisfied(rates.levels), rates.rated)),
        ("窗口评价 at the window", _count(sum(report.hall.at_window))),
        ("群众自评 elsewhere", _count(sum(report.hall.elsewhere))),
        ("跳过 skipped", _count(rates.skipped)),
        ("事后评价 late", _count(rates.late)),
        ("对以往办件的评价 given for days before", _count(report.late_of_before)),
        ("可疑提示 flags", _count(len(report.flags))),
        ("差评处置 follow-ups opened", _count(more.opened)),
        ("处置中 open", _count(more.open)),
        ("已超期 overdue", _count(more.overdue)),
        *((f"回访 call back: {result}", _count(count)) for result, count in more.results.items()),
    )
    return Sheet(
        title=("评价", "Ratings"),
        headings=(("指标", "Figure"), ("数值", "Value")),
        rows=tuple((_text(name), value) for name, value in rows),
    )


def _groups(title: tuple[str, str], groups: Iterable[GroupRates]) -> Sheet:
    return Sheet(
        title=title,
        headings=(
            title,
            ("应评", "Invited"),
            ("已评", "Rated"),
            ("评价率", "Rate"),
            ("满意率", "Satisfied"),
            *_LEVELS,
            _WORST,
            ("跳过", "Skipped"),
            ("窗口", "At window"),
            ("满意率", "Satisfied"),
            ("自评", "Elsewhere"),
            ("满意率", "Satisfied"),
            ("提示", "Flags"),
        ),
        rows=tuple(_row(each, each.rates) for each in groups),
    )


def _row(group: GroupRates, rates: Rates) -> tuple[Cell, ...]:
    return (
        _text(group.name),
        _count(rates.invited),
        _count(rates.rated),
        _share(rates.rated, rates.invited),
        _share(_satisfied(rates.levels), rates.rated),
        *(_count(count) for count in reversed(rates.levels)),
        _count(rates.skipped),
        _count(sum(group.at_window)),
        _share(_satisfied(group.at_window), sum(group.at_window)),
        _count(sum(group.elsewhere)),
        _share(_satisfied(group.elsewhere), sum(group.elsewhere)),
        _count(group.flags),
    )


def _counts(title: tuple[str, str], counts: Mapping[str, int], names: Mapping[str, str]) -> Sheet:
    return Sheet(
        title=title,
        headings=(title, ("次数", "Count")),
        rows=tuple((_text(names.get(name, name)), _count(count)) for name, count in counts.items()),
    )


def _flags(flags: Iterable[Flag]) -> Sheet:
    return Sheet(
        title=("可疑提示", "Flags"),
        headings=(
            ("规则", "Rule"),
            ("窗口", "Window"),
            ("人员", "Clerk"),
            ("依据", "Figures"),
            ("办件号", "Tickets"),
        ),
        rows=tuple(
            (
                _text(" ".join(_RULES[each.rule])),
                _text(str(each.window)),
                _text(each.clerk),
                _text(", ".join(f"{name} {value:g}" for name, value in each.figures.items())),
                _text(_some(each.ticket_ids)),
            )
            for each in flags
        ),
    )


def _some(ticket_ids: tuple[int, ...], most: int = 8) -> str:
    shown = ", ".join(map(str, ticket_ids[:most]))
    return shown if len(ticket_ids) <= most else f"{shown} … ({len(ticket_ids)})"


def _satisfied(levels: Levels) -> int:
    return levels[3] + levels[4]


def _text(value: str | None) -> Cell:
    return Cell(Kind.TEXT, value)


def _count(value: int) -> Cell:
    return Cell(Kind.COUNT, value)


def _share(part: int, whole: int) -> Cell:
    return Cell(Kind.SHARE, part / whole if whole else None)
