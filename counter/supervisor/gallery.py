"""Every state of the supervisor's overview, with invented people, for `--gallery DIR` and for tests."""

import sys
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path

from counter.supervisor import pickup_samples as pickup
from counter.supervisor import samples
from counter.supervisor.app import SUPERVISOR
from counter.supervisor.flow.acts import PauseWindow
from counter.supervisor.flow.doors import DoorDeed
from counter.supervisor.flow.profiles import all_units
from counter.supervisor.flow.state import Deed, Duty, Link, Panel, Step, Topic, alarm_name
from counter.supervisor.pickup_samples import alarmed, at_door, pickup_duty
from counter.supervisor.samples import MINUTE_MS, NOW_MS, calm, duty, looking_at, morning, overload, told
from counter.supervisor.viewmodels.overview import Outside, Overview
from display.kit.gallery import Scene, looks, render
from display.kit.window import OpenWindow, application

SIZES = {"desk": (1920, 1080), "small": (1280, 800)}
LOG_IN = Duty(link=Link.UP)
TWELVE, FORTY, MANY = duty(12), duty(40), duty(120)


def preparing(deed: Deed, window: int, **more: object) -> Duty:
    chosen = looking_at(FORTY, Panel.WINDOW, window)
    return replace(chosen, deed=deed, **more)  # type: ignore[arg-type]  # fields of Duty


def away(state: Duty, minutes: int) -> Duty:
    return replace(state, link=Link.DOWN, link_code="hall-unreachable", heard_ms=NOW_MS - minutes * MINUTE_MS)


