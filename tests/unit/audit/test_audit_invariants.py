# ruff: noqa: E501 - a table: one journal a row
"""Each check is silent about a journal that is right, and speaks about one that is not, whatever its chain."""

import pytest

from queue_core.audit.auditing import audit
from queue_core.audit.checks import OF_THE_RULES
from tests.unit.audit import locker_journals

OTHERS = {"chain", "order", "shape", "references"}
AUTO = {"key": "hall:call:1"}


def three_waiting(j):
    return j.day().window(1).issue(1).issue(2).issue(3)


def waiting_later(j):
    """Three who rank behind the appointment of 10:00 from 9:55 on, and before it until then."""
    return j.day().window(1).issue(40).issue(41).issue(42)


def priority(who="clerk:1001"):
    return {"kind": "disability", "verified_by": who}


def green(j, minute, project="lift", who="guide:2001"):
    """A number of the green channel `lift`, which window 2 calls."""
    verified = {"kind": "green-channel", "verified_by": who}
    return j.issue(minute, priority=verified, project=project)


def channelled(j):
    rules = {**j.RULES, "channels": [{"code": "lift", "windows": [2]}]}
    return j.day().add("rules-changed", 1, rules=rules)


def with_case(j, minute, **fields):
    return j.issue(minute, j.PICKUP, case_id=7, **fields)


def absent(j, returned):
    """Ticket 1 missed at 11.5; ticket 2 waits."""
    return j.day().window(1).issue(1).issue(2).call(1, 10).miss(1, 10).of("ticket-returned", 1, returned)


def deferred(j):
    return (
        j.day()
        .window(1)
        .issue(1)
        .issue(2)
        .issue(3)
        .issue(4)
        .of("ticket-deferred", 1, 5, reason="asked", passes=3)
    )


def held(j, until=25):
    return (
        j.day()
        .window(1)
        .issue(1)
        .issue(2)
        .call(1, 5)
        .at("service-started", 1)
        .at("ticket-held", 1, 10, reason="copy", until_ms=until * j.MINUTE)
    )


def appointment(j, minute, **fields):
    return j.issue(minute, slot=j.SLOT, **fields).also(
        "appointment-checked-in", appointment_id=1, ticket_id=j.tickets
    )


def overloaded(j, head_start):
    return three_waiting(j).add("head-start-changed", 61, head_start_ms=head_start * j.MINUTE)


def converted(j, **fields):
    told = {"errand": 0, "unit": j.CONSULT, "matter": None, **fields}
    return j.day().window(1).issue(1).of("ticket-converted", 1, 2, **told)


def served(j):
    return j.day().window(1).issue(1).serve(1, 5)


def rated(j, minute, level=5, times=1, channel="pad"):
    served(j)
    for _ in range(times):
        j.rate(1, minute, level=level, channel=channel)
    return j


def skipped(j, minute, channel="pad"):
    return j.at("rating-skipped", 1, minute, channel=channel)


def proved(j):
    rules = {**j.RULES, "rating": {"needs_proof": True}}
    return j.day(rules=rules).window(1).issue(1).serve(1, 5)


def late(j, minute=960, level=4, **fields):
    return j.rate(1, minute, **{"level": level, "channel": "link", "visited_on": "2026-09-21", **fields})


def step(j, act, minute):
    return j.add("follow-up-advanced", minute, follow_up_id=1, act=act, supervisor="2001")


def to_the_review(j, minute):
    for act in ("contact", "verify", "rectify", "answer"):
        step(j, act, minute)
    return j


def sent_back(j):
    """Sent back, and at the review again."""
    told = {"follow_up_id": 1, "supervisor": "2001", "result": "not-satisfied", "due_on": "2026-09-30"}
    return step(step(j.add("follow-up-sent-back", **told), "rectify", None), "answer", None)


def reviewed(j, minute):
    told = {"follow_up_id": 1, "supervisor": "2001", "result": "satisfied"}
    return j.add("follow-up-closed", minute, **told)


