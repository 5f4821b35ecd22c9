"""Ratings for whoever answers for them: rates beside their doubts, and the follow-ups of low ones. Pure."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.state import Duty
from counter.supervisor.viewmodels import naming
from queue_core.wire.ratings import Flag, FlagRule, FollowUp, Rates, RatingsToday, WindowRates

translate = QCoreApplication.translate
TARGET_PERCENT = 70
"""So many of the invited visits should be rated; below it the supervisor is told, and nobody else."""
FEW = 10
"""Fewer invited visits say nothing about a rate."""
Levels = tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class RateProps:
    """`at_window` and `elsewhere` are the shares of the best two levels, with their counts."""

    window: int
    name: str
    share: str
    is_low: bool
    at_window: str
    elsewhere: str
    flags: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagProps:
    window: int
    title: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingsProps:
    """`rate` of the whole hall; `alarm` says that it is below the target, or is empty."""

    is_known: bool = False
    rate: str = ""
    counts: str = ""
    alarm: str = ""
    rows: tuple[RateProps, ...] = ()
    flags: tuple[FlagProps, ...] = ()


def ratings(state: Duty) -> RatingsProps:
    told = state.ratings
    if told is None:
        return RatingsProps()
    hall = told.hall
    return RatingsProps(
        is_known=True,
        rate=naming.percent(hall.rated, hall.invited),
        counts=counts(told),
        alarm=alarm(hall),
        rows=tuple(rate(one) for one in worst_first(told.windows)),
        flags=tuple(flag(state, one) for one in told.flags),
    )


def counts(told: RatingsToday) -> str:
    good = good_ones(told.hall.levels)
    return translate("Ratings", "邀请 {invited}，已评 {rated}，满意以上 {good}").format(
        invited=told.hall.invited, rated=told.hall.rated, good=naming.percent(good, told.hall.rated)
    )


def alarm(hall: Rates) -> str:
    if not is_low(hall):
        return ""
    return translate("Ratings", "参评率低于 {target}%：请导办提醒办事人扫码评价，不要替人按键。").format(
        target=TARGET_PERCENT
    )


def is_low(rates: Rates) -> bool:
    return rates.invited >= FEW and 100 * rates.rated < TARGET_PERCENT * rates.invited


def worst_first(windows: tuple[WindowRates, ...]) -> list[WindowRates]:
    return sorted(windows, key=lambda one: (-one.flags, not is_low(one.rates), one.window))


def rate(one: WindowRates) -> RateProps:
    low = is_low(one.rates)
    return RateProps(
        window=one.window,
        name=translate("Supervisor", "{window} 号窗口").format(window=one.window),
        share=f"{naming.percent(one.rates.rated, one.rates.invited)} ({one.rates.rated}/{one.rates.invited})",
        is_low=low,
        at_window=satisfied(one.at_window),
        elsewhere=satisfied(one.elsewhere),
        flags=translate("Ratings", "{count} 处可疑").format(count=one.flags) if one.flags else "",
        tone="bad" if one.flags else "warn" if low else "none",
    )


def good_ones(levels: Levels) -> int:
    """Of the best two levels."""
    return levels[3] + levels[4]


def satisfied(levels: Levels) -> str:
    """How many of them were of the best two levels."""
    return f"{naming.percent(good_ones(levels), sum(levels))} ({sum(levels)})" if sum(levels) else "–"


def flag(state: Duty, one: Flag) -> FlagProps:
    zone = naming.zone_of(state.hall)
    times = naming.listed(naming.at_clock(at_ms, zone) for at_ms in one.at_ms[:4])
    clerk = next(
        (w.view.clerk_display_name for w in state.watched if w.view.clerk == one.clerk and one.clerk), ""
    )
    where = translate("Supervisor", "{window} 号窗口").format(window=one.window)
    evidence = translate("Ratings", "{count} 次：{times}").format(count=len(one.ticket_ids), times=times)
    return FlagProps(
        window=one.window,
        title=" · ".join(filter(None, (where, clerk or "", RULES[one.rule]()))),
        evidence=evidence if one.ticket_ids else "",
    )


RULES = {
    FlagRule.AT_ONCE: lambda: translate("Ratings", "刚问就按，不到一秒"),
    FlagRule.STRING: lambda: translate("Ratings", "连着按同一级"),
    FlagRule.PAD_ONLY: lambda: translate("Ratings", "只有评价器，没有手机评价"),
    FlagRule.ODD_HOURS: lambda: translate("Ratings", "不在办公时间"),
    FlagRule.EMPTY_SEAT: lambda: translate("Ratings", "没有真正办理就有评价"),
    FlagRule.PATTERN: lambda: translate("Ratings", "同一级的占比远高于全厅"),
    FlagRule.PAD_AGAINST_PHONE: lambda: translate("Ratings", "评价器上远好于手机上"),
}


def level_word(level: int) -> str:
    return LEVELS[level]()


LEVELS = {
    5: lambda: translate("Ratings", "非常满意"),
    4: lambda: translate("Ratings", "满意"),
    3: lambda: translate("Ratings", "基本满意"),
    2: lambda: translate("Ratings", "不满意"),
    1: lambda: translate("Ratings", "非常不满意"),
}


def label_words(state: Duty, one: FollowUp, language: str) -> str:
    known = {label.code: label.names for label in state.hall.rating.labels} if state.hall else {}
    return naming.listed(naming.named(known.get(code, {}), language, code) for code in one.labels)
