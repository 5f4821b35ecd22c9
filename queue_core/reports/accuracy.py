"""How well waits were predicted, as published figures."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from msgspec import Struct

from queue_core.reports.predictions import Occasion, Prediction, Predictions

MINUTE_MS = 60_000


class Accuracy(Struct, frozen=True, kw_only=True):
    """Of `judged` predictions.

    `mean_absolute_error_min` is |waited - P50| on average, `mean_error_min` waited - P50 (above 0: it took
    longer than told), both in minutes. `within_p50` and `within_p90` are the shares (0 to 1) that were called
    within what was told: 0.5 and 0.9 are meant.
    """

    judged: int
    mean_wait_min: float
    mean_absolute_error_min: float
    mean_error_min: float
    within_p50: float
    within_p90: float


class EstimatesReport(Struct, frozen=True, kw_only=True):
    """`issued` numbers; `untold` got no estimate; `changed` and `uncalled` could not be judged.

    `at_issue` judges all others, `told_to_wait` those of them whose P90 was a minute or more, `before_choice`
    the predictions shown before a conversion that was then made. By unit (`category/class`) and by local hour
    of issue: those at issue.
    """

    issued: int
    untold: int
    changed: int
    uncalled: int
    at_issue: Accuracy | None
    told_to_wait: Accuracy | None
    before_choice: Accuracy | None
    by_unit: dict[str, Accuracy]
    by_hour: dict[str, Accuracy]


def report_on(found: Predictions) -> EstimatesReport:
    issue = [each for each in found.judged if each.occasion is Occasion.ISSUE]
    return EstimatesReport(
        issued=found.issued,
        untold=found.untold,
        changed=found.changed,
        uncalled=found.uncalled,
        at_issue=_accuracy(issue),
        told_to_wait=_accuracy([each for each in issue if each.estimate.p90_ms >= MINUTE_MS]),
        before_choice=_accuracy([each for each in found.judged if each.occasion is Occasion.CHOICE]),
        by_unit=_by(issue, lambda each: f"{each.unit.category}/{each.unit.ticket_class}"),
        by_hour=_by(issue, lambda each: f"{each.hour:02}"),
    )


def lines(report: EstimatesReport) -> list[str]:
    """The report for a terminal."""
    rows = [
        ("at issue", report.at_issue),
        ("told to wait", report.told_to_wait),
        ("before a choice", report.before_choice),
        *report.by_unit.items(),
        *((f"{hour}:00", accuracy) for hour, accuracy in report.by_hour.items()),
    ]
    width = max(len(name) for name, _ in rows)
    counts = (
        f"{report.issued} numbers issued: {report.untold} without an estimate, {report.changed} changed and"
        f" {report.uncalled} not called afterwards"
    )
    return [
        counts,
        "",
        f"{'':{width}}  judged   wait  error   bias    P50    P90",
        *(_line(name, accuracy, width) for name, accuracy in rows if accuracy is not None),
        "",
        "wait, error (mean absolute) and bias (waited - told) in minutes; P50 and P90: called within it",
    ]


def _line(name: str, accuracy: Accuracy, width: int) -> str:
    return (
        f"{name:{width}}  {accuracy.judged:6}  {accuracy.mean_wait_min:5.1f}"
        f"  {accuracy.mean_absolute_error_min:5.2f}  {accuracy.mean_error_min:+5.2f}"
        f"  {accuracy.within_p50:5.1%}  {accuracy.within_p90:5.1%}"
    )


def _by(judged: Iterable[Prediction], name_of: Callable[[Prediction], str]) -> dict[str, Accuracy]:
    groups: dict[str, list[Prediction]] = defaultdict(list)
    for each in judged:
        groups[name_of(each)].append(each)
    found = {name: _accuracy(groups[name]) for name in sorted(groups)}
    return {name: accuracy for name, accuracy in found.items() if accuracy is not None}


def _accuracy(judged: list[Prediction]) -> Accuracy | None:
    if not judged:
        return None
    errors = [(each.wait_ms - each.estimate.p50_ms) / MINUTE_MS for each in judged]
    count = len(judged)
    return Accuracy(
        judged=count,
        mean_wait_min=sum(each.wait_ms for each in judged) / count / MINUTE_MS,
        mean_absolute_error_min=sum(map(abs, errors)) / count,
        mean_error_min=sum(errors) / count,
        within_p50=sum(each.wait_ms <= each.estimate.p50_ms for each in judged) / count,
        within_p90=sum(each.wait_ms <= each.estimate.p90_ms for each in judged) / count,
    )
