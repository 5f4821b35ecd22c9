"""Citizens at the kiosk: card, number, paper or phone."""

import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from sim.story.codes import qr_text
from sim.story.errors import Different
from sim.story.performance import ON_LINE, Citizen, Performance, Ticket
from sim.story.phone import Phone, phone_in_hand, trusting
from sim.story.witness import look_at_card

CATEGORY = "registration"
_CLASSES = {"accept": "办理业务", "consult": "咨询"}
_MATTER = "sole-trader-setup"  # can be done at a terminal and on the web, too
PRINTER = "tcp"
_KINDS = {"ssc": "social_security", "id": "resident_id"}
READS_WITHIN_S = 15.0
_PRINTS_WITHIN_S = 20.0
_PHONE_WITHIN_S = 30.0


def take_paper_number(play: Performance, citizen: Citizen) -> None:
    """From the first touch to the ticket in the hand, read from the paper by a decoder that is not ours."""
    choose(play)
    name_no_matter(play)
    lay_card(play, citizen)
    let_stranger_look(play, citizen)
    print_ticket(play)
    go_home(play, citizen)


def let_stranger_look(play: Performance, citizen: Citizen) -> None:
    with play.recorder.step("witness", "A reader that is not ours sees the same card") as told:
        seen = look_at_card(play.keeper, play.devices.reader_name(citizen.slot), play.devices.environment)
        play.story["witness"] = {"tool": seen.tool, "reader": seen.reader, "atr": seen.atr}
        play.story["card"] = {"reader": seen.reader, "kind": _KINDS[citizen.card]}
        told.append(f"{seen.tool}: {seen.reader}")


def print_ticket(play: Performance) -> Ticket:
    """Paper is chosen where the kiosk offers it; the ticket as a stranger's decoder reads it."""
    with play.recorder.step("ticket-printed", "Paper is chosen; the ticket comes out") as told:
        before = play.levers.pull("printer.state", printer=PRINTER)["tickets"]
        play.kiosk.press("way-paper")
        printed = wait_for_paper(play, before + 1)
        play.kiosk.wait_page("done")
        told.append(f"{Path(printed['raw']).stat().st_size} bytes")
    with play.recorder.step(
        "ticket-read", "The QR code on the paper leads to the number", pictured=False
    ) as told:
        ticket = keep_ticket(play, printed)
        told.append(ticket.number)
    return ticket


def wait_for_paper(play: Performance, count: int) -> dict[str, Any]:
    """The count-th piece of paper that the printer has cut."""
    waited = play.levers.pull("printer.wait", printer=PRINTER, count=count, within_s=_PRINTS_WITHIN_S)
    ticket: dict[str, Any] = waited["ticket"]
    return ticket


@contextmanager
def take_paperless_number(play: Performance, citizen: Citizen) -> Iterator[Phone]:
    """The QR code on the screen, the phone that scans it, and the number it takes over; yields that phone."""
    choose(play)
    name_matter(play)
    lay_card(play, citizen)
    shown = ask_for_code(play)
    with play.recorder.step("qr-scanned", "It is read from the picture of the screen", pictured=False):
        link = qr_text(shown)
    with ExitStack() as pocket:
        with play.recorder.step("phone-on", "The citizen takes out the phone", pictured=False) as told:
            phone = pocket.enter_context(phone_in_hand(play.route, link))
            told.append(phone.kind)
        claim(play, phone, link)
        go_home(play, citizen)
        yield phone
        play.phones.clear()


def ask_for_code(play: Performance) -> Path:
    """The kiosk shows a link that serves once; its picture."""
    with play.recorder.step("kiosk-qr", "The phone is chosen; the kiosk shows a QR code"):
        play.kiosk.press("way-phone").wait_page("qr").wait("qr")
    return play.folder.screen(len(play.recorder.steps), "kiosk-qr", "kiosk")


def claim(play: Performance, phone: Phone, link: str, *, name: str = "phone") -> Ticket:
    with play.recorder.step("phone-holds", "The phone opens the link and holds the number") as told:
        play.phones[name] = phone
        phone.open(link)
        phone.wait_held(within_s=_PHONE_WITHIN_S)
        held_s = time.monotonic()
        play.kiosk.wait_page("done")
        noticed_ms = round((time.monotonic() - held_s) * 1000)
        ticket = read_ticket(play, link)
        play.tickets.append(ticket)
        told += [ticket.number, f"the kiosk noticed {noticed_ms} ms later"]
    return ticket


