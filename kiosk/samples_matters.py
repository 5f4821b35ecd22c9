"""Invented matters with what they need, beside those of `samples`."""

import msgspec

from kiosk.samples import CLASSES
from queue_core.wire.matters import FoundMatters, Material, Matter, MatterLine, SelfServiceTerminal

MATTERS = FoundMatters(
    matters=tuple(
        MatterLine(
            code=code,
            names=names,
            category="registration",
            classes=CLASSES,
            usual_minutes=minutes,
            without_queue=without_queue,
        )
        for code, names, minutes, without_queue in (
            (
                "sole-trader-setup",
                {
                    "zh-CN": "个体工商户设立登记",
                    "zh-Hant": "個體工商戶設立登記",
                    "en": "Registration of a sole trader",
                },
                15,
                True,
            ),
            (
                "company-setup",
                {
                    "zh-CN": "有限责任公司设立登记",
                    "zh-Hant": "有限責任公司設立登記",
                    "en": "Registration of a limited liability company",
                },
                25,
                False,
            ),
            (
                "food-licence",
                {
                    "zh-CN": "食品经营许可证核发（含散装熟食、冷食类、生食类、糕点类食品制售）",
                    "zh-Hant": "食品經營許可證核發（含散裝熟食、冷食類、生食類、糕點類食品製售）",
                    "en": "Food business licence, cooked, cold and raw food and pastry made and sold",
                },
                40,
                False,
            ),
            *(
                (
                    f"change-{number}",
                    {
                        "zh-CN": f"公司变更登记（{number}）",
                        "zh-Hant": f"公司變更登記（{number}）",
                        "en": f"Change of a company's registration ({number})",
                    },
                    15,
                    False,
                )
                for number in range(1, 8)
            ),
        )
    ),
    total=31,
)
MATERIALS = tuple(
    Material(names=names, originals=originals, copies=copies)
    for names, originals, copies in (
        (
            {
                "zh-CN": "申请书（原件签字盖章）",
                "zh-Hant": "申請書（原件簽字蓋章）",
                "en": "Application form, signed and stamped",
            },
            1,
            0,
        ),
        (
            {
                "zh-CN": "公司章程（全体股东签署）",
                "zh-Hant": "公司章程（全體股東簽署）",
                "en": "Articles of association, signed by all shareholders",
            },
            1,
            0,
        ),
        (
            {
                "zh-CN": "经营场所使用证明（产权证或租赁合同）",
                "zh-Hant": "經營場所使用證明（產權證或租賃合同）",
                "en": "Proof of the premises: deed or lease",
            },
            0,
            1,
        ),
        (
            {
                "zh-CN": "经办人身份证",
                "zh-Hant": "經辦人身份證",
                "en": "Identity card of the person who applies",
            },
            1,
            1,
        ),
        ({"zh-CN": "清税证明", "zh-Hant": "清稅證明", "en": "Tax clearance certificate"}, 1, 2),
        ({"zh-CN": "股东会决议", "zh-Hant": "股東會決議", "en": "Shareholders' resolution"}, 1, 0),
        (
            {
                "zh-CN": "营业执照正、副本",
                "zh-Hant": "營業執照正、副本",
                "en": "Business licence, original and duplicate",
            },
            2,
            0,
        ),
    )
)
MATTER = Matter(
    code="company-setup",
    names={
        "zh-CN": "有限责任公司设立登记",
        "zh-Hant": "有限責任公司設立登記",
        "en": "Registration of a limited liability company",
    },
    category="registration",
    department={
        "zh-CN": "示范区市场监督管理局",
        "zh-Hant": "示範區市場監督管理局",
        "en": "Market Regulation Bureau",
    },
    classes=CLASSES,
    usual_minutes=25,
    materials=MATERIALS,
    terminals=(),
    web=None,
)
TERMINAL = SelfServiceTerminal(
    window=13,
    floor="2",
    zone={"zh-CN": "B区", "zh-Hant": "B區", "en": "Zone B"},
    building={"zh-CN": "主楼", "zh-Hant": "主樓", "en": "Main building"},
    walking_minutes=3,
)
ELSEWHERE = msgspec.structs.replace(
    MATTER, terminals=(TERMINAL,), web="https://service.example.org/sole-trader"
)
ON_THE_WEB = msgspec.structs.replace(
    MATTER, web="https://service.example.org/company", materials=(), classes=()
)
