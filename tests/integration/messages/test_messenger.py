"""The messenger of a hall that runs, with far ends that fail as gateways do."""

import asyncio

import pytest

from queue_core.messages import messenger
from queue_core.messages.contract import Fate, Parcel, Report
from queue_core.messages.throttle import Limits
from queue_core.messages.timing import QuietHours
from tests.integration.messages.house import (
    HOUR_MS,
    MINUTE_MS,
    ZONE,
    FarEnd,
    House,
    away,
    later,
    never,
    phone,
)


async def test_a_finished_case_is_told_to_its_holder_once(house: House) -> None:
    far = FarEnd()
    house.start_sending(far)
    await house.ready(1)
    await house.until(lambda: house.states() == ["sent"])
    (parcel,) = far.received
    assert parcel.phone == phone(1)
    assert parcel.text.startswith("【示范政务中心】您办理的注册登记已办结，请凭取件码")
    assert parcel.attempt == 1
    assert parcel.phone not in repr(parcel)


async def test_what_is_no_longer_true_is_not_told_and_nobody_is_asked_to_see_to_it(house: House) -> None:
    await house.collected(await house.ready(1))
    await house.ready(2)
    far = FarEnd()
    house.start_sending(far)
    await house.until(lambda: house.states() == ["dead", "sent"])
    assert [each.phone for each in far.received] == [phone(2)]
    assert await house.dead() == []


async def test_a_gateway_that_is_down_for_an_hour_costs_no_message_an_attempt(house: House) -> None:
    began_ms = house.now_ms
    tried: list[int] = []

    def down_for_an_hour(parcel) -> Exception | None:
        tried.append(parcel.message_id)
        return away() if house.now_ms < began_ms + HOUR_MS else None

    far = FarEnd(does=down_for_an_hour)
    messenger = house.start_sending(far)
    for serial in range(8):
        await house.ready(serial)
    await house.until(lambda: len(tried) > 0)
    await house.until(lambda: not messenger.carriers[0].is_up)
    assert messenger.carriers[0].since_ms == began_ms
    await house.until(lambda: set(house.states()) == {"sent"}, minutes_a_look=0.25)
    assert len(far.received) == len(far.billed) == 8
    assert messenger.carriers[0].is_up
    assert len(tried) < 8 + 16 + 90  # a probe now and then, not all the time
    assert {attempts - excused for attempts, excused in house.rows("attempts, excused")} == {1}


async def test_a_lost_answer_leads_to_a_repetition_that_is_billed_once(house: House) -> None:
    lost = {f"C-{serial}" for serial in range(4)}

    def lose_the_first(parcel) -> str | None:
        return "lost" if parcel.attempt == 1 and lost else None

    far = FarEnd(does=lose_the_first)
    house.start_sending(far)
    for serial in range(4):
        await house.ready(serial)
    await house.until(lambda: house.states() == ["sent"] * 4, minutes_a_look=0.1)
    assert len(far.received) > len(far.billed) == 4


async def test_a_half_open_line_holds_nothing_up_for_ever(house: House) -> None:
    far = FarEnd(does=lambda parcel: "half-open" if parcel.attempt == 1 else None)
    house.start_sending(far, within_s=0.2)
    await house.ready(1)
    await house.until(lambda: house.states() == ["sent"], minutes_a_look=0.02)
    assert [each.attempt for each in far.received] == [1, 2]
    assert len(far.billed) == 1


async def test_what_was_in_hand_when_the_server_was_killed_goes_again_under_its_key(house: House) -> None:
    silent = FarEnd(does=lambda _: "half-open")
    house.start_sending(silent, within_s=60)
    for serial in range(3):
        await house.ready(serial)
    await house.until(lambda: len(silent.received) == 3)
    await house.restart()
    assert house.states() == ["pending"] * 3
    far = FarEnd()
    far.billed = silent.billed
    house.start_sending(far)
    await house.until(lambda: house.states() == ["sent"] * 3, minutes_a_look=0.5)
    assert len(far.billed) == 3
    assert {each.attempt for each in far.received} == {2}


async def test_an_orderly_end_waits_a_moment_for_answers_and_writes_them_down(house: House) -> None:
    far = FarEnd()
    house.start_sending(far)
    for serial in range(20):
        await house.ready(serial)
    await house.until(lambda: len(far.received) > 0)
    await house.stop_sending()
    assert house.states().count("sent") == len(far.received)


