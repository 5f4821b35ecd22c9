"""`wkly+serial`: locker boards of the family WKLY on RS-485."""

from drivers.catalog.locker_line import Habits, capabilities, open_line
from drivers.contract.address import Address
from drivers.contract.locker import Locker
from drivers.protocol.wkly import Wkly

__all__ = ["capabilities", "open_device"]


async def open_device(address: Address) -> Locker:
    answer_within_s = address.seconds("answer_within_s")
    habits = Habits(
        answer_within_s=answer_within_s,
        unlock_answer_s=answer_within_s if address.word("answers_open") == "yes" else 0,
        bolt_s=0,
        opens_within_s=address.seconds("opens_within_s"),
        ask_every_s=address.seconds("ask_every_s"),
        tells_changes=address.word("tells_changes") == "yes",
        left_open_after_s=address.seconds("left_open_after_s"),
    )
    boards = Wkly(closed_is=1 if address.word("polarity") == "closed-01" else 0)
    return await open_line(address, boards, habits)
