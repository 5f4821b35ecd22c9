"""Speaks the calls of a hall: the channel decides what, the engine renders, an output makes it heard.

Lives on the thread of the user interface and never waits there. Any trouble is told by a signal and in the
log; the next call is tried again.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping

import structlog
from PySide6.QtCore import QObject, Signal

from display.voice.channel import Channel, hear, take
from display.voice.engine import Engine
from display.voice.errors import VoiceError
from display.voice.outputs import Output
from display.voice.wording import Speech, languages, sentence
from queue_core.wire.views import CallView, WindowView

_log = structlog.get_logger(__name__)


class Announcer(QObject):
    """`now_ms` is the clock of the hall server as well as this computer knows it."""

    trouble_changed = Signal(object)  # VoiceError | None
    spoken = Signal(object)  # tuple[CallView, ...], once each, when the first sentence with them was heard

    def __init__(
        self,
        engine: Engine,
        output: Output,
        now_ms: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._output, self._now_ms = engine, output, now_ms
        self._channel = Channel()
        self._windows: Mapping[int, WindowView] = {}
        self._parts: deque[tuple[Speech, tuple[CallView, ...]]] = deque()
        self._saying: tuple[CallView, ...] = ()
        self._unheard: frozenset[int] = frozenset()  # call_ids taken from the channel and not heard yet
        self.is_speaking = False
        self._trouble: VoiceError | None = None
        engine.rendered.connect(output.play)
        engine.failed.connect(self._failed)
        output.played.connect(self._played)
        output.failed.connect(self._failed)

    @property
    def trouble(self) -> VoiceError | None:
        return self._trouble

    def check(self) -> None:
        """Tell at the start already when nothing can be heard."""
        self._set_trouble(self._output.trouble())

    def announce(self, calls: Iterable[CallView], windows: Mapping[int, WindowView]) -> None:
        """Speak what is new in `calls`; `windows` says which numbers are still awaited."""
        self._windows = windows
        for call in sorted(calls, key=lambda call: call.call_id):
            self._channel = hear(self._channel, call, self._now_ms())
        if not self.is_speaking:
            self._speak()

    def _speak(self) -> None:
        if not self._parts:
            self._channel, calls = take(self._channel, self._windows)
            self._parts.extend(_parts(calls))
            self._unheard = frozenset(call.call_id for call in calls)
        self.is_speaking = bool(self._parts)
        if self.is_speaking:
            speech, calls = self._parts.popleft()
            self._saying = calls
            self._engine.render(sentence(calls, speech), speech, self._output.target(calls, speech))

    def _played(self) -> None:
        self._set_trouble(None)
        heard = tuple(call for call in self._saying if call.call_id in self._unheard)
        self._unheard -= {call.call_id for call in heard}
        if heard:
            self.spoken.emit(heard)
        self._speak()

    def _failed(self, error: VoiceError) -> None:
        self._set_trouble(error)
        self._speak()

    def _set_trouble(self, error: VoiceError | None) -> None:
        before, self._trouble = self._trouble, error
        if (before and before.code) == (error and error.code):
            return
        if error is None:
            _log.info("voice speaks again")
        else:
            _log.warning("voice is silent", code=error.code, reason=str(error), remedy=error.remedy)
        self.trouble_changed.emit(error)


def _parts(calls: tuple[CallView, ...]) -> Iterable[tuple[Speech, tuple[CallView, ...]]]:
    """Mandarin for all of them first, then each other language for those that want it."""
    for speech in Speech:
        wanted = tuple(call for call in calls if speech in languages(call))
        if wanted:
            yield speech, wanted
