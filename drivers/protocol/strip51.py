"""Frames of the `AA addr BB 51 54` window strips; they are told and never answer.

`AA addr BB 51 54 SUM play speed stay colour valid TEXT FF`, SUM the sum of everything from `play` to the end
of the text, modulo 256; text in GB2312, address FF is everybody. After two unrelated programs whose sums were
recomputed. What the values of `play` and `colour` mean differs between makers and is not public.
"""

from dataclasses import dataclass

from drivers.protocol.strip_letters import encode as letters

EVERYBODY = 0xFF
HEAD_BYTES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a text is shown, each a byte as the strip's manual has it. These are those of a queue in use."""

    play: int = 0x01
    speed: int = 0x00
    stay: int = 0x99
    colour: int = 0x00
    valid: int = 0x63

    def encode(self) -> bytes:
        return bytes((self.play, self.speed, self.stay, self.colour, self.valid))


def show(address: int, text: str, manner: Manner) -> bytes:
    body = manner.encode() + letters(text, "gb2312")
    return bytes((0xAA, address, 0xBB, 0x51, 0x54, sum(body) & 0xFF)) + body + b"\xff"
