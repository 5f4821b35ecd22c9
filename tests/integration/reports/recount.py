"""The figures of docs/figures.md once more, from exported lines as plain dicts.

Shares no code with queue_core and works the other way round: not event by event, but looking back from the
end of each number's whole story.
"""

import math
from collections import Counter, defaultdict

QUARTER, HOUR, DAY = 900_000, 3_600_000, 86_400_000
OPENS_A_STAGE = {"ticket-arrived", "stage-finished", "ticket-sent-back"}
MOVES = {
    "ticket-issued",
    "ticket-arrived",
    "ticket-called",
    "service-started",
    "service-finished",
    "stage-finished",
    "ticket-sent-back",
    "ticket-held",
    "ticket-missed",
    "ticket-returned",
    "ticket-cancelled",
    "ticket-expired",
    "ticket-withdrawn",
}
IN_LINE_AFTER = {"ticket-issued", "ticket-arrived", "stage-finished", "ticket-sent-back", "ticket-returned"}
SITS_DOWN = {"window-opened", "window-taken-over"}
SITS_DOWN_ANEW = {"window-opened", "window-closed"}
ENDS_A_SERVICE = {
    "service-finished",
    "stage-finished",
    "ticket-held",
    "ticket-sent-back",
    "ticket-expired",
    "ticket-cancelled",
}
SITTINGS = {"service-finished", "stage-finished"}
GOES_ON = {"stage-finished", "errand-added", "result-ready", "ticket-issued"}
ENDS_OR_GOES_ON = GOES_ON | {"service-finished", "ticket-cancelled", "ticket-expired", "ticket-withdrawn"}
DAY_OVER = {"day-ended", "hall-closed"}
TOLD_OF_OTHERS = {"appointment-checked-in", "case-accepted", "case-handed-over"}


def half_up(number):
    return math.floor(number + 0.5)


def spread(spans):
    if not spans:
        return {"count": 0, "mean_s": None, "p50_s": None, "p95_s": None, "longest_s": None}
    ordered = sorted(spans)

    def rank(percent):
        return next(
            half_up(each / 1000) for at, each in enumerate(ordered, 1) if at * 100 >= percent * len(ordered)
        )

    mean = half_up(sum(ordered) / len(ordered) / 1000)
    whole = {"count": len(ordered), "mean_s": mean, "p50_s": rank(50), "p95_s": rank(95)}
    return whole | {"longest_s": half_up(ordered[-1] / 1000)}


