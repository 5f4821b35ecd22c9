"""How what is known of readers and scanner changes, whatever page is shown.

A card counts once, when it is laid down. As long as it lies there afterwards it is a left card: its holder
may have gone, so whoever wants to use it lifts it and lays it down again.
"""

from dataclasses import replace

from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.state import Cabinet


def learn(state: Cabinet, happening: h.Happening) -> Cabinet:  # noqa: PLR0911 one a kind of news
    match happening:
        case h.ReadersSeen(is_working=is_working, lying=lying):
            means = replace(state.means, card_works=is_working)
            return replace(state, means=means, lying=lying, left_cards=state.left_cards & lying)
        case h.ScannerSeen(is_working=is_working):
            return replace(state, means=replace(state.means, scanner_works=is_working))
        case h.CardLies(reader=reader):
            return replace(state, left_cards=state.left_cards | {reader})
        case h.CardRead() | h.CardFailed():
            return leaving_cards(state)
        case h.StaffCardLies() | h.StaffCardLaid() | h.StaffCardUnread():
            return replace(state, has_left_staff_card=True)
        case h.StaffCardGone():
            return replace(state, has_left_staff_card=False)
        case _:
            return state


def leaving_cards(state: Cabinet) -> Cabinet:
    """Whatever lies there now is nobody's who comes after this."""
    return replace(state, left_cards=state.lying)
