"""The pictures of a day. Loads matplotlib: import it late."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from sim.day.timetable import MINUTE_MS, Timetable
from sim.day.witness import Seen

CLASSES = {
    "accept": ("受理 accept", "#1f5fa8"),
    "consult": ("咨询 consult", "#2c8a57"),
    "pickup": ("取件 pickup", "#d98b16"),
}
RIGHTS = {
    "appointment": ("预约 appointment", "#1f5fa8"),
    "priority": ("优先 statutory priority", "#a3356b"),
    "pickup": ("取件 pickup", "#d98b16"),
    "continuation": ("回叫 continuation", "#6b6b6b"),
    "override": ("指定呼叫 override", "#b3541e"),
    "unexplained": ("无理由 unexplained", "#d11414"),
}
_STYLE = {
    "font.family": ["Noto Sans CJK SC", "sans-serif"],
    "font.size": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": "#e6e6e6",
    "figure.constrained_layout.use": True,
    "savefig.dpi": 110,
}
_SIZE_IN = (11.0, 5.6)
_USE_STEP_MS = 5 * MINUTE_MS
_BIN_MIN = 2.5


def draw(seen: Seen, times: Timetable, title: str, out: Path) -> list[Path]:
    """Write the four pictures into the folder, and tell where."""
    drawn: dict[str, Callable[[Axes, Seen, Timetable], None]] = {
        "waiting.png": _waiting,
        "waits.png": _waits,
        "windows.png": _windows,
        "overtakings.png": _overtakings,
    }
    written = []
    for name, picture in drawn.items():
        with plt.rc_context(_STYLE):  # type: ignore[arg-type]  # its stub knows no plain dict
            figure, axes = plt.subplots(figsize=_SIZE_IN)
            picture(axes, seen, times)
            figure.suptitle(title, fontsize=10, color="#555555", x=0.99, ha="right")
            figure.savefig(out / name)
            plt.close(figure)
        written.append(out / name)
    return written


def _waiting(axes: Axes, seen: Seen, times: Timetable) -> None:
    """How many wait, stacked by class."""
    hours = [_hour(at_ms, times) for at_ms, _ in seen.waiting]
    rows = [[counts.get(name, 0) for _, counts in seen.waiting] for name in CLASSES]
    axes.stackplot(
        hours,
        rows,
        labels=[label for label, _ in CLASSES.values()],
        colors=[colour for _, colour in CLASSES.values()],
        step="post",
    )
    axes.set_title("全天等候人数（按号类） People waiting over the day, by class")
    axes.set_ylabel("等候人数 people waiting")
    _day_axis(axes, times)
    axes.legend(loc="upper right")


def _waits(axes: Axes, seen: Seen, times: Timetable) -> None:
    """How many of a class are called within so many minutes."""
    del times
    longest = 1.0
    for name, (label, colour) in CLASSES.items():
        spans = np.sort([wait.wait_ms / MINUTE_MS for wait in seen.waits if wait.ticket_class == name])
        if not len(spans):
            continue
        longest = max(longest, float(np.quantile(spans, 0.995)))
        shares = np.arange(1, len(spans) + 1) / len(spans) * 100
        mean = f"平均 mean {spans.mean():.1f} min, P95 {np.quantile(spans, 0.95):.1f} min"
        axes.step(spans, shares, where="post", color=colour, linewidth=2, label=f"{label}: {mean}")
    axes.set_title("取号到叫号的等候时间（按号类） From number to call, by class")
    axes.set_xlabel("等候分钟（仅计开放时间） minutes of opening time")
    axes.set_ylabel("已叫号比例 % called within")
    axes.set_xlim(0, longest)
    axes.set_ylim(0, 100)
    axes.legend(loc="lower right")


def _windows(axes: Axes, seen: Seen, times: Timetable) -> None:
    """Each window's busy share, in steps of five minutes."""
    first, last = times.opens_ms, max([times.closes_ms, *(until for _, _, until, _ in seen.busy)])
    steps = int((last - first) // _USE_STEP_MS) + 1
    numbers = sorted({window for window, *_ in seen.busy})
    at = {number: row for row, number in enumerate(numbers)}
    use = np.zeros((max(len(numbers), 1), steps))
    for window, since, until, _ in seen.busy:
        for step in range(
            int((since - first) // _USE_STEP_MS), min(int((until - first) // _USE_STEP_MS) + 1, steps)
        ):
            begins = first + step * _USE_STEP_MS
            use[at[window], step] += max(0, min(until, begins + _USE_STEP_MS) - max(since, begins))
    extent = (_hour(first, times), _hour(first + steps * _USE_STEP_MS, times), len(numbers) + 0.5, 0.5)
    shown = axes.imshow(
        use / _USE_STEP_MS * 100,
        aspect="auto",
        cmap="Blues",
        vmin=0,
        vmax=100,
        extent=extent,
        interpolation="none",
    )
    ticks = range(0, len(numbers), max(1, len(numbers) // 12))
    axes.set_yticks([row + 1 for row in ticks], [str(numbers[row]) for row in ticks])
    axes.set_title("窗口忙闲 Use of windows")
    axes.set_ylabel("窗口 window")
    axes.grid(visible=False)
    axes.figure.colorbar(shown, ax=axes, label="忙碌 % busy", pad=0.01)
    _day_axis(axes, times)


def _overtakings(axes: Axes, seen: Seen, times: Timetable) -> None:
    """By how much those called first had come later, by the reason."""
    del times
    found: list[tuple[str, str, Sequence[float]]] = []
    for name, (label, colour) in RIGHTS.items():
        leads = [each.lead_ms / MINUTE_MS for each in seen.overtakings if each.reason == name]
        if leads:
            found.append((f"{label}: {len(leads):,}，最大 largest {max(leads):.1f} min", colour, leads))
    if found:
        longest = max(max(leads) for *_, leads in found)
        axes.hist(
            [leads for *_, leads in found],
            bins=np.arange(0, longest + _BIN_MIN, _BIN_MIN).tolist(),
            stacked=True,
            color=[colour for _, colour, _ in found],
            label=[label for label, *_ in found],
        )
        axes.legend(loc="upper right")
    else:
        axes.text(0.5, 0.5, "无 none", ha="center", transform=axes.transAxes)
    axes.set_title("先叫及其理由 Called before somebody who came earlier, by reason")
    axes.set_xlabel("后到几分钟（仅计开放时间） by how many minutes later they had come")
    axes.set_ylabel("人次 pairs of people")


def _hour(at_ms: int, times: Timetable) -> float:
    return (at_ms - times.midnight_ms) / MINUTE_MS / 60


def _day_axis(axes: Axes, times: Timetable) -> None:
    first, last = _hour(times.opens_ms, times), _hour(times.closes_ms, times)
    axes.set_xlim(first - 0.4, last + 0.5)
    axes.set_xticks(range(int(first), int(last) + 2))
    axes.xaxis.set_major_formatter(FuncFormatter(_clock))
    for (_, closes), (opens, _) in zip(times.sessions, times.sessions[1:], strict=False):
        axes.axvspan(_hour(closes, times), _hour(opens, times), color="#f2f2f2", zorder=0)


def _clock(hour: float, position: Any) -> str:
    del position
    return f"{int(hour):02}:{round(hour % 1 * 60):02}"
