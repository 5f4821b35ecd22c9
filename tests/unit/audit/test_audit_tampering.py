# ruff: noqa: E501 - tables: one way of tampering a row
"""Whoever changes a journal after it was written is found, by the chain, by the rules, or by the head."""

import copy

import pytest

from queue_core.audit.auditing import audit

MINUTE = 60_000


@pytest.fixture
def day(journal, rechained):
    """A right day: three numbers, a recall, a priority, a rating, a conversion, an override."""
    journal.day().window(1).window(2).issue(1).issue(2).issue(3)
    journal.call(1, 5).recall(1, 2, 6).at("service-started", 1)
    journal.of("priority-granted", 3, 7, priority={"kind": "disability", "verified_by": "clerk:1001"})
    journal.of("ticket-converted", 2, 8, errand=0, unit=journal.CONSULT, matter=None)
    journal.call(3, 9, 2, right="priority").at("service-started", 3, window=2)
    journal.at("service-finished", 1, 10, done=[0])
    journal.rate(1, 10.5, level=3)
    journal.at("service-finished", 3, 11, window=2, done=[0])
    journal.issue(11.5, journal.PICKUP, case_id=7)
    journal.call(4, 12, right="pickup", in_hand=[0]).at("service-started", 4)
    journal.call(2, 12.5, 2, right="arrival").at("service-started", 2, window=2)
    return rechained(journal.lines)


def at(lines, kind, nth=0):
    return [index for index, line in enumerate(lines) if line["kind"] == kind][nth]


def body(lines, kind, nth=0):
    return lines[at(lines, kind, nth)]["body"]


def swap_calls(lines):
    first, second = body(lines, "ticket-called", 0), body(lines, "ticket-called", 3)
    first["ticket_id"], second["ticket_id"] = second["ticket_id"], first["ticket_id"]


def swap_lines(lines):
    lines[4], lines[5] = lines[5], lines[4]


def drop(kind, nth=0):
    return lambda lines: lines.pop(at(lines, kind, nth))


def put(of, nth=0, /, **fields):
    return lambda lines: body(lines, of, nth).update(fields)


def head(name, value):
    return lambda lines: lines[6].update({name: value})


def repeat(kind, nth=0):
    return lambda lines: lines.insert(at(lines, kind, nth), copy.deepcopy(lines[at(lines, kind, nth)]))


def append(lines):
    last = copy.deepcopy(lines[-1])
    last["kind"] = last["body"]["kind"] = "ticket-cancelled"
    last["key"] = "new"
    lines.append(last)


BROKEN = {
    "a changed rating": put("service-rated", level=5),
    "a swapped call": swap_calls,
    "swapped lines": swap_lines,
    "a removed rating": drop("service-rated"),
    "a removed number": drop("ticket-issued", 1),
    "a removed first line": lambda lines: lines.pop(0),
    "a line twice": repeat("ticket-recalled"),
    "an appended event": append,
    "an edited hash": head("hash", "0" * 64),
    "an edited previous hash": head("previous", "0" * 64),
    "a hash that is none": head("hash", "no hash"),
    "an edited sequence": head("sequence", 70),
    "an edited instant": head("at_ms", 5),
    "an edited key": head("key", "other"),
    "an edited fingerprint": head("fingerprint", "01"),
    "another actor": head("actor", "clerk:1002"),
    "another kind": head("kind", "ticket-printed"),
    "another version": head("version", 3),
}

AGAINST_THE_RULES = {
    "a swapped call": swap_calls,
    "another number called": put("ticket-called", ticket_id=2),
    "another window": put("ticket-called", window=2),
    "another right": put("ticket-called", 1, right="arrival"),
    "an override without a reason": put("ticket-called", 1, way="override"),
    "another matter": put("ticket-called", in_hand=[1]),
    "a call number left out": put("ticket-called", 1, call_id=9),
    "an earlier place": put("ticket-issued", 2, errands=[{"unit": {"category": "registration", "ticket_class": "accept"}, "seniority_ms": 0}]),
    "a priority from nowhere": put("priority-granted", ticket_id=2),
    "a removed priority": drop("priority-granted"),
    "a removed number": drop("ticket-issued", 1),
    "a removed call": drop("ticket-called"),
    "a removed recall": drop("ticket-recalled"),
    "a removed start": drop("service-started"),
    "a removed end": drop("service-finished"),
    "a removed conversion": lambda lines: body(lines, "ticket-converted").update(unit={"category": "trade", "ticket_class": "accept"}),
    "a rating twice": repeat("service-rated"),
    "a rating of somebody else": put("service-rated", ticket_id=2),
    "a rating beyond five": put("service-rated", level=6),
    "a case that is not there": put("ticket-issued", 3, errands=[{"unit": {"category": "registration", "ticket_class": "pickup"}, "seniority_ms": 690_000, "case_id": 8}]),
    "a number twice": put("ticket-issued", 1, number="001"),
    "a renamed event": put("ticket-recalled", kind="ticket-praised"),
    "a time that goes back": lambda lines: lines[7].update(at_ms=5),
    "an instant of its own": put("ticket-recalled", at_ms=5),
    "swapped lines": swap_lines,
    "smaller head starts": lambda lines: body(lines, "day-opened")["rules"].update(policy={"priority_head_start_ms": 60_000}),
    "another opening": lambda lines: body(lines, "day-opened")["sessions"][0].update(opens_at_ms=0),
    "another profile": lambda lines: body(lines, "day-opened")["rules"]["windows"][1].update(profile=[]),
    "no window opened": drop("window-opened"),
    "a missed call made up": lambda lines: body(lines, "service-finished").update(kind="ticket-missed") or lines[at(lines, "service-finished")].update(kind="ticket-missed"),
}  # fmt: skip

SEEN_BY_THE_HEAD = {
    "a changed rating": put("service-rated", level=5),
    "a removed rating": drop("service-rated"),
    "a legal event appended": append,
    "the end cut off": lambda lines: lines.pop(),
    "another actor": head("actor", "clerk:1002"),
}


def test_the_day_is_right_as_it_was_written(day, written) -> None:
    report = audit(written(day), is_whole=True, head=day[-1]["hash"])
    assert report.violations == ()
    assert report.overtakings["priority"].largest_lead_ms == 1 * MINUTE
    assert report.overtakings["pickup"].largest_lead_ms == 570_000
    assert report.unexplained_overtakings == 0


@pytest.mark.parametrize("tamper", [pytest.param(each, id=name) for name, each in BROKEN.items()])
def test_a_change_breaks_the_chain_and_that_is_named_first(day, written, tamper) -> None:
    tamper(day)
    report = audit(written(day), head=None)
    assert [each.rule for each in report.violations] == ["chain"]


@pytest.mark.parametrize("tamper", [pytest.param(each, id=name) for name, each in AGAINST_THE_RULES.items()])
def test_a_change_against_the_rules_is_found_though_the_chain_was_made_anew(
    day, written, rechained, tamper
) -> None:
    tamper(day)
    report = audit(written(rechained(day)))
    assert len(report.violations) == 1
    assert report.violations[0].rule != "chain"


@pytest.mark.parametrize("tamper", [pytest.param(each, id=name) for name, each in SEEN_BY_THE_HEAD.items()])
def test_what_the_rules_allow_is_found_by_whoever_kept_the_head(day, written, rechained, tamper) -> None:
    kept = day[-1]["hash"]
    tamper(day)
    report = audit(written(rechained(day)), head=kept)
    assert [each.rule for each in report.violations] == ["chain"]
