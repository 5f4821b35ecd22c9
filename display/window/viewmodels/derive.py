"""From what the screen knows of its window to what it shows. Pure."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from display.window.flow import Page, ScreenState, elsewhere, page_of
from display.window.viewmodels.props import WindowProps
from queue_core.wire.views import WindowView

SOURCE, SECOND = "zh-CN", "en"
TRUSTED_MS = 60_000  # so long after the link was lost a number is still shown as called
UNATTENDED = frozenset({Page.CLOSED, Page.PAUSED})
MOST_NAMED = 3  # windows to go to instead


def derive(state: ScreenState, now_ms: int, language: str = SOURCE) -> WindowProps:
    view, page = state.view, page_of(state, now_ms)
    zone = ZoneInfo(state.hall.timezone) if state.hall else None
    names = state.hall.names if state.hall else {}
    others = [str(window) for window in elsewhere(state)[:MOST_NAMED]] if page in UNATTENDED else []
    return WindowProps(
        page=page,
        window=state.window,
        number=_number(view, page),
        ticket_class=view.ticket.ticket_class if view and view.ticket else "",
        is_trusted=not state.lost_code or now_ms - state.lost_at_ms <= TRUSTED_MS,
        clerk=(view.clerk or "") if view else "",
        clerk_name=(view.clerk_display_name or "") if view else "",
        needs_proof=bool(state.hall and state.hall.rating.needs_proof),
        reason=_reason(state, language) if page is Page.PAUSED else "",
        second_reason=_reason(state, SECOND) if page is Page.PAUSED else "",
        until=_until(view, now_ms, zone) if view and page is Page.PAUSED else "",
        elsewhere="、".join(others),
        second_elsewhere=" or ".join(others),
        hall_name=names.get(language) or names.get(SOURCE, ""),
        second_hall_name=names.get(SECOND, ""),
        clock=_clock(now_ms, zone),
        lost_code=state.lost_code,
        lost_at=_clock(state.lost_at_ms, zone) if state.lost_code else "",
    )


def _number(view: WindowView | None, page: Page) -> str:
    """That of who is called, served, or asked for a rating."""
    if view is None:
        return ""
    if page is Page.RATE and view.rating is not None:
        return view.rating.number
    return view.ticket.number if view.ticket else ""


def _reason(state: ScreenState, language: str) -> str:
    """As the hall words it. A clerk's own words are in one language only, and are not shown as another."""
    view = state.view
    if view is None or view.pause is None:
        return ""
    reasons = state.hall.pause_reasons if state.hall else ()
    worded = next((reason.names for reason in reasons if reason.code == view.pause), None)
    if worded is None:
        return "" if language == SECOND else view.pause
    return worded.get(language) or ("" if language == SECOND else worded.get(SOURCE, ""))


def _until(view: WindowView, now_ms: int, zone: ZoneInfo | None) -> str:
    """Empty when nobody said, and when the time is over: a pause ends by hand."""
    until_ms = view.pause_until_ms
    return "" if until_ms is None or until_ms <= now_ms else _clock(until_ms, zone)


def _clock(at_ms: int, zone: ZoneInfo | None) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(zone).strftime("%H:%M")
