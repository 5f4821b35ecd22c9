"""What can go wrong with a device, as a tree with a stable code and a remedy for each.

The code is what screens translate; the remedy tells the person who looks after the hall what to do. Neither
the message nor the remedy ever holds what stood on a card.
"""

from typing import ClassVar


class DeviceError(Exception):
    """The root. `may_have_printed` says that bytes of a ticket had left when a print job failed."""

    code: ClassVar[str] = "device-error"
    remedy: ClassVar[str] = "Look at the device and at the log of this program."

    def __init__(self, detail: str = "", *, may_have_printed: bool = False) -> None:
        super().__init__(detail)
        self.detail = detail
        self.may_have_printed = may_have_printed

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}" if self.detail else self.code


class BadAddress(DeviceError):
    code = "bad-address"
    remedy = "Correct the device's address in the configuration; `paihao devices list` shows how they look."


class CannotOpen(DeviceError):
    code = "cannot-open"
    remedy = "Look at the cable, the power and the address of the device."


class Absent(CannotOpen):
    code = "absent"
    remedy = "Switch the device on and plug it in; `paihao devices list` shows what is there."


class Taken(CannotOpen):
    code = "taken"
    remedy = "Close the other program that uses the device."


class NoPermission(CannotOpen):
    code = "no-permission"
    remedy = "Let this user use the device (groups dialout, lp and input, or the rules of pcscd)."


class NoService(CannotOpen):
    code = "no-service"
    remedy = "Start the smart card service, or start it anew if it hangs: systemctl restart pcscd."


class LinkLost(DeviceError):
    code = "link-lost"
    remedy = "Look at the cable and the power of the device; it is opened again by itself."


class TimedOut(DeviceError):
    code = "timed-out"
    remedy = "The device does not answer: switch it off and on; it is opened again by itself."


class Garbled(DeviceError):
    """The device said something that is not in its protocol. `data` may hold personal data: never log it."""

    code = "garbled"
    remedy = "Compare the speed in the address with the device's, and look at the cable."

    def __init__(self, detail: str = "", *, data: bytes = b"", may_have_printed: bool = False) -> None:
        super().__init__(detail, may_have_printed=may_have_printed)
        self.data = data


class NotCapable(DeviceError):
    code = "not-capable"
    remedy = "This model cannot do that: choose another device, or leave it out of the configuration."


class Refused(DeviceError):
    """The device answers, and cannot do it as things stand; a hand can mend it."""

    code = "refused"


class PaperOut(Refused):
    code = "paper-out"
    remedy = "Put a new roll into the printer."


class CoverOpen(Refused):
    code = "cover-open"
    remedy = "Close the cover of the printer."


class PrinterOffline(Refused):
    code = "printer-offline"
    remedy = "Press the printer's online button, or switch it off and on."


class PrinterFault(Refused):
    code = "printer-fault"
    remedy = "Open the printer, take out jammed paper, and switch it off and on."


class CardRefused(Refused):
    """The root of what a card reader says about the card on it."""

    code = "card-refused"
    remedy = "Lay the card on the reader again."


class NoCard(CardRefused):
    code = "no-card"


class CardRemoved(CardRefused):
    """The card was taken away while it was read."""

    code = "card-removed"


class CardMute(CardRefused):
    """The card is there and does not answer, or not even shows a usable ATR."""

    code = "card-mute"
    remedy = "Take the card away and lay it on again; if it stays mute the card is defective."


class CardUnknown(CardRefused):
    """A card of a kind this reader's driver does not read."""

    code = "card-unknown"
    remedy = "Use an ID card or a social security card."


class CardUnreadable(CardRefused):
    """A card of the right kind whose content is missing or damaged."""

    code = "card-unreadable"
    remedy = "Lay the card on again; if it stays unreadable use another card or go to the guide desk."


class CheckDigitWrong(CardUnreadable):
    code = "check-digit-wrong"


class ReaderFault(Refused):
    """The reader of cards answers, and its security module is broken or not licensed."""

    code = "reader-fault"
    remedy = "Switch the card reader off and on; if its module stays out of order have the reader replaced."


class TicketJammed(Refused):
    code = "ticket-jammed"
    remedy = "Open the printer's presenter and take out the paper that is stuck there."


class DoorStuck(Refused):
    """The lock was told to open, and the door did not move."""

    code = "door-stuck"
    remedy = "Press on the door and try again; if it stays shut open it with the key and call the technician."


class NoSuchDoor(Refused):
    code = "no-such-door"
    remedy = "Compare the boards and channels in the locker's address with its doors."


class StripRefused(Refused):
    """The card of a window strip answered that it does not take this."""

    code = "strip-refused"
    remedy = "Compare the strip's model, size and address with its configuration."


class SoundRefused(Refused):
    """The sound system is there and did not play."""

    code = "sound-refused"
    remedy = "Look at the loudspeaker, its volume, and the sound service of this computer."


class Unspeakable(Refused):
    """Neither the clips nor the synthesizer have a voice for this."""

    code = "unspeakable"
    remedy = "Install espeak-ng, or record the clip that is missing."
