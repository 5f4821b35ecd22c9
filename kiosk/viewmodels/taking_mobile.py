"""What the page shows on which a mobile may be left for messages: pure. No digit of it is told to a log."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from display.kit.phones import grouped, masked
from kiosk.flow.facts import Facts
from kiosk.flow.mobile import may_leave_one
from kiosk.flow.visit import Page, Visit

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class MobileProps:
    """`offer` leads to the keys; empty where the hall sends no messages. `left`: one was left already.

    `typed` is what the keys work on, `shown` the same in groups. `done` says what Enter does with it.
    """

    offer: str = ""
    left: bool = False
    typed: str = field(default="", repr=False)
    shown: str = field(default="", repr=False)
    notice: str = ""
    done: str = ""


def mobile(visit: Visit, page: Page, facts: Facts) -> MobileProps:
    match page:
        case Page.CONFIRM:
            return MobileProps(offer=offer(visit, facts), left=visit.phone != "")
        case Page.MOBILE:
            return MobileProps(
                typed=visit.typed,
                shown=grouped(visit.typed),
                notice=notice(visit),
                done=translate("Kiosk", "完成") if visit.typed else translate("Kiosk", "不留手机号"),
            )
        case _:
            return MobileProps()


def offer(visit: Visit, facts: Facts) -> str:
    if not may_leave_one(visit, facts):
        return ""
    if visit.phone:
        return translate("Kiosk", "短信发到 %1").replace("%1", masked(visit.phone))
    return translate("Kiosk", "短信提醒（可不填）")


def notice(visit: Visit) -> str:
    if visit.trouble != "phone-wrong":
        return ""
    return translate("Kiosk", "手机号不对：应是 11 位，以 1 开头。请再核对，或按“返回”不留。")