class Story:
    """All that happened to one number: (index in the day, event) in order."""

    def __init__(self, happened, clerk_at):
        self.happened = happened
        self.clerk_at = clerk_at
        self.issued = happened[0][1]
        self.calls = self.of("ticket-called")
        self.was_withdrawn = bool(self.of("ticket-withdrawn")) and not self.calls
        self.finish = next(iter(self.of("service-finished")), None)

    def of(self, *kinds):
        return [(at, each) for at, each in self.happened if each["kind"] in kinds]

    def before(self, at, *kinds):
        return [each for each in self.of(*kinds) if each[0] < at]

    def state_before(self, at):
        """The kind of the last thing that moved it."""
        return self.before(at, *MOVES)[-1][1]["kind"]

    def stages(self):
        """(index, instant) at which each of its stages began to wait."""
        found = [] if self.issued["is_remote"] else [(self.happened[0][0], self.issued["at_ms"])]
        for at, each in self.happened[1:]:
            is_result = each["kind"] == "result-ready" and self.state_before(at) == "service-finished"
            if each["kind"] in OPENS_A_STAGE or (is_result and self.newest_move(at) == "service-finished"):
                found.append((at, each["at_ms"]))
        return found

    def newest_move(self, at):
        """As `state_before`, but a result that reopened the number counts as a move."""
        last = self.before(at, *MOVES)[-1]
        reopened = [one for one, _ in self.before(at, "result-ready") if one > last[0]]
        return "result-ready" if last[1]["kind"] == "service-finished" and reopened else last[1]["kind"]

    def in_line(self, at=10**9):
        """Since when it waits, at an index; None when it does not."""
        last = self.before(at, *MOVES)[-1]
        if last[1]["kind"] == "ticket-issued" and last[1]["is_remote"]:
            return None
        if last[1]["kind"] in IN_LINE_AFTER:
            return last[1]["at_ms"]
        reopened = [each for each in self.before(at, "result-ready") if each[0] > last[0]]
        return reopened[0][1]["at_ms"] if last[1]["kind"] == "service-finished" and reopened else None

    def slot_at(self, at):
        slot = self.issued["slot"]
        may_end_it = ("ticket-converted", "ticket-returned", "stage-finished", "service-finished")
        gone = [each for _, each in self.before(at, *may_end_it) if not each.get("keeps_slot", False)]
        return None if slot is None or gone else slot["starts_at_ms"]

    def errand(self, index, at):
        """(category, class, matter) of an errand as it stood at an index."""
        errands = [(each["unit"], each["matter"]) for each in self.issued["errands"]]
        for _, each in self.before(at, "errand-added", "result-ready", "ticket-converted"):
            if each["kind"] == "ticket-converted":
                errands[each["errand"]] = (each["unit"], each["matter"])
            else:
                errands.append((each["errand"]["unit"], each["errand"]["matter"]))
        unit, matter = errands[index]
        return unit["category"], unit["ticket_class"], matter

    def waits(self):
        """(index of the call, call, wait in ms), one for each stage that was called."""
        for begun, since in self.stages():
            call = next(((at, each) for at, each in self.calls if at > begun), None)
            if call is not None:
                at, event = call
                slot = self.slot_at(at) if at == self.calls[0][0] else None
                owed = since if slot is None else max(since, slot)
                yield at, event, max(event["at_ms"] - owed, 0)

    def sittings(self):
        """(index, event, call, errand, service in ms)."""
        for at, event in self.of("service-finished", "stage-finished"):
            begun = max((one for one, _ in self.stages() if one < at), default=-1)
            served, started = 0, None
            for one, each in self.happened:
                if begun < one <= at:
                    if each["kind"] == "service-started":
                        started = each["at_ms"]
                    elif each["kind"] in ("ticket-held", event["kind"]) and started is not None:
                        served += each["at_ms"] - started
                        started = None
            call = self.before(at, "ticket-called")[-1]
            yield at, event, call, (event["done"] or call[1]["in_hand"])[0], served

    def is_immediate(self):
        started_before_sent_back = any(
            self.before(at, "ticket-called", "service-started")[-1][1]["kind"] == "service-started"
            for at, _ in self.of("ticket-sent-back")
        )
        spoilt = self.of("ticket-held", "stage-finished", "result-ready")
        return self.finish is not None and not spoilt and not started_before_sent_back

    def fate(self):
        """How it ended unfinished; None when it did not."""
        if self.finish is not None:
            return None
        for _, each in self.of("ticket-cancelled", "ticket-withdrawn", "ticket-expired"):
            if each["kind"] != "ticket-expired":
                return "cancelled"
            if each["reason"] not in DAY_OVER:
                return "lost"
            if self.calls:
                return "left_unfinished"
            arrived = not self.issued["is_remote"] or self.of("ticket-arrived")
            return "left_uncalled" if arrived else "not_arrived"
        return None


def recount(lines):
    """Of one day, from its `day-opened` on."""
    day = [line["body"] for line in lines]
    midnight = day[0]["midnight_ms"]
    shifts = list(_shifts(day))
    by_ticket = defaultdict(list)
    for at, event in enumerate(day):
        if "ticket_id" in event and event["kind"] not in TOLD_OF_OTHERS:
            by_ticket[event["ticket_id"]].append((at, event))

    def clerk_at(window, at):
        return next((s["clerk"] for s in shifts if s["window"] == window and s["from"] < at < s["to"]), None)

    everyone = [Story(each, clerk_at) for each in by_ticket.values()]
    stories = [each for each in everyone if not each.was_withdrawn]
    groups = _Groups(midnight, stories)
    end = day[-1]["at_ms"]
    return {
        "totals": _totals(day, everyone, stories),
        "appointments": _appointments(day, stories, midnight),
        "conversions": _conversions(stories),
        "flow": _flow(stories, midnight),
        **groups.all(),
        "devices": _devices(day, end),
        "ratings": _ratings(by_ticket),
        "by_window_spent": _spent(shifts, end, "window"),
        "by_clerk_spent": _spent(shifts, end, "clerk"),
    }


