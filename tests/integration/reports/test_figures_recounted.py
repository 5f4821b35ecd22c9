"""Any day people can make: its figures are those that other code counts from the exported journal."""

import json
import tempfile
from contextlib import closing
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from queue_core.domain import commands as c
from queue_core.domain.entry import Entry
from queue_core.domain.events import DayOpened
from queue_core.reports.days import day_report
from queue_core.reports.figures import day_figures
from queue_core.reports.ledger import Ledger
from queue_core.store.journal import SqliteJournal
from queue_core.store.reading import export_lines

HERE = Path(__file__)
PARTS = ("class", "category", "unit", "matter", "window", "clerk", "hour", "right")
STATES = st.sampled_from(["online", "busy", "starting", "power_off", "user_error"])
COUNTS = ("calls", "sittings", "no_shows", "finished", "immediate", "wait", "service")


def loaded(name, path):
    spec = spec_from_file_location(name, path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


recount = loaded("recount", HERE.with_name("recount.py"))
machine = loaded("core_machine", HERE.parents[1] / "core" / "test_core_machine.py")


def told(figures):
    """What both sides tell, in the recount's form."""
    found = json.loads(msgspec.json.encode(figures))
    groups = {part: {each["name"]: each for each in found[f"by_{part}"]} for part in PARTS}
    said = {name: found[name] for name in ("totals", "appointments", "conversions", "flow", "ratings")}
    said["devices"] = {
        (each["front_end"], each["device"], each["kind"]): (each["failures"], each["down_s"], each["is_down"])
        for each in found["devices"]
    }
    for part, named in groups.items():
        counted = {name: _counts(each) for name, each in named.items()}
        said[f"by_{part}"] = {name: each for name, each in counted.items() if _is_something(each)}
    for part in ("window", "clerk"):
        said[f"by_{part}_spent"] = {
            name: (each["open_s"], each["paused_s"], each["serving_s"])
            for name, each in groups[part].items()
            if each["open_s"] is not None
        }
    return said


def _counts(each):
    wanted = {name: each[name] for name in COUNTS}
    wanted["taken"] = each["taken"] or 0
    wanted["converted_in"], wanted["converted_out"] = each["converted_in"] or 0, each["converted_out"] or 0
    return wanted


def _is_something(counts):
    return any(value for name, value in counts.items() if name not in ("wait", "service"))


def counted_again(lines):
    found = recount.recount(lines)
    return found | {f"by_{part}": found.get(f"by_{part}", {}) for part in PARTS}


def days(lines):
    openings = [at for at, line in enumerate(lines) if line["kind"] == "day-opened"]
    return [lines[a:b] for a, b in zip(openings, [*openings[1:], len(lines)], strict=True)]


class CountedDay(machine.AnyDay):
    """The machine of the queue core, whose journal is counted twice at its end."""

    @rule(window=machine.NUMBERS, clerk=st.sampled_from(["b", "c"]))
    def take_over(self, window, clerk):
        self.try_to(c.TakeOverWindow(window=window, clerk=clerk))

    @rule(front_end=st.sampled_from(["K1", "K2"]), states=st.lists(STATES, max_size=2))
    def tell_of_devices(self, front_end, states):
        devices = [
            c.DeviceSeen(name=f"printer-{at}", kind="ticket_printer", state=state)
            for at, state in enumerate(states)
        ]
        self.try_to(c.ReportDevices(front_end=front_end, devices=tuple(devices)))

    @rule(window=machine.NUMBERS)
    def serve_in_two_stages(self, window):
        """A matter done here, and one left for a later stage."""
        self.call_and_start(window=window)
        at = self.day.windows.get(window)
        if at is not None and at.ticket_id is not None:
            ticket = self.day.tickets[at.ticket_id]
            for unit in machine.UNITS:
                if unit not in at.profile and len(ticket.errands) == 1:
                    self.try_to(c.AddErrand(ticket_id=at.ticket_id, wanted=c.ErrandWanted(unit=unit)))
                    break
        self.try_to(c.FinishService(window=window))

    def teardown(self):
        entries = [
            Entry(sequence=at, key=f"key{at}", fingerprint=b"", actor="kiosk:1", event=event)
            for at, event in enumerate(self.events, 1)
        ]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "journal.db")
            with closing(SqliteJournal(file)) as store:
                store.append(entries, [], [])
            exported = [json.loads(line) for line in export_lines(file)]
            of_the_last_day = day_report(file)
        self.compare(days(exported))
        assert told(of_the_last_day) == counted_again(days(exported)[-1])

    def compare(self, stored):
        ledgers, entered = [], 0
        for event in self.events:
            if isinstance(event, DayOpened):
                ledgers.append(Ledger())
                entered = 0
            ledgers[-1].enter(event)
            entered += 1
            if entered % 29 == 0:
                lines = stored[len(ledgers) - 1][:entered]
                assert told(day_figures(ledgers[-1])) == counted_again(lines)
        for ledger, lines in zip(ledgers, stored, strict=True):
            figures = day_figures(ledger)
            assert told(figures) == counted_again(lines)
            self.check_sums(figures)

    @staticmethod
    def check_sums(figures):
        """Nobody vanishes: each number taken has one end, or none yet; each class balances."""
        t = figures.totals
        ended = t.finished + t.cancelled + t.lost + t.left_uncalled + t.left_unfinished + t.not_arrived
        assert t.taken >= ended
        assert t.waiting == 0 or not figures.is_closed
        assert t.taken == ended or not figures.is_closed
        for groups in (figures.by_class, figures.by_category, figures.by_unit):
            assert sum(each.taken for each in groups) == t.taken
            assert sum(each.converted_in for each in groups) == sum(each.converted_out for each in groups)
            assert sum(each.wait.count for each in groups) == t.wait.count
            assert sum(each.calls for each in groups) == t.calls
        assert sum(each.calls for each in figures.by_window) == t.calls
        assert sum(each.taken for each in figures.flow) == t.taken
        assert t.first_wait.count == t.called <= t.wait.count <= t.calls


def test_the_figures_of_any_day_are_those_of_its_journal():
    run_state_machine_as_test(
        CountedDay,
        settings=settings(
            max_examples=300 if machine.IS_SOAK else 12,
            stateful_step_count=200 if machine.IS_SOAK else 70,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