async def test_who_is_put_off_too_often_becomes_a_dead_letter_that_staff_send_again(house: House) -> None:
    busy = True
    far = FarEnd(does=lambda _: later() if busy else None)
    messenger = house.start_sending(far)
    await house.ready(1)
    await house.until(lambda: house.states() == ["dead"], minutes_a_look=1)
    (letter,) = await house.dead()
    assert (letter.reason, letter.attempts, letter.can_go_again) == ("far-busy", 4, True)
    busy = False
    assert await house.outgoing.again(letter.message_id, key="pressed", expires_at_ms=house.now_ms + HOUR_MS)
    messenger.wake()
    await house.until(lambda: house.states() == ["sent"])
    assert await house.dead() == []


async def test_a_far_end_that_says_when_is_not_asked_before(house: House) -> None:
    asked_ms: list[int] = []

    def in_half_an_hour(_) -> Exception | None:
        asked_ms.append(house.now_ms)
        return later(after_s=1_800) if len(asked_ms) == 1 else None

    house.start_sending(FarEnd(does=in_half_an_hour))
    await house.ready(1)
    await house.until(lambda: house.states() == ["sent"], minutes_a_look=1)
    assert asked_ms[1] - asked_ms[0] >= 30 * MINUTE_MS


async def test_a_refused_message_is_dead_at_once_and_the_others_go(house: House) -> None:
    far = FarEnd(does=lambda parcel: never() if parcel.phone == phone(1) else None)
    house.start_sending(far)
    for serial in (1, 2):
        await house.ready(serial)
    await house.until(lambda: house.states() == ["dead", "sent"])
    assert [each.reason for each in await house.dead()] == ["far-refused"]


async def test_a_landline_gets_no_short_message(house: House) -> None:
    house.start_sending(FarEnd())
    await house.ready(1, to="02012345678")
    await house.until(lambda: house.states() == ["dead"])
    assert [each.reason for each in await house.dead()] == ["phone-not-mobile"]


async def test_at_night_a_result_waits_for_the_morning(house: House) -> None:
    house.quiet = QuietHours(from_min=21 * 60 + 30, until_min=7 * 60 + 30, zone=ZONE)
    house.now_ms += 10 * HOUR_MS  # 22:00
    far = FarEnd()
    house.start_sending(far)
    await house.ready(1)
    await house.until(lambda: house.rows("reason") == [("quiet-hours",)])
    house.now_ms += 9 * HOUR_MS + 29 * MINUTE_MS  # 07:29
    assert house.rows("next_attempt_at_ms, attempts") == [(house.now_ms + MINUTE_MS, 0)]
    house.now_ms += MINUTE_MS
    await house.until(lambda: house.states() == ["sent"])


async def test_one_number_is_not_written_to_again_and_again_not_even_after_a_restart(house: House) -> None:
    house.limits = Limits(same_kind_a_minute=1, an_hour=2, a_day=3)
    far = FarEnd()
    house.start_sending(far)
    for serial in range(3):
        await house.ready(serial, to=phone(7))
    await house.until(lambda: house.states().count("sent") == 1)
    house.now_ms += MINUTE_MS
    await house.until(lambda: house.states().count("sent") == 2)
    await house.restart()
    house.start_sending(far)
    house.now_ms += MINUTE_MS
    await house.until(lambda: ("too-many-to-number",) in house.rows("reason"))
    assert house.states().count("sent") == 2
    await house.until(lambda: house.states().count("sent") == 3, minutes_a_look=1)


async def test_a_carrier_that_is_away_for_long_is_replaced_until_it_is_back(house: House) -> None:
    is_down = True
    first = FarEnd("operator", does=lambda _: away() if is_down else None)
    second = FarEnd("cloud")
    messenger = house.start_sending(first, second)
    await house.ready(1)
    await house.until(lambda: not messenger.carriers[0].is_up)
    assert second.received == []
    await house.until(lambda: house.states() == ["sent"], minutes_a_look=0.5)
    assert [each.phone for each in second.received] == [phone(1)]
    is_down = False
    house.now_ms += 2 * MINUTE_MS
    await house.ready(2)
    await house.until(lambda: house.states() == ["sent"] * 2)
    assert (len(first.received), len(second.received)) == (1, 1)


