"""What STATION.toml says of the LED strips above the windows.

[strips]
address = "strip51+serial:///dev/serial/by-id/usb-rs485"   # the line that windows with `strip = N` are on
refresh_s = 60                  # shown again so often: a strip that lost power tells nobody

[strips.texts]                  # {number}, {window} and {waiting} are filled in; empty leaves the strip dark
called = "请{number}号"
free_wide = ""                  # of a free window on strips that have room for it; by default with English
paused_until = "暂停至{until}"    # when the clerk said until when
closed_elsewhere = "请到{windows}号窗口"   # when windows of this station serve the same; empty by default

[strips.colours]
called = "red"
"""

from collections.abc import Callable
from dataclasses import dataclass
from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, Field

from display.kit.device_addresses import address_of
from drivers.contract.device import Kind
from drivers.contract.window_strips import Colour
from queue_core.config import Section, WriteInstead
from queue_core.wire.words import WindowState

ALWAYS = frozenset({"window", "waiting"})
WITH_TICKET = ALWAYS | {"number"}
WITH_UNTIL = ALWAYS | {"until"}
WITH_WINDOWS = ALWAYS | {"windows"}


def _template(known: frozenset[str]) -> Callable[[str], str]:
    """Braces around a name that is filled in, and nothing else in them."""
    allowed = " or ".join(f"{{{name}}}" for name in sorted(known))

    def check(text: str) -> str:
        try:
            pieces = list(Formatter().parse(text))
        except ValueError as error:
            raise WriteInstead(f"{text!r} has a brace too many or too few", f"write {allowed}") from error
        for _, name, form, conversion in pieces:
            if name is not None and (name not in known or form or conversion):
                raise WriteInstead(f"{{{name}}} cannot be filled in here", f"write {allowed}, or plain text")
        return text

    return check


Line = Annotated[
    str,
    address_of(Kind.WINDOW_STRIPS, 'write like "strip51+serial:///dev/ttyS2" or "bx+tcp://10.4.0.61:5005"'),
]
Text = Annotated[str, Field(max_length=60), AfterValidator(_template(ALWAYS))]
TicketText = Annotated[str, Field(max_length=60), AfterValidator(_template(WITH_TICKET))]
UntilText = Annotated[str, Field(max_length=60), AfterValidator(_template(WITH_UNTIL))]
ElsewhereText = Annotated[str, Field(max_length=60), AfterValidator(_template(WITH_WINDOWS))]


class StripTexts(Section):
    """What a strip says in each state of its window; short enough for four hanzi by default."""

    free: Text = "{window}号窗口"
    called: TicketText = "请{number}号"
    serving: TicketText = "{number}号"
    paused: Text = "暂停服务"
    closed: Text = ""
    free_wide: Text = "{window}号窗口 Window {window}"
    paused_until: UntilText = "暂停至{until}"
    closed_elsewhere: ElsewhereText = ""

    @property
    def wide(self) -> str:
        """Of a free window where there is room; none where the hall words free windows itself, in one way."""
        return "" if self.model_fields_set & {"free", "free_wide"} == {"free"} else self.free_wide

    def of(self, state: WindowState) -> str:
        return str(getattr(self, state.value))


class StripColours(Section):
    """In which colour; a strip with one colour shows all in that."""

    free: Colour = Colour.GREEN
    called: Colour = Colour.RED
    serving: Colour = Colour.GREEN
    paused: Colour = Colour.YELLOW
    closed: Colour = Colour.RED

    def of(self, state: WindowState) -> Colour:
        return Colour(getattr(self, state.value))


class StripsConfig(Section):
    address: Line | None = None
    refresh_s: Annotated[float, Field(ge=1, le=3600)] = 60.0
    texts: StripTexts = StripTexts()
    colours: StripColours = StripColours()


@dataclass(frozen=True, slots=True, kw_only=True)
class StripPlace:
    """A window's strip: the address of its line, and its own on that line."""

    line: str
    strip: int
