"""What staff can do about a dead letter, by its reason: in the languages staff read."""

from collections.abc import Mapping

_Said = tuple[str, str]
_BY_REASON: Mapping[str, _Said] = {
    "expired": (
        "一直没能发出，现在已没有意义。请查看发送渠道是否正常；需要时电话告知。",
        "It could not go out in time. Look at the carriers; call the citizen if it matters.",
    ),
    "quiet-hours": (
        "免打扰时段结束时已没有意义。需要时电话告知。",
        "It would have been worth nothing after the quiet hours. Call the citizen if it matters.",
    ),
    "too-many-to-number": (
        "该号码今天收到的信息已达上限。需要时电话告知，或明天重发。",
        "This number had its fill for today. Call, or send it again tomorrow.",
    ),
    "phone-not-mobile": (
        "登记的不是手机号，收不到短信。请联系办事人更正。",
        "The number on file is no mobile phone. Ask the citizen for another one.",
    ),
    "erased": (
        "保存期限已过，号码已清除，不能再发。",
        "Its retention is over: the number was erased.",
    ),
    "no-template": (
        "没有相应的短信模板。请管理员在短信平台申请并写入 hall.toml，然后重发。",
        "There is no template for it. Have one approved, name it in hall.toml, then send again.",
    ),
    "carrier-gone": (
        "发送渠道已从 hall.toml 删除，不知道发出没有。可以重发，可能收到两次。",
        "Its carrier was taken out of hall.toml, so whether it went is not known. It may come twice.",
    ),
    "carrier-fault": (
        "发送程序出错。请管理员查看日志，再重发。",
        "The sending program failed. The administrator looks into the log; then send again.",
    ),
}
_UNDELIVERED: _Said = (
    "短信平台报告未送达：可能关机、停机或空号。可重发一次，仍不成功请电话告知。",
    "The gateway reports it undelivered: phone off, or number out of use. Send it once more, then call.",
)
_REFUSED: _Said = (
    "短信平台拒收。请管理员按原因代码查明后再重发。",
    "The gateway refuses it. The administrator looks the code up; then send again.",
)


def remedy(reason: str, *, was_sent: bool) -> dict[str, str]:
    """By language tag. `was_sent`: it went out, and its delivery report was bad."""
    chinese, english = _UNDELIVERED if was_sent else _BY_REASON.get(reason, _REFUSED)
    return {"zh-CN": chinese, "en": english}
