"""`lock8a+serial`: locker boards of the family 8A/80/90/9A on RS-485."""

from drivers.catalog.locker_line import Habits, capabilities, open_line
from drivers.contract.address import Address
from drivers.contract.locker import Locker
from drivers.protocol.lock8a import Lock8A

__all__ = ["capabilities", "open_device"]

EVENT_HEADERS = {"81": 0x81, "82": 0x82, "none": None}


async def open_device(address: Address) -> Locker:
    event_header, open_s = EVENT_HEADERS[address.word("event_header")], address.whole("open_s")
    boards = Lock8A(
        channels=address.whole("channels"),
        closed_is_switched=address.word("polarity") == "closed-11",
        lowest_last=address.word("order") == "last",
        event_header=event_header,
        open_s=open_s,
    )
    habits = Habits(
        answer_within_s=address.seconds("answer_within_s"),
        unlock_answer_s=address.seconds("answer_within_s") + open_s,
        bolt_s=open_s,
        opens_within_s=address.seconds("opens_within_s"),
        ask_every_s=address.seconds("ask_every_s"),
        tells_changes=event_header is not None,
        left_open_after_s=address.seconds("left_open_after_s"),
    )
    return await open_line(address, boards, habits)
