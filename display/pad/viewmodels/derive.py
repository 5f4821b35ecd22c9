"""From the pad's state to what its pages show. Pure."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from display.pad.flow.pages import page_of
from display.pad.flow.state import Pad
from display.pad.viewmodels.props import LabelOffered, PadProps
from queue_core.wire.words import WindowState

SECOND_MS = 1000


def derive(state: Pad, *, language: str) -> PadProps:
    view, asked = state.view, state.asked
    ticket = view.ticket if view else None
    pressed = state.draft or state.choice
    clerk_number, clerk_name = _clerk(state)
    return PadProps(
        page=page_of(state),
        language=language,
        hall_name=_worded(state.hall.names if state.hall else {}, language),
        link_code=state.link_code,
        window_number=state.window,
        window_state=view.state if view else "",
        paused_until=_paused_until(state),
        clerk_number=clerk_number,
        clerk_name=clerk_name,
        ticket_number=ticket.number if ticket else "",
        asked_number=asked.number if asked else "",
        chosen_level=pressed.level if pressed else 0,
        is_not_taken=asked is not None and state.not_taken == asked.ticket_id,
        labels=_labels(state, language),
        chosen_labels=state.draft.labels if state.draft else (),
        seconds_left=-(-state.ms_left // SECOND_MS),
        share_left=_share_left(state),
    )


def _clerk(state: Pad) -> tuple[str, str]:
    """Number and name. A window may have been taken over since the service that is asked about."""
    if state.asked is not None and state.asked.clerk is not None:
        return state.asked.clerk, state.asked.clerk_display_name or ""
    if state.view is None:
        return "", ""
    return state.view.clerk or "", state.view.clerk_display_name or ""


def _labels(state: Pad, language: str) -> tuple[LabelOffered, ...]:
    draft = state.draft
    if draft is None:
        return ()
    return tuple(
        LabelOffered(code=label.code, text=_worded(label.names, language) or label.code)
        for label in state.labels_of(draft.level)
    )


def _worded(names: dict[str, str], language: str) -> str:
    return names.get(language) or names.get("zh-CN") or ""


def _share_left(state: Pad) -> float:
    asked = state.asked
    if asked is None:
        return 0.0
    return min(1.0, state.ms_left / max(1, asked.until_ms - state.asked_since_ms))


def _paused_until(state: Pad) -> str:
    """Empty when nobody said, and when that time is over: a pause ends by hand."""
    view, hall = state.view, state.hall
    if view is None or hall is None or view.state is not WindowState.PAUSED:
        return ""
    until_ms = view.pause_until_ms
    if until_ms is None or until_ms <= state.now_ms:
        return ""
    return (
        datetime.fromtimestamp(until_ms / SECOND_MS, UTC)
        .astimezone(ZoneInfo(hall.timezone))
        .strftime("%H:%M")
    )
