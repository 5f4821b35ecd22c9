"""What the carrier remembers: which message a report is about, and what the gateway has of a message."""

import asyncio

import pytest

from queue_core.messages.cmpp.deliveries import Deliveries, receipt_of
from queue_core.messages.cmpp.pacing import Pace
from queue_core.messages.cmpp.protocol import Status, Submit
from queue_core.messages.cmpp.sendings import Sendings
from queue_core.messages.contract import Fate, Report

ONE, TWO = b"\0" * 7 + b"\x01", b"\0" * 7 + b"\x02"
LONG_S = 3600.0


def status(msg_id: bytes, stat: str = "DELIVRD") -> Status:
    return Status(msg_id=msg_id, stat=stat)


def told(receipt: str, fate: Fate = Fate.DELIVERED, reason: str = "", part: str = "") -> Report:
    return Report(receipt=receipt, fate=fate, reason=reason, part=part)


def arrived(receipt: str, part: bytes) -> Report:
    return told(receipt, Fate.PART_DELIVERED, part=part.hex())


def nobody_waits() -> None:
    """The gateway."""


@pytest.fixture
def reports() -> list[Report]:
    return []


@pytest.fixture
async def deliveries(reports) -> Deliveries:
    return Deliveries(reports.append, early_s=LONG_S, may_be_early=lambda: True)


async def test_a_message_is_delivered_when_all_its_parts_are(deliveries, reports) -> None:
    receipt = receipt_of([ONE, TWO])
    deliveries.expect(receipt)
    deliveries.take(status(TWO), nobody_waits)
    assert reports == [arrived(receipt, TWO)]
    deliveries.take(status(ONE), nobody_waits)
    assert reports[1:] == [told(receipt)]


async def test_of_a_message_of_an_earlier_run_only_what_had_not_arrived_is_missing(
    deliveries, reports
) -> None:
    receipt = receipt_of([ONE, TWO])
    deliveries.expect(receipt, heard=[ONE.hex()])
    deliveries.take(status(TWO), nobody_waits)
    assert reports == [told(receipt)]


async def test_a_message_of_which_one_part_failed_is_undelivered_until_that_arrives_after_all(
    deliveries, reports
) -> None:
    receipt = receipt_of([ONE, TWO])
    deliveries.expect(receipt)
    for stat in (status(ONE), status(TWO, "MK:0001"), status(TWO, "EXPIRED")):
        deliveries.take(stat, nobody_waits)
    undelivered = told(receipt, Fate.UNDELIVERED, "MK:0001", TWO.hex())
    assert reports == [arrived(receipt, ONE), undelivered]
    deliveries.take(status(TWO), nobody_waits)
    deliveries.take(status(TWO, "EXPIRED"), nobody_waits)
    assert reports[2:] == [told(receipt)]


async def test_a_report_is_acknowledged_when_it_is_written_down_and_its_repetition_at_once(
    deliveries, reports
) -> None:
    acknowledged: list[str] = []
    receipt = receipt_of([ONE, TWO])
    deliveries.expect(receipt)
    deliveries.take(status(ONE), lambda: acknowledged.append("first"))
    deliveries.take(status(ONE), lambda: acknowledged.append("said again"))
    deliveries.take(status(TWO, "ACCEPTD"), lambda: acknowledged.append("under way"))
    assert acknowledged == ["under way"]
    deliveries.stored(reports[0])
    assert acknowledged[1:] == ["first", "said again"]
    deliveries.take(status(ONE), lambda: acknowledged.append("once more"))
    assert acknowledged[3:] == ["once more"]
    assert len(reports) == 1


async def test_an_early_report_is_acknowledged_with_its_whole_message(reports) -> None:
    acknowledged: list[int] = []
    deliveries = Deliveries(reports.append, early_s=0, may_be_early=lambda: False)
    deliveries.take(status(ONE), lambda: acknowledged.append(1))
    assert reports == [told(receipt_of([ONE]))]
    deliveries.expect(receipt_of([ONE, TWO]))
    deliveries.stored(reports[0])  # about nothing of ours, as it was told
    assert acknowledged == []
    deliveries.stored(reports[1])
    assert acknowledged == [1]


async def test_delivered_is_the_last_word_on_what_was_undelivered_a_moment_before(
    deliveries, reports
) -> None:
    acknowledged: list[str] = []
    deliveries.take(status(ONE, "UNDELIV"), lambda: acknowledged.append("UNDELIV"))
    deliveries.take(status(ONE), lambda: acknowledged.append("DELIVRD"))
    deliveries.expect(receipt_of([ONE]))
    assert (reports, acknowledged) == ([told(receipt_of([ONE]))], [])
    deliveries.stored(reports[0])
    assert acknowledged == ["UNDELIV", "DELIVRD"]


