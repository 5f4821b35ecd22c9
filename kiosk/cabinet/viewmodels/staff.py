"""The pages of couriers, clerks and supervisors."""

from PySide6.QtCore import QCoreApplication

from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.staffing import LONGEST_CASE
from kiosk.cabinet.flow.state import Cabinet, Task, may_inspect
from kiosk.cabinet.viewmodels import words
from kiosk.cabinet.viewmodels.front import back
from kiosk.cabinet.viewmodels.parts import Choice, Field, Keys, Layout, Parts
from kiosk.cabinet.viewmodels.words import fill
from queue_core.wire.views import DoorView
from queue_core.wire.words import DoorCondition, DoorSize, DoorTrouble, DoorUse

translate = QCoreApplication.translate


def log_in(state: Cabinet, language: str) -> Parts:
    """What was wrong stands in the place of what to do: the keys need the room."""
    hint = (
        translate("Cabinet", "刷员工卡，或输入工号和密码")
        if state.means.has_staff_reader
        else translate("Cabinet", "请输入工号和密码")
    )
    return Parts(
        layout=Layout.LOGIN,
        title=translate("Cabinet", "工作人员"),
        hint=log_in_notice(state, language) or hint,
        back=back(),
    )


def log_in_notice(state: Cabinet, language: str) -> str:
    visit = state.visit
    match visit.hint:
        case "":
            return lying_staff_card(state)
        case "fill-in-both":
            return translate("Cabinet", "工号和密码都要填")
        case "card-unread":
            return translate("Cabinet", "没有读到员工卡，请再放一次")
        case _:
            told = words.said(visit.trouble, language) if visit.trouble else ""
            return told or translate("Cabinet", "没有登录，请再试一次")


def lying_staff_card(state: Cabinet) -> str:
    if not state.has_left_staff_card:
        return ""
    return translate("Cabinet", "员工卡已经在读卡处，请拿起再放一次")


def tasks(state: Cabinet, _: str) -> Parts:
    staff = state.visit.staff
    assert staff is not None
    overdue = overdue_doors(state)
    choices = [
        Choice(
            name="deposit",
            text=translate("Cabinet", "存件"),
            hint=fill(translate("Cabinet", "空柜 %1 个。也可以直接扫回执"), len(free_doors(state))),
            icon="pickup",
            tone="pickup",
            press=h.TaskChosen(task=Task.DEPOSIT),
        ),
        Choice(
            name="remove",
            text=translate("Cabinet", "取回"),
            hint=fill(translate("Cabinet", "逾期未取 %1 件"), len(overdue))
            if overdue
            else translate("Cabinet", "逾期的、换地方的"),
            icon="repeat",
            press=h.TaskChosen(task=Task.REMOVE),
        ),
    ]
    if may_inspect(staff):
        choices.append(
            Choice(
                name="inspect",
                text=translate("Cabinet", "查验"),
                hint=fill(translate("Cabinet", "%1 个柜门要看一下"), len(wanting(state))),
                icon="info",
                press=h.TaskChosen(task=Task.INSPECT),
            )
        )
    return Parts(
        layout=Layout.LIST,
        title=fill(translate("Cabinet", "%1，您好"), staff.display_name),
        hint="",
        choices=tuple(choices),
        acts=(Choice(name="log-out", text=translate("Cabinet", "退出"), icon="log-out", press=h.Leave()),),
    )


def free_doors(state: Cabinet) -> list[DoorView]:
    return [one for one in doors_of(state) if one.use is DoorUse.FREE]


def overdue_doors(state: Cabinet) -> list[DoorView]:
    return [one for one in doors_of(state) if one.is_overdue]


def wanting(state: Cabinet) -> list[DoorView]:
    """Doors that somebody has to look at."""
    return [one for one in doors_of(state) if one.use in {DoorUse.UNSURE, DoorUse.OUT} or one.trouble]


def doors_of(state: Cabinet) -> tuple[DoorView, ...]:
    return state.view.doors if state.view else ()


