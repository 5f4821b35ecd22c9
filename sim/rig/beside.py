"""What a scenario puts beside a hall's usual devices: lockers on lines of their own, gateways on ports."""

from collections.abc import Mapping
from pathlib import Path

from sim.gateways import AliyunGateway, CmppGateway, WebhookReceiver
from sim.gateways.gateway import Gateway
from sim.halls.scenario import Gateways, LockerScenario
from sim.rig.lockers import PtyLocker, PtyLocker8A, PtyLockerWkly


def lockers(wanted: Mapping[str, LockerScenario], run: Path) -> dict[str, PtyLocker]:
    return {name: _locker(each, run / f"tty-{name}") for name, each in wanted.items()}


def _locker(wish: LockerScenario, link: Path) -> PtyLocker:
    kind = PtyLocker8A if wish.family == "lock8a" else PtyLockerWkly
    return kind(link=link, boards=wish.boards, channels=wish.channels)


def locker_address(locker: PtyLocker) -> str:
    """With what a driver must be told of its boards."""
    boards = ",".join(map(str, locker.numbers))
    channels = max(map(len, locker.numbers.values()))
    return f"{locker.address}?boards={boards}&channels={channels}"


def gateways(wanted: Gateways) -> dict[str, Gateway]:
    found: dict[str, Gateway] = {}
    if (cmpp := wanted.cmpp) is not None:
        found["cmpp"] = CmppGateway(
            port=cmpp.port, source=cmpp.source, secret=cmpp.secret, window=cmpp.window
        )
    if (aliyun := wanted.aliyun) is not None:
        found["aliyun"] = AliyunGateway(
            port=aliyun.port,
            key_id=aliyun.key_id,
            secret=aliyun.secret,
            sign_names=aliyun.sign_names,
            templates=aliyun.templates,
            limits=aliyun.limits,
        )
    if (webhook := wanted.webhook) is not None:
        found["webhook"] = WebhookReceiver(port=webhook.port, secret=webhook.secret, path=webhook.path)
    return found
