"""One voice a speaker: two programs on one computer never talk over each other.

A name in the abstract space of Unix sockets (unix(7), Linux) belongs to one program, and is free again the
instant that program ends, however it ends. It does not reach other computers: two of these on one loudspeaker
line are two zones on one line, which a hall must not configure.
"""

import contextlib
import hashlib
import os
import socket
import sys
from collections.abc import Iterator

from display.voice.errors import SpeakerInUse

SOUND_SERVER = "PULSE_SERVER"


@contextlib.contextmanager
def alone_at(address: str) -> Iterator[None]:
    """While this lasts nobody else may have the speaker. Raises SpeakerInUse."""
    if sys.platform != "linux":
        yield
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as name:
        try:
            name.bind(f"\0paihao-voice-{_digest(address)}")
        except OSError as error:
            raise SpeakerInUse(device_of(address)) from error
        yield


def device_of(address: str) -> str:
    """The speaker itself, without how it is used."""
    return address.partition("?")[0]


def _digest(address: str) -> str:
    """Names of outputs are those of one sound system."""
    where = f"{os.environ.get(SOUND_SERVER, '')}\n{device_of(address)}"
    return hashlib.sha256(where.encode()).hexdigest()[:32]
