"""An audit's report for people: tables on a terminal."""

from datetime import UTC, datetime

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from queue_core.audit.auditing import Report
from queue_core.audit.finding import Finding
from queue_core.audit.step import minutes

MOST_TOLD = 50
REASONS = {
    "arrival": "by arrival",
    "pickup": "collects a finished document",
    "priority": "statutory priority",
    "appointment": "appointment that was due",
    "hand-back": "continuation of a service",
    "override": "called by the supervisor",
    "came-back": "overtaken: came back after a missed call, let others pass",
    "let-pass": "overtaken: let others pass on request",
}


def tell(report: Report, console: Console) -> None:
    """Print the whole report; findings first."""
    for finding in report.violations[:MOST_TOLD]:
        _tell_finding(finding, console)
    if len(report.violations) > MOST_TOLD:
        console.print(f"… and {len(report.violations) - MOST_TOLD} more: --json FILE has them all.\n")
    if report.events == 0:
        console.print("Nothing was recomputed: first of all the journal has to be as it was written.")
        return
    console.print(_figures(report))
    if report.overtakings:
        console.print(_overtakings(report))
    if report.overrides:
        console.print(_overrides(report))
    if report.idle:
        console.print(_idle(report))
    verdict = f"{len(report.violations)} violation(s)" if report.violations else "Every event is right."
    console.print(verdict, style="bold red" if report.violations else "bold green", markup=False)


def _tell_finding(finding: Finding, console: Console) -> None:
    where = [f"event {finding.sequence}", _instant(finding.at_ms)]
    where += [f"number {finding.number}"] if finding.number else []
    where += [f"window {finding.window}"] if finding.window is not None else []
    console.print(f"[bold red]{escape(finding.rule)}[/]: {escape(', '.join(where))}")
    console.print(f"  found: {finding.found}\n  the rule: {finding.wanted}", markup=False)
    console.print(f"  {finding.sentence}\n", style="dim", markup=False)


def _figures(report: Report) -> Table:
    table = Table(title="Audit of the journal", show_header=False)
    table.add_column()
    table.add_column(overflow="fold")
    days = f"{len(report.days)}: {report.days[0]} to {report.days[-1]}" if report.days else "0"
    for name, value in (
        ("events read", str(report.events)),
        ("days", days),
        ("days of release 0.1, not recomputed", str(report.days_of_first_release)),
        ("numbers issued", str(report.numbers)),
        ("calls recomputed", str(report.calls_recomputed)),
        ("of them hand-backs", str(report.calls.get("hand-back", 0))),
        ("of them overrides", str(report.calls.get("override", 0))),
        ("unexplained overtakings", str(report.unexplained_overtakings)),
        ("pickups without a verified case", str(report.unverified_pickups)),
        ("longest idle of a window that calls by itself", f"{report.longest_automatic_idle_ms} ms"),
        ("head", report.head),
    ):
        table.add_row(name, value)
    return table


def _overtakings(report: Report) -> Table:
    table = Table("reason", "times", "largest lead", title="Called before somebody who came earlier")
    for reason, found in sorted(report.overtakings.items()):
        table.add_row(REASONS.get(reason, reason), str(found.count), minutes(found.largest_lead_ms))
    return table


def _overrides(report: Report) -> Table:
    table = Table("event", "day", "when", "who", "number", "window", "reason", title="Overrides")
    for each in report.overrides:
        when = _instant(each.at_ms)
        table.add_row(
            str(each.sequence),
            each.day,
            when,
            escape(each.actor),
            each.number,
            str(each.window),
            escape(each.reason),
        )
    return table


def _idle(report: Report) -> Table:
    table = Table("window", "clerk", "idle", title="Free while somebody waited")
    for each in report.idle:
        table.add_row(str(each.window), escape(each.clerk) or "by itself", minutes(each.idle_ms))
    return table


def _instant(at_ms: int) -> str:
    """In this machine's zone, which is told; a tampered instant may be none of any calendar."""
    try:
        instant = datetime.fromtimestamp(at_ms / 1000, UTC).astimezone()
    except (OverflowError, ValueError, OSError):
        return f"{at_ms} ms"
    return instant.isoformat(" ", "milliseconds")