def _totals(day, everyone, stories):
    kinds = Counter(each["kind"] for each in day)
    fates = Counter(each.fate() for each in stories)
    ways = Counter(each["way"] for each in day if each["kind"] == "ticket-called")
    lines_up = [since for each in stories if (since := each.in_line()) is not None]
    waits = [wait for each in stories for *_, wait in each.waits()]
    firsts = [wait for each in stories for at, _, wait in each.waits() if at == each.calls[0][0]]
    missed = [each.of("ticket-missed") for each in stories]
    after_a_miss = [
        1
        for each in stories
        for at, _ in each.of("ticket-returned")
        if each.state_before(at) == "ticket-missed"
    ]
    sittings = [served for each in stories for *_, served in each.sittings()]
    asked = [1 for each in stories for _, event in each.of("ticket-deferred") if event["reason"] == "asked"]
    return {
        "taken": len(stories),
        "visitors": len({each.issued["visitor"] for each in stories}),
        "withdrawn": len(everyone) - len(stories),
        "called": sum(bool(each.calls) for each in stories),
        "finished": sum(each.finish is not None for each in stories),
        "immediate": sum(each.is_immediate() for each in stories),
        "cancelled": fates["cancelled"],
        "lost": fates["lost"],
        "left_uncalled": fates["left_uncalled"],
        "left_unfinished": fates["left_unfinished"],
        "not_arrived": fates["not_arrived"],
        "waiting": len(lines_up),
        "first_since_ms": min(lines_up, default=None),
        "calls": kinds["ticket-called"],
        "recalls": kinds["ticket-recalled"],
        "hand_backs": ways["hand-back"],
        "overrides": ways["override"],
        "no_shows": kinds["ticket-missed"],
        "absent_numbers": sum(bool(each) for each in missed),
        "returns": len(after_a_miss),
        "holds": kinds["ticket-held"],
        "sent_back": kinds["ticket-sent-back"],
        "deferrals": len(asked),
        "conversions": sum(each["count"] for each in _conversions(stories)),
        "sittings": kinds["service-finished"] + kinds["stage-finished"],
        "first_wait": spread(firsts),
        "wait": spread(waits),
        "service": spread(sittings),
    }


def _changes(story):
    for at, event in story.of("ticket-converted"):
        old = story.errand(event["errand"], at)[:2]
        new = event["unit"]["category"], event["unit"]["ticket_class"]
        if old != new:
            yield old, new


def _conversions(stories):
    found = Counter(("/".join(old), "/".join(new)) for each in stories for old, new in _changes(each))
    return [
        {"from_unit": old, "to_unit": new, "count": count}
        for (old, new), count in sorted(found.items(), key=lambda each: (-each[1], each[0]))
    ]


def _appointments(day, stories, midnight):
    today = {
        each["appointment_id"]
        for each in day[0]["appointments"]
        if 0 <= each["starts_at_ms"] - midnight < DAY
    }
    today |= {
        each["appointment"]["appointment_id"]
        for each in day
        if each["kind"] == "appointment-booked" and 0 <= each["appointment"]["starts_at_ms"] - midnight < DAY
    }
    ended = Counter(
        each["state"]
        for each in day
        if each["kind"] == "appointment-ended" and each["appointment_id"] in today
    )
    judged = on_time = 0
    for each in stories:
        if each.calls:
            at, call = each.calls[0]
            slot = each.slot_at(at)
            judged += slot is not None
            on_time += slot is not None and call["at_ms"] - max(slot, each.issued["at_ms"]) <= 300_000
        elif each.fate() in ("left_uncalled", "not_arrived"):
            judged += each.slot_at(10**9) is not None
    checked_in = sum(each["kind"] == "appointment-checked-in" for each in day)
    return {
        "checked_in": checked_in,
        "missed": ended["missed"],
        "cancelled": ended["cancelled"],
        "judged": judged,
        "on_time": on_time,
    }