@pytest.mark.parametrize(
    ("outcome", "changes"),
    [
        (away(is_untaken=True), True),  # no line stood, or it was refused before it was said
        (later(), True),  # the far end says that it has it not
        (away(is_untaken=False), False),
        ("lost", False),
        ("half-open", False),
        (RuntimeError(), False),
    ],
    ids=["not given", "put off", "line broke", "answer lost", "silent", "our mistake"],
)
async def test_a_message_changes_its_carrier_only_when_the_first_surely_has_it_not(
    house: House, outcome, changes
) -> None:
    """The first is away afterwards, until the last; then it is back."""
    outcomes, is_back = [outcome], False
    first = FarEnd("first", does=lambda _: outcomes.pop() if outcomes else None if is_back else away())
    second = FarEnd("second")
    messenger = house.start_sending(first, second, within_s=0.1)
    await house.ready(1)
    await house.until(lambda: not outcomes)
    await house.until(lambda: not messenger.carriers[0].is_up, minutes_a_look=0.02)
    await house.ready(2)
    await house.until(lambda: "sent" in house.states(), minutes_a_look=0.5)
    assert {each.phone for each in second.received} >= {phone(2)}
    await house.restart()  # whose it may be is not forgotten
    is_back = True
    messenger = house.start_sending(first, second)
    await house.until(lambda: house.states() == ["sent"] * 2, minutes_a_look=0.5)
    assert (phone(1) in {each.phone for each in second.received}) is changes
    assert sum(phone(1) in far.billed.values() for far in (first, second)) == 1


async def test_what_a_carrier_may_have_that_is_set_up_no_longer_is_for_staff_to_decide(house: House) -> None:
    house.start_sending(FarEnd("first", does=lambda _: "lost"))
    await house.ready(1)
    await house.until(lambda: house.rows("carrier, state") == [("first", "failed")])
    await house.stop_sending()
    second = FarEnd("second")
    messenger = house.start_sending(second)
    await house.until(lambda: house.states() == ["dead"])
    (letter,) = await house.dead()
    assert letter.reason == "carrier-gone"
    until_ms = house.now_ms + HOUR_MS
    assert await house.outgoing.all_again("carrier-gone", key="pressed", expires_at_ms=until_ms) == 1
    messenger.wake()
    await house.until(lambda: house.states() == ["sent"])


async def test_delivery_reports_count_early_twice_and_late(house: House) -> None:
    key = "result-ready:1:1:window"

    def tells_before_it_answers(_) -> None:
        for _ in range(2):
            far.to_report.put_nowait(Report(receipt=f"r-{key}", fate=Fate.UNDELIVERED, reason="UNDELIV"))

    far = FarEnd(does=tells_before_it_answers)
    house.start_sending(far)
    await house.ready(1)
    await house.until(lambda: house.states() == ["undelivered"])
    assert [each.dedupe_key for each in far.received] == [key]
    for _ in range(2):
        far.to_report.put_nowait(Report(receipt=f"r-{key}", fate=Fate.DELIVERED))
    await house.until(lambda: house.states() == ["delivered"])


@pytest.mark.parametrize("is_early", [True, False])
async def test_a_delivery_report_that_cannot_be_written_is_written_when_it_can(
    house: House, capsys, is_early
) -> None:
    house.change(
        "CREATE TRIGGER full BEFORE UPDATE ON outbox WHEN new.state = 'undelivered'"
        " BEGIN SELECT raise(ABORT, 'full'); END"
    )
    report = Report(receipt="r-result-ready:1:1:window", fate=Fate.UNDELIVERED, reason="UNDELIV")
    far = FarEnd(does=lambda _: far.to_report.put_nowait(report) if is_early else None)
    house.start_sending(far)
    await house.ready(1)
    await house.until(lambda: house.states() == ["sent"])
    if not is_early:
        far.to_report.put_nowait(report)
    await house.until(lambda: "journal-unusable" in capsys.readouterr().out)
    assert house.states() == ["sent"]
    assert far.acknowledged == []
    house.change("DROP TRIGGER full")
    await house.until(lambda: far.acknowledged == [report])
    assert house.states() == ["undelivered"]


async def test_a_report_about_nothing_of_ours_is_let_go_when_nothing_in_hand_can_be_meant(
    house: House,
) -> None:
    asked, answers = asyncio.Event(), asyncio.Event()

    class Slow(FarEnd):
        async def send(self, parcel: Parcel) -> str:
            asked.set()
            await answers.wait()
            return await super().send(parcel)

    far = Slow()
    house.start_sending(far)
    stranger = Report(receipt="of another hall", fate=Fate.DELIVERED)
    far.to_report.put_nowait(stranger)
    await house.until(lambda: far.acknowledged == [stranger])
    await house.ready(1)
    await house.until(asked.is_set)
    far.to_report.put_nowait(stranger)
    await house.until(far.to_report.empty)
    assert far.acknowledged == [stranger]
    answers.set()
    await house.until(lambda: far.acknowledged == [stranger] * 2)
    assert house.states() == ["sent"]