STATES: dict[str, Duty] = {
    "login": LOG_IN,
    "login-waiting": replace(LOG_IN, step=Step.LOGGING_IN),
    "login-refused": told(LOG_IN, "wrong-password"),
    "login-clerk": told(LOG_IN, "not-for-clerk"),
    "login-guide": told(LOG_IN, "not-for-guide"),
    "login-away": Duty(link=Link.DOWN, link_code="hall-unreachable"),
    "login-unknown-device": Duty(link=Link.DOWN, link_code="unauthenticated"),
    "login-session-ended": told(LOG_IN, "session-ended"),
    "connecting": replace(TWELVE, watched=()),
    "hall-12": TWELVE,
    "hall-40": FORTY,
    "hall-120": MANY,
    "calm-40": calm(40),
    "morning-40": morning(40),
    "overload-12": overload(12),
    "overload-120": overload(120),
    "seen-40": replace(overload(40), acknowledged=frozenset(map(alarm_name, samples.MANY[:5]))),
    "away-40": away(FORTY, 2),
    "away-pressed": told(away(preparing(Deed.PAUSE, 1), 0), "not-sent"),
    "late": replace(FORTY, missing=frozenset({Topic.FIGURES, Topic.RATINGS}), figures=None),
    "window-serving": looking_at(FORTY, Panel.WINDOW, 2),
    "window-idle": looking_at(FORTY, Panel.WINDOW, 5),
    "window-closed": looking_at(FORTY, Panel.WINDOW, 9),
    "window-paused": looking_at(FORTY, Panel.WINDOW, 7),
    "window-terminal": looking_at(FORTY, Panel.WINDOW, 40),
    "window-120": looking_at(MANY, Panel.WINDOW, 5),
    "deed-open": preparing(Deed.OPEN, 9),
    "deed-close": preparing(Deed.CLOSE, 5),
    "deed-emergency": preparing(Deed.EMERGENCY, 2),
    "deed-pause": preparing(Deed.PAUSE, 1),
    "deed-pause-no-reason": told(preparing(Deed.PAUSE, 5), "reason-missing"),
    "deed-resume": preparing(Deed.RESUME, 7),
    "deed-profile": preparing(Deed.PROFILE, 5, units=all_units(FORTY.hall)[3:7]),
    "deed-call": preparing(Deed.CALL, 5, waiting=samples.WAITING, number=103),
    "deed-call-nobody": preparing(Deed.CALL, 5, waiting=()),
    "deed-call-refused": told(
        preparing(Deed.CALL, 5, waiting=samples.WAITING, number=103),
        "ticket-ended",
        said=(
            ("zh-CN", "这个号已经结束，请重新取号。"),
            ("en", "This number has ended. Please take a new one."),
        ),
    ),
    "done": told(looking_at(FORTY, Panel.WINDOW, 1), "done", act=PauseWindow(window=1, reason="meal")),
    "no-answer": told(preparing(Deed.PAUSE, 1), "no-answer"),
    "ratings": looking_at(FORTY, Panel.RATINGS),
    "ratings-none": looking_at(morning(12), Panel.RATINGS),
    "follow-up": replace(looking_at(FORTY, Panel.RATINGS), follow_up=7),
    "follow-up-review": replace(looking_at(FORTY, Panel.RATINGS), follow_up=9),
    "devices": looking_at(FORTY, Panel.DEVICES),
    "devices-none": looking_at(morning(12), Panel.DEVICES),
    "notices": looking_at(replace(FORTY, board=samples.BOARD), Panel.NOTICES),
    "notices-none": looking_at(FORTY, Panel.NOTICES),
    "lockers-none": pickup_duty((), panel=Panel.LOCKERS),
    "lockers-1": pickup_duty(pickup.ONE, panel=Panel.LOCKERS),
    "lockers-3": pickup_duty(pickup.THREE, panel=Panel.LOCKERS, **alarmed(*pickup.CABINET_ALARMS)),
    "lockers-120": pickup_duty(pickup.MANY, panel=Panel.LOCKERS),
    "lockers-alarms": pickup_duty(pickup.THREE, **alarmed(*pickup.CABINET_ALARMS)),
    "lockers-alarms-rest": pickup_duty(pickup.THREE, **alarmed(*pickup.CABINET_ALARMS[7:])),
    "door-free": at_door(8),
    "door-overdue": at_door(2),
    "door-unsure": at_door(3),
    "door-left-open": at_door(4),
    "door-forced": at_door(5),
    "door-unknown": at_door(18),
    "door-cabinet-away": told(at_door(6, (pickup.THREE[2],), door_deed=DoorDeed.INSPECT), "cabinet-away"),
    "door-say": at_door(3, door_deed=DoorDeed.SAY),
    "door-keep": at_door(2, door_deed=DoorDeed.KEEP),
    "door-take-out": at_door(6, door_deed=DoorDeed.TAKE_OUT),
    "door-take-out-sure": at_door(6, door_deed=DoorDeed.TAKE_OUT, is_second=True),
    "door-reassign": at_door(6, door_deed=DoorDeed.REASSIGN),
    "door-out": at_door(8, door_deed=DoorDeed.OUT_OF_SERVICE),
    "case-loose": pickup_duty(pickup.ONE, panel=Panel.LOCKERS, loose="20251229-00317"),
    "messages": pickup_duty(pickup.ONE, panel=Panel.MESSAGES),
    "messages-again": pickup_duty(pickup.ONE, panel=Panel.MESSAGES, letters_of="UNDELIV"),
    "messages-calm": pickup_duty(
        pickup.ONE, panel=Panel.MESSAGES, messages=pickup.told(is_calm=True), dead_letters=()
    ),
    "messages-unknown": pickup_duty(pickup.ONE, panel=Panel.MESSAGES, messages=None, dead_letters=()),
    "closing": looking_at(FORTY, Panel.HALL),
    "closing-wrong": told(looking_at(FORTY, Panel.HALL), "date-wrong"),
}


def scenes(overview: Overview, opened: OpenWindow) -> list[Scene]:
    """Each state as a scene, in whatever language and mode the window is."""

    def scene(name: str, state: Duty) -> Scene:
        def arrange() -> None:
            overview.stand(LOG_IN)  # forms begin anew
            overview.speak(opened.languages.current)
            overview.stand(state)

        return Scene(name=name, arrange=arrange)

    return [scene(name, state) for name, state in STATES.items()]


def open_gallery() -> tuple[Overview, OpenWindow]:
    """The window without a hall: nothing is sent, time stands still."""
    application(SUPERVISOR.name)
    outside = Outside(
        send=lambda _: None,
        speak=lambda _: None,
        dress=lambda _: None,
        hall_ms=lambda: NOW_MS,
        steady_ms=lambda: NOW_MS,
    )
    overview = Overview(outside, language="zh-CN", mode="day")
    return overview, OpenWindow(SUPERVISOR, overview.models)


def draw(out: Path, wanted: str = "*") -> int:
    """Draw everything; the exit code tells whether a text was cut off."""
    overview, opened = open_gallery()
    chosen = [look for look in looks(SIZES) if fnmatch(look.name, wanted)]
    found = render(opened, scenes(overview, opened), chosen, out)
    opened.close()
    for name, texts in found.items():
        sys.stderr.write(f"{name}: cut off: {texts}\n")
    return 1 if found else 0
