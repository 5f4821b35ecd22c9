"""Made-up finished cases in every state their page can show, by pickup code, as the hall would tell them."""

from typing import Any

import qrcode

from display.phone.samples import BACK, FRONT, HALL_NAMES, MORNING_MS, REGISTRATION, ZONE
from queue_core.wire.public import PickupPlace, PickupState, PublicPickup
from queue_core.wire.words import PlaceKind

TOKEN = "made-up-token-22-long-"  # noqa: S105 - opens nothing but the preview
_DAY_MS = 24 * 60 * 60_000
_MATTER = {
    "zh-CN": "个体工商户设立登记",
    "zh-Hant": "個體工商戶設立登記",
    "en": "Registration of a sole trader",
}
_DOOR = PickupPlace(
    kind=PlaceKind.DOOR,
    names={"zh-CN": "一号取件柜", "zh-Hant": "一號取件櫃", "en": "Cabinet 1"},
    label="L1",
    door=12,
)
_PARTNER = PickupPlace(
    kind=PlaceKind.PARTNER,
    names={
        "zh-CN": "蜂箱取件柜（地铁站 B 口）",
        "zh-Hant": "蜂箱取件櫃（地鐵站 B 口）",
        "en": "Fengxiang lockers",
    },
    label="fengxiang",
    reference="B-1790",
)
_POST = PickupPlace(kind=PlaceKind.POSTED, names={}, label="EMS", reference="EA123456789CN")


def pickup(**changes: Any) -> PublicPickup:
    """In a door of a cabinet, with `changes`."""
    usual: dict[str, Any] = {
        "state": PickupState.WAITING,
        "hall_names": HALL_NAMES,
        "timezone": ZONE,
        "poll_within_s": 60,
        "case": "C-20261015-0042",
        "category_names": REGISTRATION,
        "matter_names": _MATTER,
        "place": _DOOR,
        "places": (FRONT,),
        "until_ms": MORNING_MS + 3 * _DAY_MS,
    }
    return PublicPickup(**usual | changes)


def drawn(code: str) -> tuple[str, ...]:
    """As the hall draws it."""
    picture = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=4)
    picture.add_data(f"PAIHAO:P:{code}:{TOKEN}")
    return tuple("".join("01"[is_dark] for is_dark in row) for row in picture.get_matrix())


def _ended(state: PickupState, **changes: Any) -> PublicPickup:
    return pickup(state=state, place=None, places=(), until_ms=None, **changes)


_AT_WINDOWS: dict[str, Any] = {"place": None, "windows": (5, 6, 7, 12), "places": (BACK,)}
PICKUPS = {
    "door": pickup(),
    "card": pickup(needs_card=True),
    "window": pickup(**_AT_WINDOWS),
    "partner": pickup(place=_PARTNER, places=(), until_ms=None),
    "posted": pickup(place=_POST, places=(), until_ms=None),
    "collected": _ended(PickupState.COLLECTED),
    "expired": pickup(state=PickupState.EXPIRED, until_ms=None, **_AT_WINDOWS),
    "missing": pickup(state=PickupState.MISSING, until_ms=None, **_AT_WINDOWS),
    "returned": _ended(PickupState.RETURNED),
    "over": _ended(PickupState.OVER, case="", category_names={}, matter_names={}),
}
CODES = {name: f"12345{place:04}" for place, name in enumerate(PICKUPS)}
"""The code of each; their check digits are nobody's."""
