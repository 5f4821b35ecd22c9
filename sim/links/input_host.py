"""The program that plays the kernel's side of /dev/input, by umockdev; started by `sim.links.input_node`.

One JSON object a line on stdin, one reply a line on stdout; ends at the end of stdin and clears up behind
itself. A process of its own: the tests and the programs they start are the readers, and a reader that waits
for an answer of its own thread would wait for ever.

The device node is a FIFO: umockdev's own pty breaks events in the middle under load. So a frame goes to one
reader only, the one that asks first, unless somebody has grabbed the device.
"""

import contextlib
import errno
import fcntl
import json
import os
import struct
import sys
import termios
import time
from collections import deque
from pathlib import Path
from typing import Any

from sim.links.input_events import EVENT, Frame, Identity, InputEvent, Questions
from sim.links.input_place import Place

sys.path.append(
    "/usr/lib/python3/dist-packages"
)  # Debian's python3-gi; the same ABI as a Python 3.11 of our own
import gi  # type: ignore[import-not-found]

gi.require_version("UMockdev", "1.0")
from gi.repository import GLib, UMockdev  # type: ignore[import-not-found] # noqa: E402 - needs the version

EVDEV_LETTER = ord("E")
SET_REPEAT, GRAB = 0x03, 0x90
WRITE_DIRECTION = 1
RETRY_MS = 2
FIFO_BYTES = 65536