def between_two(j):
    """Done at window 1, and waiting on for window 3."""
    return (
        j.day()
        .window(1)
        .issue(1, j.TRADE, j.ACCEPT)
        .call(1, 2, in_hand=[1])
        .at("service-started", 1)
        .at("stage-finished", 1, 5, done=[1])
    )


def served_twice(j):
    """One number at window 1, then at window 3."""
    return (
        between_two(j)
        .window(3)
        .call(1, 6, 3)
        .at("service-started", 1, window=3)
        .at("service-finished", 1, 8, window=3, done=[0])
    )


def booked(j, appointment_id, **fields):
    told = {**j.APPOINTMENT, "appointment_id": appointment_id, "reference": f"b{appointment_id}", **fields}
    return j.add("appointment-booked", 2, appointment=told, holder=None)


def twice_called(j, second):
    """Ticket 1 misses, returns late, and misses again."""
    absent(j, 25).lines[-1]["body"]["seniority_ms"] = 10 * j.MINUTE
    j.call(2, 26).at("service-started", 2).at("service-finished", 2, 27, done=[0])
    return j.call(1, 30).recall(1, 2).recall(1, 3).at("ticket-missed", 1, 31 + second)


RIGHT = {
    "I1 least key": lambda j: three_waiting(j).serve(1, 5).serve(2, 7).serve(3, 9),
    "I1 a supervisor's call with its reason": lambda j: three_waiting(j).call(3, 5, way="override", reason="faint"),
    "I1 a hand-back": lambda j: held(j).of("ticket-returned", 1, 12).call(1, 13, way="hand-back"),
    "I1 a hand-back from noon": lambda j: held(j, 25).of("ticket-returned", 1, 25).call(1, 26, way="hand-back"),
    "I1 after the hold another window": lambda j: held(j).window(2).of("ticket-returned", 1, 12).call(1, 26, 2),
    "I1 the deferred when nobody else waits": lambda j: (
        j.day().window(1).issue(1).of("ticket-deferred", 1, 5, reason="asked", passes=3).call(1, 6)
    ),
    "I1 an appointment that is due": lambda j: appointment(waiting_later(j), 70).call(4, 85, right="appointment"),
    "I1 an appointment not yet due is a walk-in": lambda j: appointment(waiting_later(j), 70).call(1, 84.9),
    "I1 a break eats nobody's right": lambda j: (
        j.day().window(1).issue(200).issue(301, priority=priority()).call(2, 302, right="priority")
    ),
    "I2 at once": lambda j: j.day().window(4).issue(1).call(1, window=4, **AUTO),
    "I2 free longest": lambda j: j.day().window(5).window(4, 1).issue(2).call(1, window=5, **AUTO),
    "I3 in order": lambda j: three_waiting(j).call(1, 5),
    "I4 as far as the right reaches": lambda j: (
        j.day().window(1).issue(1).issue(45, priority=priority()).call(2, 46, right="priority")
    ),
    "I4 pickup": lambda j: with_case(j.day().window(1).issue(1), 10).call(2, 11, right="pickup"),
    "I5 late return": lambda j: twice_called(j, 0).also("ticket-expired", ticket_id=1, reason="missed-twice"),
    "I5 remote": lambda j: j.day().issue(1, is_remote=True).of("ticket-arrived", 1, 50, seniority_ms=20 * j.MINUTE),
    "I5 a result of today": lambda j: (
        served(j).of(
            "result-ready", 1, 20, errand={"unit": j.PICKUP, "seniority_ms": 20 * j.MINUTE, "case_id": 7}
        )
        .call(1, 21, in_hand=[1], right="pickup")
    ),
    "I6 priority on request": lambda j: three_waiting(j).of("priority-granted", 3, 5, priority=priority()).call(
        3, 6, right="priority"
    ),
    "I7 cancelled at the call": lambda j: three_waiting(j).call(1, 5).at("ticket-cancelled", 1).call(2, 6),
    "I8 several matters": lambda j: served_twice(j).rate(1, level=4, window=3),
    "life cycles": lambda j: (
        three_waiting(j).of("ticket-printing", 1).of("ticket-printed", 1).of("ticket-went-paperless", 1)
        .of("ticket-withdrawn", 2, reason="undelivered").of("ticket-print-failed", 3, reason="paper-out")
    ),
    "consequences": lambda j: (
        three_waiting(j).call(1, 5).add("pause-asked", window=1, reason="tea").at("service-started", 1)
        .at("service-finished", 1, 7, done=[0]).also("window-paused", window=1, reason="tea")
        .add("window-resumed", 9, window=1).call(2)
    ),
    "numbers": three_waiting,
    "days": lambda j: served(j).add("day-closed", 515, reason="day-ended").also(
        "day-opened", day="2026-09-22", rules=j.RULES, next_ticket_id=2, next_call_id=2, midnight_ms=j.TOMORROW, cases=[j.CASE]
    ),
    "services": served,
    "ratings": lambda j: rated(j, 7.9),
    "ratings: by phone": lambda j: rated(j, 300, channel="phone"),
    "ratings: at the kiosk": lambda j: served_twice(j).rate(1, 200, level=4, channel="kiosk", window=3),
    "ratings: after a skip": lambda j: skipped(served(j), 6.5).rate(1, 200, level=3, channel="phone"),
    "ratings: with proof": lambda j: proved(j).rate(1, 200, level=3, channel="kiosk"),
    "ratings: by the link": lambda j: late(served(j).tomorrow()),
    "follow-ups": lambda j: served(j).low(1, 7),
    "follow-ups: of a late one": lambda j: late(served(j).tomorrow(), level=2).also(
        "follow-up-opened", follow_up=j.follow_up(1)
    ),
    "follow-ups: to the end": lambda j: reviewed(sent_back(to_the_review(served(j).low(1, 7), 8)), 600),
    "follow-ups: overnight": lambda j: step(served(j).low(1, 7), "contact", 8).tomorrow(
        follow_ups=[{**j.lines[-2]["body"]["follow_up"], "stage": "verify"}]
    ),
    "conversion": converted,
    "conversion at the window": lambda j: three_waiting(j).call(1, 5).of(
        "ticket-converted", 1, errand=0, unit=j.TRADE, matter=None
    ).also("ticket-sent-back", ticket_id=1, window=1).window(3).call(1, 6, 3),
    "appointments": lambda j: booked(j.day(), 2),
    "cases": lambda j: (
        j.day().add("case-accepted", 1, case={**j.CASE, "case_id": 8, "state": "accepted"})
        .add("case-ready", 2, case_id=8).add("case-handed-over", 3, case_id=8)
    ),
    "priority": lambda j: j.day().issue(1, priority=priority("card")),
    "green channel": lambda j: green(channelled(j).window(1).window(2).issue(2), 3).call(2, 4, 2, right="priority"),
    "green channel: no window of it open": lambda j: green(channelled(j).window(1), 3).call(1, 4, right="priority"),
    "deferral": lambda j: deferred(j).serve(2, 6).serve(3, 8).call(4, 10).also("deferral-ended", ticket_id=1),
    "absence": lambda j: absent(j, 15).also("ticket-deferred", ticket_id=1, reason="returned", passes=3).call(2, 16),
    "hold": held,
    "head start": lambda j: overloaded(j, 75).call(1, 62),
}  # fmt: skip
RIGHT |= locker_journals.RIGHT

