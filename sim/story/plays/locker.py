"""Three cases behind doors: a courier deposits them, and their holders collect by code, by QR and by card."""

import shutil
from pathlib import Path

from sim.story import cabinet_acts as at
from sim.story.asking import Seat
from sim.story.beside import case_link, pickup_code
from sim.story.cases import OneCase, accept, finish
from sim.story.citizens import Citizens
from sim.story.clock import set_clock
from sim.story.codes import qr_text
from sim.story.errors import Different
from sim.story.fronts import back_office, cabinet, clerks_api, kiosks_api
from sim.story.performance import Performance
from sim.story.phone import handsets
from sim.story.plays.acts import give_staff_card, public_url
from sim.story.plays.casework import none_written
from sim.story.plays.play import Play
from sim.story.programs import PAIHAO
from sim.story.records import Lines

COURIER, COURIER_CARD = "3001", "04C0FFEE"
WINDOW, CLERK = 2, "1002"
_WHO = ("li-xiaomei", "wang-wei", "huang-xi")
_SIZES = ("small", "small", "medium")
_NOTICED_WITHIN_S = 30.0
_PRINTED_AGAIN = "补打"


def act(play: Performance) -> None:
    play.recorder.act(
        "Three cases are accepted, to be collected from the cabinet; an hour later they are ready"
    )
    cases = accepted(play, _WHO)
    play.recorder.act("A courier fills the cabinet")
    deposited(play, cases, _SIZES)
    codes = told(play, cases)
    play.recorder.act("In the evening their holders come")
    set_clock(play, "18:30")
    by_code(play, cases[0], codes[0])
    by_qr(play, cases[1])
    by_card(play, cases[2])
    checked(play)


def accepted(play: Performance, who: tuple[str, ...]) -> list[OneCase]:
    """At a window without a screen; then the back office says that they are ready."""
    with play.recorder.step("accepted", "Cases are accepted at a window", pictured=False) as said:
        citizens = Citizens(play.road("citizens"))
        road = play.road(f"clerk-{WINDOW}")
        seat = Seat(road, play.clerks[CLERK], WINDOW)
        cases = [accept(citizens, seat, road, each, "locker") for each in who]
        said.append(", ".join(case.code for case in cases))
    with play.recorder.step("ready", "The back office says that they are ready", pictured=False):
        set_clock(play, "11:00")
        for case in cases:
            finish(play, case)
    return cases


def deposited(play: Performance, cases: list[OneCase], sizes: tuple[str, ...]) -> list[int]:
    """The doors they lie behind."""
    give_staff_card(play, COURIER, COURIER_CARD)
    with play.recorder.step("courier", "The courier's staff card is laid down"):
        at.lay_staff_card(play, COURIER_CARD)
    doors = [
        deposit(play, case, size, nth) for nth, (case, size) in enumerate(zip(cases, sizes, strict=True))
    ]
    with play.recorder.step("courier-leaves", "The courier goes"):
        at.lift_staff_card(play)
    return doors


def deposit(play: Performance, case: OneCase, size: str, nth: int) -> int:
    screen = at.screen(play)
    with play.recorder.step(
        f"scanned-{nth + 1}", "The receipt on the envelope is scanned; how big is it?"
    ) as said:
        if nth:
            screen.press("next").wait_page("tasks")
        screen.press("deposit").wait_page("case-code")
        at.scan(play, case.receipt_code)
        screen.wait_page("size", within_s=_NOTICED_WITHIN_S)
        said.append(case.code)
    with play.recorder.step(f"deposit-{nth + 1}", "A door of that size opens") as said:
        screen.press(f"size-{size}")
        door = at.wait_open(play)
        said.append(f"door {door}")
    with play.recorder.step(f"inside-{nth + 1}", "The envelope is in, the door is closed"):
        at.close(play, door)
    return door


def told(play: Performance, cases: list[OneCase]) -> list[str]:
    """The codes their phones show."""
    with play.recorder.step("sms", "Each holder gets a message with a code", pictured=False) as said:
        codes = [pickup_code(play.beside.sms(case.phone, 1)) for case in cases]
        if len({*codes}) != len(codes):
            raise Different("two holders got the same code")
        gateway = play.beside.gateway
        play.story["messages"] = {
            "received": len(gateway.received),
            "billed": len(gateway.billed),
            "violations": gateway.violations,
        }
        if gateway.violations:
            raise Different(f"against the protocol: {gateway.violations}")
        said.append(f"{len(gateway.billed)} messages over CMPP 2.0")
    return codes


def by_code(play: Performance, case: OneCase, code: str) -> None:
    screen = at.screen(play)
    with play.recorder.step("collect-by-code", "One touches 取件, and is asked for the code"):
        screen.press("collect").wait_page("code")
    with play.recorder.step("opened-by-code", "The nine digits open the door") as said:
        at.enter_code(play, code)
        door = at.wait_open(play)
        said.append(f"door {door}")
    taken(play, "by-code", door)
    with play.recorder.step("receipt", "Who wants it in writing has it printed"):
        printed(play, case, 1)
    with play.recorder.step("receipt-again", "And once more, for the office: the paper says that it is so"):
        printed(play, case, 2)
    gone(play, "by-code")


