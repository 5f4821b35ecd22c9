"""Visits without Qt, with whatever a citizen, the hall and the devices may do, in any order."""

from collections import deque
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import count
from random import Random
from typing import get_args

import msgspec
import pytest

from benchmarks.kiosk_hall import CASES, MATTERS, MOBILE, SLOTS, SURELY, MadeUpHall
from kiosk import samples
from kiosk.flow.effects import (
    AwaitPhone,
    Effect,
    MakeLink,
    NameMatters,
    Print,
    ReadCard,
    SearchMatters,
    Take,
    VerifyCode,
)
from kiosk.flow.events import CabinetLeft, CardLaid, CodeScanned, Event, NumberTaken, PrinterSeen, ScannerSeen
from kiosk.flow.facts import Facts, Means
from kiosk.flow.learning import learn, when_over
from kiosk.flow.leaving import ANYWHERE
from kiosk.flow.limits import BUSY, is_untouched, limit_s
from kiosk.flow.own_acts import offered_acts
from kiosk.flow.presses import (
    ActChosen,
    Again,
    AppointmentChosen,
    Back,
    CaseChosen,
    CategoryChosen,
    ClassChosen,
    Confirmed,
    DetailsWanted,
    Entered,
    Hand,
    KeysWanted,
    LanguageChosen,
    Leave,
    LevelChosen,
    ListWanted,
    MatterChosen,
    MobileWanted,
    ModeChosen,
    NoMatter,
    NumberChosen,
    NumberWanted,
    OwnAct,
    PaperInHand,
    PurposeChosen,
    ReachChosen,
    RiskAccepted,
    SlotChosen,
    SlotsWanted,
    SpokenChosen,
    StaffAct,
    StaffActed,
    StillHere,
    TimeOver,
    Typed,
    UnitWanted,
    VolumeChosen,
    WayChosen,
    WithoutCard,
)
from kiosk.flow.shown import shown_page
from kiosk.flow.table import TABLE, step
from kiosk.flow.visit import Comfort, Mode, Page, Purpose, Visit, Way
from kiosk.viewmodels.sections import SECTIONS
from queue_core.wire.words import TicketClass

LANGUAGES = ("zh-CN", "zh-Hant", "en")
HOUSES = (Comfort(), Comfort(mode=Mode.CONTRAST), Comfort(mode=Mode.ELDERLY))
WITH_ALL = Means(typing=True, e_cards=True, speaks=True, cabinet="L1")
STEPS = 1_200
TRAIL = 40
DEEPER = 0.8  # of the turns at one's own number most go on with it
LATE = 0.5  # the share of turns in which nothing is answered
# On these pages an effect of these kinds leads on, or of any other kind that is the visit's question.
LEADS_ON: dict[Page, tuple[type, ...]] = {
    Page.READING: (ReadCard, VerifyCode),
    Page.TAKING: (Take,),
    Page.PRINTING: (Print,),
}
BESIDE = (NameMatters, MakeLink, AwaitPhone, SearchMatters)  # nobody waits for these on a busy page
WAYS_OUT = (Leave(), Back(), NumberWanted(), TimeOver())


