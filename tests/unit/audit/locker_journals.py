# ruff: noqa: E501 - a table: one journal a row
"""Journals of a cabinet with two doors, right and wrong. Case 7 is ready, door 1 and 2 are closed and empty."""

CABINET = {
    "code": "L1",
    "doors": [{"number": each, "size": "small", "board": 1, "channel": each} for each in (1, 2)],
}
DAY_MS = 24 * 3_600_000


def rules(j):
    return {**j.RULES, "cabinets": [CABINET]}


def lockers(j):
    """Door 1 and 2 told closed at the opening."""
    j.day(rules=rules(j), cases=[j.CASE, {**j.CASE, "case_id": 8}])
    return at(at(j, "door-changed", 0.1, condition="closed"), "door-changed", door=2, condition="closed")


def at(j, kind, minute=None, door=1, **fields):
    return j.add(kind, minute, cabinet="L1", door=door, **fields)


def also(j, kind, door=1, **fields):
    return j.also(kind, cabinet="L1", door=door, **fields)


def ask(j, number, purpose, minute, *, door=1, case_id=7, key=None, **fields):
    if minute is not None:
        j.now = j.lines[0]["at_ms"] + round(minute * j.MINUTE)
    order = {
        "unlocking_id": number,
        "cabinet": "L1",
        "door": door,
        "purpose": purpose,
        "state": "asked",
        "asked_at_ms": j.now,
        "case_id": case_id,
        **fields,
    }
    proof = "code" if purpose == "collection" else None
    return j.add("unlocking-asked", key=key, unlocking=order, proof=proof)


def open_by(j, number, minute=None, door=1):
    return at(j, "door-changed", minute, door, condition="open", unlocking_id=number)


def close_by(j, number, finding=None, minute=None, door=1):
    at(j, "door-changed", minute, door, condition="closed", unlocking_id=number)
    return j.also("unlocking-settled", unlocking_id=number, finding=finding) if finding else j


def deposited(j, serial=1, door=1, case_id=7):
    until_ms = j.now + 3 * DAY_MS
    return also(j, "case-deposited", door, case_id=case_id, serial=serial, keep_until_ms=until_ms)


def deposit(j, number=1, minute=1.0, *, door=1, case_id=7, serial=1):
    open_by(ask(j, number, "deposit", minute, door=door, case_id=case_id), number, door=door)
    return deposited(close_by(j, number, "inside", door=door), serial, door, case_id)


def held(j):
    """Case 7 lies behind door 1."""
    return deposit(lockers(j))


def opened(j):
    """And its holder has it open."""
    return open_by(ask(held(j), 2, "collection", 3), 2)


def collected(j):
    return close_by(opened(j), 2, "empty", 4).also("case-handed-over", case_id=7)


def unsure(j, doubt="gone"):
    return opened(j).add("unlocking-unsure", 3.5, unlocking_id=2, doubt=doubt)


def closed_unsure(j):
    return close_by(unsure(j), 2)


def say(j, number, finding, minute=None):
    return j.add("finding-said", minute, unlocking_id=number, finding=finding)


def settle(j, number, finding):
    return j.also("unlocking-settled", unlocking_id=number, finding=finding)


def fail(j, number, failure, minute=None):
    return j.add("unlocking-failed", minute, unlocking_id=number, failure=failure)


def inspected(j, case_id=7, doubted="collection"):
    """In the place of the unsure collection."""
    fail(closed_unsure(j), 2, "superseded", 5)
    return ask(j, 3, "inspection", None, case_id=case_id, key=j.lines[-1]["key"], doubted=doubted)


def forced(j):
    return also(at(held(j), "door-changed", 3, condition="open"), "door-forced")


def refused(j, minute, locked_minutes=None, times=1):
    for _ in range(times):
        j.add("proof-refused", minute, cabinet="L1", proof="code", locked_until_ms=None)
    if locked_minutes:
        j.lines[-1]["body"]["locked_until_ms"] = j.now + locked_minutes * j.MINUTE
    return j


