"""What can go wrong in the simulator, each with a stable code and what to do about it."""


class SimError(Exception):
    """Root of this package's errors. `code` is stable; `remedy` says what a person can do."""

    code = "simulator"
    remedy = "See sim/README.md."

    def __init__(self, sentence: str, *, remedy: str | None = None) -> None:
        super().__init__(sentence)
        if remedy is not None:
            self.remedy = remedy


class NotInTime(SimError):
    code = "not-in-time"
    remedy = "Look at the state of the device with its `.state` lever; perhaps nobody asked it anything."


class BadLever(SimError):
    """A lever that does not exist, or arguments it does not take."""

    code = "bad-lever"
    remedy = "The levers and their arguments are listed in sim/README.md."


class BadScenario(SimError):
    """A hall or people file that cannot be used."""

    code = "bad-scenario"
    remedy = "Correct the file named in the message."


class NotThere(SimError):
    """Something the simulator needs from the machine is not installed."""

    code = "not-there"
    remedy = "Run script/bootstrap."