def case_code(state: Cabinet, _: str) -> Parts:
    visit = state.visit
    is_deposit = visit.task is Task.DEPOSIT
    late = 0 if is_deposit else len(overdue_doors(state))
    listed = Choice(
        name="overdue",
        text=fill(translate("Cabinet", "逾期未取 %1 件"), late),
        icon="repeat",
        press=h.OverdueShown(),
    )
    return Parts(
        layout=Layout.CODE,
        title=translate("Cabinet", "存件：扫回执，或输入办件号")
        if is_deposit
        else translate("Cabinet", "取回：扫回执，或输入办件号"),
        acts=(listed,) if late else (),
        field=Field(
            text=visit.typed,
            shown=visit.typed,
            placeholder=translate("Cabinet", "办件号"),
            keys=Keys.MIXED,
            longest=LONGEST_CASE,
            can_enter=visit.typed != "",
        ),
        back=back(),
    )


def size(state: Cabinet, _: str) -> Parts:
    names = {
        DoorSize.SMALL: (translate("Cabinet", "小"), translate("Cabinet", "证照、信封")),
        DoorSize.MEDIUM: (translate("Cabinet", "中"), translate("Cabinet", "档案袋、文件夹")),
        DoorSize.LARGE: (translate("Cabinet", "大"), translate("Cabinet", "箱子、厚卷宗")),
    }
    free = free_doors(state)
    return Parts(
        layout=Layout.SIZES,
        title=translate("Cabinet", "要多大的柜子？"),
        hint=fill(translate("Cabinet", "办件号 %1"), state.visit.case)
        if not state.visit.case.startswith("PAIHAO:")
        else "",
        choices=tuple(
            Choice(
                name=f"size-{one.value}",
                text=name,
                hint=fill(
                    translate("Cabinet", "%1\n空 %2 个"), means, sum(each.size is one for each in free)
                ),
                press=h.SizeChosen(size=one),
            )
            for one, (name, means) in names.items()
        ),
        back=back(),
    )


def doors(state: Cabinet, _: str) -> Parts:
    """Those that want to be looked at come first."""
    first = wanting(state)
    rest = [one for one in doors_of(state) if one not in first]
    return Parts(
        layout=Layout.DOORS,
        title=translate("Cabinet", "查验哪个柜门？"),
        hint=fill(translate("Cabinet", "%1 个要看一下，排在前面"), len(first))
        if first
        else translate("Cabinet", "现在没有要看的柜门"),
        choices=tuple(door_choice(one, is_first=one in first) for one in (*first, *rest)),
        back=back(),
    )


def overdue(state: Cabinet, _: str) -> Parts:
    late = overdue_doors(state)
    return Parts(
        layout=Layout.DOORS,
        title=translate("Cabinet", "取回哪个柜门里的？"),
        hint="" if late else translate("Cabinet", "现在没有逾期的"),
        choices=tuple(door_choice(one, is_first=False) for one in late),
        back=back(),
    )


def door_choice(door: DoorView, *, is_first: bool) -> Choice:
    return Choice(
        name=f"door-{door.number}",
        text=fill(translate("Cabinet", "%1 号"), door.number),
        hint=condition(door),
        icon="warning" if is_first else "info",
        tone="warn" if is_first else "action",
        press=h.DoorChosen(door=door.number),
    )


def condition(door: DoorView) -> str:  # noqa: C901, PLR0911 one a state
    match door.trouble:
        case DoorTrouble.STUCK:
            return translate("Cabinet", "打不开")
        case DoorTrouble.FORCED:
            return translate("Cabinet", "被强开过")
        case DoorTrouble.FOUND_FULL:
            return translate("Cabinet", "存件时发现有东西")
        case None:
            pass
    if door.condition is DoorCondition.UNKNOWN:
        return translate("Cabinet", "锁控板不应答")
    if door.condition is DoorCondition.OPEN:
        return translate("Cabinet", "开着")
    match door.use:
        case DoorUse.FREE:
            return translate("Cabinet", "空")
        case DoorUse.PENDING:
            return translate("Cabinet", "正在用")
        case DoorUse.HOLDS:
            return translate("Cabinet", "有件，已逾期") if door.is_overdue else translate("Cabinet", "有件")
        case DoorUse.UNSURE:
            return translate("Cabinet", "不知道里面有没有东西")
        case DoorUse.OUT:
            return translate("Cabinet", "停用")
