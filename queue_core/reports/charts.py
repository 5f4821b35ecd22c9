"""The figures of a day or a month as pictures."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from matplotlib import font_manager, rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator, MultipleLocator

from queue_core.reports.days import MonthFigures
from queue_core.reports.errors import NotWritten
from queue_core.reports.naming import Naming
from queue_core.reports.picture import FONTS
from queue_core.wire.figures import DayFigures, GroupFigures

INK, MUTED, GRID = "#1d2733", "#6b7684", "#e3e7ec"
TAKEN, CALLED, FINISHED, WAITING = "#1f5fa8", "#b26a00", "#1f7a4d", "#c9d3df"
MEAN, MIDDLE, HIGH = "#1f5fa8", "#6fa0d6", "#b5432a"
SERVING, PAUSED, IDLE = "#1f7a4d", "#d9a441", "#dfe4ea"
_MOST_UNITS = 20
_FEW_DAYS = 12
_QUARTER_H = 0.25
_Draw = Callable[[Axes], None]


def draw_day(figures: DayFigures, naming: Naming, folder: Path) -> list[Path]:
    """The pictures in which there is something. Raises NotWritten."""
    pictures: list[tuple[str, float, _Draw]] = []
    if figures.flow:
        pictures.append(("flow", 4.6, lambda axes: _draw_flow(axes, figures)))
        pictures.append(("waits", 4.6, lambda axes: _draw_waits(axes, figures)))
    pictures += _groups(figures, naming)
    return _write(pictures, folder, figures.day)


def draw_month(figures: MonthFigures, naming: Naming, folder: Path) -> list[Path]:
    """The pictures in which there is something. Raises NotWritten."""
    pictures: list[tuple[str, float, _Draw]] = [("days", 4.6, lambda axes: _draw_days(axes, figures))]
    pictures += _groups(figures.whole, naming)
    return _write(pictures, folder, figures.month)


def _groups(figures: DayFigures, naming: Naming) -> list[tuple[str, float, _Draw]]:
    pictures: list[tuple[str, float, _Draw]] = []
    waited = [each for each in figures.by_hour if each.wait.count]
    if waited:
        pictures.append(("hours", 4.6, lambda axes: _draw_hours(axes, waited)))
    units = sorted((each for each in figures.by_unit if each.wait.count), key=lambda each: -each.wait.count)
    units = units[:_MOST_UNITS]
    if units:
        pictures.append(("units", _height(units), lambda axes: _draw_units(axes, units, naming)))
    windows = [each for each in figures.by_window if each.open_s]
    if windows:
        pictures.append(("windows", _height(windows), lambda axes: _draw_windows(axes, windows)))
    return pictures


def _height(groups: Sequence[GroupFigures]) -> float:
    return 1.6 + 0.26 * len(groups)


def _write(pictures: Sequence[tuple[str, float, _Draw]], folder: Path, when: str) -> list[Path]:
    known = set(font_manager.get_font_names())
    settings: dict[Any, Any] = {
        "font.family": [font for font in FONTS if font in known],
        "font.size": 11,
        "text.color": INK,
        "axes.edgecolor": GRID,
        "axes.labelcolor": MUTED,
        "xtick.color": MUTED,
        "ytick.color": MUTED,
    }
    written = []
    with rc_context(settings):
        for name, height, draw in pictures:
            file = folder / f"{name}.png"
            figure = Figure(figsize=(11, height), dpi=120, layout="constrained")
            FigureCanvasAgg(figure)
            axes = figure.subplots()
            axes.spines[["top", "right"]].set_visible(False)
            axes.set_axisbelow(True)
            draw(axes)
            figure.legend(loc="outside lower center", ncols=4, frameon=False)
            axes.set_title(axes.get_title(loc="left") + f"    {when}", loc="left", fontweight="bold", pad=14)
            try:
                folder.mkdir(parents=True, exist_ok=True)
                figure.savefig(file, format="png")
            except OSError as error:
                raise NotWritten(file, error.strerror) from error
            written.append(file)
    return written


def _draw_flow(axes: Axes, figures: DayFigures) -> None:
    hours = _hours(figures)
    quarters = (*figures.flow, figures.flow[-1])  # a step needs its end
    ends = [*hours, hours[-1] + _QUARTER_H]
    axes.fill_between(
        ends, [each.waiting for each in quarters], step="post", color=WAITING, label="等候人数 waiting"
    )
    for values, colour, label in (
        ([each.taken for each in quarters], TAKEN, "取号 taken"),
        ([each.called for each in quarters], CALLED, "叫号 called"),
        ([each.finished for each in quarters], FINISHED, "办结 finished"),
    ):
        axes.step(ends, values, where="post", color=colour, linewidth=1.8, label=label)
    axes.set_title("每一刻钟的取号、叫号、办结与等候 Flow per quarter of an hour", loc="left")
    _clock(axes, hours)


def _draw_waits(axes: Axes, figures: DayFigures) -> None:
    hours = _hours(figures)
    for name, colour, label in (
        ("p95_s", HIGH, "P95"),
        ("mean_s", MEAN, "平均 mean"),
        ("p50_s", MIDDLE, "中位 p50"),
    ):
        values = [_minutes(getattr(each.wait, name)) for each in figures.flow]
        axes.plot(hours, values, color=colour, linewidth=1.8, marker="o", markersize=3, label=label)
    axes.set_title("该刻钟所叫号的等候（分钟） Waits of those called, minutes", loc="left")
    _clock(axes, hours)


def _draw_hours(axes: Axes, hours: Sequence[GroupFigures]) -> None:
    names = [f"{each.name}:00" for each in hours]
    axes.bar(names, [_minutes(each.wait.p95_s) for each in hours], color=WAITING, width=0.7, label="P95")
    means = [_minutes(each.wait.mean_s) for each in hours]
    axes.bar(names, means, color=MEAN, width=0.4, label="平均 mean")
    axes.set_title("各时段叫号的等候（分钟） Waits by hour of the call, minutes", loc="left")
    axes.grid(axis="y", color=GRID)


def _draw_units(axes: Axes, units: Sequence[GroupFigures], naming: Naming) -> None:
    names = [f"{naming.unit(each.name)}  ({each.wait.count})" for each in units]
    axes.barh(names, [_minutes(each.wait.p95_s) for each in units], color=WAITING, height=0.7, label="P95")
    means = [_minutes(each.wait.mean_s) for each in units]
    axes.barh(names, means, color=MEAN, height=0.4, label="平均 mean")
    targets = [(at, each.target_min) for at, each in enumerate(units) if each.target_min is not None]
    if targets:
        rows, minutes = zip(*targets, strict=True)
        axes.scatter(
            minutes, rows, marker="|", s=160, color=HIGH, linewidths=2, label="目标 target", zorder=3
        )
    axes.margins(y=0.01)
    axes.invert_yaxis()
    axes.set_title("各业务单元的等候（分钟） Waits by unit, minutes", loc="left")
    axes.grid(axis="x", color=GRID)


def _draw_windows(axes: Axes, windows: Sequence[GroupFigures]) -> None:
    names = [f"{each.name}  ({each.sittings})" for each in windows]
    serving = [(each.serving_s or 0) / 3600 for each in windows]
    paused = [(each.paused_s or 0) / 3600 for each in windows]
    idle = [(each.open_s or 0) / 3600 - a - b for each, a, b in zip(windows, serving, paused, strict=True)]
    busy = [a + b for a, b in zip(serving, paused, strict=True)]
    axes.barh(names, serving, color=SERVING, height=0.7, label="办理 serving")
    axes.barh(names, paused, left=serving, color=PAUSED, height=0.7, label="暂停 paused")
    axes.barh(names, idle, left=busy, color=IDLE, height=0.7, label="空闲与呼叫 free and calling")
    axes.margins(y=0.01)
    axes.invert_yaxis()
    axes.set_title("各窗口的开窗时间（小时，括号内为办理次数） Open hours of windows (sittings)", loc="left")
    axes.grid(axis="x", color=GRID)


def _draw_days(axes: Axes, figures: MonthFigures) -> None:
    days = [each.day[-2:] for each in figures.days]
    axes.bar(days, [each.totals.taken for each in figures.days], color=WAITING, label="取号 taken")
    axes.bar(
        days,
        [each.totals.finished for each in figures.days],
        color=FINISHED,
        width=0.4,
        label="办结 finished",
    )
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    waits = axes.twinx()
    waits.spines[["top", "left"]].set_visible(False)
    means = [_minutes(each.totals.first_wait.mean_s) for each in figures.days]
    waits.plot(days, means, color=HIGH, marker="o", markersize=4, label="平均等候 mean wait")
    waits.set_ylim(bottom=0)
    axes.set_xlim(-0.6, max(len(days), _FEW_DAYS) - 0.4)
    waits.set_ylabel("平均等候（分钟） mean wait, minutes", color=HIGH)
    axes.set_title("每日取号、办结与平均首次等候 Numbers and mean first wait by day", loc="left")


def _hours(figures: DayFigures) -> list[float]:
    return [(each.from_ms - figures.midnight_ms) / 3_600_000 for each in figures.flow]


def _minutes(seconds: int | None) -> float:
    """Nothing to draw where nobody waited."""
    return float("nan") if seconds is None else seconds / 60


def _clock(axes: Axes, hours: Sequence[float]) -> None:
    axes.set_xlim(hours[0], hours[-1] + _QUARTER_H)
    axes.set_ylim(bottom=0)
    axes.xaxis.set_major_locator(MultipleLocator(1))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda hour, _: f"{int(hour):02}:00"))
    axes.grid(axis="y", color=GRID)
