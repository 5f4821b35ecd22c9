"""Why the hall is not spoken to. Nothing of this stops the wall: calls are still shown."""


class VoiceError(Exception):
    """`code` is stable; `remedy` says to the technician of the hall what to do."""

    code = "voice-failed"
    remedy = "See the log of the wall."


class EngineMissing(VoiceError):
    code = "voice-engine-missing"
    remedy = "Install the package espeak-ng on the computer of this wall."


class EngineFailed(VoiceError):
    code = "voice-engine-failed"
    remedy = "Run `espeak-ng -v cmn-latn-pinyin 你好` on the computer of this wall and see what it says."


class OutputMissing(VoiceError):
    code = "voice-output-missing"
    remedy = 'Connect a loudspeaker and start PulseAudio or PipeWire, or set output = "folder" under [voice].'


class OutputFailed(VoiceError):
    code = "voice-output-failed"
    remedy = "Check the loudspeaker, or that the folder under [voice] exists and may be written."