def locked(j):
    """From 4 to 9 no proofs are taken at L1."""
    return refused(refused(held(j), 3, times=4), 4, 5)


def overnight(j, **fields):
    """What opened() leaves, carried as it is."""
    asked = next(line["body"]["unlocking"] for line in reversed(j.lines) if line["kind"] == "unlocking-asked")
    since_ms = j.now
    case = {
        **j.CASE,
        "place": {"type": "door", "cabinet": "L1", "door": 1},
        "serial": 1,
        "keep_until_ms": j.lines[6]["at_ms"] + 3 * DAY_MS,
    }
    door = {
        "cabinet": "L1",
        "number": 1,
        "condition": "open",
        "since_ms": since_ms,
        "case_id": 7,
        "unlocking_id": 2,
    }
    other = {"cabinet": "L1", "number": 2, "condition": "closed", "since_ms": j.lines[2]["at_ms"]}
    carried = {
        "rules": rules(j),
        "cases": [case, {**j.CASE, "case_id": 8}],
        "next_serial": 2,
        "next_unlocking_id": 3,
        "doors": [door, other],
        "unlockings": [{**asked, "state": "open", "opened_at_ms": since_ms}],
    }
    return j.tomorrow(**{**carried, **fields})


RIGHT = {
    "unlockings": collected,
    "unlockings: failed": lambda j: fail(ask(held(j), 2, "collection", 3), 2, "stuck", 4),
    "unlockings: an inspection in an unsure one's place": lambda j: close_by(
        say(open_by(inspected(j), 3), 3, "empty", 6), 3, "empty"
    ).also("case-handed-over", case_id=7),
    "unlockings: silent": lambda j: ask(held(j), 2, "collection", 3).add(
        "unlocking-unsure", 4, unlocking_id=2, doubt="silent"
    ),
    "doors": forced,
    "doors: left open": lambda j: at(opened(j), "door-left-open", 6),
    "doors: out of service": lambda j: at(held(j), "door-service-changed", 3, door=2, is_in_service=False),
    "doors: open from the beginning": lambda j: at(
        j.day(rules=rules(j)), "door-changed", 1, condition="open"
    ),
    "findings": collected,
    "findings: put back": lambda j: close_by(say(opened(j), 2, "inside", 4), 2, "inside"),
    "findings: nothing there": lambda j: close_by(say(opened(j), 2, "missing", 4), 2, "missing").also(
        "case-missing", case_id=7
    ),
    "findings: said a moment later": lambda j: say(collected(j), 2, "missing", 5).also("case-missing", case_id=7),
    "findings: put back, said a moment later": lambda j: deposited(say(collected(j), 2, "inside", 5), 2),
    "findings: said of an unsure one": lambda j: settle(say(closed_unsure(j), 2, "empty", 5), 2, "empty").also(
        "case-handed-over", case_id=7
    ),
    "findings: asked again": lambda j: ask(
        closed_unsure(j).add("unlocking-settled", 5, unlocking_id=2, finding="inside"),
        3, "collection", None, key=j.lines[-1]["key"],
    ),
    "findings: taken back": lambda j: close_by(open_by(ask(held(j), 2, "removal", 3), 2), 2, "empty").also(
        "case-removed", case_id=7
    ),
    "findings: a strange thing": lambda j: close_by(
        say(open_by(ask(held(j), 2, "inspection", 3, door=2, case_id=None), 2, door=2), 2, "inside"), 2, "inside", door=2
    ),
    "pickup codes": lambda j: deposit(held(j), 2, 3, door=2, case_id=8, serial=2),
    "proofs": lambda j: refused(refused(refused(held(j), 3, times=4), 4, 5), 10, times=4).add(
        "proof-accepted", 11, cabinet="L1"
    ),
    "proofs: longer each time": lambda j: refused(
        refused(refused(refused(held(j), 3, times=4), 4, 5), 10, times=4), 11, 10
    ),
    "timers": lambda j: at(opened(j), "door-left-open", 6).issue(7),
    "timers: told in time": lambda j: at(opened(j), "door-changed", 5, condition="closed", unlocking_id=2),
    "timers: out by a door that is being opened": lambda j: refused(
        close_by(open_by(ask(held(j), 2, "removal", 3 * 1440), 2, 3 * 1440 + 0.5), 2, "empty", 3 * 1440 + 2).also(
            "case-removed", case_id=7, keep_until_ms=j.now + DAY_MS
        ),
        3 * 1440 + 3,
    ),
    "proofs: lifted, and longer all the same": lambda j: refused(
        refused(locked(j).add("proof-lock-lifted", 5, cabinet="L1"), 5, times=4), 6, 10
    ),
    "cases: expired and kept longer": lambda j: held(j).add("case-expired", 3 * 1440 + 2, case_id=7).add(
        "case-kept-longer", case_id=7, until_ms=j.now + DAY_MS
    ),
    "days: doors": lambda j: overnight(opened(j)),
}  # fmt: skip

