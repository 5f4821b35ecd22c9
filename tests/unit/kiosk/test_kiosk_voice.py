"""What the kiosk says: which cue a page gives, its words in three languages, and who is told."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as with_

from drivers.contract.card_reader import CardKind
from drivers.contract.speaker import Tongue
from drivers.contract.status import Card, State
from drivers.transport.clip_bank import ClipBank
from kiosk.backstage.sound import CLIPS
from kiosk.flow.delivering import NOT_SCANNED
from kiosk.flow.events import CardFailed, CardLaid, DevicesSeen, Printed
from kiosk.flow.facts import DeviceFacts
from kiosk.flow.learning import learn
from kiosk.flow.presses import LanguageChosen, ModeChosen, TimeOver
from kiosk.flow.visit import Comfort, Mode, OwnNumber, Page, Purpose, StaffSession, Visit, Way
from kiosk.samples import FACTS, HOLDER, SCANNER, TICKET, WITHOUT_PAPER
from kiosk.viewmodels.taking_identity import shown_number
from kiosk.voice.cues import MATTERING, PLAIN, Cue, cue_of, is_due
from kiosk.voice.prompts import WORDS, prompt
from kiosk.voice.reading import reading
from kiosk.voice.sentences import SENTENCES
from queue_core.wire.messages import StaffMember
from queue_core.wire.words import Role, TicketState
from tests.unit.kiosk.visits import ACCEPT, PAPER_OUT, TO_CARD, TO_CONFIRM, TO_PRINTING, TO_QR, play

PUT_TOGETHER = {Cue.NUMBER, Cue.OWN_NUMBER, Cue.OWN_CALLED}
DONE = play((*TO_PRINTING, Printed(visit_id=1))).visit
CARD_LIES = replace(
    FACTS, readers=tuple(replace(one, status=replace(one.status, card=Card.PRESENT)) for one in FACTS.readers)
)


def said(visit: Visit, facts=FACTS) -> str:
    cue = cue_of(visit, facts)
    assert cue is not None
    return " ".join(prompt(cue, visit, facts).words)


def in_language(visit: Visit, language: str) -> Visit:
    return play((LanguageChosen(language),), visit=visit).visit


def with_ahead(count: int, language: str) -> Visit:
    return replace(DONE, ticket=with_(TICKET, ahead=count), language=language)


# The number


def test_the_number_is_said_digit_by_digit_with_those_ahead_and_what_to_take_along():
    assert said(DONE) == "您的号码是 零 二 三 ， 前面还有 六 位 。 请拿走号票。 请在大厅等候，留意叫号。"
    assert "请拿走号票和您的卡。" in said(DONE, CARD_LIES)


def test_the_number_is_said_in_the_language_of_the_screen():
    english, cantonese = in_language(DONE, "en"), in_language(DONE, "zh-Hant")
    assert said(english).startswith("your number is zero two three , six people are ahead of you .")
    assert said(cantonese).startswith("您嘅號碼係 零 二 三 ， 前面仲有 六 位")
    assert prompt(Cue.NUMBER, cantonese, FACTS).tongue is Tongue.CANTONESE


@pytest.mark.parametrize(
    ("ahead", "chinese", "english"),
    [
        (0, "， 前面没有人 。", ", nobody is ahead of you ."),
        (1, "， 前面还有一位 。", ", one person is ahead of you ."),
        (2, "， 前面还有 两 位 。", ", two people are ahead of you ."),
        (12, "， 前面还有 十 二 位 。", ", twelve people are ahead of you ."),
        (105, "， 前面还有 一 百 零 五 位 。", ", one hundred and five people are ahead of you ."),
        (1000, "三 。", "three ."),
    ],
)
def test_those_ahead_are_counted_as_people_count(ahead, chinese, english):
    assert chinese in said(with_ahead(ahead, "zh-CN"))
    assert english in said(with_ahead(ahead, "en"))


def test_a_number_on_the_phone_is_not_looked_for_on_paper():
    on_phone = replace(DONE, way=Way.PHONE)
    assert "号码在您的手机上。" in said(on_phone)
    assert "号票" not in said(on_phone)
    assert "请拿走您的卡。" in said(on_phone, CARD_LIES)


def test_who_is_being_called_is_sent_to_the_window():
    called = with_(TICKET, state=TicketState.CALLED, window=12)
    visit = replace(DONE, page=Page.OWN, own=OwnNumber(ticket=called, is_holder=True))
    assert said(visit) == "正在叫您的号，请到 十 二 号窗口 。"
    assert said(in_language(visit, "en")) == "your number is called , please go to window twelve ."
    deferred = replace(visit, own=OwnNumber(ticket=with_(TICKET, state=TicketState.DEFERRED), is_holder=True))
    assert cue_of(deferred, FACTS) is Cue.OWN_ELSE


# Which cue


def test_every_page_a_citizen_may_stand_on_has_something_to_say():
    silent = {Page.STARTING, Page.STAFF, Page.CABINET}
    special = {
        Page.CARD,
        Page.TYPING,
        Page.CARD_TROUBLE,
        Page.CONFIRM,
        Page.MOBILE,
        Page.TAKE_TROUBLE,
        Page.PAPER_TROUBLE,
        Page.QR,
        Page.OWN,
        Page.CASES,
        Page.NO_CASE,
    }
    assert set(PLAIN) | special | silent == set(Page)


@pytest.mark.parametrize(
    ("cards", "cue"),
    [
        ({CardKind.RESIDENT_ID, CardKind.SOCIAL_SECURITY}, Cue.CARD_ANY),
        ({CardKind.RESIDENT_ID}, Cue.CARD_ID),
        ({CardKind.SOCIAL_SECURITY}, Cue.CARD_SECURITY),
    ],
)
def test_only_cards_that_can_be_read_are_asked_for(cards, cue):
    readers = tuple(
        one if one.cards & cards else replace(one, status=replace(one.status, state=State.POWER_OFF))
        for one in FACTS.readers
    )
    assert cue_of(play(TO_CARD).visit, replace(FACTS, readers=readers)) is cue


def test_a_card_of_somebody_else_on_the_reader_is_told_of():
    assert cue_of(play(TO_CARD).visit, replace(FACTS, left_cards=frozenset({0}))) is Cue.CARD_LIES


def test_where_codes_are_scanned_the_ticket_will_do_as_well():
    visit = replace(play(TO_CARD).visit, purpose=Purpose.OWN)
    assert cue_of(visit, replace(FACTS, scanner=SCANNER)) is Cue.CARD_OR_TICKET
    assert cue_of(visit, FACTS) is Cue.CARD_ANY


def test_paper_is_not_promised_where_there_is_none():
    visit = play(TO_CONFIRM).visit
    assert cue_of(visit, FACTS) is Cue.CONFIRM
    assert cue_of(visit, WITHOUT_PAPER) is Cue.CONFIRM_PHONE


def test_what_failed_is_said_with_what_to_do():
    mute = play((*TO_CARD, CardLaid(0), CardFailed(visit_id=1, code="card-mute"))).visit
    assert cue_of(mute, FACTS) is Cue.CARD_UNREAD
    assert cue_of(play((*TO_PRINTING, PAPER_OUT)).visit, FACTS) is Cue.PAPER_DOUBTED
    assert cue_of(replace(play(TO_QR).visit, trouble=NOT_SCANNED), FACTS) is Cue.NOT_SCANNED


# Who is told


def test_who_touches_and_looks_is_told_only_what_matters():
    assert not is_due(Cue.CATEGORY, play((ACCEPT,)).visit)
    assert is_due(Cue.NUMBER, DONE)
    asked = play((ACCEPT, TimeOver())).visit
    assert cue_of(asked, FACTS) is Cue.STILL_THERE
    assert is_due(Cue.STILL_THERE, asked)


def test_the_elderly_mode_and_the_spoken_one_speak_on_each_page():
    elderly = play((ModeChosen(Mode.ELDERLY),)).visit
    spoken = replace(Visit(visit_id=1), comfort=Comfort(is_spoken=True))
    for cue in set(Cue) - MATTERING:
        assert is_due(cue, elderly)
        assert is_due(cue, spoken)


def test_an_empty_hall_is_spoken_to_only_about_a_card_that_lies_there():
    house = Comfort(mode=Mode.ELDERLY)
    nobody = Visit(visit_id=2, comfort=house, house_comfort=house)
    assert not is_due(Cue.HOME, nobody)
    assert not is_due(Cue.AWAY, nobody)
    left = replace(FACTS, left_cards=frozenset({0}))
    assert cue_of(nobody, left) is Cue.LEFT_CARD
    assert is_due(Cue.LEFT_CARD, nobody)


def test_nothing_is_said_behind_a_staff_card():
    staff = StaffSession(member=StaffMember(clerk="7", display_name="", role=Role.GUIDE))
    assert cue_of(replace(DONE, staff=staff), FACTS) is None


# The words


@pytest.mark.parametrize("tongue", Tongue)
def test_each_cue_has_its_sentence_in_each_language(tongue):
    assert set(SENTENCES[tongue]) == set(Cue) - PUT_TOGETHER


@pytest.mark.parametrize("tongue", [Tongue.MANDARIN, Tongue.ENGLISH])
def test_all_that_is_put_together_of_a_number_has_its_clips(tongue):
    """A sentence half in the one voice and half in the other is hard to follow."""
    words = ClipBank.load(CLIPS).words[tongue]
    language = "en" if tongue is Tongue.ENGLISH else "zh-CN"
    called = OwnNumber(ticket=with_(TICKET, state=TicketState.CALLED, window=119), is_holder=True)
    utterances = [
        prompt(Cue.NUMBER, replace(with_ahead(count, language), way=way), facts)
        for count in (0, 1, 2, 12, 87, 345, 960)
        for way in Way
        for facts in (FACTS, CARD_LIES)
    ]
    utterances.append(prompt(Cue.OWN_CALLED, replace(DONE, language=language, own=called), FACTS))
    assert {word for one in utterances for word in one.words} - set("，。,.") <= set(words)


def test_each_recording_says_a_sentence_or_word_that_is_still_in_use():
    for tongue, recorded in ClipBank.load(CLIPS).words.items():
        around = WORDS[tongue]
        ours = {
            text for text, path in recorded.items() if path.is_relative_to(CLIPS) and ".." not in path.parts
        }
        used = set(SENTENCES[tongue].values()) | {getattr(around, name) for name in around.__slots__} | {"两"}
        assert ours <= used


def test_every_mandarin_sentence_is_recorded():
    assert set(SENTENCES[Tongue.MANDARIN].values()) <= set(ClipBank.load(CLIPS).words[Tongue.MANDARIN])


# Free text


def spoken(text: str, visit: Visit = DONE, language: str = "zh-CN") -> str:
    utterance = reading(text, language, visit)
    return utterance.words[0] if utterance else ""


def test_numbers_of_the_hall_are_read_digit_by_digit():
    assert spoken("您的号023，前面是A015号") == "您的号零二三，前面是A零一五号"
    assert spoken("ticket 023", language="en") == "ticket zero two three"
    assert spoken("123 号", replace(DONE, ticket=with_(TICKET, number="123"))) == "一二三 号"


def test_times_and_amounts_are_left_as_they_are():
    assert spoken("09:05–09:35，0.5 元，10 位") == "09:05–09:35，0.5 元，10 位"


def test_nobody_is_named_and_no_identity_number_is_read():
    visit = replace(DONE, holder=HOLDER, page=Page.TYPING, typed=HOLDER.id_number)
    shown = f"张秀兰 张** {shown_number(HOLDER.id_number)} 请核对 {HOLDER.id_number}"
    assert spoken(shown, visit) == "请核对"
    assert spoken("张**", visit) == ""


# Whether it can be heard


@pytest.mark.parametrize(
    ("state", "trouble", "speaks"),
    [(State.ONLINE, None, True), (State.BUSY, None, True), (State.NO_DEVICE, "absent", False)],
)
def test_the_volume_is_offered_while_the_speaker_can_be_heard(state, trouble, speaks):
    speaker = DeviceFacts(
        name="speaker",
        kind="speaker",
        address="clips+sound://default",
        state=state.value,
        parts={},
        trouble=trouble,
        remedy=None,
        since=None,
    )
    assert learn(FACTS, DevicesSeen((speaker,))).means.speaks is speaks
    assert not learn(learn(FACTS, DevicesSeen((speaker,))), DevicesSeen(())).means.speaks
