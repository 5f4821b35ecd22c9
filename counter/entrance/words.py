"""What every screen of staff says alike: of this computer, of its line to the hall, and at logging in."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
TEXTS = Path(__file__).parent / "i18n"
Words = tuple[str, str]
"""A title, and what to do now."""


def unusable() -> str:
    """Of the codes in `NO_SUCH_DEVICE`."""
    return translate("Entrance", "本机不能使用")


def line_down(code: str, meanwhile: str) -> Words:
    """`meanwhile` is what those at this screen need to know as long as the server is away."""
    match code:
        case "unauthenticated":
            advice = translate("Entrance", "本机未登记，或登记已被取消。请联系管理员重新登记本机。")
            return unusable(), advice
        case "hall-is-another":
            return unusable(), translate("Entrance", "服务器不是本机登记的那一台。请联系管理员。")
        case _:
            return translate("Entrance", "服务器暂时连不上"), meanwhile


def objection(code: str) -> Words | None:
    """Why nobody was logged in; None for a code that each screen words by itself, or that none knows."""
    known = OBJECTIONS.get(code)
    return known() if known else None


def fill_in_both() -> Words:
    return translate("Entrance", "请填写工号和密码"), ""


def wrong_password() -> Words:
    return (
        translate("Entrance", "工号或密码不对"),
        translate("Entrance", "请重新输入。忘了密码请找管理员重设。"),
    )


def too_many_attempts() -> Words:
    return (
        translate("Entrance", "输错次数太多，请等几分钟"),
        translate("Entrance", "之后再试。忘了密码请找管理员重设。"),
    )


def another_hall() -> Words:
    return translate("Entrance", "服务器不是本机登记的那一台"), translate("Entrance", "请联系管理员。")


OBJECTIONS: Mapping[str, Callable[[], Words]] = {
    "fill-in-both": fill_in_both,
    "wrong-password": wrong_password,
    "too-many-attempts": too_many_attempts,
    "hall-is-another": another_hall,
}
