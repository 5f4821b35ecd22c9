"""The flow of a number that stands: found, explained, changed, and every way it can end."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from drivers.contract.events import CodeKind
from kiosk.flow.effects import (
    AskExplanation,
    AskProspect,
    Cancellation,
    Change,
    Deferral,
    FindTickets,
    LookForCards,
    MakeLink,
    NameMatters,
    Print,
    RateVisit,
    ReadText,
    Return,
    SearchMatters,
    Withdraw,
)
from kiosk.flow.events import (
    AlreadyHeld,
    AppointmentsFound,
    AskFailed,
    CardLaid,
    CardRead,
    CodeKnown,
    CodeScanned,
    Event,
    ExplanationSeen,
    MatterSeen,
    MattersNamed,
    ProspectSeen,
    TicketChanged,
    TicketsFound,
)
from kiosk.flow.facts import Facts
from kiosk.flow.own_acts import ACTS, OPEN, acts_of, errand_in_turn, offered_acts
from kiosk.flow.presses import (
    ActChosen,
    Again,
    Back,
    Confirmed,
    Entered,
    KeysWanted,
    Leave,
    LevelChosen,
    NumberChosen,
    NumberWanted,
    OwnAct,
    PurposeChosen,
    TimeOver,
    Typed,
    UnitWanted,
)
from kiosk.flow.steps import Step
from kiosk.flow.visit import OwnNumber, Page, Purpose, Visit
from kiosk.samples import FACTS, HOLDER, TICKET, WITHOUT_PAPER
from kiosk.samples_matters import MATTER
from queue_core.wire.choices import AddErrand, AskEstimate, Convert, Explanation, Prospect
from queue_core.wire.finding import CodeRead
from queue_core.wire.messages import Errand, Estimate, Ticket
from queue_core.wire.words import TicketClass, TicketState
from tests.unit.kiosk.visits import CARD, PAPER, TO_CONFIRM, only, play

OWN = PurposeChosen(Purpose.OWN)
RATE = PurposeChosen(Purpose.RATE)
OTHER = changed(TICKET, ticket_id=31, number="031")
SERVED = changed(TICKET, state=TicketState.FINISHED, served_at=5, may_rate=True)
FINISHED = changed(SERVED, may_rate=False)
CODE = CodeScanned(text="https://hall.example.org/t/7k2m9q4x#secret", kind=CodeKind.OTHER)
FOUND = TicketsFound(visit_id=1, tickets=(TICKET,))
TO_OWN = (OWN, *CARD, FOUND)
KEY = "key-of-the-first-touch"
CONSULT = UnitWanted(TicketClass.CONSULT, "construction")
PROSPECT = ProspectSeen(
    visit_id=1,
    prospect=Prospect(
        ahead_now=6, now=None, ahead=2, estimate=Estimate(p50_s=240, p90_s=480), keeps_appointment=True
    ),
)
EXPLAINED = ExplanationSeen(
    visit_id=1, explanation=Explanation(number="023", windows=(1,), own=(), before=(), elsewhere=3)
)


def found(*tickets: Ticket) -> TicketsFound:
    return TicketsFound(visit_id=1, tickets=tickets)


def read(ticket: Ticket | None, *, is_holder: bool) -> CodeKnown:
    return CodeKnown(visit_id=1, read=CodeRead(ticket=ticket, is_holder=is_holder))


def refused(code: str) -> AskFailed:
    return AskFailed(visit_id=1, code=code)


def now(ticket: Ticket) -> TicketChanged:
    return TicketChanged(visit_id=1, ticket=ticket)


def act(which: OwnAct) -> ActChosen:
    return ActChosen(which, key=KEY)


def own_of(step: Step) -> OwnNumber:
    assert step.visit.own is not None
    return step.visit.own


TYPED = (OWN, KeysWanted(), Typed("023"), Entered())


@pytest.mark.parametrize(
    ("events", "page"),
    [
        ((OWN,), Page.CARD),
        ((OWN, *CARD), Page.ASKING),
        (TO_OWN, Page.OWN),
        ((OWN, *CARD, found(OTHER, TICKET)), Page.OWN),
        ((OWN, *CARD, found(SERVED)), Page.OWN),
        ((OWN, *CARD, found()), Page.NO_NUMBER),
        ((OWN, *CARD, found(), Again()), Page.CARD),
        ((OWN, *CARD, found(), CardLaid(1)), Page.READING),
        ((OWN, *CARD, refused("hall-unreachable")), Page.ASK_TROUBLE),
        ((OWN, *CARD, refused("hall-unreachable"), Again()), Page.ASKING),
        ((OWN, *CARD, refused("hall-unreachable"), Back()), Page.HOME),
        ((OWN, CODE), Page.ASKING),
        ((OWN, CODE, read(TICKET, is_holder=True)), Page.OWN),
        ((OWN, CODE, read(None, is_holder=False)), Page.NO_NUMBER),
        ((OWN, CODE, refused("too-many-attempts"), Back()), Page.CARD),
        ((CODE, read(TICKET, is_holder=True)), Page.OWN),
        ((*TO_CONFIRM, PAPER, AlreadyHeld(visit_id=1, ticket=TICKET)), Page.OWN),
        ((*CARD, FOUND), Page.OWN),
        ((OWN, KeysWanted()), Page.OWN_TYPING),
        ((OWN, KeysWanted(), Entered()), Page.OWN_TYPING),
        ((OWN, KeysWanted(), Back()), Page.CARD),
        ((OWN, KeysWanted(), CardLaid(0)), Page.READING),
        ((OWN, KeysWanted(), CODE), Page.ASKING),
        (TYPED, Page.ASKING),
        ((*TYPED, read(TICKET, is_holder=False)), Page.OWN),
        ((*TYPED, read(None, is_holder=False)), Page.NO_NUMBER),
        ((*TYPED, read(TICKET, is_holder=False), CardLaid(0)), Page.READING),
        ((*TYPED, read(TICKET, is_holder=False), CODE), Page.ASKING),
        ((*TO_OWN, act(OwnAct.EXPLAIN), EXPLAINED), Page.EXPLANATION),
        ((*TO_OWN, act(OwnAct.EXPLAIN), EXPLAINED, Back()), Page.OWN),
        ((*TO_OWN, act(OwnAct.CONVERT)), Page.CONVERT),
        ((*TO_OWN, act(OwnAct.CONVERT), Back()), Page.OWN),
        ((*TO_OWN, act(OwnAct.CONVERT), CONSULT), Page.ASKING),
        ((*TO_OWN, act(OwnAct.CONVERT), CONSULT, PROSPECT), Page.CONVERT_CONFIRM),
        ((*TO_OWN, act(OwnAct.CONVERT), CONSULT, refused("no-estimate")), Page.CONVERT_CONFIRM),
        ((*TO_OWN, act(OwnAct.CONVERT), CONSULT, refused("not-offered")), Page.ASK_TROUBLE),
        ((*TO_OWN, act(OwnAct.CONVERT), CONSULT, refused("not-offered"), Back()), Page.CONVERT),
        ((*TO_OWN, act(OwnAct.CONVERT), CONSULT, PROSPECT, Back()), Page.CONVERT),
        ((*TO_OWN, act(OwnAct.CONVERT), CONSULT, PROSPECT, Confirmed(KEY)), Page.ASKING),
        ((*TO_OWN, act(OwnAct.CONVERT), CONSULT, PROSPECT, Confirmed(KEY), now(TICKET)), Page.CHANGED),
        ((*TO_OWN, act(OwnAct.DEFER)), Page.ASK_DEFER),
        ((*TO_OWN, act(OwnAct.DEFER), Back()), Page.OWN),
        ((*TO_OWN, act(OwnAct.DEFER), Confirmed(KEY), now(TICKET)), Page.CHANGED),
        ((*TO_OWN, act(OwnAct.DEFER), Confirmed(KEY), now(TICKET), Back()), Page.OWN),
        ((*TO_OWN, act(OwnAct.DEFER), Confirmed(KEY), now(TICKET), Leave()), Page.HOME),
        ((*TO_OWN, act(OwnAct.DEFER), Confirmed(KEY), now(TICKET), TimeOver()), Page.HOME),
        ((*TO_OWN, act(OwnAct.CANCEL)), Page.ASK_CANCEL),
        ((*TO_OWN, act(OwnAct.CANCEL), Confirmed("a")), Page.ASK_CANCEL),
        ((*TO_OWN, act(OwnAct.CANCEL), Confirmed("a"), Confirmed(KEY)), Page.ASKING),
        ((*TO_OWN, act(OwnAct.CANCEL), Confirmed("a"), Back()), Page.OWN),
        ((*TO_OWN, act(OwnAct.ADD_MATTER)), Page.MATTERS),
        ((*TO_OWN, act(OwnAct.ADD_MATTER), Back()), Page.OWN),
        ((*TO_OWN, act(OwnAct.REPRINT)), Page.PRINTING),
        ((*TO_OWN, act(OwnAct.TO_PHONE)), Page.QR),
        ((*TO_OWN, Leave()), Page.HOME),
        ((*TO_OWN, TimeOver(), TimeOver()), Page.HOME),
        ((RATE,), Page.CARD),
        ((RATE, *CARD, found(SERVED)), Page.RATE),
        ((RATE, *CARD, found(TICKET, SERVED)), Page.RATE),
        ((RATE, *CARD, found(FINISHED)), Page.NO_NUMBER),
        ((RATE, *CARD, found()), Page.NO_NUMBER),
        ((RATE, CODE, read(SERVED, is_holder=True)), Page.RATE),
        ((RATE, KeysWanted()), Page.CARD),
        ((RATE, CODE, read(SERVED, is_holder=False)), Page.NO_NUMBER),
        ((RATE, *CARD, found(SERVED), Back()), Page.HOME),
        ((RATE, *CARD, found(SERVED), LevelChosen(level=5, key=KEY)), Page.ASKING),
        ((RATE, *CARD, found(SERVED), LevelChosen(level=5, key=KEY), now(FINISHED)), Page.RATED),
        (
            (RATE, *CARD, found(SERVED), LevelChosen(level=5, key=KEY), refused("already-rated")),
            Page.ASK_TROUBLE,
        ),
        ((RATE, *CARD, found(SERVED), LevelChosen(level=5, key=KEY), now(FINISHED), TimeOver()), Page.HOME),
        ((OWN, *CARD, found(SERVED), act(OwnAct.RATE)), Page.RATE),
        ((OWN, *CARD, found(SERVED), act(OwnAct.RATE), Back()), Page.OWN),
    ],
)
def test_each_road_leads_to_its_page(events: tuple[Event, ...], page: Page) -> None:
    assert play(events).visit.page is page


# Finding


def test_a_card_finds_the_open_number_first_and_the_others_beside_it() -> None:
    own = own_of(play((OWN, *CARD, found(TICKET, OTHER))))
    assert (own.ticket, own.others, own.is_holder) == (TICKET, (OTHER,), True)


def test_another_number_takes_the_place_of_the_one_that_is_shown() -> None:
    own = own_of(play((OWN, *CARD, found(TICKET, OTHER), NumberChosen(31))))
    assert (own.ticket, own.others) == (OTHER, (TICKET,))


def test_a_number_that_is_not_among_ones_own_cannot_be_chosen() -> None:
    assert own_of(play((OWN, *CARD, found(TICKET, OTHER), NumberChosen(77)))).ticket == TICKET


def test_a_card_laid_at_home_with_no_open_number_goes_on_to_take_one() -> None:
    last = play((*CARD, found(FINISHED), AppointmentsFound(visit_id=1, appointments=())))
    assert (last.visit.page, last.visit.holder, last.visit.own) == (Page.HOME, HOLDER, None)


def test_who_has_no_number_takes_one_without_laying_the_card_again() -> None:
    assert play((OWN, *CARD, found(), NumberWanted())).visit.holder == HOLDER


def test_who_is_not_known_takes_one_from_home() -> None:
    last = play((OWN, CODE, read(None, is_holder=False), NumberWanted()))
    assert (last.visit.page, last.visit.holder) == (Page.HOME, None)


def test_the_scanned_text_is_asked_for_and_shown_in_no_log() -> None:
    asked = only((OWN, CODE))
    assert asked == ReadText(visit_id=1, text=CODE.text)
    assert "secret" not in repr(play((OWN, CODE)))


def test_a_number_that_was_typed_can_only_be_looked_at() -> None:
    shown = own_of(play((*TYPED, read(TICKET, is_holder=False))))
    assert acts_of(shown) == (OwnAct.EXPLAIN,)


def test_what_may_not_be_done_with_a_typed_number_is_not_done_by_an_early_touch() -> None:
    last = play((*TYPED, read(TICKET, is_holder=False), act(OwnAct.DEFER)))
    assert (last.visit.page, last.effects) == (Page.OWN, ())


def test_a_card_proves_what_was_typed() -> None:
    events = (*TYPED, read(TICKET, is_holder=False), *CARD)
    assert only(events) == FindTickets(visit_id=1, holder=HOLDER)
    assert own_of(play((*events, FOUND))).is_holder


def test_a_card_beside_ones_own_number_changes_nothing() -> None:
    last = play((*TO_OWN, CardLaid(1)))
    assert (last.visit.page, last.effects) == (Page.OWN, ())


def test_a_typed_identity_shows_nobodys_numbers() -> None:
    typed = changed(HOLDER, name="")
    last = play((OWN, CardLaid(0), CardRead(visit_id=1, reader=0, holder=typed)))
    assert (last.visit.page, last.visit.holder) == (Page.CARD, None)
    assert last.effects == (LookForCards(except_on=FACTS.left_cards),)


def test_the_names_of_its_matters_are_looked_up_while_the_number_stands() -> None:
    errand = Errand(ticket_class=TicketClass.ACCEPT, category="registration", matter=MATTER.code)
    last = play((OWN, *CARD, found(changed(TICKET, errands=(errand,)))))
    assert last.effects == (NameMatters(visit_id=1, codes=(MATTER.code,)),)
    named = play((MattersNamed(visit_id=1, matters=(MATTER,)),), visit=last.visit)
    assert (named.visit.page, named.visit.known_matters) == (Page.OWN, (MATTER,))


def test_a_name_that_comes_late_does_not_take_the_place_of_an_answer() -> None:
    last = play((*TO_OWN, act(OwnAct.EXPLAIN), MattersNamed(visit_id=1, matters=(MATTER,))))
    assert last.visit.page is Page.ASKING


# Acts


@pytest.mark.parametrize("state", list(TicketState))
@pytest.mark.parametrize("is_holder", [True, False])
def test_whatever_is_offered_leads_somewhere(state: TicketState, *, is_holder: bool) -> None:
    own = OwnNumber(ticket=changed(TICKET, state=state, may_rate=True), is_holder=is_holder)
    visit = Visit(visit_id=1, page=Page.OWN, own=own, ticket=own.ticket, was_held=True)
    for which in offered_acts(own, FACTS):
        assert play((act(which),), visit=visit).visit.page is not Page.OWN


@pytest.mark.parametrize("state", sorted(set(TicketState) - OPEN))
def test_a_number_that_is_over_can_only_be_rated(state: TicketState) -> None:
    over = changed(TICKET, state=state, may_rate=True)
    assert acts_of(OwnNumber(ticket=over, is_holder=True)) == (OwnAct.RATE,)


def test_only_who_missed_the_call_or_was_sent_for_papers_comes_back() -> None:
    states = {state for state, acts in ACTS.items() if OwnAct.COME_BACK in acts}
    assert states == {TicketState.ABSENT, TicketState.HELD}


def test_without_paper_nothing_is_printed_again() -> None:
    own = OwnNumber(ticket=TICKET, is_holder=True)
    assert OwnAct.REPRINT in offered_acts(own, FACTS)
    assert OwnAct.REPRINT not in offered_acts(own, WITHOUT_PAPER)


def test_a_number_that_is_full_takes_no_further_matter() -> None:
    errand = Errand(ticket_class=TicketClass.ACCEPT, category="registration")
    full = OwnNumber(ticket=changed(TICKET, errands=(errand,) * 3), is_holder=True)
    assert OwnAct.ADD_MATTER not in offered_acts(full, FACTS)


def test_without_a_catalogue_no_matter_is_added() -> None:
    bare = replace(FACTS, means=replace(FACTS.means, matters=False))
    assert OwnAct.ADD_MATTER not in offered_acts(OwnNumber(ticket=TICKET, is_holder=True), bare)


# Changes


def change(events: tuple[Event, ...], facts: Facts = FACTS) -> object:
    asked = only(events, facts)
    assert isinstance(asked, Change)
    assert (asked.ticket_id, asked.key) == (23, KEY)
    return asked.change


def test_a_deferral_is_asked_for_with_the_key_of_the_touch() -> None:
    assert change((*TO_OWN, act(OwnAct.DEFER), Confirmed(KEY))) == Deferral()


def test_a_cancellation_is_asked_for_after_the_second_yes() -> None:
    once = play((*TO_OWN, act(OwnAct.CANCEL), Confirmed("first")))
    assert once.effects == ()
    assert change((*TO_OWN, act(OwnAct.CANCEL), Confirmed("first"), Confirmed(KEY))) == Cancellation()


def test_who_went_back_from_cancelling_is_asked_twice_again() -> None:
    back = (*TO_OWN, act(OwnAct.CANCEL), Confirmed("first"), Back(), act(OwnAct.CANCEL), Confirmed("next"))
    assert play(back).effects == ()


def test_coming_back_is_one_touch() -> None:
    absent = changed(TICKET, state=TicketState.ABSENT)
    assert change((OWN, *CARD, found(absent), act(OwnAct.COME_BACK))) == Return()


def test_a_conversion_is_looked_at_before_it_is_asked_for() -> None:
    looked = (*TO_OWN, act(OwnAct.CONVERT), CONSULT)
    estimate = AskEstimate(ticket_class=TicketClass.CONSULT, category="construction", errand=0)
    assert only(looked) == AskProspect(visit_id=1, ticket_id=23, wanted=estimate)
    wanted = Convert(ticket_class=TicketClass.CONSULT, category="construction", errand=0)
    assert change((*looked, PROSPECT, Confirmed(KEY))) == wanted


def test_what_the_number_is_for_already_is_no_conversion() -> None:
    same = UnitWanted(TICKET.ticket_class, TICKET.category)
    last = play((*TO_OWN, act(OwnAct.CONVERT), same))
    assert (last.visit.page, last.effects) == (Page.CONVERT, ())


def test_of_several_errands_the_one_in_turn_is_converted() -> None:
    done = Errand(ticket_class=TicketClass.CONSULT, category="trade", is_done=True)
    waiting = Errand(ticket_class=TicketClass.ACCEPT, category="registration")
    assert errand_in_turn(changed(TICKET, errands=(done, waiting))) == 1
    assert errand_in_turn(changed(TICKET, category="business", errands=(done, waiting))) == 1
    assert errand_in_turn(changed(TICKET, errands=())) == 0


def test_a_change_without_an_answer_is_tried_again_with_the_same_key() -> None:
    asked = (*TO_OWN, act(OwnAct.DEFER), Confirmed(KEY))
    assert only((*asked, refused("hall-unreachable"), Again())) == only(asked)


@pytest.mark.parametrize("code", ["wrong-state", "ticket-ended", "no-such-errand"])
def test_a_number_called_meanwhile_is_shown_anew_and_told_of(code: str) -> None:
    asked = (*TO_OWN, act(OwnAct.DEFER), Confirmed(KEY), refused(code))
    assert only(asked) == ReadText(visit_id=1, text=TICKET.status_url)
    called = changed(TICKET, state=TicketState.CALLED, window=5)
    last = play((*asked, read(called, is_holder=True)))
    assert (last.visit.page, own_of(last).ticket, last.visit.trouble) == (Page.OWN, called, code)


def test_what_is_told_of_a_change_goes_with_the_next_act() -> None:
    asked = (*TO_OWN, act(OwnAct.DEFER), Confirmed(KEY), refused("wrong-state"))
    called = changed(TICKET, state=TicketState.CALLED, window=5)
    back = play((*asked, read(called, is_holder=True), act(OwnAct.EXPLAIN), EXPLAINED, Back()))
    assert (back.visit.page, back.visit.trouble) == (Page.OWN, "")


def test_a_further_matter_is_searched_and_added_to_the_number() -> None:
    searching = play((*TO_OWN, act(OwnAct.ADD_MATTER)))
    (search,) = searching.effects
    assert isinstance(search, SearchMatters)
    assert own_of(searching).is_adding
    visit = replace(searching.visit, page=Page.ASKING)
    seen = play((MatterSeen(visit_id=1, matter=MATTER),), visit=visit)
    assert seen.visit.page is Page.ASK_ADD
    (asked,) = play((Confirmed(KEY),), visit=seen.visit).effects
    assert isinstance(asked, Change)
    errand = Errand(ticket_class=TicketClass.ACCEPT, category=MATTER.category, matter=MATTER.code)
    assert asked.change == AddErrand(errand=errand)


def test_the_class_of_a_further_matter_may_be_chosen() -> None:
    both = changed(MATTER, classes=(TicketClass.ACCEPT, TicketClass.CONSULT))
    own = OwnNumber(ticket=TICKET, is_holder=True, is_adding=True)
    visit = Visit(visit_id=1, page=Page.ASK_ADD, own=own, matter=both, ticket=TICKET, was_held=True)
    (asked,) = play((UnitWanted(TicketClass.CONSULT, ""), Confirmed(KEY)), visit=visit).effects
    assert isinstance(asked, Change)
    assert isinstance(asked.change, AddErrand)
    assert asked.change.errand.ticket_class is TicketClass.CONSULT


def test_a_matter_that_takes_no_number_is_not_added() -> None:
    bare = changed(MATTER, classes=())
    own = OwnNumber(ticket=TICKET, is_holder=True, is_adding=True)
    visit = Visit(visit_id=1, page=Page.ASK_ADD, own=own, matter=bare, ticket=TICKET, was_held=True)
    assert play((Confirmed(KEY),), visit=visit).effects == ()


def test_a_cancelled_number_gives_way_to_a_new_one() -> None:
    gone = changed(TICKET, state=TicketState.CANCELLED)
    events = (*TO_OWN, act(OwnAct.CANCEL), Confirmed("a"), Confirmed(KEY), now(gone), NumberWanted())
    last = play(events)
    assert (last.visit.own, last.visit.holder) == (None, HOLDER)


# Delivery and leaving


def test_the_number_that_stands_is_printed_and_linked() -> None:
    assert Print(visit_id=1, ticket=TICKET) in play((*TO_OWN, act(OwnAct.REPRINT))).effects
    assert MakeLink(visit_id=1, ticket_id=23) in play((*TO_OWN, act(OwnAct.TO_PHONE))).effects


@pytest.mark.parametrize("which", [OwnAct.REPRINT, OwnAct.TO_PHONE, OwnAct.CONVERT, OwnAct.EXPLAIN])
def test_a_number_that_stood_before_is_never_withdrawn_here(which: OwnAct) -> None:
    left = play((*TO_OWN, act(which), Leave(), TimeOver(), TimeOver()))
    assert not [effect for effect in left.effects if isinstance(effect, Withdraw)]


def test_nothing_of_the_number_is_left_when_its_holder_goes() -> None:
    left = play((*TO_OWN, Leave())).visit
    assert (left.own, left.ticket, left.holder, left.known_matters) == (None, None, None, ())


def test_an_explanation_is_asked_for_by_anybody_who_sees_the_number() -> None:
    events = (*TYPED, read(TICKET, is_holder=False), act(OwnAct.EXPLAIN))
    assert only(events) == AskExplanation(visit_id=1, ticket_id=23)


# Rating


def test_the_last_service_that_may_still_be_rated_is_rated_once() -> None:
    events = (RATE, *CARD, found(TICKET, SERVED), LevelChosen(level=4, key=KEY))
    assert only(events) == RateVisit(visit_id=1, ticket_id=23, level=4, key=KEY)


def test_a_level_outside_the_five_is_not_sent() -> None:
    assert play((RATE, *CARD, found(SERVED), LevelChosen(level=6, key=KEY))).effects == ()


@pytest.mark.parametrize(
    ("tickets", "because"),
    [((FINISHED,), "already-rated"), ((TICKET,), "not-served-yet"), ((), "not-served-yet")],
)
def test_why_nothing_can_be_rated_is_said(tickets: tuple[Ticket, ...], because: str) -> None:
    assert play((RATE, *CARD, found(*tickets))).visit.trouble == because


def test_a_typed_number_rates_nothing() -> None:
    """Its print proves nothing either: everybody can read it on the wall."""
    keys = play((RATE, KeysWanted())).visit
    assert (keys.page, keys.purpose) == (Page.CARD, Purpose.RATE)
    assert play((RATE, CODE, read(SERVED, is_holder=False))).visit.trouble == "not-proved"
