"""What a story of pickup has beside: an operator's gateway, a cabinet's locks, its printer of receipts."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from sim.gateways import CmppGateway
from sim.rig.lockers import DoorHand, PtyLocker8A
from sim.rig.printer import PtyPrinter, Ticket
from sim.story.configurations import quoted
from sim.story.errors import Different
from sim.story.programs import BOARD, CHANNELS, LOCK_LINE, RECEIPT_LINE, WorkFolder
from sim.story.waiting import wait_until

_CODE = re.compile(r"取件码\s?(\d{3} ?\d{3} ?\d{3})")
_LINK = re.compile(r"https://\S+/p#\d{9}\.([\w-]{22})")
_SHOWN_WITHIN_S = 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """`locks` and `printer` are None in a hall without a cabinet."""

    gateway: CmppGateway
    locks: PtyLocker8A | None
    printer: PtyPrinter | None
    tables: str

    def door(self, number: int) -> DoorHand:
        """The hand at a door of the cabinet, by its printed number: here that of its channel."""
        assert self.locks is not None
        return self.locks.door(BOARD, number)

    def receipt(self, count: int) -> Ticket:
        """The count-th piece of paper that has come out of the cabinet. Raises NotInTime."""
        assert self.printer is not None
        return self.printer.wait_for_ticket(count, within_s=_SHOWN_WITHIN_S)

    def sms(self, phone: str, count: int) -> str:
        """The count-th text that this phone has shown. Raises NotInTime."""

        def shown() -> str | None:
            texts = self.gateway.inbox(phone)
            return texts[count - 1] if len(texts) >= count else None

        return wait_until(shown, within_s=_SHOWN_WITHIN_S, what=f"message {count} reaches a phone")


def pickup_code(text: str) -> str:
    """The code in a text, as it stands there. Raises Different."""
    found = _CODE.search(text)
    if found is None:
        raise Different("the text on the phone has no pickup code")
    return found[1]


@dataclass(frozen=True, slots=True)
class CaseLink:
    """The address of a case's page, and what in it proves whose phone it is."""

    address: str = field(repr=False)
    token: str = field(repr=False)


def case_link(text: str) -> CaseLink:
    """The link in a text to the page of its case. Raises Different."""
    found = _LINK.search(text)
    if found is None:
        raise Different("the text on the phone has no link of its case's page")
    return CaseLink(found[0], found[1])


@contextmanager
def beside(work: WorkFolder, *, has_cabinet: bool) -> Iterator[Beside]:
    """All of it is up until the end; `tables` is what the hall's file says of it."""
    work.simulator.mkdir(exist_ok=True)
    with ExitStack() as stack:
        gateway = stack.enter_context(CmppGateway())
        locks, printer = None, None
        if has_cabinet:
            link = work.simulator / LOCK_LINE
            locks = stack.enter_context(PtyLocker8A(link=link, boards=[BOARD], channels=CHANNELS))
            papers = work.simulator / "receipts"
            papers.mkdir(exist_ok=True)
            roll = PtyPrinter(tickets=papers, link=work.simulator / RECEIPT_LINE, name="cabinet")
            printer = stack.enter_context(roll)
        yield Beside(gateway=gateway, locks=locks, printer=printer, tables=_messages(gateway, work))


def _messages(gateway: CmppGateway, work: WorkFolder) -> str:
    secret = work.root / "cmpp.secret"
    secret.touch(mode=0o600)
    secret.write_text(gateway.secret)
    host, port = gateway.address.split(":")
    return "\n".join(
        [
            "\n[messages]",
            'signature = "示范政务中心"',
            "\n[[messages.carriers]]",
            'kind = "cmpp"',
            f"host = {quoted(host)}",
            f"port = {port}",
            f"source_address = {quoted(gateway.source)}",
            f"secret_file = {quoted(secret)}",
            'service_id = "ZWDT"',
            'sender = "106590001"',
            "",
        ]
    )
