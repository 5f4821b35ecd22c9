"""The accuracy of the estimates as one picture."""

from pathlib import Path

from matplotlib import font_manager, rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from queue_core.reports.accuracy import MINUTE_MS, EstimatesReport
from queue_core.reports.errors import NotWritten
from queue_core.reports.predictions import Occasion, Predictions

FONTS = ("Noto Sans CJK SC", "Noto Sans CJK JP", "DejaVu Sans")
WAITED, TOLD, GOAL = "#1f5fa8", "#8a8f98", "#b5432a"


def draw(found: Predictions, report: EstimatesReport, file: Path) -> None:
    """Write the picture as PNG. Raises NotWritten."""
    known = set(font_manager.get_font_names())
    with rc_context({"font.family": [font for font in FONTS if font in known], "font.size": 10}):
        figure = Figure(figsize=(11, 5), layout="constrained")
        FigureCanvasAgg(figure)
        told, hours = figure.subplots(1, 2)
        _draw_waits(told, found)
        _draw_hours(hours, report)
        try:
            figure.savefig(file, format="png")
        except OSError as error:
            raise NotWritten(file, error.strerror) from error


def _draw_waits(axes: Axes, found: Predictions) -> None:
    issue = [each for each in found.judged if each.occasion is Occasion.ISSUE]
    told = [each.estimate.p50_ms / MINUTE_MS for each in issue]
    came = [each.wait_ms / MINUTE_MS for each in issue]
    longest = max([*told, *came, 1.0]) * 1.05
    axes.plot([0, longest], [0, longest], color=GOAL, linewidth=1)
    axes.scatter(told, came, s=9, color=WAITED, alpha=0.45, linewidths=0)
    axes.set(xlim=(0, longest), ylim=(0, longest), aspect="equal")
    axes.set_title("取号时告知与实际等候 Told at issue and waited")
    axes.set_xlabel("告知 P50（分钟） told, minutes")
    axes.set_ylabel("实际（分钟） waited, minutes")


def _draw_hours(axes: Axes, report: EstimatesReport) -> None:
    hours = list(report.by_hour)
    errors = [each.mean_absolute_error_min for each in report.by_hour.values()]
    covered = [each.within_p90 * 100 for each in report.by_hour.values()]
    axes.bar(hours, errors, color=TOLD, width=0.6)
    axes.set_title("各时段误差与 P90 覆盖率 Error and P90 coverage by hour")
    axes.set_xlabel("取号时段（时） hour of issue")
    axes.set_ylabel("平均绝对误差（分钟） mean absolute error, minutes")
    share = axes.twinx()
    share.plot(hours, covered, color=WAITED, marker="o", markersize=4)
    share.axhline(90, color=GOAL, linewidth=1, linestyle="--")
    share.set_ylim(0, 105)
    share.set_ylabel("P90 覆盖率（%） called within P90, %", color=WAITED)
