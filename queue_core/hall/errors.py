"""What the hall server answers or says by itself; refusals of the domain have their own classes."""

from pathlib import Path


class ServerError(Exception):
    """Root of this package's errors."""

    code = "server-error"
    remedy = ""


class Denied(ServerError):
    """A request that is turned away. `status` is the HTTP status; `retry_after_s` only with 429."""

    def __init__(
        self, status: int, code: str, detail: str, remedy: str, *, retry_after_s: int | None = None
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.remedy = remedy
        self.retry_after_s = retry_after_s


class NotInitialised(ServerError):
    code = "hall-not-initialised"

    def __init__(self, data: Path) -> None:
        super().__init__(f"{data} holds no hall.")
        self.remedy = f"Make one with `paihao hall init --config HALL.toml --data {data}`."


class FolderIncomplete(ServerError):
    code = "hall-folder-incomplete"
    remedy = "Bring it back from the backup; without one, found the hall anew in an empty folder."

    def __init__(self, data: Path, missing: list[str]) -> None:
        super().__init__(f"{data} holds a part of a hall only: {', '.join(missing)} is missing.")


class FolderUnusable(ServerError):
    code = "hall-folder-unusable"
    remedy = "Name a folder in which you may write, on a disk with room."

    def __init__(self, data: Path, cause: str) -> None:
        super().__init__(f"A hall cannot be founded in {data}: {cause}.")


class AlreadyInitialised(ServerError):
    code = "hall-already-initialised"

    def __init__(self, data: Path) -> None:
        super().__init__(f"{data} holds a hall already; it was left as it is.")
        self.remedy = "Name an empty folder, or go on with this hall: `paihao hall --config … --data …`."


class NotRunning(ServerError):
    code = "hall-not-running"

    def __init__(self, data: Path) -> None:
        super().__init__(f"No hall server runs on {data}.")
        self.remedy = "Start it with `paihao hall --config HALL.toml --data …`, then try again."


class AddressTaken(ServerError):
    code = "address-taken"

    def __init__(self, host: str, port: int, cause: str) -> None:
        super().__init__(f"Cannot listen on {host}:{port}: {cause}.")
        self.remedy = "Choose another --port, or end what listens there."


class ListUnreadable(ServerError):
    """A table of appointments or cases that is to be taken in."""

    code = "list-unreadable"

    def __init__(self, file: Path, cause: str, remedy: str) -> None:
        super().__init__(f"{file}: {cause}.")
        self.remedy = remedy


class SecretUnusable(ServerError):
    """A secret or password typed at the command line."""

    code = "secret-unusable"

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.remedy = "Try again; nothing was changed."
