"""Invented receipts to look at a template with."""

from enum import StrEnum

from msgspec.structs import replace

from queue_core.wire.cases import Case, Receipt
from queue_core.wire.words import CaseState, PickupWay, ReceiptKind


class Example(StrEnum):
    USUAL = "usual"  # accepted, to be collected at a window, with a message
    LOCKER = "locker"
    POST = "post"
    SILENT = "silent"  # no phone was given
    HANDED_OVER = "handed-over"
    LONG = "long"  # long names and a long code, printed again


_ACCEPTED = Receipt(
    kind=ReceiptKind.ACCEPTANCE,
    case=Case(
        code="20261122-00073",
        category="registration",
        matter="company-change",
        state=CaseState.ACCEPTED,
        accepted_at_ms=1_795_309_200_000,
        ready_at_ms=None,
        has_phone=True,
        receipt_code="PAIHAO:C:20261122-00073",
    ),
    hall_names={
        "zh-CN": "示范政务服务中心",
        "zh-Hant": "示範政務服務中心",
        "en": "Demonstration Government Service Centre",
    },
    category_names={"zh-CN": "注册登记", "zh-Hant": "註冊登記", "en": "Registration"},
    matter_names={
        "zh-CN": "公司变更登记",
        "zh-Hant": "公司變更登記",
        "en": "Change of a company's registration",
    },
    nth=1,
    given_at_ms=1_795_309_200_000,
    window=3,
    clerk="1001",
    holder_tail="001X",
    number="023",
    kept_days=30,
)


def example(which: Example) -> Receipt:
    accepted, case = _ACCEPTED, _ACCEPTED.case
    match which:
        case Example.USUAL:
            return accepted
        case Example.LOCKER:
            return replace(accepted, case=replace(case, way=PickupWay.LOCKER), kept_days=7)
        case Example.POST:
            return replace(accepted, case=replace(case, way=PickupWay.POST), kept_days=None)
        case Example.SILENT:
            return replace(accepted, case=replace(case, has_phone=False))
        case Example.HANDED_OVER:
            handed_over = replace(case, state=CaseState.HANDED_OVER, ready_at_ms=case.accepted_at_ms)
            return replace(accepted, kind=ReceiptKind.HAND_OVER, case=handed_over, number="108")
        case Example.LONG:
            return replace(
                accepted,
                case=replace(case, code="SF-2026-44030700-0001234567", receipt_code="PAIHAO:C:" + "7" * 30),
                hall_names={
                    "zh-CN": "示范市南沙新区𬒗岗街道党群服务中心（政务服务分厅）",
                    "zh-Hant": "示範市南沙新區𬒗崗街道黨群服務中心（政務服務分廳）",
                    "en": "Nangang Subdistrict Community and Government Service Centre",
                },
                matter_names={
                    "zh-CN": "城市管理和综合行政执法、户外广告登记（变更、延续、补办）",
                    "zh-Hant": "城市管理和綜合行政執法、戶外廣告登記（變更、延續、補辦）",
                    "en": "Urban management and law enforcement: outdoor advertising, change or renewal",
                },
                nth=2,
            )