def choose(play: Performance, ticket_class: str = "accept") -> None:
    with play.recorder.step("kiosk-class", f"{_CLASSES[ticket_class]} is touched"):
        play.kiosk.wait_page("home").press(f"class-{ticket_class}").wait_page("category")
    with play.recorder.step("kiosk-category", "A category is touched; the kiosk shows what is done there"):
        play.kiosk.press(f"category-{CATEGORY}").wait_page("matters").wait(f"matter-{_MATTER}")


def name_no_matter(play: Performance) -> None:
    with play.recorder.step("kiosk-matters", "Just a number: the kiosk asks for a card"):
        play.kiosk.press("no-matter").wait_page("card")


def name_matter(play: Performance) -> None:
    with play.recorder.step("kiosk-matter", "A matter is touched; the kiosk says where it needs no queue"):
        play.kiosk.press(f"matter-{_MATTER}").wait_page("matter")
    with play.recorder.step("kiosk-queues", "A number all the same: the kiosk asks for a card"):
        play.kiosk.press("take").wait_page("card")


def lay_card(play: Performance, citizen: Citizen, leads_to: str = "confirm") -> None:
    """On the reader that is its own; it is read, and the kiosk goes on to a page."""
    names = {"ssc": "social security card", "id": "resident identity card"}
    with play.recorder.step("kiosk-card", f"A {names[citizen.card]} is laid down and read") as told:
        lay(play, citizen)
        play.kiosk.wait_page(leads_to, within_s=READS_WITHIN_S)
        if citizen.slot != ON_LINE:
            told.append(f"{play.levers.pull('card.state', slot=citizen.slot)['apdus']} APDUs")


def lay(play: Performance, citizen: Citizen) -> None:
    if citizen.slot == ON_LINE:
        play.levers.pull("samv.lay", reader="serial", person=citizen.person)
    else:
        play.levers.pull("card.lay", slot=citizen.slot, card=citizen.card, person=citizen.person)


def lift(play: Performance, citizen: Citizen) -> None:
    if citizen.slot == ON_LINE:
        play.levers.pull("samv.lift", reader="serial")
    else:
        play.levers.pull("card.lift", slot=citizen.slot)


def go_home(play: Performance, citizen: Citizen) -> None:
    with play.recorder.step("kiosk-home", "The card is taken; the kiosk forgets the visit"):
        lift(play, citizen)
        play.kiosk.press("leave").wait_page("home")


def keep_ticket(play: Performance, printed: dict[str, Any]) -> Ticket:
    """Copy picture and bytes of the printed ticket, and ask the hall which number its QR code stands for."""
    png, raw = Path(printed["png"]), Path(printed["raw"])
    ticket = read_ticket(play, qr_text(png))
    kept_png, kept_raw = play.folder.ticket(ticket.number, "png"), play.folder.ticket(ticket.number, "bin")
    shutil.copyfile(png, kept_png)
    shutil.copyfile(raw, kept_raw)
    play.levers.pull("printer.take", printer=PRINTER)
    play.tickets.append(ticket)
    play.story["ticket"] = {
        "number": ticket.number,
        "class": ticket.ticket_class,
        "status_url": ticket.status_url,
    }
    play.story["printer"] = {
        "bytes": play.folder.relative(kept_raw),
        "png": play.folder.relative(kept_png),
        "size_bytes": kept_raw.stat().st_size,
    }
    return ticket


def read_ticket(play: Performance, status_url: str) -> Ticket:
    """What the hall tells anybody about the number behind a link. The link's secret stays here."""
    reference = urlsplit(status_url).path.rpartition("/")[2]
    with httpx.Client(verify=trusting(play.route.certificate), trust_env=False) as http:
        answer = http.get(f"{play.route.server}/public/tickets/{reference}")
    if answer.is_error:
        raise Different(f"the hall does not know the number behind the QR code: {answer.status_code}")
    document = answer.json()
    return Ticket(
        number=document["number"],
        status_url=status_url,
        ticket_class=document["ticket_class"],
        delivery=document["delivery"],
    )