async def test_a_report_before_the_gateways_answer_is_kept_for_it(deliveries, reports) -> None:
    deliveries.take(status(ONE), nobody_waits)
    deliveries.take(status(TWO), nobody_waits)
    assert reports == []
    deliveries.expect(receipt_of([ONE, TWO]))
    assert reports[-1] == told(receipt_of([ONE, TWO]))


async def test_a_report_that_comes_twice_is_told_once(deliveries, reports) -> None:
    deliveries.expect(receipt_of([ONE]))
    deliveries.take(status(ONE), nobody_waits)
    deliveries.take(status(ONE), nobody_waits)
    assert reports == [told(receipt_of([ONE]))]


async def test_a_part_that_comes_twice_does_not_stand_for_the_other(deliveries, reports) -> None:
    deliveries.expect(receipt_of([ONE, TWO]))
    deliveries.take(status(ONE), nobody_waits)
    deliveries.take(status(ONE), nobody_waits)
    assert reports == [arrived(receipt_of([ONE, TWO]), ONE)]


async def test_a_state_on_the_way_to_another_is_no_fate(deliveries, reports) -> None:
    deliveries.expect(receipt_of([ONE]))
    deliveries.take(status(ONE, "ACCEPTD"), nobody_waits)
    assert reports == []
    deliveries.take(status(ONE, "EXPIRED"), nobody_waits)
    assert reports == [told(receipt_of([ONE]), Fate.UNDELIVERED, "EXPIRED")]


async def test_a_report_of_an_earlier_run_is_told_by_its_own_name() -> None:
    reports: asyncio.Queue[Report] = asyncio.Queue()
    deliveries = Deliveries(reports.put_nowait, early_s=0, may_be_early=lambda: True)
    deliveries.take(status(ONE), nobody_waits)
    assert await reports.get() == told(receipt_of([ONE]))
    # It was a part of a message still being sent after all: that one's fate is told too.
    deliveries.take(status(TWO), nobody_waits)
    assert await reports.get() == told(receipt_of([TWO]))
    deliveries.expect(receipt_of([ONE, TWO]))
    assert await reports.get() == arrived(receipt_of([ONE, TWO]), ONE)
    assert await reports.get() == told(receipt_of([ONE, TWO]))


def submit(content: bytes) -> Submit:
    return Submit(
        part_count=1,
        part=1,
        service_id="ZWDT",
        source="901234",
        sender="106590001",
        phone="13800000000",
        text_format=8,
        has_header=False,
        content=content,
    )


def test_what_the_gateway_has_of_a_message_is_remembered_for_some_hours() -> None:
    clock = [0.0]
    sendings = Sendings(lambda: clock[0])
    begun = sendings.of("sms-001", (submit(b"a"), submit(b"b")))
    begun.parts[0].msg_id = ONE
    clock[0] = 5 * 3600.0
    assert sendings.of("sms-001", (submit(b"a"), submit(b"b"))) is begun
    clock[0] = 7 * 3600.0
    assert sendings.of("sms-001", (submit(b"a"), submit(b"b"))).parts[0].msg_id is None


def test_a_message_that_is_worded_anew_begins_anew() -> None:
    sendings = Sendings(lambda: 0.0)
    begun = sendings.of("sms-001", (submit(b"a"),))
    assert sendings.of("sms-001", (submit(b"b"),)) is not begun


def test_a_message_that_is_done_is_sent_again_when_asked_to() -> None:
    sendings = Sendings(lambda: 0.0)
    begun = sendings.of("sms-001", (submit(b"a"),))
    sendings.forget("sms-001")
    assert sendings.of("sms-001", (submit(b"a"),)) is not begun


async def test_turns_are_not_quicker_than_the_operators_rate() -> None:
    loop = asyncio.get_running_loop()
    pace = Pace(100)
    begun_at = loop.time()
    await asyncio.gather(*(pace.turn() for _ in range(11)))
    assert loop.time() - begun_at >= 0.09  # ten intervals of 10 ms, less what a late loop is allowed


async def test_a_held_pace_gives_no_turn_meanwhile() -> None:
    loop = asyncio.get_running_loop()
    pace = Pace(1000)
    pace.hold(0.05)
    begun_at = loop.time()
    await pace.turn()
    assert loop.time() - begun_at >= 0.045
