"""What can be wrong with a link, set while it runs."""

from dataclasses import dataclass, fields

_RUBBISH = bytes((at * 167 + 85) % 256 for at in range(256))  # every byte, in no order


@dataclass(slots=True, kw_only=True)
class Faults:
    """See sim/README.md, Faults. All counts are of bytes; links call these methods under their lock."""

    cut_after_bytes: int | None = None
    delay_s: float = 0.0
    split_bytes: int | None = None
    garble_every: int | None = None
    silent: bool = False
    flood_per_s: int = 0
    sent_bytes: int = 0
    flooded_until_s: float = 0.0

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

    def flood(self, now_s: float) -> bytes:
        """Rubbish of a device that babbles, for the time since this was last called."""
        since_s, self.flooded_until_s = self.flooded_until_s, now_s
        count = min(self.flood_per_s, round(self.flood_per_s * (now_s - since_s)))
        return (_RUBBISH * (count // len(_RUBBISH) + 1))[:count]

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
