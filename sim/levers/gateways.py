"""Levers of the message gateways, and of the phones their messages reach."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import msgspec

from sim.errors import BadLever
from sim.gateways import CmppGateway, WebhookReceiver
from sim.gateways.faults import Reports
from sim.gateways.gateway import Gateway
from sim.levers.table import Arguments, Lever, Levers, Reply


class OneGateway(Arguments, frozen=True):
    gateway: str


class SetFaults(OneGateway, frozen=True):
    """See sim.gateways.faults; what is not named stays."""

    refuses: bool | msgspec.UnsetType = msgspec.UNSET
    half_open: bool | msgspec.UnsetType = msgspec.UNSET
    answer_after_s: float | msgspec.UnsetType = msgspec.UNSET
    lose_answers: int | msgspec.UnsetType = msgspec.UNSET
    double_answers: int | msgspec.UnsetType = msgspec.UNSET
    throttle: int | msgspec.UnsetType = msgspec.UNSET
    refuse_with: str | msgspec.UnsetType | None = msgspec.UNSET
    garbage: int | msgspec.UnsetType = msgspec.UNSET
    cut_after_bytes: int | msgspec.UnsetType | None = msgspec.UNSET
    rate_per_s: float | msgspec.UnsetType | None = msgspec.UNSET
    reports: Reports | msgspec.UnsetType = msgspec.UNSET
    report_after_s: float | msgspec.UnsetType = msgspec.UNSET


class Power(OneGateway, frozen=True):
    on: bool


class Wait(OneGateway, frozen=True):
    billed: int
    within_s: float = 5


class Inbox(OneGateway, frozen=True):
    number: str


class WaitInbox(Inbox, frozen=True):
    count: int = 1
    contains: str = ""
    within_s: float = 5


def levers(gateways: Mapping[str, Gateway]) -> Levers:
    hands = _Hands(gateways)
    return {
        "gateway.fault": Lever(SetFaults, hands.fault),
        "gateway.mend": Lever(OneGateway, hands.mend),
        "gateway.power": Lever(Power, hands.power),
        "gateway.hang_up": Lever(OneGateway, hands.hang_up),
        "gateway.test_link": Lever(OneGateway, hands.test_link),
        "gateway.received": Lever(OneGateway, hands.received),
        "gateway.state": Lever(OneGateway, lambda wish: _state(hands.at(wish))),
        "gateway.wait": Lever(Wait, hands.wait),
        "phone.inbox": Lever(Inbox, hands.inbox),
        "phone.wait": Lever(WaitInbox, hands.wait_inbox),
    }


class _Hands:
    """One method a lever."""

    def __init__(self, gateways: Mapping[str, Gateway]) -> None:
        self._gateways = gateways

    def at(self, wish: OneGateway) -> Gateway:
        if wish.gateway not in self._gateways:
            known = ", ".join(self._gateways) or "none"
            raise BadLever(f"there is no gateway {wish.gateway!r}; gateways: {known}")
        return self._gateways[wish.gateway]

    def fault(self, wish: SetFaults) -> Reply:
        named: dict[str, Any] = {
            name: value
            for name in wish.__struct_fields__
            if name != "gateway" and (value := getattr(wish, name)) is not msgspec.UNSET
        }
        self.at(wish).fault(**named)
        return {}

    def mend(self, wish: OneGateway) -> Reply:
        self.at(wish).mend()
        return {}

    def power(self, wish: Power) -> Reply:
        if wish.on:
            self.at(wish).come_up()
        else:
            self.at(wish).go_down()
        return {}

    def hang_up(self, wish: OneGateway) -> Reply:
        self.at(wish).hang_up()
        return {}

    def test_link(self, wish: OneGateway) -> Reply:
        gateway = self.at(wish)
        if not isinstance(gateway, CmppGateway):
            raise BadLever(f"gateway.test_link: {wish.gateway} keeps no link")
        gateway.test_link()
        return {}

    def received(self, wish: OneGateway) -> Reply:
        gateway = self.at(wish)
        if isinstance(gateway, WebhookReceiver):
            return {"hooks": [asdict(hook) for hook in gateway.hooks]}
        return {
            "received": [asdict(sms) for sms in gateway.received],
            "billed": [asdict(sms) for sms in gateway.billed],
        }

    def wait(self, wish: Wait) -> Reply:
        gateway = self.at(wish)
        gateway.wait_for(lambda: len(gateway.billed) >= wish.billed, within_s=wish.within_s)
        return _state(gateway)

    def inbox(self, wish: Inbox) -> Reply:
        return {"texts": list(self.at(wish).inbox(wish.number))}

    def wait_inbox(self, wish: WaitInbox) -> Reply:
        gateway = self.at(wish)

        def found() -> list[str]:
            return [text for text in gateway.inbox(wish.number) if wish.contains in text]

        gateway.wait_for(lambda: len(found()) >= wish.count, within_s=wish.within_s)
        return {"texts": found()}


def _state(gateway: Gateway) -> Reply:
    return {
        "address": gateway.address,
        "up": gateway.is_up,
        "connections": gateway.connections,
        "accepted": gateway.accepted,
        "received": len(gateway.received),
        "billed": len(gateway.billed),
        "refused": gateway.refused,
        "violations": gateway.violations,
    }