class Walk:
    """One kiosk through many visits. What was done last stands in `trail`, for whoever reads a failure."""

    def __init__(self, seed: int, *, trouble: float = 0.25, means: Means = WITH_ALL) -> None:
        self.dice = Random(seed)
        self.hall = MadeUpHall(self.dice, trouble=trouble)
        self.house = HOUSES[seed % len(HOUSES)]
        self.visit = Visit(visit_id=1, comfort=self.house, house_comfort=self.house)
        self.facts = Facts(means=means)
        self.keys = map("key-{}".format, count(1))
        self.seen_pages: set[Page] = set()
        self.trail: deque[str] = deque(maxlen=TRAIL)
        self.kept_by_visit: set[int] = set()
        for event in (self.hall.readers(), PrinterSeen(samples.PRINTER), ScannerSeen(samples.SCANNER)):
            self.happen(event)
        self.happen(self.hall.hall())

    def walk(self, steps: int) -> None:
        for _ in range(steps):
            for event in self.turn():
                self.happen(event)

    def turn(self) -> list[Event]:  # noqa: PLR0911
        dice = self.dice.random()
        if self.visit.page in BUSY and dice > LATE:
            return self.hall.answer()
        if dice < 0.2:
            return self.hall.answer()
        if dice < 0.34:
            return self.hall.happenings(self.facts)
        if dice < 0.36 and limit_s(self.visit, self.facts.patience) is not None:
            return [TimeOver()]
        row = [kind for kind in TABLE.get(self.visit.page, {}) if kind in HANDS]
        if dice > 0.5:
            row = [kind for kind in row if kind not in BACKWARDS] or row
        kinds = row if row and dice < 0.95 else tuple(ANYWHERE)
        if self.visit.staff is not None and dice < 0.8:
            return [StaffActed(self.dice.choice(tuple(StaffAct)))]
        if self.visit.page is Page.OWN and dice < DEEPER:
            return self.hand(ActChosen)
        return self.hand(self.dice.choice(kinds))

    def hand(self, kind: type) -> list[Event]:  # noqa: C901, PLR0911, PLR0912
        dice, key = self.dice, next(self.keys)
        known = self.facts.hall.categories if self.facts.hall else ()
        category = dice.choice(known).code if known else "registration"
        if kind is ClassChosen:
            return [ClassChosen(dice.choice(tuple(TicketClass)))]
        if kind is CategoryChosen:
            return [CategoryChosen(category)]
        if kind is PurposeChosen:
            return [PurposeChosen(dice.choice(tuple(Purpose)))]
        if kind is MatterChosen:
            return [MatterChosen(dice.choice(tuple(MATTERS)))]
        if kind is Typed:
            person = dice.choice(self.hall.people)
            numbers = [ticket.number for ticket in self.hall.tickets.values()]
            return [Typed(dice.choice([*numbers, person.id_number, "G", "gs", "", MOBILE, CASES[0].code]))]
        if kind is AppointmentChosen:
            return [AppointmentChosen(dice.choice(samples.APPOINTMENTS).reference)]
        if kind is CaseChosen:
            return [CaseChosen(dice.choice(CASES).code)]
        if kind is ActChosen:
            own = self.visit.own
            offered = offered_acts(own, self.facts) if own and dice.random() < DEEPER else ()
            return [ActChosen(dice.choice(offered or tuple(OwnAct)), key)]
        if kind is NumberChosen:
            return [NumberChosen(dice.randrange(1, len(self.hall.tickets) + 2))]
        if kind is UnitWanted:
            return [UnitWanted(dice.choice(tuple(TicketClass)), category)]
        if kind is Confirmed:
            return [Confirmed(key)]
        if kind is LevelChosen:
            return [LevelChosen(level=dice.randrange(0, 7), key=key)]
        if kind is SlotChosen:
            return [SlotChosen(starts_at_ms=dice.choice(SLOTS).starts_at_ms, key=key)]
        if kind is WayChosen:
            return [WayChosen(way=dice.choice(tuple(Way)), key=key)]
        if kind is ModeChosen:
            return [ModeChosen(dice.choice(tuple(Mode)))]
        if kind is ReachChosen:
            return [ReachChosen(dice.random() < 0.5)]
        if kind is VolumeChosen:
            return [VolumeChosen(dice.randrange(-1, 6))]
        if kind is SpokenChosen:
            return [SpokenChosen(dice.random() < 0.5)]
        if kind is LanguageChosen:
            return [LanguageChosen(dice.choice(LANGUAGES))]
        if kind in PRESSED:
            return [kind()]
        if kind is CardLaid:
            reader = dice.randrange(2)
            return [*self.hall.pull(reader), *self.hall.lay(reader, dice.choice(self.hall.people))]
        if kind is CodeScanned:
            return [self.hall.scan()]
        if kind is CabinetLeft:
            return [CabinetLeft(is_same_visitor=dice.random() < 0.5)]
        if kind is TimeOver and limit_s(self.visit, self.facts.patience) is not None:
            return [TimeOver()]
        return []

    def happen(self, event: Event) -> None:
        before = self.visit
        self.trail.append(f"{before.visit_id} {before.page}: {event!r}")
        self.facts = learn(self.facts, event)
        taken = step(before, event, self.facts)
        self.visit = taken.visit
        self.facts = when_over(self.facts, event, before, self.visit)
        if isinstance(event, NumberTaken) and event.visit_id == before.visit_id:
            self.kept_by_visit.add(event.ticket.ticket_id)
        for effect in taken.effects:
            self.trail.append(f"    → {effect!r}")
            self.hall.perform(effect)
        self.seen_pages.add(shown_page(self.visit, self.facts))
        self.check(before, taken.effects)

    # What must be so after every step

    def check(self, before: Visit, effects: tuple[Effect, ...]) -> None:
        self.check_way_on()
        self.check_numbers()
        self.check_taking(before, effects)
        if is_untouched(self.visit) or self.visit.visit_id != before.visit_id:
            self.check_nothing_left()

    def check_way_on(self) -> None:
        visit = self.visit
        if visit.page in BUSY:
            kinds = LEADS_ON.get(visit.page)
            awaited = (
                any(self.hall.is_busy_for(visit.visit_id, kind) for kind in kinds)
                if kinds
                else self.hall.is_waited_for(visit.question)
            )
            assert awaited, self.told(f"nothing is under way on {visit.page}")
            return
        plain = replace(visit, staff=None)
        ways = (step(plain, out, self.facts).visit for out in WAYS_OUT)
        assert visit.page is Page.HOME or any(
            (after.visit_id, after.page) != (visit.visit_id, visit.page) for after in ways
        ), self.told(f"no way out of {visit.page}")
        assert is_untouched(visit) or limit_s(visit, self.facts.patience), self.told(
            "it would stand for ever"
        )

    def check_numbers(self) -> None:
        """Each number the kiosk was told of is in its visit, delivered or given back."""
        for ticket_id in self.kept_by_visit:
            fate = self.hall.fates[ticket_id]
            held = self.visit.ticket is not None and self.visit.ticket.ticket_id == ticket_id
            is_safe = fate.is_delivered or fate.is_gone or fate.may_be_on_paper or held
            assert is_safe, self.told(f"number {ticket_id} is forgotten")

    def check_taking(self, before: Visit, effects: tuple[Effect, ...]) -> None:
        """One decision, one number: what is sent again is the same wish with the same key."""
        for effect in effects:
            if isinstance(effect, Take):
                assert before.ticket is None or before.was_held, self.told("a second number")
                if before.decision is not None and before.page is Page.TAKE_TROUBLE:
                    assert effect.decision == before.decision, self.told("another wish")

    def check_nothing_left(self) -> None:
        """Of a visitor who has gone nothing is left; one who begins again is known by the card alone."""
        visit = self.visit
        assert not (is_untouched(visit) and visit.comfort != self.house), self.told("not the house's comfort")
        if visit.holder is not None or visit.ticket is not None:
            return
        whole = "\n".join([*dump(visit), *dump(self.facts), *dump(self.props(visit.language)), repr(visit)])
        left = [secret for secret in self.hall.secrets() if secret in whole]
        assert not left, self.told(f"left over: {left}")

    def props(self, language: str) -> dict[str, object]:
        shown = replace(self.visit, language=language)
        return {
            name: props for section in SECTIONS for name, props in section.derive(shown, self.facts).items()
        }

    def told(self, what: str) -> str:
        return "\n".join([what, *self.trail])


