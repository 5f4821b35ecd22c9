"""What a hall has beyond the usual: a locker among its devices, gateways for its messages.

[lockers.pickup]
family = "lock8a"            # or "wkly"
boards = [1]
channels = 12

[gateways.cmpp]              # all optional; `port` 0 is a free one
port = 0
source = "901234"
secret = "said to the simulator"

[gateways.aliyun]
key_id = "LTAI-simulated"
sign_names = ["模拟大厅"]
templates = { SMS_1 = "您的办件可以取件，取件码${code}" }

[gateways.webhook]
path = "/hooks/paihao"
"""

from pathlib import Path
from typing import Literal

import msgspec

from sim.errors import BadScenario
from sim.gateways.gateway import KNOWN_TO_BOTH
from sim.halls import toml_of


class LockerScenario(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    family: Literal["lock8a", "wkly"] = "lock8a"
    boards: tuple[int, ...] = (1,)
    channels: int = 12


class CmppScenario(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    port: int = 0
    source: str = "901234"
    secret: str = KNOWN_TO_BOTH
    window: int = 16


class AliyunScenario(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    port: int = 0
    key_id: str = "LTAI-simulated"
    secret: str = KNOWN_TO_BOTH
    sign_names: tuple[str, ...] = ("模拟大厅",)
    templates: dict[str, str] = {}
    limits: bool = True


class WebhookScenario(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    port: int = 0
    secret: str = KNOWN_TO_BOTH
    path: str = "/hooks/paihao"


class Gateways(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    cmpp: CmppScenario | None = None
    aliyun: AliyunScenario | None = None
    webhook: WebhookScenario | None = None


class Scenario(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    lockers: dict[str, LockerScenario] = {}
    gateways: Gateways = Gateways()


def scenario(file: Path) -> Scenario:
    """Raises BadScenario."""
    try:
        return msgspec.convert(toml_of(file), Scenario)
    except msgspec.ValidationError as error:
        raise BadScenario(f"{file}: {error}") from error
