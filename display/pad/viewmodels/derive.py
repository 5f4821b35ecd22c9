"""From the pad's state to what its pages show. Pure."""

from display.pad.flow.pages import page_of
from display.pad.flow.state import Pad
from display.pad.viewmodels.props import PadProps


def derive(state: Pad, *, language: str) -> PadProps:
    view, asked = state.view, state.asked
    ticket = view.ticket if view else None
    return PadProps(
        page=page_of(state),
        language=language,
        hall_name=hall_name(state, language),
        link_code=state.link_code,
        window_number=state.window,
        window_state=view.state if view else "",
        clerk_number=(view.clerk or "") if view else "",
        clerk_name=(view.clerk_display_name or "") if view else "",
        ticket_number=ticket.number if ticket else "",
        asked_number=asked.number if asked else "",
        chosen_level=state.choice.level if state.choice else 0,
        is_not_taken=asked is not None and state.not_taken == asked.ticket_id,
    )


def hall_name(state: Pad, language: str) -> str:
    names = state.hall.names if state.hall else {}
    return names.get(language) or names.get("zh-CN") or ""