PRESSED = frozenset(
    {
        Again,
        Back,
        DetailsWanted,
        Entered,
        KeysWanted,
        Leave,
        ListWanted,
        MobileWanted,
        NoMatter,
        NumberWanted,
        PaperInHand,
        RiskAccepted,
        SlotsWanted,
        StillHere,
        WithoutCard,
    }
)

BACKWARDS = frozenset({Back, Leave, TimeOver})
HANDS = PRESSED | set(get_args(Hand)) | {CabinetLeft, CardLaid, CodeScanned}


def dump(value: object) -> list[str]:
    """All text in it, also in what a repr leaves out."""
    match value:
        case str() | Enum():
            return [str(value)]
        case dict():
            return [text for pair in value.items() for each in pair for text in dump(each)]
        case tuple() | list() | frozenset():
            return [text for each in value for text in dump(each)]
        case msgspec.Struct():
            return [text for each in msgspec.structs.asdict(value).values() for text in dump(each)]
        case _ if is_dataclass(value):
            return [text for each in fields(value) for text in dump(getattr(value, each.name))]
        case _:
            return []


@pytest.mark.parametrize("seed", range(8))
def test_whatever_happens_every_visit_has_a_way_on_and_nothing_is_lost_or_left(seed: int) -> None:
    Walk(seed).walk(STEPS)


@pytest.mark.parametrize("seed", range(2))
def test_a_hall_without_any_trouble_is_walked_through_just_as_well(seed: int) -> None:
    Walk(seed, trouble=SURELY).walk(STEPS)


def test_a_kiosk_with_little_in_it_is_walked_through_just_as_well() -> None:
    Walk(100, means=Means(matters=False)).walk(STEPS)


def test_each_page_can_be_shown_in_each_language_wherever_a_walk_leads() -> None:
    walk = Walk(200)
    for _ in range(STEPS // 3):
        walk.walk(1)
        for language in LANGUAGES:
            assert walk.props(language)["shell"].page


def test_walks_lead_to_every_page() -> None:
    seen: set[Page] = set()
    for seed in range(300, 316):
        if seen == set(Page):
            break
        walk = Walk(seed, trouble=0.1, means=WITH_ALL if seed % 3 else Means())
        walk.walk(STEPS)
        seen |= walk.seen_pages
    assert set(Page) - seen == set()


def test_a_second_time_over_and_leaving_end_with_nothing_left_from_every_page_there_is() -> None:
    walk = Walk(400)
    for _ in range(STEPS):
        walk.walk(1)
        if walk.visit.page in BUSY or walk.visit.staff is not None:
            continue
        for ends in ((TimeOver(), TimeOver(), TimeOver()), (Leave(),)):
            visit = walk.visit
            for event in ends:
                visit = step(visit, event, walk.facts).visit
            assert is_untouched(visit), walk.told(f"{ends} from {walk.visit.page}")
