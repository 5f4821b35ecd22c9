"""USB devices that tell by their ids what they are.

Most do not: the maker of a USB-serial adapter says nothing of what hangs on the line.
"""

from dataclasses import dataclass

ANY = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownUsb:
    """`product` None: all of this vendor. `drivers` are scheme names without their link.

    `confidence` as in the ledger of drivers: B two sources agree, C one source only.
    """

    vendor: int
    product: int | None
    what: str
    drivers: tuple[str, ...]
    confidence: str

    def is_it(self, vendor: int, product: int) -> bool:
        return vendor == self.vendor and self.product in {ANY, product}


KNOWN = (
    KnownUsb(vendor=0x0400, product=0xC35A, what="ID-card reader (SAM_V)", drivers=("samv",), confidence="B"),
    KnownUsb(vendor=0x10C4, product=0x8A1B, what="ID-card reader (SAM_V)", drivers=("samv",), confidence="C"),
    KnownUsb(vendor=0x2015, product=0x0008, what="ID-card reader (SAM_V)", drivers=("samv",), confidence="C"),
    KnownUsb(vendor=0x9573, product=0x4836, what="ID-card reader (SAM_V)", drivers=("samv",), confidence="C"),
    KnownUsb(vendor=0x1EAB, product=ANY, what="Newland scanner", drivers=("scanner",), confidence="C"),
)


def recognise(vendor: int, product: int) -> KnownUsb | None:
    return next((known for known in KNOWN if known.is_it(vendor, product)), None)