WRONG = {
    "unlockings": lambda j: ask(opened(j), 3, "inspection", 4),
    "unlockings: one case at two doors": lambda j: ask(
        ask(lockers(j), 1, "deposit", 1), 2, "deposit", 2, door=2
    ),
    "unlockings: a door that is not free": lambda j: ask(held(j), 2, "deposit", 3, case_id=8),
    "unlockings: a door forced": lambda j: ask(at(forced(j), "door-changed", 4, condition="closed"), 2, "collection", 5),
    "unlockings: another's door": lambda j: ask(held(j), 2, "collection", 3, case_id=8),
    "unlockings: without a proof": lambda j: ask(held(j), 2, "collection", 3).lines[-1]["body"].update(proof=None) or j,
    "unlockings: expired": lambda j: ask(
        held(j).add("case-expired", 3 * 1440 + 2, case_id=7), 2, "collection", 3 * 1440 + 3
    ),
    "unlockings: ids": lambda j: ask(lockers(j), 4, "deposit", 1),
    "unlockings: settled twice": lambda j: collected(j).add("unlocking-settled", unlocking_id=2, finding="empty"),
    "unlockings: silent too early": lambda j: ask(held(j), 2, "collection", 3).add(
        "unlocking-unsure", 3.5, unlocking_id=2, doubt="silent"
    ),
    "unlockings: stuck and open": lambda j: fail(opened(j), 2, "stuck", 4),
    "unlockings: full at a collection": lambda j: fail(opened(j), 2, "found-full", 4),
    "unlockings: doubt forgotten": lambda j: fail(inspected(j), 3, "withdrawn", 6),
    "unlockings: doubt not looked at": lambda j: inspected(j, doubted=None),
    "doors": lambda j: at(held(j), "door-changed", 3, condition="open").issue(4),
    "doors: by an order for another": lambda j: open_by(ask(held(j), 2, "collection", 3), 2, door=2),
    "doors: by an order that is over": lambda j: open_by(collected(j), 2, 5),
    "doors: by an order its cabinet lost": lambda j: open_by(closed_unsure(j), 2, 5),
    "doors: two cases": lambda j: deposit(held(j), 2, 3, case_id=8, serial=2),
    "doors: one case twice": lambda j: deposit(held(j), 2, 3, door=2, serial=2),
    "doors: forced and closed": lambda j: at(held(j), "door-forced", 3),
    "doors: left open too early": lambda j: at(opened(j), "door-left-open", 4),
    "doors: out of service with a case": lambda j: at(held(j), "door-service-changed", 3, is_in_service=False),
    "doors: no change": lambda j: at(held(j), "door-changed", 3, condition="closed"),
    "findings": lambda j: close_by(opened(j), 2, "empty", 4).issue(5),
    "findings: closed and not settled": lambda j: close_by(opened(j), 2, minute=4).issue(5),
    "findings: not seen and not unsure": lambda j: at(
        opened(j), "door-changed", 4, condition="unknown", unlocking_id=2
    ).issue(5),
    "findings: said and not settled": lambda j: say(closed_unsure(j), 2, "empty", 5).issue(6),
    "findings: open still": lambda j: opened(j).add("unlocking-settled", 4, unlocking_id=2, finding="empty").also(
        "case-handed-over", case_id=7
    ),
    "findings: not what was said": lambda j: close_by(say(opened(j), 2, "inside", 4), 2, "empty").also(
        "case-handed-over", case_id=7
    ),
    "findings: an unsure one by closing": lambda j: close_by(unsure(j), 2, "empty").also(
        "case-handed-over", case_id=7
    ),
    "findings: handed over behind a door": lambda j: held(j).add("case-handed-over", 3, case_id=7),
    "findings: handed over on its way": lambda j: ask(lockers(j), 1, "deposit", 1).add("case-handed-over", 2, case_id=7),
    "findings: removed without an order": lambda j: held(j).add("case-removed", 3, case_id=7),
    "findings: missing without an order": lambda j: held(j).add("case-missing", 3, case_id=7),
    "findings: corrected too late": lambda j: say(collected(j), 2, "missing", 12).also("case-missing", case_id=7),
    "findings: in another door": lambda j: deposited(
        close_by(open_by(ask(lockers(j), 1, "deposit", 1), 1), 1, "inside"), door=2
    ),
    "findings: settled and not asked again": lambda j: closed_unsure(j).add(
        "unlocking-settled", 5, unlocking_id=2, finding="inside"
    ).issue(6),
    "pickup codes": lambda j: deposit(held(j), 2, 3, door=2, case_id=8, serial=1),
    "pickup codes: left out": lambda j: deposit(lockers(j), serial=5),
    "proofs": lambda j: refused(held(j), 3, times=5),
    "proofs: too early": lambda j: refused(held(j), 3, 5),
    "proofs: too short": lambda j: refused(refused(held(j), 3, times=4), 4, 1),
    "proofs: while locked": lambda j: refused(refused(refused(held(j), 3, times=4), 4, 5), 6),
    "proofs: a count that never began": lambda j: held(j).add("proof-accepted", 3, cabinet="L1"),
    "timers": lambda j: opened(j).issue(6),
    "timers: silent and not said": lambda j: ask(held(j), 2, "collection", 3).issue(5),
    "timers: kept too long and not said": lambda j: refused(held(j), 3 * 1440 + 2),
    "proofs: lifted where nothing was locked": lambda j: locked(j).add("proof-lock-lifted", 10, cabinet="L1"),
    "proofs: lifted and forgotten": lambda j: refused(
        refused(locked(j).add("proof-lock-lifted", 5, cabinet="L1"), 5, times=4), 6, 5
    ),
    "cases: expired too early": lambda j: held(j).add("case-expired", 5, case_id=7),
    "cases: kept until yesterday": lambda j: held(j).add("case-kept-longer", 5, case_id=7, until_ms=1),
    "cases: returned and handed over": lambda j: lockers(j).add("case-returned", 1, case_id=7).add(
        "case-handed-over", 2, case_id=7
    ),
    "days: an order forgotten": lambda j: overnight(opened(j), unlockings=[]),
    "days: a door emptied": lambda j: overnight(opened(j), doors=[]),
    "days: serials": lambda j: overnight(opened(j), next_serial=1),
    "days: wrong proofs made up": lambda j: overnight(opened(j), proof_counts=[{"cabinet": "L1", "wrong": 1}]),
    "references: door": lambda j: at(lockers(j), "door-changed", 1, door=3, condition="open"),
    "references: cabinet": lambda j: lockers(j).add("door-forced", 1, cabinet="L9", door=1),
    "references: unlocking": lambda j: say(lockers(j), 5, "inside", 1),
    "references: case": lambda j: ask(lockers(j), 1, "deposit", 1, case_id=99),
}  # fmt: skip
