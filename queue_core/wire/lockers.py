"""Cabinets 取件柜 and their doors as they travel. A door is named by its printed number."""

from msgspec import Struct

from queue_core.wire.cases import Case
from queue_core.wire.messages import CardHolder
from queue_core.wire.words import (
    DoorCondition,
    DoorSize,
    Finding,
    Role,
    UnlockingFailure,
    UnlockingPurpose,
    UnlockingState,
)


class ShowProof(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cabinets/{cabinet}/proofs: what a citizen shows, so that doors may be opened.

    One of `code` (as typed; blanks do not count), `scan` (the text of a QR code) and `holder` (from a card);
    where the hall asks for a card too, the answer to the first says so and both come together. Refused as
    `pickup-code-mistyped` (not counted), `no-pickup-code` (of a scan), `proof-refused` (counted),
    `card-needed-too`, `proofs-locked` (with the instant in the problem's `until_ms`), `nothing-to-collect`.
    """

    code: str | None = None
    scan: str | None = None
    holder: CardHolder | None = None


class Collectable(Struct, frozen=True, kw_only=True):
    """A case its holder may collect. `door` None: it waits elsewhere, as `case.place` says.

    `is_unsure`: its holder had the door opened and the end was not seen: ask whether it was taken.
    """

    case: Case
    door: int | None
    is_unsure: bool = False
    unlocking_id: int | None = None


class Grant(Struct, frozen=True, kw_only=True):
    """临时授权: lets this cabinet act for who stood before it, until `until_ms`. Never logged."""

    grant: str
    until_ms: int
    cases: tuple[Collectable, ...] = ()


class ShowStaff(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cabinets/{cabinet}/staff: by staff card (its serial), or number and password."""

    card: str | None = None
    clerk: str = ""
    password: str = ""


class StaffGrant(Struct, frozen=True, kw_only=True):
    """What staff may do there: couriers and clerks deposit and remove, supervisors inspect, too.

    Who came by a card alone, which can be copied, only deposits, unless the hall lets cards log in
    (`card-not-enough`).
    """

    grant: str
    until_ms: int
    clerk: str
    display_name: str
    role: Role


class AskDeposit(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cabinets/{cabinet}/deposits. `case` as typed, or a receipt's code as scanned.

    Refused as `no-such-case`, `case-in-door` (with the cabinet and door), `case-handed-over`, `no-free-door`.
    """

    grant: str
    case: str
    size: DoorSize = DoorSize.SMALL


class AskCollection(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cabinets/{cabinet}/collections. One proof opens each of its doors once.

    Refused as `grant-over`, `not-granted`, `opened-already`, `case-expired`, `door-busy`, `door-in-trouble`,
    `board-away`.
    """

    grant: str
    case: str


class AskRemoval(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cabinets/{cabinet}/removals. By `case`, or what lies behind `door`: one of the two.

    Refused as `no-such-case` (also where no case lies behind the door), `case-not-in-door`.
    """

    case: str = ""
    door: int | None = None
    grant: str = ""


class AskInspection(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cabinets/{cabinet}/inspections. A supervisor's session needs no grant."""

    door: int
    grant: str = ""


class Unlocking(Struct, frozen=True, kw_only=True):
    """开门: the order to open one door. Whoever asks gets it; cabinets see theirs in their view, too.

    `case` is None for who may not see which case lies there. An inspection asked in the place of an unsure
    order has that one's purpose as `doubted`: what it finds settles that one.
    """

    unlocking_id: int
    cabinet: str
    door: int
    purpose: UnlockingPurpose
    state: UnlockingState
    asked_at_ms: int
    opened_at_ms: int | None = None
    case: str | None = None
    doubted: UnlockingPurpose | None = None


class FailUnlocking(Struct, frozen=True, kw_only=True):
    """POST /api/v1/unlockings/{unlocking_id}/failure, by its cabinet."""

    failure: UnlockingFailure


class SayFinding(Struct, frozen=True, kw_only=True):
    """POST /api/v1/unlockings/{unlocking_id}/finding, by its cabinet with the grant, or by a supervisor.

    Before the door is closed it decides what closing means; of an unsure one it counts at once; for some
    minutes after closing it corrects. At the open door of a collection it is heard without a grant, too: the
    hall forgets grants, and an empty door would count as handed over.

    Refused as `unlocking-over`, `finding-misfits`.
    """

    finding: Finding
    grant: str = ""


class AskReceipt(Struct, frozen=True, kw_only=True):
    """POST /api/v1/unlockings/{unlocking_id}/receipt, by its cabinet: what stands on the hand-over receipt.

    POST …/receipt/printed says that one was printed. With a grant that was given for this case at its
    cabinet, for some minutes after the door was closed; a hall that was started again meanwhile still knows
    it. Refused as `grant-over`, `receipt-not-yet`.
    """

    grant: str


class ReportDoors(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cabinets/{cabinet}/doors, by the cabinet. Keys of `doors` are door numbers.

    With `in_hand` it is the first word after a start or a lost line, and names all doors: unlockings that
    are not in hand any more become unsure. Without it only what has changed.
    """

    doors: dict[int, DoorCondition]
    in_hand: tuple[int, ...] | None = None


class LiftProofLock(Struct, frozen=True, kw_only=True):
    """POST /api/v1/proof-locks/lifting, by a supervisor: proofs are taken there again at once.

    `place` is a cabinet's code, or the `place` of an alarm about a device that reads codes. Where nothing is
    locked any more it changes nothing.
    """

    place: str


class SetDoorService(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cabinets/{cabinet}/doors/{door}/service, by a supervisor."""

    is_in_service: bool