WRONG = {
    "I1 least key": lambda j: three_waiting(j).call(2, 5),
    "I1 least key: deferred": lambda j: deferred(j).call(1, 6),
    "I1 least key: not its business": lambda j: j.day().window(3).issue(1).call(1, 2, 3),
    "I1 least key: bound elsewhere": lambda j: (
        j.day().window(1).window(2).issue(1).call(1, 2).at("ticket-sent-back", 1, bound_to=2).call(1, 3)
    ),
    "I1 least key: kept by a hold": lambda j: held(j).window(2).of("ticket-returned", 1, 12).call(1, 13, 2),
    "I1 least key: passed over the hand-back": lambda j: held(j).of("ticket-returned", 1, 12).call(2, 13),
    "I1 least key: no hand-back": lambda j: three_waiting(j).call(2, 5, way="hand-back"),
    "I1 least key: no reason": lambda j: three_waiting(j).call(3, 5, way="override", reason=" "),
    "I1 least key: appointment passed over": lambda j: appointment(waiting_later(j), 70).call(1, 85),
    "I1 least key: appointment before it is due": lambda j: appointment(waiting_later(j), 70).call(
        4, 84.9, right="appointment"
    ),
    "I2 no idle": lambda j: j.day().window(4).issue(1).issue(2),
    "I2 no idle: not the longest free": lambda j: j.day().window(5).window(4, 1).issue(2).call(1, window=4, **AUTO),
    "green channel": lambda j: green(channelled(j), 3, project="bridge"),
    "I1 least key: a green channel's number": lambda j: (
        green(channelled(j).window(1).window(2), 3).call(1, 4, right="priority")
    ),
    "I3 equal right": lambda j: three_waiting(j).call(3, 5),
    "I4 bounded lead": lambda j: (
        j.day().window(1).issue(1).issue(47, priority=priority()).call(2, 48, right="priority")
    ),
    "I5 constant seniority": lambda j: j.day().issue(5, errands=[{"unit": j.ACCEPT, "seniority_ms": 0}]),
    "I5 constant seniority: remote": lambda j: j.day().issue(1, is_remote=True).of(
        "ticket-arrived", 1, 50, seniority_ms=1 * j.MINUTE
    ),
    "I5 constant seniority: return": lambda j: absent(j, 15).lines[-1]["body"].update(seniority_ms=0) or j,
    "I5 constant seniority: late return": lambda j: absent(j, 25),
    "I6 rights never cost": lambda j: j.day(policy={"pickup_head_start_ms": -60_000}),
    "I6 rights never cost: order": lambda j: j.day(policy={"priority_head_start_ms": 70 * 60_000}),
    "I7 one window, one ticket": lambda j: three_waiting(j).call(1, 5).call(2, 6),
    "I7 one window, one ticket: two windows": lambda j: three_waiting(j).window(2).call(1, 5).call(1, 6, 2),
    "I7 one window, one ticket: one person": lambda j: (
        j.day().window(1).window(2).issue(1).issue(2, j.CONSULT, visitor=1).call(1, 5).call(2, 6, 2)
    ),
    "I7 one window, one ticket: another's service": lambda j: (
        three_waiting(j).window(2).call(1, 5).call(2, 6, 2).at("service-started", 1, window=2)
    ),
    "I7 one window, one ticket: left over": lambda j: three_waiting(j).call(1, 5).add(
        "day-opened", 515, day="2026-09-22", rules=j.RULES, next_ticket_id=4, next_call_id=2
    ),
    "I8 determinism": lambda j: with_case(j.day().window(1).issue(1), 10).call(2, 11, right="priority"),
    "I8 determinism: matters": lambda j: j.day().window(1).issue(1, j.ACCEPT, j.CONSULT).call(1, 2),
    "I8 determinism: call number": lambda j: three_waiting(j).call(1, 5, call_id=2),
    "I8 determinism: recall": lambda j: three_waiting(j).call(1, 5).recall(1, 3, 6),
    "life cycles": lambda j: three_waiting(j).add("window-closed", 2, window=2),
    "life cycles: delivery": lambda j: three_waiting(j).of("ticket-printed", 1).of("ticket-print-failed", 1, reason=None),
    "life cycles: delivered": lambda j: three_waiting(j).of("ticket-printed", 1).of("ticket-withdrawn", 1, reason="x"),
    "life cycles: paused": lambda j: three_waiting(j).add("window-paused", window=1, reason="tea").call(1, 5),
    "life cycles: absent": lambda j: j.day().window(1).issue(1).call(1, 2).miss(1, 2).call(1, 5),
    "life cycles: ended": lambda j: served(j).of("ticket-cancelled", 1),
    "consequences": lambda j: absent(j, 15).issue(16),
    "consequences: deferral": lambda j: deferred(j).serve(2, 6).serve(3, 8).call(4, 10).issue(11),
    "consequences: last miss": lambda j: twice_called(j, 0).issue(40),
    "consequences: conversion": lambda j: three_waiting(j).call(1, 5).of(
        "ticket-converted", 1, errand=0, unit=j.TRADE, matter=None
    ).at("service-started", 1),
    "consequences: pickup": lambda j: with_case(j.day().window(1).issue(1), 10).call(2, 11, right="pickup").at(
        "service-started", 2
    ).of("ticket-converted", 2, errand=0, unit=j.ACCEPT, matter=None).issue(12),
    "consequences: pause": lambda j: (
        three_waiting(j).call(1, 5).add("pause-asked", window=1, reason="tea").at("service-started", 1)
        .at("service-finished", 1, 7, done=[0]).issue(8)
    ),
    "numbers": lambda j: three_waiting(j).issue(4, number="005"),
    "numbers: twice": lambda j: three_waiting(j).issue(4, number="003"),
    "numbers: ids": lambda j: three_waiting(j).issue(4, ticket_id=9, visitor=9),
    "numbers: closed": lambda j: j.day().add("day-closed", reason="day-ended").issue(1),
    "numbers: offered": lambda j: j.day().issue(1, {"category": "trade", "ticket_class": "pickup"}),
    "numbers: person": lambda j: three_waiting(j).issue(4, visitor=8),
    "days": lambda j: served(j).add(
        "day-opened", 515, day="2026-09-20", rules=j.RULES, next_ticket_id=2, next_call_id=2, cases=[j.CASE]
    ),
    "days: ids": lambda j: served(j).add(
        "day-opened", 515, day="2026-09-22", rules=j.RULES, next_ticket_id=3, next_call_id=2, cases=[j.CASE]
    ),
    "days: cases": lambda j: served(j).add(
        "day-opened", 515, day="2026-09-22", rules=j.RULES, next_ticket_id=2, next_call_id=2
    ),
    "services": lambda j: j.day().window(1).issue(1, j.ACCEPT, j.TRADE).serve(1, 5),
    "services: stage": lambda j: j.day().window(1).issue(1).call(1, 2).at("service-started", 1).at(
        "stage-finished", 1, done=[0]
    ),
    "ratings": lambda j: rated(j, 7, level=6),
    "ratings: twice": lambda j: rated(j, 7, times=2),
    "ratings: late": lambda j: rated(j, 9),
    "ratings: late at the keys": lambda j: rated(j, 9, channel="keypad"),
    "ratings: twice, later": lambda j: rated(j, 60, times=2, channel="phone"),
    "ratings: not the last": lambda j: served_twice(j).rate(1, 60, channel="phone", window=1),
    "ratings: no service": lambda j: three_waiting(j).rate(1),
    "ratings: another window": lambda j: served(j).rate(1, window=2, clerk="1001"),
    "ratings: another clerk": lambda j: served(j).rate(1, clerk="1002"),
    "ratings: in between": lambda j: between_two(j).rate(1, 5.5, channel="phone"),
    "ratings: at the window in between": lambda j: skipped(between_two(j), 5.5),
    "ratings: pressed after a skip": lambda j: skipped(served(j), 6.5).rate(1, 7, level=3),
    "ratings: skipped late": lambda j: skipped(served(j), 9),
    "ratings: without proof": lambda j: proved(j).rate(1, 7),
    "ratings: by the link too soon": lambda j: served(j).rate(1, 60, channel="link"),
    "ratings: late and twice": lambda j: late(late(served(j).tomorrow())),
    "ratings: late after the pad's": lambda j: late(served(j).rate(1, 7).tomorrow()),
    "ratings: late by phone": lambda j: late(served(j).tomorrow(), channel="phone"),
    "ratings: late of another day": lambda j: late(served(j).tomorrow(), visited_on="2026-09-20"),
    "ratings: late of nothing": lambda j: late(j.day().issue(1).of("ticket-cancelled", 1, 2).tomorrow()),
    "ratings: too late": lambda j: late(served(j).tomorrow(), minute=8 * 1440 - 509),
    "follow-ups": lambda j: served(j).rate(1, 7, level=1).issue(8),
    "follow-ups: of nothing": lambda j: served(j).rate(1, 7).also("follow-up-opened", follow_up=j.follow_up(1)),
    "follow-ups: of something else": lambda j: served(j).rate(1, 7, level=1).also(
        "follow-up-opened", follow_up=j.follow_up(1, level=2)
    ),
    "follow-ups: due before": lambda j: served(j).rate(1, 7, level=1).also(
        "follow-up-opened", follow_up=j.follow_up(1, due_on="2026-09-20")
    ),
    "follow-ups: in the middle": lambda j: served(j).rate(1, 7, level=1).also(
        "follow-up-opened", follow_up=j.follow_up(1, stage="answer")
    ),
    "follow-ups: a stage left out": lambda j: step(served(j).low(1, 7), "verify", 8),
    "follow-ups: closed at once": lambda j: reviewed(served(j).low(1, 7), 8),
    "follow-ups: unknown": lambda j: step(served(j), "contact", 8),
    "follow-ups: twice back": lambda j: sent_back(sent_back(to_the_review(served(j).low(1, 7), 8))),
    "follow-ups: lost overnight": lambda j: served(j).low(1, 7).tomorrow(),
    "conversion": lambda j: converted(j, unit={"category": "trade", "ticket_class": "consult"}),
    "conversion: appointment": lambda j: appointment(j.day(), 70).of(
        "ticket-converted", 1, 72, errand=0, unit=j.CONSULT, matter=None, keeps_slot=False
    ),
    "conversion: no room": lambda j: appointment(j.day(), 70).of(
        "ticket-converted", 1, 72, errand=0, unit=j.TRADE, matter=None
    ),
    "appointments": lambda j: booked(booked(j.day(), 2), 3),
    "appointments: late": lambda j: appointment(j.day(), 131),
    "appointments: twice": lambda j: appointment(appointment(j.day(), 70), 71),
    "appointments: moved": lambda j: j.day().issue(70, slot={**j.SLOT, "starts_at_ms": j.SLOT["starts_at_ms"] - 1}),
    "appointments: another number": lambda j: j.day().issue(70).also(
        "appointment-checked-in", appointment_id=1, ticket_id=2
    ),
    "appointments: another appointment": lambda j: booked(j.day(), 2).issue(70, slot=j.SLOT).also(
        "appointment-checked-in", appointment_id=2, ticket_id=1
    ),
    "consequences: not checked in": lambda j: j.day().issue(70, slot=j.SLOT).issue(71),
    "appointments: missed": lambda j: j.day().add("appointment-ended", 125, appointment_id=1, state="missed"),
    "cases": lambda j: j.day().issue(1, j.PICKUP, case_id=9),
    "cases: class": lambda j: j.day().issue(1, j.ACCEPT, case_id=7),
    "cases: handed over": lambda j: j.day().add("case-handed-over", case_id=7).add("case-handed-over", case_id=7),
    "priority": lambda j: j.day().issue(1, priority=priority(" ")),
    "deferral": lambda j: deferred(j).serve(2, 6).of("deferral-ended", 1),
    "deferral: passes": lambda j: three_waiting(j).of("ticket-deferred", 1, reason="asked", passes=1),
    "deferral: returned": lambda j: three_waiting(j).of("ticket-deferred", 1, reason="returned", passes=3),
    "absence": lambda j: j.day().window(1).issue(1).call(1, 2).at("ticket-missed", 1, 4),
    "absence: at once": lambda j: (
        j.day().window(1).issue(1).call(1, 2).recall(1, 2).recall(1, 3).at("ticket-missed", 1, 2.9)
    ),
    "absence: spoken late": lambda j: (
        j.day().window(1).issue(1).call(1, 2).at("call-spoken", 1, 3, call_id=1).miss(1, 2.4)
    ),
    "absence: long": lambda j: absent(j, 42),
    "absence: slot": lambda j: (
        appointment(j.day().window(1), 70).call(1, 86, right="appointment").miss(1, 86)
        .of("ticket-returned", 1, 105, seniority_ms=86 * j.MINUTE)
    ),
    "absence: ended early": lambda j: j.day().window(1).issue(1).call(1, 2).miss(1, 2).of(
        "ticket-expired", 1, 30, reason="away-too-long"
    ),
    "hold": lambda j: held(j, until=40),
    "hold: third": lambda j: (
        held(j).of("ticket-returned", 1, 11).call(1, way="hand-back").at("service-started", 1)
        .at("ticket-held", 1, 12, reason="x", until_ms=27 * j.MINUTE).of("ticket-returned", 1, 13)
        .call(1, way="hand-back").at("service-started", 1)
        .at("ticket-held", 1, 14, reason="x", until_ms=29 * j.MINUTE)
    ),
    "head start": lambda j: overloaded(j, 90),
    "head start: not raised": lambda j: three_waiting(j).call(1, 62),
    "head start: lowered": lambda j: overloaded(j, 75).add("head-start-changed", 63, head_start_ms=60 * j.MINUTE),
    "head start: within the day": lambda j: j.day().add(
        "rules-changed", 1, rules={**j.RULES, "policy": {"pickup_head_start_ms": 0}}
    ),
    "references": lambda j: j.day().of("ticket-printed", 1),
    "references: window": lambda j: j.day().window(9),
    "references: no day": lambda j: j.issue(1),
    "references: matter": lambda j: converted(j, errand=1),
    "shape": lambda j: j.day().add("ticket-eaten", 1),
    "shape: field": lambda j: j.day().add("window-opened", 1, window=1),
    "shape: word": lambda j: three_waiting(j).call(1, 5, way="kindness"),
    "order": lambda j: three_waiting(j).issue(1),
    "order: command": lambda j: j.day().window(1).add("window-paused", key="k0", window=1, reason="tea"),
}  # fmt: skip
WRONG |= locker_journals.WRONG


