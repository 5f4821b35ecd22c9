"""The pages on which a number reaches its holder, or does not."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from counter.guide.flow import presses as p
from counter.guide.flow.state import Guide, Way, can_print
from counter.guide.flow.steps import may_be_on_paper
from counter.guide.viewmodels import words
from counter.guide.viewmodels.parts import Choice, Layout, Parts, Row
from counter.guide.viewmodels.telling import told

translate = QCoreApplication.translate


def printing(state: Guide, _: str) -> Parts:
    ticket = state.help.ticket
    return Parts(
        layout=Layout.MESSAGE,
        icon="printer",
        title=translate("Guide", "正在打印"),
        number=ticket.number if ticket else "",
        hint=translate("Guide", "请稍候"),
        is_busy=True,
        has_home=False,
        has_back=False,
    )


def qr(state: Guide, _: str) -> Parts:
    helped = state.help
    acts = [
        Choice(name="again", text=translate("Guide", "换新码"), icon="repeat", press=p.Again()),
    ]
    if can_print(state):
        acts.append(
            Choice(
                name="way-paper",
                text=translate("Guide", "改为打印"),
                icon="printer",
                press=p.WayChosen(way=Way.PAPER),
            )
        )
    return Parts(
        layout=Layout.QR,
        title=translate("Guide", "请办事人用手机扫码"),
        hint=translate("Guide", "扫码后这里会显示已送到；二维码两分钟内有效，只能用一次。"),
        number=helped.ticket.number if helped.ticket else "",
        qr=helped.claim.url if helped.claim else "",
        acts=tuple(acts),
        is_busy=helped.asking is not None,
        has_home=False,
    )


def undelivered(state: Guide, language: str) -> Parts:
    helped = state.help
    title, text = told(helped.trouble, language)
    acts = []
    if may_be_on_paper(helped) and not helped.stands:
        acts.append(
            Choice(
                name="paper-good",
                text=translate("Guide", "纸出来了，完整"),
                icon="check",
                press=p.PaperIsGood(),
            )
        )
    acts += [
        Choice(
            name="way-paper",
            text=translate("Guide", "打印"),
            icon="printer",
            press=p.WayChosen(way=Way.PAPER),
        ),
        Choice(
            name="way-phone",
            text=translate("Guide", "手机扫码"),
            icon="qr",
            press=p.WayChosen(way=Way.PHONE),
        ),
    ]
    if not helped.stands:
        acts.append(
            Choice(name="withdraw", text=translate("Guide", "作废"), icon="cross", press=p.WithdrawWanted())
        )
    return Parts(
        layout=Layout.MESSAGE,
        icon="warning",
        tone="warn",
        title=title,
        hint=text,
        number=helped.ticket.number if helped.ticket else "",
        acts=tuple(acts),
        has_main=True,
        is_busy=helped.asking is not None,
        has_home=helped.stands,
        has_back=helped.stands,
    )


def delivered(state: Guide, language: str) -> Parts:
    helped, ticket = state.help, state.help.ticket
    if ticket is None:
        return Parts()
    on_phone = helped.way is Way.PHONE
    rows = [Row(name=translate("Guide", "窗口"), text=words.windows(ticket.windows))]
    if way := words.ways(ticket.windows, state.hall, language):
        rows.append(Row(name=translate("Guide", "位置"), text=way))
    return Parts(
        layout=Layout.NUMBER,
        title=translate("Guide", "号已到手机") if on_phone else translate("Guide", "号已打印，请撕给办事人"),
        hint=words.unit_name(ticket.ticket_class, ticket.category, state.hall, language),
        tone="good",
        number=ticket.number,
        ticket_class=ticket.ticket_class.value,
        headline=f"{words.ahead(ticket.ahead)}\n{words.wait(ticket.estimate)}",
        rows=tuple(rows),
        acts=(
            Choice(name="done", text=translate("Guide", "完成"), icon="check", press=p.Leave()),
            *paper_too(state),
        ),
        has_main=True,
        has_back=helped.before is not None,
    )


def paper_too(state: Guide) -> Iterator[Choice]:
    if can_print(state):
        yield Choice(
            name="way-paper",
            text=translate("Guide", "再打一张"),
            icon="printer",
            press=p.WayChosen(way=Way.PAPER),
        )
