"""espeak-ng, which turns a sentence into a WAV file.

Runs beside the event loop: 7–10 ms a sentence on a PC of today. The text goes in by standard input, so that
no number stands in an argument list.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from display.voice.errors import EngineFailed, EngineMissing, OutputFailed, VoiceError
from display.voice.wording import Speech

VOICES = {
    # Not `cmn`: in espeak-ng 1.51 that voice spells its own pinyin out as English.
    Speech.MANDARIN: "cmn-latn-pinyin",
    Speech.ENGLISH: "en",
}
_WORDS_A_MINUTE = 150
_LOUDNESS = 80  # at the default of 100 the peaks are clipped
_WITHIN_MS = 10_000
_WAV_HEADER_BYTES = 44


class Engine(QObject):
    """One sentence at a time. Ends each `render` with exactly one `rendered` or `failed`."""

    rendered = Signal(object)  # Path
    failed = Signal(object)  # VoiceError

    def __init__(self, program: str = "espeak-ng", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._target = Path()
        self._process: QProcess | None = None
        self._patience = QTimer(self, singleShot=True, interval=_WITHIN_MS)
        self._patience.timeout.connect(self._give_up)

    def render(self, text: str, speech: Speech, target: Path) -> None:
        """Write `text` as mono 16 bit WAV to `target`."""
        self._target = target
        self._process = process = QProcess(self)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broken)
        # -z: no silence at the end, in which the next call could already be said.
        manner = ("-s", str(_WORDS_A_MINUTE), "-a", str(_LOUDNESS), "-z")
        process.start(self._program, ["-v", VOICES[speech], *manner, "-w", str(target), "--stdin"])
        process.write(text.encode())
        process.closeWriteChannel()
        self._patience.start()

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process = self._process
        if process is None or status is not QProcess.ExitStatus.NormalExit:
            return
        said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        if code != 0:
            self._end(EngineFailed(f"espeak-ng ended with {code}: {said}"))
        elif not _has_sound(self._target):
            # espeak-ng ends with 0 even when it could not write.
            self._end(OutputFailed(f"{self._target} could not be written: {said}"))
        else:
            self._end(None)

    def _broken(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(EngineMissing(f"{self._program} could not be started"))
        elif error is QProcess.ProcessError.Crashed:
            self._end(EngineFailed(f"{self._program} crashed"))

    def _give_up(self) -> None:
        process = self._process
        self._end(EngineFailed(f"{self._program} did not end within {_WITHIN_MS} ms"))
        if process is not None:
            process.kill()

    def _end(self, error: VoiceError | None) -> None:
        if self._process is None:
            return
        self._process.deleteLater()
        self._process = None
        self._patience.stop()
        if error is None:
            self.rendered.emit(self._target)
        else:
            self.failed.emit(error)


def _has_sound(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > _WAV_HEADER_BYTES