@pytest.mark.parametrize("build", [pytest.param(build, id=name) for name, build in RIGHT.items()])
def test_a_journal_that_is_right_has_no_violation(journal, rechained, written, build) -> None:
    report = audit(written(rechained(build(journal).lines)), is_whole=True)
    assert report.violations == ()
    assert report.unexplained_overtakings == 0


@pytest.mark.parametrize(("name", "build"), [pytest.param(*each, id=each[0]) for each in WRONG.items()])
def test_what_is_wrong_is_named_though_the_chain_was_made_anew(
    journal, rechained, written, name, build
) -> None:
    report = audit(written(rechained(build(journal).issue(journal_end(journal)).lines)), is_whole=True)
    assert name.split(":")[0] in {each.rule for each in report.violations}, report.violations
    assert not report.is_right


def journal_end(journal) -> float:
    """A minute after all that happened: what is owed must have come by then."""
    return (journal.now - journal.lines[0]["at_ms"]) / journal.MINUTE + 1


def test_every_check_is_shown_a_right_and_a_wrong_journal() -> None:
    names = {each.name for each in OF_THE_RULES}
    assert names | OTHERS - {"chain"} == {name.split(":")[0] for name in WRONG}
    for name in names:
        assert any(right.split()[0] == name.split()[0] for right in RIGHT), name
