"""Why others were called before: each call with its reason, and the rule by which all are called."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display.ticket.slip import named
from kiosk.flow.facts import Facts
from kiosk.flow.visit import Page, Visit
from kiosk.viewmodels.taking_words import clock_words, windows_words
from queue_core.wire import texts
from queue_core.wire.choices import CallBefore, Explanation
from queue_core.wire.views import HallView
from queue_core.wire.words import Reason

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class CallProps:
    at: str
    number: str
    window: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationProps:
    """`calls` are the newest first. `own` says what lies in the number itself."""

    title: str = ""
    windows: str = ""
    own: str = ""
    calls: tuple[CallProps, ...] = ()
    nobody: str = ""
    elsewhere: str = ""
    rule: str = ""


def explanation(visit: Visit, page: Page, facts: Facts) -> ExplanationProps:
    told = visit.own.explanation if visit.own else None
    if page is not Page.EXPLANATION or told is None or facts.hall is None:
        return ExplanationProps()
    hall = facts.hall
    return ExplanationProps(
        title=translate("Own", "谁在 %1 号之前叫了，为什么").replace("%1", told.number),
        windows=windows_words(told.windows),
        own=own_reasons(told),
        calls=tuple(call(each, visit.language, hall) for each in told.before),
        nobody="" if told.before else nobody(told),
        elsewhere=elsewhere(told),
        rule=rule(hall, visit.language),
    )


def call(told: CallBefore, language: str, hall: HallView) -> CallProps:
    return CallProps(
        at=clock_words(told.called_at_ms, hall),
        number=told.number,
        window=translate("Own", "%1 号窗口").replace("%1", str(told.window)),
        why=named(told.said, language),
    )


def own_reasons(told: Explanation) -> str:
    parts = [OWN_REASONS[reason]() for reason in told.own if reason in OWN_REASONS]
    return " ".join(parts)


def came_back() -> str:
    return translate("Own", "您过号后回来，先让了几位。")


def let_pass() -> str:
    return translate("Own", "您要求过顺延，先让了几位。")


OWN_REASONS = {Reason.CAME_BACK: came_back, Reason.STEPPED_BACK: let_pass}


def nobody(told: Explanation) -> str:
    if not told.windows:
        return translate("Own", "您等的时候，没有人在您之前被叫。")
    return translate("Own", "您等的时候，您的窗口没有叫过别人。")


def elsewhere(told: Explanation) -> str:
    """Calls of windows that do not serve this number took nothing from it."""
    if not told.elsewhere:
        return ""
    words = translate("Own", "别的窗口叫了 %1 个号，那些窗口不办您的业务，不影响您。")
    return words.replace("%1", str(told.elsewhere))


def rule(hall: HallView, language: str) -> str:
    """As it hangs on the wall, with the minutes in effect."""
    said = texts.rule(
        appointment_min=hall.head_start_min if hall.has_appointments else 0,
        priority_min=hall.priority_min,
        pickup_min=hall.pickup_min,
    )
    return named(said, language)
