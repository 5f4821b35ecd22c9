"""What a voice said, in its log: which call was heard, for whoever asks later."""

import structlog

from display.voice.announcer import CallsSpoken, News

_log = structlog.get_logger(__name__)


def note(news: News) -> None:
    """The announcer has logged what goes wrong."""
    if isinstance(news, CallsSpoken):
        last = news.calls[-1]
        _log.info("call spoken", number=last.number, window=last.window, call_id=last.call_id)
