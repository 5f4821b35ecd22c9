"""The rush of a great hall, in its own time: who waits how long until the voice has said their number.

A wait is from the call to the end of the number's part of the sentence in the first language. Sentences are
as long as the built-in clips make them.
"""

import random
from functools import cache

import pytest

from display.voice.announcer import CHIME_AFTER_S
from display.voice.bank import BUILT_IN
from display.voice.channel import Channel, hear, take
from display.voice.manner import Manner
from display.voice.wording import TONGUES, part
from drivers.catalog.clips_speaker import BETWEEN_WORDS_S
from drivers.contract.speaker import Tongue
from drivers.protocol.sound import PAUSES_S, RATE, SAMPLE_BYTES
from drivers.transport.clip_bank import ClipBank

CALLS_A_MINUTE, ZONES, WINDOWS, MINUTES = 18, 3, 36, 30
SEEDS = range(10)
WAIT_S = 20.0
STARTING_S = 0.1  # measured on a simulated sound system: until it takes samples, and until it has played all
RECALLED, LANGUAGES = 0.15, {"zh-CN": 0.7, "zh-Hant": 0.2, "en": 0.1}
MANNER = Manner()
BANK = ClipBank.load(BUILT_IN)


@cache
def word_s(word, tongue, speed):
    if word in PAUSES_S:
        return PAUSES_S[word] / speed
    return len(BANK.clip(tongue, word, speed)) / RATE / SAMPLE_BYTES


def length_s(said, *, chimes):
    speed = MANNER.hurried_speed if said.hurried else MANNER.speed
    words = part(said.call, said.tongue, opens=said.opens, closes=said.closes)
    chime_s = len(BANK.chime()) / RATE / SAMPLE_BYTES + BETWEEN_WORDS_S if chimes else 0.0
    between_s = BETWEEN_WORDS_S / speed
    return STARTING_S + chime_s + sum(word_s(word, said.tongue, speed) + between_s for word in words)


def calls_of_a_rush(call, seed, *, a_minute=CALLS_A_MINUTE):
    """(second, call), at random instants; some are recalls of one of the last numbers."""
    chance, at_s, calls = random.Random(seed), 0.0, []
    while (at_s := at_s + chance.expovariate(a_minute / 60)) < MINUTES * 60:
        call_id = len(calls) + 1
        again = chance.choice(calls[-8:])[1] if calls and chance.random() < RECALLED else None
        language = chance.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
        new = call(
            call_id,
            ticket=again.ticket_id if again else call_id,
            number=again.number if again else f"A{call_id % 1000:03}",
            window=again.window if again else chance.randint(1, WINDOWS),
            nth=again.nth + 1 if again else 1,
            language=again.language if again else language,
        )
        calls.append((at_s, new))
    return calls


class Zone:
    """A loudspeaker that does nothing but speak, in its own time; `waits_s` by call_id."""

    def __init__(self):
        self.waits_s, self.others = {}, 0

    def play(self, calls):
        channel, now_s, silent_since_s, coming = Channel(), 0.0, float("-inf"), list(calls)
        while True:
            while coming and coming[0][0] <= now_s:
                channel = hear(channel, coming[0][1], coming.pop(0)[0])
            taken = take(channel, {}, TONGUES, now_s)
            channel, said = taken.channel, taken.part
            if said is None and not coming:
                return self
            if said is None:
                now_s = coming[0][0]
                continue
            now_s += length_s(said, chimes=now_s - silent_since_s > CHIME_AFTER_S)
            silent_since_s = now_s
            self._note(said, now_s)

    def _note(self, said, now_s):
        if said.waited is None:
            self.others += 1
        else:
            heard = {each.call_id for each in (*said.waited.instead_of, said.call)}
            self.waits_s |= dict.fromkeys(heard, now_s - said.waited.since_s)


def play(calls):
    return [Zone().play([each for each in calls if each[1].window % ZONES == zone]) for zone in range(ZONES)]


@pytest.mark.parametrize("seed", SEEDS)
def test_at_18_calls_a_minute_in_3_zones_everybody_is_called_within_20_seconds(call, seed):
    calls = calls_of_a_rush(call, seed)
    zones = play(calls)
    heard = {call_id for zone in zones for call_id in zone.waits_s}
    assert heard == {each.call_id for _, each in calls}, "nobody is left out"
    assert max(max(zone.waits_s.values()) for zone in zones) <= WAIT_S


def test_in_calm_hours_everybody_hears_their_own_language_too(call):
    calls = calls_of_a_rush(call, seed=1, a_minute=4)
    wanted = sum(2 if one.nth > 1 else int(one.language != "zh-CN") for _, one in calls)
    assert sum(zone.others for zone in play(calls)) >= 0.9 * wanted


def test_one_zone_alone_could_not_speak_for_all(call):
    """So the hall must have zones, and this rush is one."""
    waits_s = Zone().play(calls_of_a_rush(call, seed=1)).waits_s
    assert max(waits_s.values()) > WAIT_S


def test_a_hurried_number_is_said_in_less_than_four_seconds(call):
    waiting = Channel()
    for number in (1, 2):
        waiting = hear(waiting, call(number, number="A001"), 0.0)
    said = take(waiting, {}, TONGUES, 0.0).part
    assert said.tongue is Tongue.MANDARIN
    assert length_s(said, chimes=False) < 4
