"""Today's ratings while the hall runs: rates beside their flags, for those who watch over the hall."""

import asyncio
from collections.abc import Iterator

import structlog
from litestar import Controller, get

from queue_core.domain.hall_day import HallDay
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.alarms import Figures, Standing
from queue_core.hall.figures_live import LiveFigures
from queue_core.reports.ratings import GroupRates, RatingsReport
from queue_core.store.errors import StoreError
from queue_core.wire import ratings as wire
from queue_core.wire.ratings import Flag
from queue_core.wire.supervision import AlarmKind
from queue_core.wire.words import Role

LOOKED_EVERY_S = 10.0

log = structlog.get_logger(__name__)


class RatingWatch:
    """Knows which ratings are flagged, some seconds late: the committer must not wait for it."""

    def __init__(self, live: LiveFigures) -> None:
        self._live = live
        self._given = -1
        self._flags: tuple[Flag, ...] = ()

    async def keep_looking(self) -> None:
        while True:
            await asyncio.sleep(LOOKED_EVERY_S)
            try:
                await asyncio.to_thread(self._look)
            except StoreError as error:
                log.warning("today's ratings cannot be read", reason=str(error), remedy=error.remedy)

    def alarms(self, day: HallDay, _now_ms: int) -> Iterator[Standing]:
        """One a window, clerk and rule. For a watchtower."""
        if day.day is None:
            return
        for flag in self._flags:
            figures: Figures = {"window": flag.window, "clerk": flag.clerk or "", "rule": flag.rule.value}
            figures.update(flag.figures)
            yield Standing(
                kind=AlarmKind.RATING_FLAGGED,
                subject=f"rating:{flag.window}:{flag.clerk or ''}:{flag.rule.value}",
                since_ms=max(flag.at_ms) if flag.at_ms else None,
                figures=figures,
            )

    def _look(self) -> None:
        """Nothing is counted anew while nobody rates."""
        given = self._live.ratings_given()
        if given != self._given:
            self._flags, self._given = self._live.ratings().flags, given


class RatingsToday(Controller):
    tags = ("ratings",)

    @get("/api/v1/ratings/today", opt=open_for(Role.SUPERVISOR, Role.AUDITOR))
    async def today(self, request: Visit) -> wire.RatingsToday:
        """Tell how today's visits were rated so far, pad against phone, and which ratings are doubtful."""
        live: LiveFigures = request.app.state.figures
        return told(await asyncio.to_thread(live.ratings))


def told(report: RatingsReport) -> wire.RatingsToday:
    return wire.RatingsToday(
        day=report.days[-1] if report.days else "",
        as_of_ms=report.as_of_ms,
        hall=report.hall.rates,
        windows=tuple(_window(each) for each in report.by_window),
        channels=report.channels,
        labels=report.labels,
        late_of_before=report.late_of_before,
        flags=report.flags,
        follow_ups_open=report.follow_ups.open,
        follow_ups_overdue=report.follow_ups.overdue,
    )


def _window(group: GroupRates) -> wire.WindowRates:
    return wire.WindowRates(
        window=int(group.name),
        rates=group.rates,
        at_window=group.at_window,
        elsewhere=group.elsewhere,
        flags=group.flags,
    )