class Node:
    """One plugging-in of one device: its FIFO, its readers, and who of them has it alone."""

    def __init__(self, fifo: Path, identity: Identity) -> None:
        os.mkfifo(fifo)
        self._fifo = os.open(fifo, os.O_RDWR | os.O_NONBLOCK)
        self._questions = Questions(identity)
        self._readers: set[Any] = set()
        self._grabber: Any = None
        self._backlog: deque[Frame] = deque()
        self._is_gone = False
        self.handler = UMockdev.IoctlBase()
        self.handler.connect("client-connected", self._on_reader)
        self.handler.connect("handle-ioctl", self._on_ioctl)
        self.handler.connect("handle-read", self._on_read)
        self.handler.connect("handle-write", self._on_write)

    @property
    def readers(self) -> int:
        self._part()
        return len(self._readers)

    @property
    def is_grabbed(self) -> bool:
        self._part()
        return self._grabber is not None

    @property
    def unread_bytes(self) -> int:
        """What waits in the FIFO and before it."""
        waiting = struct.unpack("i", fcntl.ioctl(self._fifo, termios.FIONREAD, bytes(4)))[0]
        return int(waiting) + sum(len(frame) for frame in self._backlog) * EVENT.size

    def play(self, frames: list[Frame]) -> None:
        """To whoever has it open; events that nobody hears are gone, as in the kernel."""
        self._part()
        for frame in frames:
            self._questions.watch(frame)
            if self._readers:
                self._backlog.append(frame)
        self._write_backlog()

    def end(self) -> None:
        """Every read from now on is ENODEV; the frame of zeros wakes those who wait."""
        self._is_gone = True
        self._backlog.clear()
        with contextlib.suppress(BlockingIOError):  # full, so they are awake
            os.write(self._fifo, bytes(EVENT.size))
        os.close(self._fifo)

    def _write_backlog(self) -> bool:
        """One write a frame; what finds no room is tried again a little later."""
        while self._backlog and not self._is_gone:
            try:
                os.write(self._fifo, self._stamped(self._backlog[0]))
            except BlockingIOError:
                GLib.timeout_add(RETRY_MS, self._write_backlog)
                break
            self._backlog.popleft()
        return False  # GLib shall not repeat this by itself

    def _stamped(self, frame: Frame) -> bytes:
        seconds, microseconds = divmod(time.time_ns() // 1000, 1_000_000)
        return b"".join(EVENT.pack(seconds, microseconds, *event) for event in frame)

    def _on_reader(self, _handler: Any, reader: Any) -> None:
        self._part()
        self._readers.add(reader)

    def _part(self) -> None:
        """From readers that have closed it. umockdev 0.17 has a signal of that, and never gives it."""
        left = {reader for reader in self._readers if reader.get_connected()}
        if self._readers and not left and not self._is_gone:
            self._backlog.clear()
            self._drain()
        self._readers = left
        if self._grabber not in left:
            self._grabber = None

    def _drain(self) -> None:
        with contextlib.suppress(BlockingIOError):
            while os.read(self._fifo, FIFO_BYTES):
                pass

    def _on_ioctl(self, _handler: Any, reader: Any) -> bool:
        request = reader.get_request()
        if request >> 8 & 0xFF != EVDEV_LETTER:
            return False
        try:
            result = self._ioctl(reader, request >> 30, request & 0xFF, request >> 16 & 0x3FFF)
        except OSError as error:
            reader.complete(-1, error.errno)
        else:
            reader.complete(result, 0)
        return True

    def _ioctl(self, reader: Any, direction: int, number: int, size: int) -> int:
        if self._is_gone:
            raise OSError(errno.ENODEV, "unplugged")
        if direction == WRITE_DIRECTION:
            return self._set(reader, number)
        answer, result = self._questions.answer(number, size)
        reader.get_arg().resolve(0, size).update(0, answer)
        return result

    def _set(self, reader: Any, number: int) -> int:
        argument = int.from_bytes(bytes(reader.get_arg().retrieve()), sys.byteorder)
        self._part()
        if number == GRAB and argument:
            if self._grabber is not None:
                raise OSError(errno.EBUSY, "grabbed")
            self._grabber = reader
        elif number == GRAB:
            if self._grabber != reader:
                raise OSError(errno.EINVAL, "not grabbed by this reader")
            self._grabber = None
        elif number != SET_REPEAT:
            raise OSError(errno.EINVAL, "cannot be set")
        return 0

    def _on_read(self, _handler: Any, reader: Any) -> bool:
        """A read goes to the FIFO itself, unless there is nothing for this reader."""
        if self._is_gone:
            reader.complete(-1, errno.ENODEV)
        elif self._grabber is not None and self._grabber != reader:
            reader.complete(-1, errno.EAGAIN)
        else:
            return False
        return True

    def _on_write(self, _handler: Any, reader: Any) -> bool:
        """Lights and beeps that a reader sets; they must not come back to it as events."""
        reader.complete(len(bytes(reader.get_arg().retrieve())), 0)
        return True


class Host:
    """All devices of one /dev/input."""

    def __init__(self) -> None:
        self._testbed = UMockdev.Testbed.new()
        self._root = Path(self._testbed.get_root_dir())
        for folder in ("dev/input/by-id", "dev/.node", "ioctl/dev/input/by-id"):
            (self._root / folder).mkdir(parents=True, exist_ok=True)
        self._plugged: dict[int, tuple[Place, Node]] = {}
        self._unplugged: list[Node] = []  # their readers may still read

    def obey(self, order: dict[str, Any]) -> dict[str, Any]:
        match order["op"]:
            case "plug":
                identity = Identity(**order["identity"])
                self._plug(Place(order["number"], identity, order["by_id"]))
            case "unplug":
                self._unplug(order["number"])
            case "play":
                frames = [[InputEvent(*event) for event in frame] for frame in order["frames"]]
                self._plugged[order["number"]][1].play(frames)
            case "look":
                node = self._plugged[order["number"]][1]
                return {
                    "readers": node.readers,
                    "is_grabbed": node.is_grabbed,
                    "unread_bytes": node.unread_bytes,
                }
        return {"root": str(self._root)}

    def end(self) -> None:
        for _, node in self._plugged.values():
            node.end()

    def _plug(self, place: Place) -> None:
        """The node first and the device last: umockdev tells the world of it at once."""
        fifo = self._root / place.node.lstrip("/")
        node = Node(fifo, place.identity)
        self._testbed.attach_ioctl(place.node, node.handler)
        for link, target in self._links(place).items():
            link.symlink_to(target)
        self._testbed.add_from_string(place.description())
        self._plugged[place.number] = place, node

    def _unplug(self, number: int) -> None:
        place, node = self._plugged.pop(number)
        node.end()
        self._unplugged.append(node)
        for link in self._links(place):
            link.unlink()
        (self._root / place.node.lstrip("/")).unlink()
        for syspath in (place.event, place.input):
            self._testbed.uevent(f"/sys{syspath}", "remove")
        self._testbed.detach_ioctl(place.node)
        for syspath in (place.event, place.input, place.interface, place.usb):
            self._testbed.remove_device(f"/sys{syspath}")

    def _links(self, place: Place) -> dict[Path, str]:
        """The name by id; and what tells umockdev, who looks by the name opened, that both are one device."""
        dev, ioctl = self._root / "dev", self._root / "ioctl/dev/input/by-id"
        return {
            dev / "input/by-id" / place.by_id: f"../event{place.number}",
            ioctl / place.by_id: f"../event{place.number}",
            dev / f".node/input_by-id_{place.by_id}": place.device_number,
        }


def main() -> None:
    host = Host()
    loop = GLib.MainLoop()

    def on_order(_channel: Any, _condition: Any) -> bool:
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        print(json.dumps(host.obey(json.loads(line))), flush=True)  # noqa: T201 - the reply
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, on_order)
    try:
        loop.run()
    finally:
        host.end()


if __name__ == "__main__":
    main()
