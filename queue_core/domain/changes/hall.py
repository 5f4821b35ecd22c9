"""What the events of the hall and its business day change."""

from queue_core.domain import events
from queue_core.domain.changes.leading import Change
from queue_core.domain.events import Event
from queue_core.domain.hall_day import HallDay


def _begin(day: HallDay, event: events.DayOpened) -> None:
    day.begin(event)


def _follow(day: HallDay, event: events.RulesChanged) -> None:
    day.follow(event.rules)


def _start_ahead(day: HallDay, event: events.HeadStartChanged) -> None:
    day.start_ahead(event.head_start_ms)


def _close_day(day: HallDay, _: events.DayClosed) -> None:
    day.is_closed = True


def _post_notice(day: HallDay, event: events.NoticePosted) -> None:
    notice = event.notice
    day.next_notice_id = notice.notice_id + 1
    day.notices = {**day.notices, notice.notice_id: notice}


def _end_notice(day: HallDay, event: events.NoticeEnded) -> None:
    day.notices = {known: each for known, each in day.notices.items() if known != event.notice_id}


def _change_device(day: HallDay, event: events.DeviceChanged) -> None:
    device = event.front_end, event.device
    if event.is_working:
        day.broken_devices.pop(device, None)
    else:
        day.broken_devices[device] = event.device_kind


def _calibrate(day: HallDay, event: events.ModelCalibrated) -> None:
    day.calibration = event.calibration


CHANGES: dict[type[Event], Change] = {
    events.DayOpened: _begin,
    events.RulesChanged: _follow,
    events.HeadStartChanged: _start_ahead,
    events.DayClosed: _close_day,
    events.ModelCalibrated: _calibrate,
    events.NoticePosted: _post_notice,
    events.NoticeEnded: _end_notice,
    events.DeviceChanged: _change_device,
}
