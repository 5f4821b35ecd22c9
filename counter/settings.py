"""COUNTER.toml: credential, windows, how the counter looks, its keys, its card reader and its printer."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from counter.flow.state import Layout
from counter.keys import DEFAULT_KEYS, TAKEN, is_key, keys_in_effect
from display.kit.device_addresses import address_of
from drivers.contract.device import Kind
from queue_core.config import Contradiction, PathBeside, Section

PRINTER_EXAMPLE = "escpos+tcp://10.4.0.31:9100"
READER_EXAMPLE = "uid+pcsc://ACS%20ACR122U%2000%2000"
Printer = Annotated[str, address_of(Kind.TICKET_PRINTER, f'write like printer = "{PRINTER_EXAMPLE}"')]
StaffReader = Annotated[
    str, address_of(Kind.STAFF_CARD_READER, f'write like staff_reader = "{READER_EXAMPLE}"')
]


class OnPaper(Section):
    """`template` is the hall's own; otherwise the receipt that comes with us is printed."""

    template: PathBeside | None = Field(default=None, examples=["receipt.toml"])


class CounterSettings(Section):
    """`windows` are offered at log-in; the hall server decides which of them this counter may use.

    `layout` is how it begins; `on_top`: dock and strip stay above other windows. `keys` by what they do.
    Receipts of cases are printed where there is a `printer`.
    """

    credential: Annotated[PathBeside, Field(examples=["counter-3.credential"])]
    windows: Annotated[tuple[Annotated[int, Field(ge=1)], ...], Field(min_length=1, examples=[[3]])]
    language: Literal["zh-CN", "en"] = "zh-CN"
    layout: Layout = Layout.DOCK
    look: Literal["day", "contrast"] = "day"
    on_top: bool = True
    staff_reader: StaffReader | None = Field(default=None, examples=[READER_EXAMPLE])
    printer: Printer | None = Field(default=None, examples=[PRINTER_EXAMPLE])
    receipt: OnPaper = OnPaper()
    keys: dict[str, str] = Field(default={}, examples=[{"call-next": "F2"}])

    @classmethod
    def contradictions(cls, document: Mapping[str, Any]) -> Iterable[Contradiction]:
        """Unknown names, what is no key, and two of the same key, the defaults among them."""
        written = document.get("keys")
        if not isinstance(written, dict):
            return
        for name, key in written.items():
            yield from _wrong(name, key)
        keys = keys_in_effect({name: key for name, key in written.items() if name in DEFAULT_KEYS})
        for name in written:
            twins = [other for other, key in keys.items() if key == keys.get(name) and other != name]
            if name in keys and twins:
                yield Contradiction(
                    location=("keys", name),
                    problem=f"{keys[name]} does {twins[0]} already",
                    remedy="give each its own key; what is not written keeps its default",
                )


def _wrong(name: str, key: object) -> Iterable[Contradiction]:
    if name not in DEFAULT_KEYS:
        yield Contradiction(
            location=("keys", name),
            problem="nothing is called so",
            remedy=f"write one of {', '.join(DEFAULT_KEYS)}",
        )
    elif not isinstance(key, str) or not is_key(key):
        yield Contradiction(
            location=("keys", name),
            problem=f"{key!r} is no key for this",
            remedy=f"write a key such as F2, T or Ctrl+F4; {TAKEN}",
        )
