"""What can be wrong with a link, set while it runs."""

from dataclasses import dataclass, fields


@dataclass(slots=True, kw_only=True)
class Faults:
    """See sim/README.md, Faults. All counts are of bytes."""

    cut_after_bytes: int | None = None
    delay_s: float = 0.0
    split_bytes: int | None = None
    garble_every: int | None = None
    silent: bool = False
    sent_bytes: int = 0

    def clear(self) -> None:
        for field in fields(self):
            setattr(self, field.name, field.default)

    def admit(self, data: bytes) -> tuple[bytes, bool]:
        """What of `data` from the host gets through, and whether the link is cut after it."""
        if self.cut_after_bytes is None:
            return data, False
        through = data[: self.cut_after_bytes]
        self.cut_after_bytes -= len(through)
        if self.cut_after_bytes > 0:
            return through, False
        self.cut_after_bytes = None
        return through, True

    def pieces(self, answer: bytes) -> list[bytes]:
        """What the host sees of an answer, in the pieces in which it comes."""
        if self.silent or not answer:
            return []
        spoilt = bytearray(answer)
        for at in range(len(spoilt)):
            self.sent_bytes += 1
            if self.garble_every and self.sent_bytes % self.garble_every == 0:
                spoilt[at] ^= 0x20
        size = self.split_bytes or len(spoilt)
        return [bytes(spoilt[at : at + size]) for at in range(0, len(spoilt), size)]
