"""Why a door of a cabinet does not open, or what was said of it is not believed."""

from queue_core.domain.records import Door, Unlocking
from queue_core.domain.refusals.refusal import Refusal
from queue_core.domain.words import DoorSize, Finding, UnlockingFailure


class CabinetRefusal(Refusal):
    """`cabinet` is the code of the one concerned."""

    def __init__(self, cabinet: str, sentence: str) -> None:
        super().__init__(f"cabinet {cabinet} {sentence}")
        self.cabinet = cabinet


class NoSuchCabinet(CabinetRefusal):
    code = "no-such-cabinet"
    remedy = "Use a cabinet that hall.toml lists; the device of a cabinet bears its code."

    def __init__(self, cabinet: str) -> None:
        super().__init__(cabinet, "does not exist in this hall")


class NoSuchDoor(CabinetRefusal):
    code = "no-such-door"
    remedy = "Use a door number that hall.toml lists for the cabinet."

    def __init__(self, cabinet: str, door: int) -> None:
        super().__init__(cabinet, f"has no door {door}")
        self.door = door


class NoFreeDoor(CabinetRefusal):
    """`size` is the least that was asked for."""

    code = "no-free-door"
    remedy = "Use another cabinet or the shelf, or take back what is overdue."

    def __init__(self, cabinet: str, size: DoorSize) -> None:
        super().__init__(cabinet, f"has no free door that is {size} or larger")
        self.size = size


class ProofsLocked(CabinetRefusal):
    """`until_ms` (wall): no proof is taken before."""

    code = "proofs-locked"
    remedy = "Wait until the lock is over, or collect at a window; too many wrong proofs were shown."

    def __init__(self, cabinet: str, until_ms: int) -> None:
        super().__init__(cabinet, "takes no proof now")
        self.until_ms = until_ms


class DoorRefusal(CabinetRefusal):
    """`door` is the one concerned."""

    def __init__(self, door: Door, sentence: str) -> None:
        super().__init__(door.cabinet, f"has door {door.number}, which {sentence}")
        self.door = door


class DoorNotEmpty(DoorRefusal):
    code = "door-not-empty"
    remedy = "Take out what is inside, or inspect the door."

    def __init__(self, door: Door) -> None:
        super().__init__(door, "has something inside")


class DoorInTrouble(DoorRefusal):
    code = "door-in-trouble"
    remedy = "Let staff inspect the door: it is not sure what is inside."

    def __init__(self, door: Door) -> None:
        super().__init__(door, f"is {door.trouble}")


class BoardAway(DoorRefusal):
    code = "board-away"
    remedy = "Look at power and wiring of the cabinet's board; the case is safe, and a clerk can take it out."

    def __init__(self, door: Door) -> None:
        super().__init__(door, "does not answer")


class NoSuchUnlocking(Refusal):
    code = "no-such-unlocking"
    remedy = "Look at the doors anew: there never was such an order."

    def __init__(self, unlocking_id: int) -> None:
        super().__init__(f"unlocking {unlocking_id} is not known")
        self.unlocking_id = unlocking_id


class UnlockingOver(Refusal):
    code = "unlocking-over"
    remedy = "Ask for the door again: this order is over, and too long ago to be corrected."

    def __init__(self, unlocking_id: int) -> None:
        super().__init__(f"unlocking {unlocking_id} is over")
        self.unlocking_id = unlocking_id


class UnlockingRefusal(Refusal):
    """`unlocking` is the one concerned."""

    def __init__(self, unlocking: Unlocking, sentence: str) -> None:
        super().__init__(f"unlocking {unlocking.unlocking_id} {sentence}")
        self.unlocking = unlocking


class DoorBusy(UnlockingRefusal):
    """`unlocking` is the one that is not over: of the door, or of the case."""

    code = "door-busy"
    remedy = "Close the door, or say what is inside; then ask again."

    def __init__(self, unlocking: Unlocking) -> None:
        super().__init__(unlocking, f"is {unlocking.state}")


class FindingMisfits(UnlockingRefusal):
    code = "finding-misfits"
    remedy = (
        "At a deposit nothing can be missing: say whether the case is inside, or report the door as full."
    )

    def __init__(self, unlocking: Unlocking, finding: Finding) -> None:
        super().__init__(unlocking, f"is a {unlocking.purpose}, which cannot find {finding}")
        self.finding = finding


class FailureMisfits(UnlockingRefusal):
    code = "failure-misfits"
    remedy = "A door that was seen open has not failed: close it, or say what is inside."

    def __init__(self, unlocking: Unlocking, failure: UnlockingFailure) -> None:
        super().__init__(unlocking, f"is a {unlocking.purpose} and {unlocking.state}: it is not {failure}")
        self.failure = failure