def _flow(stories, midnight):
    def quarter(at_ms):
        return (at_ms - midnight) // QUARTER

    taken = Counter(quarter(each.issued["at_ms"]) for each in stories)
    finished = Counter(quarter(each.finish[1]["at_ms"]) for each in stories if each.finish)
    waits = defaultdict(list)
    for each in stories:
        for _, call, wait in each.waits():
            waits[quarter(call["at_ms"])].append(wait)
    busy = sorted({*taken, *finished, *waits})
    found = []
    for at in range(busy[0], busy[-1] + 1) if busy else ():
        ends = midnight + (at + 1) * QUARTER
        waiting = 0
        for each in stories:
            later = [index for index, event in each.happened if event["at_ms"] >= ends]
            if each.issued["at_ms"] < ends:
                waiting += each.in_line(min(later, default=10**9)) is not None
        found.append(
            {
                "from_ms": midnight + at * QUARTER,
                "taken": taken[at],
                "called": len(waits[at]),
                "finished": finished[at],
                "waiting": waiting,
                "wait": spread(waits[at]),
            }
        )
    return found


class _Groups:
    def __init__(self, midnight, stories):
        self.midnight = midnight
        self.found = defaultdict(lambda: defaultdict(Counter))
        self.spans = defaultdict(lambda: defaultdict(lambda: ([], [])))
        for story in stories:
            self.count(story)

    def names(self, unit, event, call=None, index=0, story=None):
        category, ticket_class, matter = unit
        yield "by_class", ticket_class
        yield "by_category", category
        yield "by_unit", f"{category}/{ticket_class}"
        if matter is not None:
            yield "by_matter", matter
        yield "by_hour", f"{(event['at_ms'] - self.midnight) // HOUR % 24:02}"
        if call is not None:
            yield "by_window", str(call["window"])
            yield "by_right", call["right"]
            clerk = story.clerk_at(call["window"], index)
            if clerk is not None:
                yield "by_clerk", clerk

    def count(self, story):  # noqa: C901 - one figure after the other
        for part, name in self.names(story.errand(0, story.happened[0][0] + 1), story.issued):
            self.found[part][name]["taken"] += 1
        for old, new in _changes(story):
            parts = ("by_class", "by_category", "by_unit")
            for part, before, after in zip(
                parts, (*old[::-1], "/".join(old)), (*new[::-1], "/".join(new)), strict=True
            ):
                if before != after:
                    self.found[part][before]["converted_out"] += 1
                    self.found[part][after]["converted_in"] += 1
        for at, call in story.calls:
            self.add("calls", story, call["in_hand"][0], at, call, (at, call))
        for at, call, wait in story.waits():
            for part, name in self.names(story.errand(call["in_hand"][0], at), call, call, at, story):
                self.spans[part][name][0].append(wait)
        for at, event in story.of("ticket-missed"):
            call = story.before(at, "ticket-called")[-1]
            self.add("no_shows", story, call[1]["in_hand"][0], at, event, call)
        for at, event, call, errand, served in story.sittings():
            self.add("sittings", story, errand, at, event, call)
            for part, name in self.names(story.errand(errand, at), event, call[1], at, story):
                self.spans[part][name][1].append(served)
            if story.finish is not None and at == story.finish[0]:
                self.add("finished", story, errand, at, event, call)
                if story.is_immediate():
                    self.add("immediate", story, errand, at, event, call)

    def add(self, what, story, errand, at, event, call):  # noqa: PLR0917 - they are told in this order
        for part, name in self.names(story.errand(errand, at), event, call[1], at, story):
            self.found[part][name][what] += 1

    def all(self):
        counted = (
            "taken",
            "calls",
            "sittings",
            "no_shows",
            "finished",
            "immediate",
            "converted_in",
            "converted_out",
        )
        return {
            part: {
                name: {each: counts[each] for each in counted}
                | {"wait": spread(self.spans[part][name][0]), "service": spread(self.spans[part][name][1])}
                for name, counts in groups.items()
            }
            for part, groups in self.found.items()
        }