def printed(play: Performance, case: OneCase, count: int) -> None:
    """The count-th receipt comes out and is kept. Different where it came out wrong."""
    screen = at.screen(play)
    screen.press("print")
    paper = play.beside.receipt(count)
    screen.wait("print")
    if paper.strange:
        raise Different(f"the printer found strange: {paper.strange}")
    if paper.qr != (case.receipt_code,) or (_PRINTED_AGAIN in paper.text) is (count == 1):
        raise Different("the receipt is not that of what was collected")
    name = f"hand-over-{count}"
    kept = Path(shutil.copyfile(paper.png, play.folder.ticket(f"receipt-{name}", "png")))
    play.story.setdefault("receipts", {})[name] = play.folder.relative(kept)


def by_qr(play: Performance, case: OneCase) -> None:
    """The link of the message leads to a page with a code; opened once and put back, it opens once more."""
    link = case_link(play.beside.sms(case.phone, 1))
    with handsets(play.route, public_url(play)) as another:
        phone = play.phones["phone"] = another()
        with play.recorder.step("case-page", "Another opens the link of the message: a code to hold up"):
            phone.open_case(link.address)
        shown = qr_text(play.folder.screen(len(play.recorder.steps), "case-page", "phone"))
        thinks_again(play, shown)
        with play.recorder.step("opened-by-qr", "The same code, held up again, opens the door") as said:
            at.scan(play, shown)
            door = at.wait_open(play)
            said.append(f"door {door}")
        collected(play, "by-qr", door)
        with play.recorder.step("page-after", "The page on the phone says so, and its code is gone"):
            phone.look_again('body[data-tone="collected"]')
            if phone.shows("#proof"):
                raise Different("the code is still on the phone's page")
    play.phones.clear()


def thinks_again(play: Performance, shown: str) -> None:
    """Opened and not taken: the case stays, and so does its code."""
    screen = at.screen(play)
    with play.recorder.step("not-taken", "It opens a door; who stands there cannot carry it now") as said:
        at.scan(play, shown)
        door = at.wait_open(play)
        screen.press("not-taking")
        said.append(f"door {door}")
    with play.recorder.step("put-back", "Put back, and the door is closed: it stays there"):
        at.close(play, door)
    screen.press("leave").wait_page("home")


def by_card(play: Performance, case: OneCase) -> None:
    with play.recorder.step("opened-by-card", "An identity card is laid down, and nothing else") as said:
        at.lay_card(play, case.who)
        door = at.wait_open(play)
        said.append(f"door {door}")
    at.lift_card(play)
    collected(play, "by-card", door)


def collected(play: Performance, name: str, door: int) -> None:
    taken(play, name, door)
    gone(play, name)


def taken(play: Performance, name: str, door: int) -> None:
    with play.recorder.step(f"collected-{name}", "Taken, and the door is closed: handed over"):
        at.close(play, door)


def gone(play: Performance, name: str) -> None:
    screen = at.screen(play)
    with play.recorder.step(f"home-after-{name}", "The screen forgets the visit", pictured=False):
        screen.press("leave").wait_page("home")


def checked(play: Performance) -> None:
    """Whoever looks after the cabinet asks its devices, with the program closed."""
    with play.recorder.step("devices-check", "`paihao devices check` of the cabinet", pictured=False) as said:
        play.leave_stage("cabinet")
        answer = play.keeper.run(
            "devices-check",
            [PAIHAO, "devices", "check", *play.devices.cabinet_addresses],
            extra=play.devices.environment,
        )
        kept = play.folder.root / "devices.txt"
        kept.write_text(answer)
        play.story["devices"] = play.folder.relative(kept)
        said.append(f"{len(play.devices.cabinet_addresses)} devices answer")


def reckon(play: Performance, lines: Lines) -> None:
    """Each case went the same way, one to its receipts too, and no code of it stands in the journal."""
    with play.recorder.step("case-ways", "The journal has each case's way", pictured=False) as said:
        ways = {}
        for accepted_event in (line for line in lines if line["kind"] == "case-accepted"):
            case = accepted_event["body"]["case"]
            ways[case["code"]] = [
                line["kind"] for line in lines if line["body"].get("case_id") == case["case_id"]
            ]
        same = ["case-ready", "case-deposited", "case-handed-over"]
        if [*ways.values()] != [same + 2 * ["receipt-printed"], same, same]:
            raise Different(f"cases went otherwise: {ways}")
        none_written(play, lines)
        play.story["cases"] = ways
        said.append(", ".join(ways))


LOCKER = Play(
    name="locker",
    title="Three cases behind doors, collected by code, by QR and by card",
    act=act,
    screens=(),
    begins_at="10:00",
    fronts=(kiosks_api(), clerks_api(WINDOW), back_office(), cabinet()),
    clerks=(CLERK,),
    has_messages=True,
    has_cabinet=True,
    shall_hold=(
        *("case-accepted", "case-ready", "case-deposited", "case-handed-over", "door-changed"),
        "receipt-printed",
    ),
    reckon=reckon,
)
