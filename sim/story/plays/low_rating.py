"""A visit rated low at the pad, one by phone, one not at all; presses nobody believes; and what follows."""

import json

from sim.story.asking import Seat
from sim.story.citizens import Citizens, Taken
from sim.story.clock import set_clock
from sim.story.configurations import WINDOW
from sim.story.errors import Different
from sim.story.fronts import counter, kiosks_api, pad, supervisor
from sim.story.performance import Performance
from sim.story.phone import Browser, handsets
from sim.story.phone_acts import rate
from sim.story.plays.acts import log_in_at, log_out_at, public_url, supervisor_on_duty
from sim.story.plays.play import Play
from sim.story.programs import PAIHAO
from sim.story.records import Lines
from sim.story.stage import Stage

_UNIT = "registration/accept"
_LABELS = ("slow-service", "poor-attitude")
_WORST, _GOOD = 1, 4
_PRESSES = 5
_SUPERVISOR, _CLERK = "9001", "1002"
_WITHIN_S = 20.0
_STAGES = (
    ("contacted", "14:20", "The supervisor calls the citizen", "电话联系，听取意见"),
    ("verified", "14:45", "What happened is looked into", "调看录像，情况属实"),
    ("rectified", "15:30", "It is put right", "已与窗口人员面谈，调整排班"),
    ("answered", "16:10", "The citizen gets an answer", "已电话答复并致歉"),
)


def act(play: Performance) -> None:
    citizens = Citizens(play.road("citizens"))
    screen, asked = play.stages[f"counter-{WINDOW}"], play.stages[f"pad-{WINDOW}"]
    with handsets(play.route, public_url(play)) as another:
        play.recorder.act("A citizen is not content, and says why")
        first, second, third = (citizens.take(_UNIT) for _ in range(3))
        log_in_at(play, screen, play.clerk)
        low(play, screen, asked, first)
        play.recorder.act("The next one rates by phone, the third not at all")
        by_phone(play, screen, another(), second)
        play.phones.clear()
        skipped(play, screen, asked, third)
    play.recorder.act("In the afternoon another clerk presses the faces meant for citizens")
    log_out_at(play, screen)
    own_presses(play, citizens, asked)
    play.recorder.act("The supervisor sees both")
    desk = supervisor_on_duty(play, _SUPERVISOR)
    alarmed(play, desk)
    flags(play, desk)
    play.recorder.act("The low rating is followed up")
    follow_up(play, desk)


def serve(play: Performance, screen: Stage, taken: Taken, begins: str, ends: str) -> None:
    """From the call to the end of the service, by the keys of the counter."""
    set_clock(play, begins)
    screen.press("call-next").wait("number", taken.number)
    screen.press("start").wait("finish")
    set_clock(play, ends)
    screen.press("finish").wait("no-ticket")


def low(play: Performance, screen: Stage, asked: Stage, taken: Taken) -> None:
    play.look = (screen.name, asked.name)
    with play.recorder.step("asked", "Served; the pad asks, the counter does not show it"):
        serve(play, screen, taken, "10:01", "10:01:16")
        asked.wait_page("ask", within_s=_WITHIN_S)
    play.look = (asked.name,)
    set_clock(play, "10:01:22")
    with play.recorder.step("very-dissatisfied", "非常不满意 is touched; the pad asks what it was"):
        asked.press(f"level-{_WORST}").wait_page("labels")
    with play.recorder.step("labels", "Two labels are chosen") as told:
        for label in _LABELS:
            asked.press(f"label-{label}")
        told.append(", ".join(_LABELS))
    with play.recorder.step("thanked", "Sent: it counts, and cannot be changed"):
        asked.press("send").wait_page("thanks")


def by_phone(play: Performance, screen: Stage, phone: Browser, taken: Taken) -> None:
    play.look = (f"pad-{WINDOW}",)
    with play.recorder.step("phone-asks", "Served; the phone asks as well"):
        phone.open(taken.status_url)
        serve(play, screen, taken, "10:11", "10:11:16")
        set_clock(play, "10:11:26")
        phone.wait("#panel-rating .wish button")
        play.phones["phone"] = phone
    with play.recorder.step("rated-by-phone", "Rated on the phone; the pad asks no more") as told:
        rate(phone, _GOOD)
        told.append(phone.text("#rated"))
        play.keeper.wait_until(
            lambda: play.stages[f"pad-{WINDOW}"].page() != "ask",
            within_s=_WITHIN_S,
            what="the pad asks no more",
        )


