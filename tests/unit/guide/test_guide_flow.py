"""The guide desk's decisions, without hall and window."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as altered

from counter.guide import samples as sample
from counter.guide.flow import happenings as h
from counter.guide.flow import presses as p
from counter.guide.flow import requests as r
from counter.guide.flow.own import ACTS, acts_of
from counter.guide.flow.state import Act, Aim, Document, Guide, Help, Link, Way
from counter.guide.flow.who import mistake
from counter.guide.viewmodels.taking import mobile, preview
from counter.guide.viewmodels.telling import told
from queue_core.wire.choices import GrantPriority
from queue_core.wire.finding import Claim
from queue_core.wire.matters import FoundMatters
from queue_core.wire.messages import Session
from queue_core.wire.words import DeliveryState, PriorityKind, PriorityProof, Role, TicketClass, TicketState
from tests.unit.guide.desks import Bench

CONSULT = (
    p.Begin(aim=Aim.NEW),
    p.ClassChosen(ticket_class=TicketClass.CONSULT),
    p.CategoryChosen(category="registration"),
)
ACCEPT = (CONSULT[0], p.ClassChosen(ticket_class=TicketClass.ACCEPT), CONSULT[2])
PASSPORT = (
    p.DocumentChosen(document=Document.PASSPORT),
    p.Typed(text="e12345678"),
    p.Entered(),
    p.Typed(text=" SMITH  JOHN "),
    p.Entered(),
)


def at_preview(desk: Bench | None = None) -> Bench:
    """An anonymous enquiry, foreseen."""
    desk = (desk or Bench()).hear(*CONSULT, p.AnonymousChosen())
    return desk.answer(r.AskPreview, sample.PREVIEW)


def issued(way: Way) -> Bench:
    desk = at_preview().hear(p.Issue(way=way))
    return desk.answer(r.Take, sample.TICKET)


# Coming


def test_an_unread_staff_card_is_said_as_that_and_disturbs_no_log_in() -> None:
    desk = Bench(Guide(link=Link.UP)).hear(h.StaffCardUnread())
    assert told(desk.state.notice, "zh-CN")[0] == "没有读到员工卡"
    busy = Bench(Guide(link=Link.UP)).hear(p.LogInPressed(clerk="3001", password="secret"))
    before = busy.state
    assert busy.hear(h.StaffCardUnread()).state == before


# Who


def test_a_passport_is_typed_in_capitals_and_the_name_keeps_its_spaces_single() -> None:
    desk = Bench().hear(*ACCEPT, *PASSPORT)
    holder = desk.asked(r.AskPreview).question.wanted.holder
    assert (holder.id_number, holder.name) == ("E12345678", "SMITH JOHN")


@pytest.mark.parametrize(
    ("document", "number", "code"),
    [
        (Document.RESIDENT_ID, "440106198501010017", "check-digit-wrong"),
        (Document.RESIDENT_ID, "4401061985", "number-incomplete"),
        (Document.RESIDENCE_PERMIT, "81000019850101001", "number-incomplete"),
        (Document.PASSPORT, "E1", "number-incomplete"),
        (Document.PASSPORT, "E12345678", None),
        (Document.TRAVEL_PERMIT, "H12345678", None),
        (Document.PERMANENT_RESIDENCE, "USA123456789012", None),
        (Document.PERMANENT_RESIDENCE, "USA1234", "number-incomplete"),
    ],
)
def test_a_slip_of_the_finger_is_found_before_a_number_is_taken(document, number, code) -> None:
    assert mistake(document, number) == code


def test_a_resident_id_with_its_check_digit_is_taken() -> None:
    desk = Bench().hear(
        *ACCEPT,
        p.DocumentChosen(document=Document.RESIDENT_ID),
        p.Typed(text="11010519491231002x"),
        p.Entered(),
    )
    assert desk.page == "name"


def test_a_wrong_digit_stays_on_the_page_until_it_is_put_right() -> None:
    desk = Bench().hear(
        *ACCEPT,
        p.DocumentChosen(document=Document.RESIDENT_ID),
        p.Typed(text="110105194912310021"),
        p.Entered(),
    )
    assert (desk.page, desk.help.trouble.code) == ("document", "check-digit-wrong")
    desk.hear(p.Typed(text="11010519491231002X"))
    assert desk.help.trouble is None


def test_only_classes_that_the_hall_gives_to_nobody_are_taken_without_a_document() -> None:
    desk = Bench().hear(*ACCEPT, p.AnonymousChosen())
    assert (desk.page, desk.sent) == ("who", [])


def test_a_ticket_speaks_what_the_holder_of_such_a_document_reads_until_the_guide_says_otherwise() -> None:
    desk = Bench().hear(*ACCEPT, *PASSPORT).answer(r.AskPreview, sample.PREVIEW)
    assert desk.help.wanted.language == "en"
    desk.hear(p.TicketLanguageChosen(language="zh-CN"), p.Issue(way=Way.PAPER))
    assert desk.asked(r.Take).question.wanted.language == "zh-CN"


# The number to be


def test_the_guide_says_to_have_seen_the_proof_before_a_priority_counts() -> None:
    desk = at_preview().hear(p.PriorityWanted(), p.PriorityChosen(kind=PriorityKind.MILITARY))
    assert desk.page == "proof"
    assert desk.asked(r.AskPreview).question.wanted.priority is None
    desk.hear(p.ProofSeen(proof=PriorityProof.EYE))
    wanted = desk.asked(r.AskPreview).question.wanted
    assert (wanted.priority, wanted.proof) == (PriorityKind.MILITARY, PriorityProof.EYE)


def test_after_a_right_was_added_back_leads_to_before_the_preview() -> None:
    desk = at_preview().hear(
        p.PriorityWanted(),
        p.PriorityChosen(kind=PriorityKind.MILITARY),
        p.ProofSeen(proof=PriorityProof.EYE),
    )
    desk.answer(r.AskPreview, sample.PREVIEW)
    assert desk.page == "preview"
    assert desk.hear(p.Back()).page == "who"


def test_a_project_is_named_with_the_number_and_taken_back() -> None:
    desk = at_preview().hear(p.ChannelWanted(), p.ChannelChosen(code="school"))
    assert desk.asked(r.AskPreview).question.wanted.project == "school"
    desk.answer(r.AskPreview, sample.PREVIEW).hear(p.ChannelWanted(), p.ChannelChosen(code=None))
    assert desk.asked(r.AskPreview).question.wanted.project is None


def test_an_agent_brings_several_cases_and_several_matters_up_to_what_the_hall_allows() -> None:
    desk = at_preview().hear(p.ItemsChanged(by=1))
    desk.answer(r.AskPreview, sample.PREVIEW)
    for category in ("trade", "tax"):
        desk.hear(
            p.FurtherWanted(),
            p.ClassChosen(ticket_class=TicketClass.ACCEPT),
            p.CategoryChosen(category=category),
        )
        desk.answer(r.AskPreview, sample.PREVIEW)
    wanted = desk.help.wanted
    assert (wanted.items, [one.category for one in wanted.further]) == (2, ["trade", "tax"])
    assert desk.hear(p.FurtherWanted()).page == "preview"


def test_a_matter_that_is_done_in_one_class_needs_no_further_question() -> None:
    line = altered(sample.LINES[0], classes=(TicketClass.ACCEPT,))
    desk = Bench().hear(p.Begin(aim=Aim.NEW), p.SearchWanted())
    desk.answer(r.Search, FoundMatters(matters=(line,), total=1)).hear(p.MatterChosen(code=line.code))
    assert desk.page == "who"
    assert (desk.help.wanted.matter, desk.help.wanted.ticket_class) == (line.code, TicketClass.ACCEPT)


def test_an_answer_for_letters_that_were_typed_on_since_is_not_shown() -> None:
    desk = Bench().hear(p.Begin(aim=Aim.NEW), p.SearchWanted(), p.Typed(text="G"))
    early = desk.asked(r.Search)
    desk.hear(p.Typed(text="GS"))
    desk.hear(h.Answered(ask=early, value=FoundMatters(matters=sample.LINES, total=4)))
    assert desk.help.found is None


def test_who_may_not_be_called_today_takes_the_number_knowing_it() -> None:
    desk = Bench().hear(*CONSULT, p.AnonymousChosen())
    desk.answer(r.AskPreview, altered(sample.PREVIEW, may_not_be_called=True))
    desk.hear(p.Issue(way=Way.PAPER))
    assert desk.asked(r.Take).question.wanted.accepts_risk


def test_a_number_is_taken_once_however_often_it_is_tried() -> None:
    desk = at_preview().hear(p.Issue(way=Way.PAPER))
    key = desk.asked(r.Take).question.key
    desk.refuse(r.Take, "hall-unreachable").hear(p.Again())
    assert desk.asked(r.Take).question.key == key
    desk.refuse(r.Take, "hall-unreachable").hear(p.Back(), p.Issue(way=Way.PHONE))
    assert desk.asked(r.Take).question.key == key


def test_a_second_press_while_the_number_is_being_taken_asks_nothing() -> None:
    desk = at_preview().hear(p.Issue(way=Way.PAPER), p.Issue(way=Way.PAPER))
    assert len([one for one in desk.sent if isinstance(one, r.Ask) and isinstance(one.question, r.Take)]) == 1


def test_whoever_has_a_number_for_it_is_shown_that_one() -> None:
    desk = at_preview().hear(p.Issue(way=Way.PAPER)).refuse(r.Take, "already-waiting", existing=23)
    desk.answer(r.FindTicket, sample.TICKET)
    assert (desk.page, desk.help.trouble.code, desk.help.stands) == ("number", "already-waiting", True)


# Never a number in the air


def test_a_number_that_comes_after_its_person_was_forgotten_is_withdrawn() -> None:
    desk = at_preview().hear(p.Issue(way=Way.PAPER))
    late = desk.asked(r.Take)
    desk.hear(p.Leave(), h.Answered(ask=late, value=sample.TICKET))
    assert desk.told() == [r.Tell(ticket_id=23, outcome=DeliveryState.WITHDRAWN)]
    assert desk.page == "home"


@pytest.mark.parametrize("press", [p.Leave(), p.Back()])
def test_nobody_leaves_a_number_that_no_phone_took(press) -> None:
    desk = issued(Way.PHONE).answer(r.MakeClaim, Claim(url="https://x/t/1#claim.2", expires_at_ms=0))
    desk.hear(press)
    assert (desk.page, desk.help.trouble.code) == ("undelivered", "not-delivered")
    assert desk.hear(press).page == "undelivered"
    assert desk.hear(p.WithdrawWanted()).page == "home"
    assert desk.told() == [r.Tell(ticket_id=23, outcome=DeliveryState.WITHDRAWN)]


def test_without_paper_the_phone_is_tried_and_without_both_it_is_withdrawn() -> None:
    desk = issued(Way.PAPER)
    desk.hear(h.PrintFailed(ask=desk.asked(r.Print), code="paper-out", has_left=False))
    desk.hear(p.WayChosen(way=Way.PHONE)).refuse(r.MakeClaim, "hall-unreachable")
    assert (desk.page, desk.help.trouble.code) == ("undelivered", "hall-unreachable")


def test_a_desk_left_alone_with_a_number_in_the_air_withdraws_it() -> None:
    desk = issued(Way.PHONE).hear(h.TimeOver(), h.TimeOver())
    assert desk.told() == [r.Tell(ticket_id=23, outcome=DeliveryState.WITHDRAWN)]
    assert desk.help == Help()


def test_a_paper_that_may_be_in_a_hand_keeps_its_number() -> None:
    desk = issued(Way.PAPER)
    desk.hear(h.PrintFailed(ask=desk.asked(r.Print), code="link-lost", has_left=True))
    assert desk.hear(h.TimeOver(), h.TimeOver()).told() == []


def test_a_paper_that_came_out_after_all_is_told_as_printed() -> None:
    desk = issued(Way.PAPER)
    desk.hear(h.PrintFailed(ask=desk.asked(r.Print), code="link-lost", has_left=True), p.PaperIsGood())
    assert desk.page == "delivered"
    assert desk.told() == [r.Tell(ticket_id=23, outcome=DeliveryState.PRINTED)]


def test_a_phone_that_took_the_number_ends_the_page_with_the_code() -> None:
    desk = issued(Way.PHONE).answer(r.MakeClaim, Claim(url="https://x/t/1#claim.2", expires_at_ms=0))
    assert desk.sent[-1] != r.Watch(ticket_id=None)
    desk.hear(h.TicketSeen(ticket=altered(sample.TICKET, delivery=DeliveryState.PAPERLESS)))
    assert desk.page == "delivered"
    assert desk.sent[-1] == r.Watch(ticket_id=None)


def test_a_number_that_the_hall_took_back_is_told() -> None:
    desk = issued(Way.PHONE).answer(r.MakeClaim, Claim(url="https://x/t/1#claim.2", expires_at_ms=0))
    desk.hear(h.TicketSeen(ticket=altered(sample.TICKET, state=TicketState.WITHDRAWN)))
    assert (desk.page, desk.help.trouble.code) == ("trouble", "number-gone")
    assert desk.hear(p.Leave()).told() == []


# Numbers that stand


def found(state: TicketState = TicketState.WAITING) -> Bench:
    desk = Bench().hear(p.Begin(aim=Aim.FIND), p.Typed(text="023"), p.Entered())
    return desk.answer(r.FindCode, altered(sample.TICKET, state=state))


def test_a_number_that_stands_is_never_withdrawn_by_leaving_it() -> None:
    desk = found().hear(p.ActChosen(act=Act.TO_PHONE))
    desk.answer(r.MakeClaim, Claim(url="https://x/t/1#claim.2", expires_at_ms=0)).hear(p.Back())
    assert desk.page == "number"
    assert desk.hear(p.Leave()).told() == []


def test_cancelling_is_asked_twice() -> None:
    desk = found().hear(p.ActChosen(act=Act.CANCEL))
    assert (desk.page, len(desk.sent)) == ("sure", 3)
    desk.hear(p.Confirmed())
    assert isinstance(desk.asked(r.Change).question.change, r.Cancellation)


def test_a_second_press_of_yes_changes_nothing_twice() -> None:
    desk = found().hear(p.ActChosen(act=Act.CANCEL), p.Confirmed(), p.Confirmed())
    assert len([one for one in desk.sent if isinstance(one, r.Ask)]) == 2


def test_a_number_whose_wait_cannot_be_told_may_be_converted_all_the_same() -> None:
    desk = found().hear(p.ActChosen(act=Act.CONVERT), *CONSULT[1:]).refuse(r.AskProspect, "no-estimate")
    assert (desk.page, desk.help.prospect) == ("prospect", None)
    desk.hear(p.Confirmed())
    assert desk.asked(r.Change).question.change.ticket_class is TicketClass.CONSULT


def test_a_priority_is_granted_to_a_number_that_stands() -> None:
    desk = found().hear(
        p.ActChosen(act=Act.PRIORITY),
        p.PriorityChosen(kind=PriorityKind.DISABILITY),
        p.ProofSeen(proof=PriorityProof.EYE),
    )
    assert desk.asked(r.Change).question.change == GrantPriority(
        kind=PriorityKind.DISABILITY, proof=PriorityProof.EYE
    )


def test_a_refusal_shows_the_number_and_why() -> None:
    desk = found(TicketState.ABSENT).hear(p.ActChosen(act=Act.COME_BACK)).refuse(r.Change, "ticket-ended")
    assert (desk.page, desk.help.trouble.code) == ("number", "ticket-ended")


def test_a_scanned_code_begins_with_somebody_new_at_home_only() -> None:
    desk = Bench().hear(h.CodeScanned(text="https://x/t/1#2"))
    assert desk.asked(r.FindCode).question.text == "https://x/t/1#2"
    other = at_preview()
    before = other.state
    assert other.hear(h.CodeScanned(text="https://x/t/1#2")).state == before


@pytest.mark.parametrize("state", TicketState)
def test_what_may_be_asked_for_a_number_follows_its_state(state: TicketState) -> None:
    offered = acts_of(sample.DESK, altered(sample.TICKET, state=state))
    assert offered == ACTS.get(state, ())


def test_without_a_printer_nothing_is_printed_again() -> None:
    without = Guide(link=Link.UP, hall=sample.HALL)
    assert Act.REPRINT not in acts_of(without, sample.TICKET)


# Another day


def test_where_the_quota_is_full_a_slot_is_booked_for_the_same_person() -> None:
    desk = Bench().hear(*ACCEPT, *PASSPORT).refuse(r.AskPreview, "quota-full")
    assert desk.page == "trouble"
    desk.hear(p.SlotsWanted()).answer(r.FindSlots, sample.SLOTS)
    desk.hear(p.SlotChosen(starts_at_ms=sample.SLOTS[1].starts_at_ms))
    assert desk.asked(r.Book).question.wanted.holder.id_number == "E12345678"
    desk.answer(r.Book, sample.BOOKED)
    assert desk.page == "booked"


def test_a_slot_that_went_to_somebody_else_shows_the_others() -> None:
    desk = Bench().hear(*ACCEPT, *PASSPORT).refuse(r.AskPreview, "quota-full")
    desk.hear(p.SlotsWanted()).answer(r.FindSlots, sample.SLOTS)
    desk.hear(p.SlotChosen(starts_at_ms=sample.SLOTS[1].starts_at_ms)).refuse(r.Book, "slot-full")
    desk.answer(r.FindSlots, sample.SLOTS[2:])
    assert (desk.page, desk.help.slots) == ("slots", sample.SLOTS[2:])


def test_an_appointment_asks_who_it_is_for() -> None:
    desk = Bench().hear(*CONSULT, p.AnonymousChosen()).refuse(r.AskPreview, "will-not-be-served")
    assert desk.hear(p.SlotsWanted()).page == "who"
    desk.hear(*PASSPORT)
    assert isinstance(desk.asked(r.FindSlots).question, r.FindSlots)


# The desk


def test_a_person_left_alone_is_asked_for_and_then_forgotten() -> None:
    desk = found().hear(h.TimeOver())
    assert (desk.page, desk.state.is_asked) == ("number", True)
    assert desk.hear(p.StillHere()).state.is_asked is False
    desk.hear(h.TimeOver(), h.TimeOver())
    assert (desk.page, desk.help) == ("home", Help())


def test_a_locked_desk_shows_nobody_and_hears_no_press() -> None:
    desk = found().hear(p.LockPressed(), p.ActChosen(act=Act.CANCEL))
    assert desk.page == "locked"
    desk.hear(p.LogInPressed(clerk="2001", password="x"), h.LoggedIn(session=sample.SESSION))
    assert desk.page == "number"


def test_somebody_else_who_unlocks_begins_anew() -> None:
    other = Session(token="o", clerk="9001", display_name="何国栋", window=None, role=Role.SUPERVISOR)
    desk = found().hear(p.LockPressed(), h.LoggedIn(session=other))
    assert (desk.page, desk.help) == ("home", Help())


def test_a_clerk_of_a_window_is_sent_away() -> None:
    clerk = Session(token="c", clerk="1001", display_name="林", window=None, role=Role.CLERK)
    desk = Bench(Guide(hall=sample.HALL)).hear(p.LogInPressed(clerk="1001", password="x"))
    desk.hear(h.LoggedIn(session=clerk), h.LoggedOut())
    assert (desk.page, desk.state.notice.code) == ("login", "not-a-guide")
    assert r.SendLogOut() in desk.sent


def test_a_session_that_the_hall_ended_forgets_the_person() -> None:
    desk = found().hear(h.LinkChanged(link=Link.DOWN, code="session-ended"))
    assert (desk.page, desk.help, desk.state.notice.code) == ("login", Help(), "session-ended")
    assert r.ForgetSession() in desk.sent


def test_logging_out_with_a_number_in_the_air_withdraws_it_first() -> None:
    desk = issued(Way.PHONE).hear(p.LogOutPressed())
    assert desk.sent[-3:-1] == [
        r.Tell(ticket_id=23, outcome=DeliveryState.WITHDRAWN),
        r.SendLogOut(),
    ]


def test_a_hall_that_is_away_stands_in_the_place_of_home_only() -> None:
    assert Bench().hear(h.LinkChanged(link=Link.DOWN)).page == "away"
    assert found().hear(h.LinkChanged(link=Link.DOWN)).page == "number"


def test_nothing_personal_stands_in_what_would_be_logged() -> None:
    desk = Bench().hear(*ACCEPT, *PASSPORT)
    told = repr(desk.state) + repr(desk.sent) + repr(PASSPORT)
    assert "E12345678" not in told
    assert "SMITH" not in told


# Messages


def test_a_phone_number_goes_with_the_number_and_is_shown_by_its_last_digits_only() -> None:
    desk = at_preview().hear(p.MobileWanted(), p.Typed(text="199-0000-1234"))
    assert desk.help.typed == "199 0000 1234"
    desk.hear(p.Entered())
    assert (desk.page, desk.help.typed) == ("preview", "")
    hints = {one.name: one.hint for one in preview(desk.state, "zh-CN").choices}
    assert hints["mobile"] == "尾号 1234"
    desk.hear(p.Issue(way=Way.PHONE))
    assert desk.asked(r.Take).question.wanted.phone == "19900001234"
    assert "19900001234" not in repr(desk.state.help)


def test_a_phone_number_can_be_left_out_and_taken_away_again() -> None:
    desk = at_preview().hear(p.MobileWanted(), p.Typed(text="19900001234"), p.Entered())
    desk.hear(p.MobileWanted(), p.Typed(text=""), p.Entered(), p.Issue(way=Way.PHONE))
    assert desk.asked(r.Take).question.wanted.phone is None


def test_a_phone_number_that_is_none_is_said_and_goes_nowhere() -> None:
    desk = at_preview().hear(p.MobileWanted(), p.Typed(text="1990"), p.Entered())
    assert desk.page == "mobile"
    assert mobile(desk.state, "zh-CN").notice_title == "手机号不对"


def test_no_phone_number_is_asked_for_where_the_hall_sends_no_messages() -> None:
    silent = Bench(replace(sample.DESK, hall=altered(sample.HALL, has_messages=False)))
    desk = at_preview(silent).hear(p.MobileWanted())
    assert desk.page == "preview"
    assert "mobile" not in {one.name for one in preview(desk.state, "zh-CN").choices}
