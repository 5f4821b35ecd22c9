"""What keeps the voice from speaking as it was set up."""

from collections.abc import Iterable


class VoiceError(Exception):
    """Root of this package's errors: a stable `code`, and a `remedy` for who set the voice up."""

    code = "voice-failed"
    remedy = "Start the voice again; if it fails again, send its log to the maintainers."


class NotAWall(VoiceError):
    """The credential belongs to a device of another role."""

    code = "not-a-wall"

    def __init__(self, role: str) -> None:
        super().__init__(f"The credential is that of a {role}; only a wall may say that calls were spoken.")
        self.remedy = "Enrol the voice with a code made by `paihao hall enrolment-code` for a wall."


class WindowWithoutZone(VoiceError):
    """Calls to these windows would be spoken nowhere."""

    code = "window-without-zone"
    exit_code = 2

    def __init__(self, windows: Iterable[int]) -> None:
        super().__init__(f"No zone speaks for {_windows(windows)}.")
        self.remedy = (
            "Write each window into `windows` of one zone; those that another computer speaks for "
            "go into `elsewhere`."
        )


class SpeakerInUse(VoiceError):
    """Another program on this computer speaks over the same speaker."""

    code = "speaker-in-use"

    def __init__(self, address: str) -> None:
        super().__init__(f"Another voice on this computer speaks over {address}.")
        self.remedy = (
            'Let one of them speak: stop the other, or write speaker = "" into [voice] of the wall beside it.'
        )


class WordsMissing(VoiceError):
    """The clip bank lacks words, and no synthesizer is there to say them."""

    code = "words-missing"
    exit_code = 2

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__("The clips do not have every word:\n" + "\n".join(f"  {line}" for line in lines))
        self.remedy = "Record them and name their files in words.toml, or install espeak-ng to say them."


def _windows(windows: Iterable[int]) -> str:
    numbers = sorted(windows)
    return f"window{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"