def _ratings(by_ticket):
    """Of the visits that are over, or were when they were rated; None without one."""
    invited, levels = 0, Counter()
    for happened in by_ticket.values():
        kinds = [each["kind"] for _, each in happened]
        given = [each["level"] for _, each in happened if each["kind"] == "service-rated"]
        if SITTINGS.isdisjoint(kinds):
            continue
        last = max(at for at, kind in enumerate(kinds) if kind in ENDS_OR_GOES_ON)
        if given or kinds[last] not in GOES_ON:
            invited += 1
            levels.update(given)
    if not invited:
        return None
    return {
        "invited": invited,
        "rated": levels.total(),
        "levels": [levels[each] for each in range(1, 6)],
    }


def _devices(day, end):
    """One stretch from each failure to the next word about the device, cut to the sessions, in seconds."""
    sessions = [(each["opens_at_ms"], each["closes_at_ms"]) for each in day[0]["sessions"]]
    told = defaultdict(list)
    for each in day:
        if each["kind"] == "device-changed":
            told[each["front_end"], each["device"], each["device_kind"]].append(each)
    end = next((each["at_ms"] for each in day if each["kind"] == "day-closed"), end)
    found = {}
    for device, changes in told.items():
        ends = [*(each["at_ms"] for each in changes[1:]), end]
        broken = [(a["at_ms"], b) for a, b in zip(changes, ends, strict=True) if not a["is_working"]]
        spans = [
            sum(max(0, min(to, closes) - max(since, opens)) for opens, closes in sessions or [(since, to)])
            for since, to in broken
        ]
        if any(spans):
            found[device] = (sum(map(bool, spans)), half_up(sum(spans) / 1000), not changes[-1]["is_working"])
    return found


def _shifts(day):
    """Each stretch a clerk sat at an open window, with its pauses and services; a relief begins another."""
    for at, event in enumerate(day):
        if event["kind"] in SITS_DOWN:
            window = event["window"]
            leaves = {"window-closed", "window-taken-over"}
            to = next(
                (
                    index
                    for index, later in enumerate(day)
                    if index > at and later["kind"] in leaves and later["window"] == window
                ),
                len(day),
            )
            before = [each for each in day[:at] if each.get("window") == window]
            yield {
                "window": window,
                "clerk": event["clerk"],
                "from": at,
                "to": to,
                "from_ms": event["at_ms"],
                "to_ms": day[to]["at_ms"] if to < len(day) else None,
                "inside": [
                    *_lasting(before, event["at_ms"], {"window-paused"}, {"window-resumed"} | SITS_DOWN_ANEW),
                    *_lasting(before, event["at_ms"], {"service-started"}, ENDS_A_SERVICE),
                    *(each for each in day[at:to] if each.get("window") == window),
                ],
            }


def _lasting(before, at_ms, begins, ends):
    """What goes on at a relief, as if it began then."""
    last = next((each for each in reversed(before) if each["kind"] in begins | ends), None)
    return [] if last is None or last["kind"] in ends else [{"kind": last["kind"], "at_ms": at_ms}]


def _spent(shifts, end, by):
    found = defaultdict(lambda: [0, 0, 0])
    for shift in shifts:
        if shift[by] is None:
            continue
        until = end if shift["to_ms"] is None else shift["to_ms"]
        spent = found[str(shift[by])]
        spent[0] += until - shift["from_ms"]
        spent[1] += _length(shift["inside"], until, {"window-paused"}, {"window-resumed"})
        spent[2] += _length(shift["inside"], until, {"service-started"}, ENDS_A_SERVICE)
    return {name: tuple(half_up(each / 1000) for each in spent) for name, spent in found.items()}


def _length(events, until, begins, ends):
    total, since = 0, None
    for each in events:
        if each["kind"] in begins and since is None:
            since = each["at_ms"]
        elif each["kind"] in ends and since is not None:
            total += each["at_ms"] - since
            since = None
    return total if since is None else total + until - since
