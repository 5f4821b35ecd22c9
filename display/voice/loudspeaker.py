"""The loudspeaker of the computer, through QtMultimedia.

QtMultimedia finds outputs only through PulseAudio or PipeWire; on Linux it has no ALSA of its own.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

from display.voice.errors import OutputFailed, OutputMissing, VoiceError
from display.voice.outputs import Passing

_LONGEST_MS = 45_000


class Loudspeaker(Passing):
    """The default output; one that is plugged in later is found at the next call."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._effect: QSoundEffect | None = None
        # A sound server that hangs must not silence the hall for the rest of the day.
        self._patience = QTimer(self, singleShot=True, interval=_LONGEST_MS)
        self._patience.timeout.connect(lambda: self._end(OutputFailed("the loudspeaker did not finish")))

    def trouble(self) -> VoiceError | None:
        if self._devices.defaultAudioOutput().isNull():
            return OutputMissing("no loudspeaker was found")
        return None

    def play(self, wav: Path) -> None:
        if (trouble := self.trouble()) is not None:
            self.failed.emit(trouble)
            return
        # A new effect each time: one that has played keeps the samples of a file of the same name.
        self._effect = effect = QSoundEffect(self._devices.defaultAudioOutput(), self)
        effect.statusChanged.connect(self._status_changed)
        effect.playingChanged.connect(self._playing_changed)
        effect.setSource(QUrl.fromLocalFile(str(wav)))
        effect.play()
        self._patience.start()

    def _status_changed(self) -> None:
        if self._effect is not None and self._effect.status() is QSoundEffect.Status.Error:
            self._end(OutputFailed("the loudspeaker refused the sound"))

    def _playing_changed(self) -> None:
        if self._effect is not None and not self._effect.isPlaying():
            self._end(None)

    def _end(self, error: VoiceError | None) -> None:
        if self._effect is None:
            return
        self._patience.stop()
        self._effect.deleteLater()
        self._effect = None
        if error is None:
            self.played.emit()
        else:
            self.failed.emit(error)
