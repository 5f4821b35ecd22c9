"""What the codes in figures are called, in Chinese and English."""

from dataclasses import dataclass, field

from queue_core.reports.tally import Part

Both = tuple[str, str]
"""In Chinese and in English."""

CLASSES: dict[str, Both] = {
    "accept": ("受理", "Accept"),
    "consult": ("咨询", "Consult"),
    "pickup": ("取件", "Pickup"),
}
RIGHTS: dict[str, Both] = {
    "arrival": ("先到", "Arrival"),
    "pickup": ("取件优先", "Pickup"),
    "priority": ("法定优先", "Priority"),
    "appointment": ("预约", "Appointment"),
}


KINDS: dict[str, Both] = {
    "card_reader": ("读卡器", "Card reader"),
    "ticket_printer": ("凭条打印机", "Ticket printer"),
    "window_bus": ("窗口总线", "Window bus"),
    "staff_card_reader": ("员工卡读卡器", "Staff card reader"),
    "scanner": ("扫码器", "Scanner"),
    "rating_keypad": ("评价键盘", "Rating keypad"),
    "window_strips": ("窗口条屏", "Window strips"),
    "locker": ("取件柜", "Locker"),
    "speaker": ("语音播报", "Loudspeaker"),
}


@dataclass(frozen=True, slots=True)
class Naming:
    """As a hall.toml has them; a code without a name stands for itself. Clerks go by their numbers."""

    categories: dict[str, Both] = field(default_factory=dict)
    matters: dict[str, Both] = field(default_factory=dict)

    def of(self, part: Part, code: str) -> str:
        if part is Part.UNIT:
            return self.unit(code)
        if part is Part.HOUR:
            return f"{code}:00"
        names = {
            Part.CLASS: CLASSES,
            Part.CATEGORY: self.categories,
            Part.MATTER: self.matters,
            Part.RIGHT: RIGHTS,
        }
        return _joined(names.get(part, {}).get(code), code)

    def unit(self, code: str) -> str:
        """Of `category/class`."""
        category, _, name = code.rpartition("/")
        mine, other = self.categories.get(category, (category, category)), CLASSES.get(name, (name, name))
        chinese, english = f"{mine[0]} {other[0]}", f"{mine[1]} {other[1].lower()}"
        return chinese if mine[0] == mine[1] else f"{chinese} {english}"


def kind_name(code: str) -> str:
    """Of a kind of device, a word of the drivers."""
    return _joined(KINDS.get(code), code)


def _joined(both: Both | None, code: str) -> str:
    if both is None:
        return code
    return both[0] if both[0] == both[1] else f"{both[0]} {both[1]}"
