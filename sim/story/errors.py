"""What can stop a story. Each says what to do; the person who reads it stands before a terminal."""


class StoryError(Exception):
    """Root of this package's errors: a stable `code`, a sentence, and a `remedy`."""

    code = "story-failed"
    remedy = "Read the logs of the step that failed."

    def __init__(self, sentence: str, *, remedy: str | None = None) -> None:
        super().__init__(sentence)
        if remedy is not None:
            self.remedy = remedy


class ProgramDied(StoryError):
    code = "program-died"
    remedy = "Its log says why."


class CommandFailed(StoryError):
    code = "command-failed"
    remedy = "Its log says why."


class NotInTime(StoryError):
    code = "not-in-time"
    remedy = "Look at the screenshots and logs of this step; on a very slow machine run it again."


class Refused(StoryError):
    """The other side of a line protocol answered `ok: false`, or not at all."""

    code = "refused"


class HallAway(StoryError):
    """No answer from the hall server at all."""

    code = "hall-away"
    remedy = "Read the server's log."


class Different(StoryError):
    """Something was there, but not what the story expects."""

    code = "different"


class FolderTaken(StoryError):
    code = "folder-taken"
    remedy = "Choose another folder with --out, or move those files away."


class ToolMissing(StoryError):
    code = "tool-missing"
    remedy = "Run script/bootstrap."
