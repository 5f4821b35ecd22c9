"""Cases at the counter: what may be pressed, what is sent, and what is forgotten again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as altered

from counter import gallery_sheets as asked
from counter import gallery_states as invented
from counter.flow import deeds
from counter.flow import happenings as h
from counter.flow import requests as r
from counter.flow import state as s
from counter.flow.advance import advance
from counter.flow.casework import (
    CaseAct,
    Shelf,
    acts,
    in_order,
    is_at_hand,
    kept_until_ms,
    query,
)
from counter.flow.sheets import SheetKind
from counter.viewmodels.moment import Moment
from counter.viewmodels.sheet import derive
from display.kit.phones import grouped, is_phone, phone_digits
from queue_core.messages.attempt import mobile
from queue_core.wire.cases import CasePlace, CaseQuery
from queue_core.wire.words import CaseState, PickupWay, PlaceKind, TicketClass

DAY_MS = 86_400_000


def after(state: s.Counter, *happenings: h.Happening) -> s.Counter:
    for each in happenings:
        state = advance(state, each).state
    return state


def sent(state: s.Counter, happening: h.Happening) -> tuple[r.Request, ...]:
    return advance(state, happening).requests


CONFIRMED = h.Confirmed(key="key-1", at_ms=10_000)
ACCEPTING = after(invented.SERVING, h.SheetPressed(kind=SheetKind.ACCEPT_CASE))
LISTING = after(invented.at_window(invented.FREE), h.SheetPressed(kind=SheetKind.CASES))


def told(state: s.Counter, *cases: object) -> h.CasesTold:
    assert state.sheet is not None
    return h.CasesTold(look_up=state.sheet.look_up, cases=cases)  # type: ignore[arg-type]


def opened_case(case: object) -> s.Counter:
    listed = after(LISTING, h.Typed(text="2025"))
    return after(listed, told(listed, case), CONFIRMED)


def case_told(state: s.Counter, case: object) -> h.CaseTold:
    assert state.sheet is not None
    return h.CaseTold(look_up=state.sheet.look_up, case=case)  # type: ignore[arg-type]


def test_a_case_is_accepted_with_the_matter_in_hand_the_way_and_a_phone() -> None:
    filled = after(ACCEPTING, h.ChipChosen(place=1), h.Typed(text="1381234-5678"))
    (request,) = sent(filled, CONFIRMED)
    assert isinstance(request, r.SendDeed)
    assert request.deed == deeds.AcceptCase(
        ticket_id=23,
        category="registration",
        matter="company-change",
        way=PickupWay.LOCKER,
        language="zh-CN",
        phone="13812345678",
    )


COLLECTING = altered(invented.TICKET, ticket_class=TicketClass.PICKUP, matter=None, errands=(), in_hand=())
CALLED = invented.holding(COLLECTING).view
assert CALLED is not None


def test_as_soon_as_a_pickup_is_called_its_cases_are_asked_for_and_stand_by_the_number() -> None:
    free = invented.at_window(invented.FREE)
    called = advance(free, h.Seen(view=CALLED))
    assert called.requests == (r.AskCasesInHand(ticket_id=23),)
    assert called.state.cases == ()
    shown = after(called.state, h.CasesInHandTold(ticket_id=23, cases=asked.CASES[:2]))
    assert shown.cases == asked.CASES[:2]
    serving = altered(CALLED, ticket=altered(COLLECTING, calls=2))
    assert sent(shown, h.Seen(view=serving)) == ()
    accepting = altered(CALLED, ticket=altered(COLLECTING, ticket_class=TicketClass.ACCEPT))
    converted = after(shown, h.Seen(view=accepting), h.CasesInHandTold(ticket_id=23, cases=asked.CASES))
    assert converted.cases == ()
    gone = after(shown, h.Seen(view=invented.FREE))
    assert gone.cases == ()
    assert after(gone, h.CasesInHandTold(ticket_id=23, cases=asked.CASES)).cases == ()


def test_who_logs_in_where_a_pickup_is_in_hand_is_told_its_cases_and_its_materials() -> None:
    calling = invented.holding(COLLECTING)
    assert calling.session is not None
    logging_in = replace(calling, step=s.Step.LOGGING_IN, session=None)
    taken_over = advance(logging_in, h.LoggedIn(session=calling.session))
    assert taken_over.requests == (r.AskCasesInHand(ticket_id=23),)
    assert sent(taken_over.state, h.Seen(view=CALLED)) == ()
    accepting = replace(invented.SERVING, step=s.Step.LOGGING_IN, matters=())
    assert sent(accepting, h.LoggedIn(session=calling.session)) == (r.AskMatter(code="company-change"),)


def test_a_case_shows_its_steps_the_newest_first() -> None:
    opened = opened_case(asked.HANDED_OVER)
    told_so = replace(case_told(opened, asked.HANDED_OVER), history=asked.MOVES)
    moment = Moment(language="zh-CN", now_ms=invented.NOW_MS, look="day", keys={}, has_reader=False)
    shown = derive(after(opened, told_so), moment)
    assert [each.kind for each in shown.moves] == [each.kind for each in asked.MOVES]
    assert (shown.moves[0].window, shown.moves[0].name, shown.moves[0].place) == (3, "1001", None)
    assert shown.moves[2].place is not None
    assert (shown.moves[2].place.where, shown.moves[2].place.door) == ("L1", 12)


def test_nobody_asks_for_cases_of_a_number_with_which_nothing_is_collected() -> None:
    accepting = invented.CALLED.view
    assert accepting is not None
    requests = sent(invented.at_window(invented.FREE), h.Seen(view=accepting))
    assert not [each for each in requests if isinstance(each, r.AskCasesInHand)]


def test_what_was_handed_over_stands_by_the_number_no_longer() -> None:
    state = invented.holding(altered(COLLECTING, started_at_ms=invented.NOW_MS))
    opened = after(state, h.SheetPressed(kind=SheetKind.HAND_OVER))
    opened = after(opened, told(opened, asked.CASES[1]))
    (request,) = sent(opened, CONFIRMED)
    assert isinstance(request, r.SendDeed)
    given = h.ActionDone(key=request.key, said=None)
    assert sent(after(opened, CONFIRMED), given) == (r.AskCasesInHand(ticket_id=23),)


def test_what_was_handed_over_from_the_list_stands_by_the_number_no_longer() -> None:
    state = invented.holding(altered(COLLECTING, started_at_ms=invented.NOW_MS))
    listed = after(state, h.SheetPressed(kind=SheetKind.CASES), h.Typed(text="2025"))
    opened = after(listed, told(listed, asked.CASES[1]), CONFIRMED, h.OptionChosen(place=0))
    (request,) = sent(opened, CONFIRMED)
    assert isinstance(request, r.SendDeed)
    done = advance(after(opened, CONFIRMED), h.ActionDone(key=request.key, said=None))
    assert [type(each) for each in done.requests] == [r.AskCasesInHand, r.AskCases]
    assert done.state.sheet is not None
    assert done.state.sheet.kind is SheetKind.CASES


def test_a_phone_is_shown_in_groups_and_in_no_record_of_the_state() -> None:
    filled = after(ACCEPTING, h.Typed(text="13812345678"))
    assert filled.sheet is not None
    assert filled.sheet.text == "138 1234 5678"
    sending = after(filled, CONFIRMED)
    assert "1381" not in repr(filled) + repr(sending)


def test_after_the_case_is_accepted_nothing_is_left_of_the_phone() -> None:
    sending = after(ACCEPTING, h.Typed(text="13812345678"), CONFIRMED)
    done = after(sending, h.ActionDone(key="key-1", said=s.Notice(code="case-accepted", is_good=True)))
    assert (done.sheet, done.pending, done.last_press, done.unanswered) == (None, None, None, None)
    assert done.notice is not None


def test_a_phone_that_is_none_is_not_sent() -> None:
    short = after(ACCEPTING, h.Typed(text="1381234"), CONFIRMED)
    assert short.pending is None
    assert short.notice is not None
    assert short.notice.code == "phone-wrong"


@pytest.mark.parametrize(
    ("ticket_class", "code"),
    [(TicketClass.PICKUP, "nothing-accepted"), (TicketClass.CONSULT, "nothing-accepted")],
)
def test_only_what_is_handed_in_becomes_a_case(ticket_class: TicketClass, code: str) -> None:
    ticket = altered(invented.BEING_SERVED, ticket_class=ticket_class, errands=(), in_hand=())
    refused = after(invented.holding(ticket), h.SheetPressed(kind=SheetKind.ACCEPT_CASE))
    assert refused.sheet is None
    assert refused.notice is not None
    assert refused.notice.code == code


def test_the_cases_of_the_person_are_asked_for_and_those_at_hand_are_marked() -> None:
    turn = advance(asked.COLLECTING, h.SheetPressed(kind=SheetKind.HAND_OVER))
    (request,) = turn.requests
    assert isinstance(request, r.AskCases)
    assert request.query == CaseQuery(ticket_id=23)
    listed = after(turn.state, told(turn.state, *asked.CASES))
    (wanted,) = sent(listed, CONFIRMED)
    assert isinstance(wanted, r.SendDeed)
    assert isinstance(wanted.deed, deeds.HandOver)
    assert set(wanted.deed.codes) == {each.code for each in asked.CASES if is_at_hand(each)}
    assert len(wanted.deed.codes) == 3


def test_what_lies_elsewhere_cannot_be_marked_and_what_is_marked_can_be_left_out() -> None:
    opened = after(asked.COLLECTING, h.SheetPressed(kind=SheetKind.HAND_OVER))
    listed = after(opened, told(opened, *asked.CASES))
    assert listed.sheet is not None
    elsewhere = next(at for at, each in enumerate(listed.sheet.cases) if not is_at_hand(each))
    refused = after(listed, h.OptionChosen(place=elsewhere))
    assert refused.notice is not None
    assert refused.notice.code == "case-elsewhere"
    fewer = after(listed, h.OptionChosen(place=min(listed.sheet.marked)))
    assert fewer.sheet is not None
    assert len(fewer.sheet.marked) == 2


def test_a_refused_hand_over_asks_again_what_there_is_and_still_says_why() -> None:
    opened = after(asked.COLLECTING, h.SheetPressed(kind=SheetKind.HAND_OVER))
    sending = after(opened, told(opened, *asked.CASES), CONFIRMED)
    turn = advance(sending, h.ActionRefused(key="key-1", notice=s.Notice(code="case-in-door")))
    assert [type(each) for each in turn.requests] == [r.AskCasesInHand, r.AskCases]
    assert turn.state.notice is not None
    assert turn.state.notice.code == "case-in-door"


def test_what_was_left_out_of_a_refused_hand_over_stays_left_out() -> None:
    opened = after(asked.COLLECTING, h.SheetPressed(kind=SheetKind.HAND_OVER))
    listed = after(opened, told(opened, *asked.CASES))
    assert listed.sheet is not None
    left_out = listed.sheet.cases[min(listed.sheet.marked)].code
    sending = after(listed, h.OptionChosen(place=min(listed.sheet.marked)), CONFIRMED)
    refused = after(sending, h.ActionRefused(key="key-1", notice=s.Notice(code="case-in-door")))
    (wanted,) = sent(after(refused, told(refused, *reversed(asked.CASES))), CONFIRMED)
    assert isinstance(wanted, r.SendDeed)
    assert isinstance(wanted.deed, deeds.HandOver)
    assert len(wanted.deed.codes) == 2
    assert left_out not in wanted.deed.codes


def test_a_case_that_became_ready_meanwhile_is_not_handed_over_by_pressing_enter_again() -> None:
    sending = after(opened_case(asked.ACCEPTED), h.OptionChosen(place=0), CONFIRMED)
    assert sending.pending is not None
    refused = after(sending, h.ActionRefused(key="key-1", notice=s.Notice(code="hall-unreachable")))
    ready = altered(asked.ACCEPTED, state=CaseState.READY)
    shown = after(refused, case_told(refused, ready))
    assert shown.sheet is not None
    assert (shown.sheet.case, shown.sheet.chosen) == (ready, None)
    assert sent(shown, CONFIRMED) == ()


def test_what_was_chosen_stays_chosen_when_the_answer_moves_it() -> None:
    listed = asked.CASES[1]
    opened = after(opened_case(listed), h.OptionChosen(place=acts(listed).index(CaseAct.KEEP_LONGER)))
    inside = altered(listed, place=CasePlace(kind=PlaceKind.DOOR, cabinet="L1", door=3))
    shown = after(opened, case_told(opened, inside))
    assert shown.sheet is not None
    assert shown.sheet.chosen == acts(inside).index(CaseAct.KEEP_LONGER)


def test_a_case_is_not_handed_over_to_the_number_called_after_it_was_opened() -> None:
    waiting = asked.CASES[1]
    listing = after(asked.COLLECTING, h.SheetPressed(kind=SheetKind.CASES))
    opened = after(listing, told(listing, waiting), CONFIRMED, h.OptionChosen(place=0))
    (own,) = sent(opened, CONFIRMED)
    nobody = after(opened, h.Seen(view=invented.FREE))
    (other,) = sent(nobody, CONFIRMED)
    assert isinstance(own, r.SendDeed)
    assert isinstance(other, r.SendDeed)
    assert own.deed == deeds.OfCase(code=waiting.code, act=CaseAct.HAND_OVER, ticket_id=23)
    assert other.deed == deeds.OfCase(code=waiting.code, act=CaseAct.HAND_OVER)


def test_a_scanned_code_opens_its_case_although_enter_comes_before_the_answer() -> None:
    typed = after(LISTING, h.Typed(text="PAIHAO:C:20251230-00017"), CONFIRMED)
    turn = advance(typed, told(typed, asked.CASES[1]))
    assert turn.state.sheet is not None
    assert (turn.state.sheet.kind, turn.state.sheet.case) == (SheetKind.CASE, asked.CASES[1])
    assert isinstance(turn.requests[0], r.AskCase)


def test_a_code_that_nobody_knows_opens_nothing() -> None:
    typed = after(LISTING, h.Typed(text="20260101-99999"), CONFIRMED)
    nothing = after(typed, told(typed))
    assert nothing.sheet is not None
    assert nothing.sheet.kind is SheetKind.CASES
    assert nothing.notice is not None
    assert nothing.notice.code == "no-such-case"


def test_of_several_one_is_chosen_before_it_is_opened() -> None:
    listed = after(LISTING, told(LISTING, *asked.CASES))
    assert after(listed, CONFIRMED).notice is not None
    opened = after(listed, h.OptionChosen(place=2), CONFIRMED)
    assert opened.sheet is not None
    assert listed.sheet is not None
    assert opened.sheet.case == listed.sheet.cases[2]


def test_after_an_act_the_list_is_there_for_the_next_code_and_says_what_was_done() -> None:
    shelving = after(asked.CASE_SHEETS["case-shelve"], CONFIRMED)
    said = s.Notice(code="case-shelved", is_good=True)
    turn = advance(shelving, h.ActionDone(key="key-1", said=said))
    assert turn.state.sheet is not None
    assert (turn.state.sheet.kind, turn.state.sheet.text) == (SheetKind.CASES, "")
    assert isinstance(turn.requests[0], r.AskCases)
    assert turn.state.notice == said


def test_escape_goes_from_a_case_to_the_list_and_from_the_list_to_the_window() -> None:
    listed = after(asked.CASE_SHEETS["case"], h.NoticeDismissed())
    assert listed.sheet is not None
    assert listed.sheet.kind is SheetKind.CASES
    assert after(listed, h.NoticeDismissed()).sheet is None


def test_an_old_answer_does_not_fill_the_list_of_a_new_question() -> None:
    asked_again = after(LISTING, h.ChipChosen(place=3))
    assert LISTING.sheet is not None
    assert asked_again.sheet is not None
    late = h.CasesTold(look_up=LISTING.sheet.look_up, cases=asked.CASES)
    assert after(asked_again, late).sheet == asked_again.sheet


@pytest.mark.parametrize(
    ("chosen", "text", "place"),
    [
        (1, "B-11", CasePlace(kind=PlaceKind.SHELF, label="B-11")),
        (2, "EB1234", CasePlace(kind=PlaceKind.POSTED, reference="EB1234")),
        (3, "蜜蜂箱 8841", CasePlace(kind=PlaceKind.PARTNER, label="蜜蜂箱", reference="8841")),
    ],
)
def test_where_a_case_goes_is_said_in_one_line(chosen: int, text: str, place: CasePlace) -> None:
    filled = after(asked.CASE_SHEETS["case"], h.OptionChosen(place=chosen), h.Typed(text=text))
    (request,) = sent(filled, CONFIRMED)
    assert isinstance(request, r.SendDeed)
    assert isinstance(request.deed, deeds.OfCase)
    assert (request.deed.place, request.deed.finishes) == (place, False)


def test_a_case_that_is_not_finished_yet_is_finished_by_shelving_it() -> None:
    opened = asked.CASE_SHEETS["case-accepted"]
    (request,) = sent(after(opened, h.OptionChosen(place=1), h.Typed(text="A-1")), CONFIRMED)
    assert isinstance(request, r.SendDeed)
    assert isinstance(request.deed, deeds.OfCase)
    assert request.deed.finishes


def test_without_a_label_nothing_is_shelved() -> None:
    missing = after(asked.CASE_SHEETS["case"], h.OptionChosen(place=1), CONFIRMED)
    assert missing.pending is None
    assert missing.notice is not None
    assert missing.notice.code == "place-missing"


@pytest.mark.parametrize(
    ("case", "offered", "not_offered"),
    [
        (asked.CASES[2], CaseAct.KEEP_LONGER, CaseAct.HAND_OVER),  # behind a door
        (asked.CASES[1], CaseAct.HAND_OVER, CaseAct.READY),
        (asked.ACCEPTED, CaseAct.READY, CaseAct.HAND_OVER),
        (asked.HANDED_OVER, CaseAct.REPRINT_HAND_OVER, CaseAct.RETURN),
        (altered(asked.ACCEPTED, state=CaseState.RETURNED), CaseAct.REPRINT_ACCEPTANCE, CaseAct.SHELVE),
    ],
)
def test_only_what_makes_sense_of_a_case_is_offered(
    case: object, offered: CaseAct, not_offered: CaseAct
) -> None:
    assert offered in acts(case)  # type: ignore[arg-type]
    assert not_offered not in acts(case)  # type: ignore[arg-type]


def test_overdue_ones_stand_first_then_those_that_go_soonest() -> None:
    soon = altered(asked.CASES[1], code="soon", keep_until_ms=invented.NOW_MS + DAY_MS)
    listed = in_order((asked.CASES[1], soon, asked.CASES[0]))
    assert [each.code for each in listed] == [asked.CASES[0].code, "soon", asked.CASES[1].code]


def test_an_overdue_case_is_kept_from_today_on_and_not_from_when_it_should_have_gone() -> None:
    overdue = altered(asked.CASES[0], keep_until_ms=invented.NOW_MS - 30 * DAY_MS)
    assert kept_until_ms(overdue, 7, invented.HALL) > invented.NOW_MS + 7 * DAY_MS
    later = altered(overdue, keep_until_ms=invented.NOW_MS + 10 * DAY_MS)
    assert kept_until_ms(later, 7, invented.HALL) == invented.NOW_MS + 17 * DAY_MS


def test_a_code_is_looked_for_on_all_shelves() -> None:
    assert query(Shelf.OVERDUE, " 2026 ") == CaseQuery(code="2026")
    assert query(Shelf.OVERDUE, "").states == (CaseState.EXPIRED,)


def test_paper_that_is_out_is_said_beside_what_was_done() -> None:
    notice = s.Notice(code="receipt-paper-out", detail="20260101-00073")
    assert after(replace(invented.SERVING, notice=None), h.ReceiptFailed(notice=notice)).notice == notice


@pytest.mark.parametrize(
    "text",
    [
        "13812345",
        "138123456789",
        "12812345678",  # no mobile begins so
        "020-88881234",  # a landline gets no message,
        "91234567",  # nor does a number of elsewhere
    ],
)
def test_what_gets_no_messages_is_taken_for_no_phone(text: str) -> None:
    assert mobile(phone_digits(text)) is None
    assert not is_phone(phone_digits(text))


@pytest.mark.parametrize("text", ["138 1234 5678", "+86 138-1234-5678"])
def test_a_mobile_is_one_with_and_without_the_country(text: str) -> None:
    assert mobile(phone_digits(text)) == "13812345678"
    assert is_phone(phone_digits(text))


@given(st.text(alphabet="0123456789 -ab１", max_size=24))
def test_grouping_a_phone_changes_no_digit(text: str) -> None:
    digits = phone_digits(text)
    assert grouped(digits).replace(" ", "") == digits
    assert phone_digits(grouped(digits)) == digits