async def test_after_a_restart_a_carrier_knows_what_reports_are_still_to_come(house: House) -> None:
    far = FarEnd()
    house.start_sending(far)
    for serial in (1, 2):
        await house.ready(serial)
    await house.until(lambda: house.states() == ["sent"] * 2)
    reported, open_ = far.billed
    far.to_report.put_nowait(Report(receipt=f"r-{reported}", fate=Fate.DELIVERED))
    await house.until(lambda: house.states() == ["delivered", "sent"])
    await house.restart()
    again = FarEnd()
    house.start_sending(again)
    await house.until(lambda: again.expected)
    assert again.expected == [(f"r-{open_}", phone(2), house.now_ms)]


async def test_an_undelivered_message_that_staff_send_again_is_a_new_one_for_the_gateway(
    house: House,
) -> None:
    far = FarEnd()
    messenger = house.start_sending(far)
    await house.ready(1)
    await house.until(lambda: house.states() == ["sent"])
    (parcel,) = far.received
    far.to_report.put_nowait(
        Report(receipt=f"r-{parcel.dedupe_key}", fate=Fate.UNDELIVERED, reason="UNDELIV")
    )
    await house.until(lambda: house.states() == ["undelivered"])
    await house.outgoing.again(parcel.message_id, key="pressed", expires_at_ms=house.now_ms + HOUR_MS)
    messenger.wake()
    await house.until(lambda: house.states() == ["sent"])
    assert list(far.billed) == [parcel.dedupe_key, f"{parcel.dedupe_key}/1"]


@pytest.mark.parametrize("fault", [RuntimeError("13800138000"), ValueError("x")])
async def test_a_carriers_own_mistake_costs_an_attempt_and_tells_no_phone(
    house: House, fault, capsys
) -> None:
    far = FarEnd(does=lambda parcel: fault if parcel.attempt == 1 else None)
    house.start_sending(far)
    await house.ready(1)
    await house.until(lambda: house.states() == ["sent"], minutes_a_look=0.5)
    said = capsys.readouterr()
    assert "13800138000" not in said.out + said.err
    assert house.rows("attempts") == [(2,)]


async def test_a_line_that_fails_is_started_anew_and_seen_until_it_holds(house: House, monkeypatch) -> None:
    class Breaking(FarEnd):
        starts = 0

        async def run(self) -> None:
            self.starts += 1
            if self.starts < 3:
                raise OSError
            await super().run()

    monkeypatch.setattr(messenger, "MENDED_AFTER_S", 0.3)
    far = Breaking()
    sending = house.start_sending(far)
    await house.until(lambda: far.starts == 1 and not sending.carriers[0].is_up)
    assert sending.carriers[0].since_ms == house.now_ms
    await house.until(lambda: far.starts == 3)
    await house.ready(1)
    await house.until(lambda: house.states() == ["sent"])
    await house.until(lambda: sending.carriers[0].is_up)


async def test_a_messenger_that_cannot_read_its_outbox_is_seen_and_goes_on_when_it_can(house: House) -> None:
    house.change("ALTER TABLE outbox RENAME TO away")
    sending = house.start_sending(FarEnd())
    await house.until(lambda: not sending.carriers[0].is_up)
    house.change("ALTER TABLE away RENAME TO outbox")
    await house.ready(1)
    await house.until(lambda: house.states() == ["sent"])


async def test_what_cannot_be_put_together_becomes_a_dead_letter_and_holds_nothing_up(
    house: House, monkeypatch
) -> None:
    disclosure = house.hall.disclosure
    code = disclosure.pickup_code
    monkeypatch.setattr(disclosure, "pickup_code", lambda serial: code(serial if serial > 1 else -1))
    far = FarEnd()
    house.start_sending(far)
    for serial in (1, 2):
        await house.ready(serial)
    await house.until(lambda: house.states() == ["dead", "sent"], minutes_a_look=1)
    assert [(each.reason, each.attempts) for each in await house.dead()] == [("carrier-fault", 4)]
    assert [each.phone for each in far.received] == [phone(2)]
