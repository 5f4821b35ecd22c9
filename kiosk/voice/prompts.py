"""What is said of a cue: a fixed sentence, or the number put together from words. Pure.

Each word and sentence is one of `clips/words.toml`; what has no clip is left to the synthesizer.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from display.kit.spoken_numbers import (
    MOST,
    chinese_count,
    chinese_signs,
    english_count,
    english_signs,
)
from drivers.contract.speaker import Tongue, Utterance
from kiosk.flow.facts import Facts
from kiosk.flow.visit import Visit, Way
from kiosk.voice.cues import Cue
from kiosk.voice.sentences import SENTENCES
from queue_core.wire.messages import Ticket
from queue_core.wire.words import TicketState

TONGUES = {"zh-CN": Tongue.MANDARIN, "zh-Hant": Tongue.CANTONESE, "en": Tongue.ENGLISH}


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """The words around a number. What is to be taken along is `both`, or one of the two."""

    your_number: str
    ahead: str
    people: str
    one_ahead: str
    nobody_ahead: str
    wait: str
    on_phone: str
    take_both: str
    take_ticket: str
    take_card: str
    called: str
    window: str


WORDS = {
    Tongue.MANDARIN: NumberWords(
        your_number="您的号码是",
        ahead="前面还有",
        people="位",
        one_ahead="前面还有一位",
        nobody_ahead="前面没有人",
        wait="请在大厅等候，留意叫号。",
        on_phone="号码在您的手机上。",
        take_both="请拿走号票和您的卡。",
        take_ticket="请拿走号票。",
        take_card="请拿走您的卡。",
        called="正在叫您的号，请到",
        window="号窗口",
    ),
    Tongue.CANTONESE: NumberWords(
        your_number="您嘅號碼係",
        ahead="前面仲有",
        people="位",
        one_ahead="前面仲有一位",
        nobody_ahead="前面冇人",
        wait="請喺大堂等候，留意叫號。",
        on_phone="號碼喺您嘅手機上。",
        take_both="請取回號票同您嘅卡。",
        take_ticket="請取回號票。",
        take_card="請取回您嘅卡。",
        called="正在叫您嘅號，請到",
        window="號窗口",
    ),
    Tongue.ENGLISH: NumberWords(
        your_number="your number is",
        ahead="",
        people="people are ahead of you",
        one_ahead="one person is ahead of you",
        nobody_ahead="nobody is ahead of you",
        wait="Please wait in the hall until your number is called.",
        on_phone="The number is on your phone.",
        take_both="Please take your ticket and your card.",
        take_ticket="Please take your ticket.",
        take_card="Please take your card.",
        called="your number is called",
        window="please go to window",
    ),
}


def tongue_of(language: str) -> Tongue:
    """Of a screen in this language."""
    return TONGUES.get(language, Tongue.MANDARIN)


def prompt(cue: Cue, visit: Visit, facts: Facts) -> Utterance:
    tongue = tongue_of(visit.language)
    words = WORDS[tongue]
    ticket = visit.own.ticket if visit.own else visit.ticket
    match cue:
        case Cue.NUMBER if ticket is not None:
            said = (*_number(ticket, tongue), *_taken_along(words, visit, facts), words.wait)
        case Cue.OWN_NUMBER if ticket is not None:
            said = (*_number(ticket, tongue), words.wait)
        case Cue.OWN_CALLED if ticket is not None and ticket.window is not None:
            said = _called(ticket.window, tongue)
        case _:
            said = (SENTENCES[tongue].get(cue, words.wait),)
    return Utterance(words=said, tongue=tongue)


def _number(ticket: Ticket, tongue: Tongue) -> tuple[str, ...]:
    """Which it is, and how many wait before it."""
    words = WORDS[tongue]
    is_english = tongue is Tongue.ENGLISH
    signs = english_signs(ticket.number) if is_english else chinese_signs(ticket.number)
    comma, stop = (",", ".") if is_english else ("，", "。")
    return (words.your_number, *signs, *_ahead(ticket, tongue, comma), stop)


def _ahead(ticket: Ticket, tongue: Tongue, comma: str) -> Iterable[str]:
    words, ahead = WORDS[tongue], ticket.ahead
    if ticket.state is not TicketState.WAITING or ahead > MOST:
        return ()
    match ahead:
        case 0:
            return (comma, words.nobody_ahead)
        case 1:
            return (comma, words.one_ahead)
        case _ if tongue is Tongue.ENGLISH:
            return (comma, *english_count(ahead), words.people)
        case 2:  # 两位, never 二位
            return (comma, words.ahead, "两" if tongue is Tongue.MANDARIN else "兩", words.people)
        case _:
            return (comma, words.ahead, *chinese_count(ahead), words.people)


def _taken_along(words: NumberWords, visit: Visit, facts: Facts) -> Iterable[str]:
    """Paper, card, both or neither."""
    has_card = any(one.has_card for one in facts.readers)
    match (visit.way, has_card):
        case (Way.PAPER, True):
            return (words.take_both,)
        case (Way.PAPER, False):
            return (words.take_ticket,)
        case (_, True):
            return (words.on_phone, words.take_card)
        case _:
            return (words.on_phone,)


def _called(window: int, tongue: Tongue) -> tuple[str, ...]:
    words = WORDS[tongue]
    if not 1 <= window <= MOST:
        return (SENTENCES[tongue][Cue.OWN_ELSE],)
    if tongue is Tongue.ENGLISH:
        return (words.called, ",", words.window, *english_count(window), ".")
    return (words.called, *chinese_count(window), words.window, "。")
