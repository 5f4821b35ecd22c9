"""A stranger's eye on the card: OpenSC's own tool, which asks the same pcscd as the kiosk."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass

from sim.story.errors import Different, ToolMissing
from sim.story.keeper import Keeper

_LISTED = re.compile(r"^\s*(?P<number>\d+)\s+Yes\s+(?P<rest>\S.*?)\s*$", re.MULTILINE)
_ATR = re.compile(r"^(?:[0-9a-f]{2}:){1,32}[0-9a-f]{2}$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """`atr` is the card's answer to reset, as hexadecimal octets."""

    tool: str
    reader: str
    atr: str


def look_at_card(keeper: Keeper, reader: str, environment: Mapping[str, str]) -> Seen:
    """Ask `opensc-tool` which card lies on the reader of that name."""
    tool = shutil.which("opensc-tool")
    if tool is None:
        raise ToolMissing("opensc-tool is not installed")
    listing = keeper.run("witness", [tool, "--list-readers"], extra=environment, within_s=20)
    for line in _LISTED.finditer(listing):
        if line["rest"].endswith(reader):
            answer = keeper.run(
                "witness", [tool, "--reader", line["number"], "--atr"], extra=environment, within_s=20
            )
            atr = _ATR.search(answer)
            if atr is None:
                raise Different(f"opensc-tool sees no card on {reader}: {answer.strip()}")
            return Seen(tool="opensc-tool", reader=reader, atr=atr[0].lower())
    raise Different(f"opensc-tool sees no card on {reader}: {listing.strip()}")
