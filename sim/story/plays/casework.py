"""What stories of pickup share: accepting at a counter, its receipts, and codes nobody wrote down."""

import json
import shutil
from pathlib import Path
from typing import Any

from sim.halls import person
from sim.story.beside import case_link, pickup_code
from sim.story.cases import OneCase
from sim.story.errors import Different
from sim.story.performance import Performance
from sim.story.records import Lines
from sim.story.stage import Stage

_RECEIPTS = "serial"
_WITHIN_S = 30.0
_NAMES_CASE = "PAIHAO:C:"
_CHIPS = {"window": "chip-1", "locker": "chip-2", "post": "chip-3"}


def accept_at_counter(play: Performance, screen: Stage, number: str, *, who: str, way: str) -> OneCase:
    """The next number is called and leaves papers; the receipt says which case it is."""
    play.look = (screen.name,)
    with play.recorder.step("at-window", "The citizen is called, and served"):
        screen.press("call-next").wait("number", number)
        screen.press("start").wait("finish")
    with play.recorder.step("accept-case", "受理: a phone for messages, and how it shall be collected"):
        screen.press("accept-case").wait("sheet-field").type("sheet-field", person(who).phone)
        screen.press(_CHIPS[way])
    with play.recorder.step("accepted", "Accepted: the receipt comes out"):
        screen.press("confirm")
        paper = receipt(play, 1, "acceptance")
    with play.recorder.step("receipt-read", "The code on it names the case, and opens nothing") as said:
        (found,) = paper["qr"]
        case = OneCase(
            code=found.removeprefix(_NAMES_CASE), who=who, phone=person(who).phone, receipt_code=found
        )
        said.append(case.code)
        screen.press("finish").wait("no-ticket")
    return case


def receipt(play: Performance, count: int, name: str) -> dict[str, Any]:
    """The count-th piece of paper at the counter, taken and kept. Different where it came out wrong."""
    waited = play.levers.pull("printer.wait", printer=_RECEIPTS, count=count, within_s=_WITHIN_S)
    paper: dict[str, Any] = waited["ticket"]
    kept = Path(shutil.copyfile(paper["png"], play.folder.ticket(f"receipt-{name}", "png")))
    play.story.setdefault("receipts", {})[name] = play.folder.relative(kept)
    play.levers.pull("printer.take", printer=_RECEIPTS)
    if paper["strange"]:
        raise Different(f"the printer found strange: {paper['strange']}")
    return paper


def none_written(play: Performance, lines: Lines) -> None:
    """Different where a code, a link's token or a phone of a message stands in the journal or in a log."""
    kept = [json.dumps(lines, ensure_ascii=False)]
    kept += [log.read_text(errors="replace") for log in play.folder.logs.iterdir()]
    for sms in play.beside.gateway.received:
        code = pickup_code(sms.text)
        for secret in (code, code.replace(" ", ""), case_link(sms.text).token, sms.to):
            if any(secret in text for text in kept):
                raise Different("a pickup code, a link or a phone stands in the journal or in a log")
