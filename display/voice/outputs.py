"""Where a spoken sentence goes. The loudspeaker is in `loudspeaker`, which alone needs QtMultimedia."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Signal

from display.voice.errors import OutputFailed, VoiceError
from display.voice.wording import Speech
from queue_core.wire.views import CallView


class Output(QObject):
    """One WAV file at a time. Ends each `play` with exactly one `played` or `failed`.

    What raises NotImplementedError is abstract: a QObject's metaclass leaves no room for abc's.
    """

    played = Signal()
    failed = Signal(object)  # VoiceError

    def trouble(self) -> VoiceError | None:
        """Why nothing can be heard just now, if that is known beforehand."""
        return None

    def target(self, calls: Sequence[CallView], speech: Speech) -> Path:
        """Where the engine writes the sentence for `calls`."""
        raise NotImplementedError

    def play(self, wav: Path) -> None:
        raise NotImplementedError


class Folder(Output):
    """Keeps every sentence as `call-<call_id>-<language>.wav`; several calls in one: `call-7+8-zh-CN.wav`.

    For walls without a loudspeaker, and for whoever wants to hear afterwards what was said. A file stands
    there whole or not at all.
    """

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder

    def trouble(self) -> VoiceError | None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return OutputFailed(f"{self._folder}: {error.strerror}")
        return None

    def target(self, calls: Sequence[CallView], speech: Speech) -> Path:
        ids = "+".join(str(call.call_id) for call in calls)
        return self._folder / f".call-{ids}-{speech}.wav"

    def play(self, wav: Path) -> None:
        try:
            wav.replace(wav.with_name(wav.name.removeprefix(".")))
        except OSError as error:
            self.failed.emit(OutputFailed(f"{wav}: {error.strerror}"))
        else:
            self.played.emit()


class Passing(Output):
    """What an output that keeps nothing shares: two files in a folder that goes with the application."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = TemporaryDirectory(prefix="paihao-voice-")

    def target(self, calls: Sequence[CallView], speech: Speech) -> Path:
        del calls
        return Path(self._folder.name) / f"call-{speech}.wav"