def skipped(play: Performance, screen: Stage, asked: Stage, taken: Taken) -> None:
    with play.recorder.step("skipped", "The third does not want to say, and need not"):
        serve(play, screen, taken, "10:19", "10:19:16")
        asked.wait_page("ask", within_s=_WITHIN_S)
        set_clock(play, "10:19:21")
        asked.press("skip").wait_page("skipped")


def own_presses(play: Performance, citizens: Citizens, asked: Stage) -> None:
    """As soon as the pad asks it is pressed, again and again; nobody sits there."""
    play.look = (asked.name,)
    with play.recorder.step("own-presses", "Services of no length, each rated 非常满意 at once") as told:
        set_clock(play, "13:59")
        desk = Seat(play.road(f"counter-{WINDOW}"), play.clerks[_CLERK], WINDOW)
        for nth in range(_PRESSES):
            taken = citizens.take("registration/consult", anonymous=True)
            set_clock(play, f"14:00:{nth * 9:02}")
            for step in ("call-next", "start", "finish"):
                desk.do(step)
            asked.wait("asked-number", taken.number, within_s=_WITHIN_S).press("level-5").wait_page("thanks")
        told.append(f"{_PRESSES} times")


def alarmed(play: Performance, desk: Stage) -> None:
    with play.recorder.step("alarmed", "Doubtful ratings are among the alarms") as told:
        alarm = f"alarm-rating-flagged-rating:{WINDOW}:{_CLERK}:string"
        desk.wait(alarm, within_s=_WITHIN_S)
        told.append(alarm)


def flags(play: Performance, desk: Stage) -> None:
    play.look = (desk.name,)
    with play.recorder.step(
        "flagged", "Rates beside their doubts; the clerks' own screens show neither"
    ) as told:
        desk.press("panel-ratings").wait("rate").wait("flags", within_s=_WITHIN_S)
        told += [desk.text("rate"), desk.text("counts")]


def follow_up(play: Performance, desk: Stage) -> None:
    with play.recorder.step(
        "follow-up", "Who was not content, with what, and until when it is answered"
    ) as told:
        desk.press("follow-up-1").wait("due")
        told.append(desk.text("due"))
    for name, at, sentence, note in _STAGES:
        set_clock(play, at)
        with play.recorder.step(name, sentence):
            stage_done(play, desk, note)
    set_clock(play, "17:00")
    with play.recorder.step("reviewed", "Called back: content now; the follow-up is closed"):
        desk.type("note", "回访满意").press("result-satisfied").press("answer")
        play.keeper.wait_until(
            lambda: "answer" not in desk.names(), within_s=_WITHIN_S, what="the follow-up is closed"
        )


def stage_done(play: Performance, desk: Stage, note: str) -> None:
    before = desk.text("says")
    desk.type("note", note).press("answer")
    play.keeper.wait_until(
        lambda: desk.text("says") != before, within_s=_WITHIN_S, what="the follow-up is a stage further"
    )


def reckon(play: Performance, lines: Lines) -> None:
    """The report says what was seen."""
    with play.recorder.step("report", "The ratings' report, from the journal alone", pictured=False) as told:
        file = play.folder.root / "ratings.json"
        program = [PAIHAO, "report", "ratings", "--journal", str(play.folder.export), "--json", str(file)]
        play.keeper.run("report", program)
        report = json.loads(file.read_text())
        rules = {each["rule"] for each in report["flags"]}
        clerks = {each["clerk"] for each in report["flags"]}
        if not rules >= {"at-once", "string", "empty-seat"} or clerks != {_CLERK}:
            raise Different(f"flagged were {rules} of clerks {clerks}")
        play.story["ratings"] = {"json": play.folder.relative(file), "flags": sorted(rules)}
        told.append(", ".join(sorted(rules)))
    with play.recorder.step("followed", "The follow-up went its whole way", pictured=False) as told:
        kinds = [line["kind"] for line in lines if line["kind"].startswith("follow-up")]
        play.story["follow_up"] = kinds
        told.append(", ".join(kinds))


LOW_RATING = Play(
    name="low-rating",
    title="A low rating and what follows; one by phone, one not at all, and presses nobody believes",
    act=act,
    screens=(),
    begins_at="10:00",
    fronts=(kiosks_api(), counter(WINDOW), pad(WINDOW), supervisor()),
    clerks=(_SUPERVISOR, _CLERK),
    shall_hold=("service-rated", "rating-skipped", "follow-up-opened", "follow-up-closed"),
    reckon=reckon,
)
