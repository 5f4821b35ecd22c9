"""One look at the simulated world through its levers: all that devices.json names."""

from collections.abc import Mapping
from typing import Any

from sim.story.levers import Levers

World = dict[str, Any]
# What only counts: the window would be built anew whenever a program asks a device how it is.
_COUNTERS = {"apdus", "heard", "garbage", "received_bytes", "buffered_bytes", "strange"}


class Eyes:
    """Remembers what does not change, and the pictures of strips that still show the same."""

    def __init__(self, devices: Mapping[str, Any]) -> None:
        self._devices = devices
        self._known: World = {}
        self._pictures: dict[tuple[str, int], tuple[object, str, int]] = {}

    def look(self, levers: Levers) -> World:
        """Raises StoryError when the simulator is gone."""
        if not self._known:
            self._known = self._get_to_know(levers)
        return {**self._known, **_without_counters({**self._hall(levers), **self._more(levers)})}

    def _get_to_know(self, levers: Levers) -> World:
        residents = levers.pull("residents")["residents"] if "residents" in self._devices else []
        return {"people": levers.pull("people")["people"], "residents": residents}

    def _hall(self, levers: Levers) -> World:
        return {
            "readers": [{"slot": slot, **levers.pull("card.state", slot=slot)} for slot in ("contact", "id")],
            "printers": [
                {
                    "printer": printer,
                    **levers.pull("printer.state", printer=printer),
                    "printed": levers.pull("printer.tickets", printer=printer)["tickets"],
                }
                for printer in self._devices["printers"]
            ],
            "windows": [
                {
                    "window": window,
                    "display": levers.pull("caller.state", window=window)["display"],
                    "asked": levers.pull("pad.state", window=window)["asked"],
                }
                for window in (entry["window"] for entry in self._devices["windows"])
            ],
        }

    def _more(self, levers: Levers) -> World:
        devices = self._devices
        return {
            "samvs": [
                {"reader": reader, **levers.pull("samv.state", reader=reader)}
                for reader in devices.get("samv", {})
            ],
            "inputs": _inputs(levers) if "scanners" in devices else [],
            "strips": [
                self._strip(levers, name, address)
                for name, line in devices.get("strips", {}).items()
                for address in line["strips"]
            ],
            "lockers": [
                {"locker": name, "doors": locker["doors"], **levers.pull("locker.state", locker=name)}
                for name, locker in devices.get("lockers", {}).items()
            ],
        }

    def _strip(self, levers: Levers, name: str, address: int) -> World:
        state = levers.pull("strip.state", strip=name, address=address)
        shown = (state["text"], state["colour"], state["motion"])
        before, png, version = self._pictures.get((name, address), (None, "", 0))
        if before != shown:
            png = levers.pull("strip.picture", strip=name, address=address)["png"]
            version += 1
            self._pictures[name, address] = (shown, png, version)
        return {"strip": name, "address": address, "png": png, "version": version, **state}


def _inputs(levers: Levers) -> list[World]:
    state = levers.pull("inputs.state")
    return [
        {"name": name, "readers": 0, "grabbed": False, **state[name]}
        for name in ("serial", "input", "keypad")
    ]


def _without_counters(world: World) -> World:
    return {
        part: [{name: value for name, value in one.items() if name not in _COUNTERS} for one in ones]
        for part, ones in world.items()
    }
