"""A receipt on paper: which case it is, where its holder gets it and what happens next.

It names nobody: it may lie about, and its code opens nothing.
"""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from display.receipt.template import Condition, Placeholder, ReceiptTemplate, default
from display.ticket.slip import Filling, lay_out, named
from drivers.contract.slip import Slip
from queue_core.wire.cases import Receipt
from queue_core.wire.words import PickupWay, ReceiptKind

LAST_OF_AN_ID = 4


def compose_receipt(
    receipt: Receipt,
    columns: int,
    *,
    timezone: str = "Asia/Shanghai",
    template: ReceiptTemplate | None = None,
    language: str = "",
) -> Slip:
    """`columns` are the printer's letters of size 1 in a line; `timezone` is the hall's IANA name.

    `language` is the holder's, the case's own unless told.
    """
    spoken = language or receipt.case.language
    return lay_out(template or default(), filling(receipt, timezone), columns, spoken)


def filling(receipt: Receipt, timezone: str) -> Filling:
    given = datetime.fromtimestamp(receipt.given_at_ms / 1000, tz=ZoneInfo(timezone))

    def of_it(language: str) -> Mapping[str, object]:
        return {
            Placeholder.CASE: receipt.case.code,
            Placeholder.HALL: named(receipt.hall_names, language),
            Placeholder.CATEGORY: named(receipt.category_names, language),
            Placeholder.MATTER: named(receipt.matter_names, language),
            Placeholder.GIVEN: f"{given:%Y-%m-%d %H:%M}",
            Placeholder.AT_WINDOW: receipt.window or "",
            Placeholder.CLERK: receipt.clerk or "",
            Placeholder.ID_TAIL: receipt.holder_tail[-LAST_OF_AN_ID:],
            Placeholder.NUMBER: receipt.number or "",
            Placeholder.DAYS: receipt.kept_days or "",
            Placeholder.NTH: receipt.nth,
        }

    return Filling(
        said=of_it,
        true=conditions(receipt),
        code=receipt.case.receipt_code or receipt.case.code,
        names={
            Placeholder.HALL: receipt.hall_names,
            Placeholder.CATEGORY: receipt.category_names,
            Placeholder.MATTER: receipt.matter_names,
        },
    )


def conditions(receipt: Receipt) -> frozenset[str]:
    """What is true of a receipt."""
    case = receipt.case
    claims = {
        Condition.ACCEPTANCE: receipt.kind is ReceiptKind.ACCEPTANCE,
        Condition.HAND_OVER: receipt.kind is ReceiptKind.HAND_OVER,
        Condition.WINDOW: case.way is PickupWay.WINDOW,
        Condition.LOCKER: case.way is PickupWay.LOCKER,
        Condition.POST: case.way is PickupWay.POST,
        Condition.PHONE: case.has_phone,
        Condition.MATTER: bool(receipt.matter_names),
        Condition.AT_WINDOW: receipt.window is not None,
        Condition.CLERK: bool(receipt.clerk),
        Condition.ID_TAIL: bool(receipt.holder_tail),
        Condition.NUMBER: bool(receipt.number),
        Condition.DAYS: bool(receipt.kept_days),
        Condition.REPRINT: receipt.nth > 1,
    }
    return frozenset(condition for condition, holds in claims.items() if holds)
