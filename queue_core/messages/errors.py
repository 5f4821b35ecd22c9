"""What is wrong with how a hall sends messages, as its operator set it up."""

from pathlib import Path


class MessagesError(Exception):
    """Root of this package's errors."""

    code = "messages-error"
    remedy = "Look at [messages] in hall.toml; docs/messages.md shows one that works."


class SecretUnreadable(MessagesError):
    """Of a carrier or a partner."""

    code = "message-secret-unreadable"

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"{path}: {cause}.")
        self.remedy = (
            "Put the secret alone into that file, and let only the server's user read it: chmod 600."
        )


class WordingUnreadable(MessagesError):
    """The hall's own words for its messages."""

    code = "message-wording-unreadable"

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"{path}: {cause}.")
        self.remedy = "Write it as docs/messages.md shows; leave out what is to stay as it comes."
