"""Decisions about what the hall tells everybody by notices."""

from collections.abc import Iterator

from queue_core.domain import refusals
from queue_core.domain.commands import EndNotice, PostNotice
from queue_core.domain.events import NoticeEnded, NoticePosted
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Notice

LONGEST_TEXT = 500
MOST_NOTICES = 20


def post(day: HallDay, command: PostNotice, now_ms: int) -> tuple[NoticePosted]:
    texts = {tag: " ".join(text.split()) for tag, text in command.texts.items()}
    if not texts or not all(1 <= len(text) <= LONGEST_TEXT for text in texts.values()):
        raise refusals.NoticeUnreadable(LONGEST_TEXT)
    if len(day.notices) >= MOST_NOTICES:
        raise refusals.TooManyNotices(MOST_NOTICES)
    until_ms = None if command.lasts_ms is None else now_ms + command.lasts_ms
    notice = Notice(notice_id=day.next_notice_id, texts=texts, until_ms=until_ms)
    return (NoticePosted(at_ms=now_ms, notice=notice),)


def end(day: HallDay, command: EndNotice, now_ms: int) -> tuple[NoticeEnded, ...]:
    """One that is down already, or never was there, changes nothing."""
    if command.notice_id >= day.next_notice_id:
        raise refusals.NoSuchNotice(command.notice_id)
    if command.notice_id not in day.notices:
        return ()
    return (NoticeEnded(at_ms=now_ms, notice_id=command.notice_id),)


def over(day: HallDay, now_ms: int) -> Iterator[NoticeEnded]:
    """Those whose time is over."""
    for notice in day.notices.values():
        if notice.until_ms is not None and notice.until_ms <= now_ms:
            yield NoticeEnded(at_ms=now_ms, notice_id=notice.notice_id)


def carried(day: HallDay, now_ms: int) -> tuple[Notice, ...]:
    """Those that still hang there when another day begins."""
    return tuple(each for each in day.notices.values() if each.until_ms is None or each.until_ms > now_ms)
