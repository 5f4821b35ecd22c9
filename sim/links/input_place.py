"""Where a USB keyboard hangs in /sys and /dev, in umockdev's words."""

from dataclasses import dataclass

from sim.links.input_events import Identity

FIRST_MINOR = 64
INPUT_MAJOR = 13


@dataclass(frozen=True, slots=True)
class Place:
    """Where the device of a number hangs."""

    number: int
    identity: Identity
    by_id: str

    @property
    def usb(self) -> str:
        return f"/devices/pci0000:00/0000:00:14.0/usb1/1-{self.number + 1}"

    @property
    def interface(self) -> str:
        return f"{self.usb}/1-{self.number + 1}:1.0"

    @property
    def input(self) -> str:
        return f"{self.interface}/0003:{self.ids}.{self.number + 1:04X}/input/input{self.number}"

    @property
    def ids(self) -> str:
        return f"{self.identity.vendor:04X}:{self.identity.product:04X}"

    @property
    def event(self) -> str:
        return f"{self.input}/event{self.number}"

    @property
    def node(self) -> str:
        return f"/dev/input/event{self.number}"

    @property
    def device_number(self) -> str:
        """Major and minor, as in /sys/…/dev."""
        return f"{INPUT_MAJOR}:{FIRST_MINOR + self.number}"

    def description(self) -> str:
        """In umockdev's words; the interface between stands for itself."""
        minor = FIRST_MINOR + self.number
        vendor, product = f"{self.identity.vendor:04x}", f"{self.identity.product:04x}"
        by_udev = (
            "E: SUBSYSTEM=input\nE: ID_INPUT=1\nE: ID_INPUT_KEY=1\nE: ID_INPUT_KEYBOARD=1\n"
            f"E: ID_BUS=usb\nE: ID_VENDOR_ID={vendor}\nE: ID_MODEL_ID={product}\n"
        )
        return (
            f"P: {self.usb}\nE: SUBSYSTEM=usb\nE: DEVTYPE=usb_device\n"
            f"A: idVendor={vendor}\nA: idProduct={product}\nA: serial={self.identity.uniq}\n\n"
            f"P: {self.interface}\nE: SUBSYSTEM=usb\nE: DEVTYPE=usb_interface\n\n"
            f'P: {self.input}\n{by_udev}E: NAME="{self.identity.name}"\nA: name={self.identity.name}\n\n'
            f"P: {self.event}\n{by_udev}E: DEVNAME={self.node}\nE: MAJOR={INPUT_MAJOR}\nE: MINOR={minor}\n"
            f"E: DEVLINKS=/dev/input/by-id/{self.by_id}\nA: dev={self.device_number}\n"
        )
