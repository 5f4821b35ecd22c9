"""A small hall of the proofs' own: founded, its devices enrolled, and `paihao hall` as a process on it."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from queue_core.client import Credential, enrol
from queue_core.config import load
from queue_core.hall.administration import Administration
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.hall.settings import HallSettings
from queue_core.wire.messages import CreateEnrolmentCode
from queue_core.wire.words import Role

CATEGORY, PASSWORD = "registration", "correct horse"
WINDOWS = (1, 2, 3, 4)
PAIHAO = (str(Path(sys.executable).with_name("paihao")),)
_HALL = """
public_url = "https://127.0.0.1:8443"
timezone = "{zone}"
[names]
"zh-CN" = "耐久大厅"
[tickets]
number_digits = 6
undelivered_within_s = 3600
anonymous = ["consult"]
[[categories]]
code = "registration"
names = {{ "zh-CN" = "注册登记" }}
classes = ["accept", "consult"]
"""
_WINDOW = """
[[windows]]
number = {number}
all_skill = true
[[clerks]]
number = "100{number}"
name = "林晓岚"
"""
_STAFF = """
[[clerks]]
number = "{number}"
name = "陈思远"
role = "{role}"
"""
SUPERVISOR, GUIDE = "9001", "2001"
_PATIENCE_S = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """A device beyond the usual three."""

    name: str
    role: Role
    windows: tuple[int, ...] = ()


class House:
    """`folder` is the hall's, `others` hold newcomers' credentials. Started again it takes the same port."""

    def __init__(self, root: Path) -> None:
        self.root, self.folder = root, root / "hall"
        self.config, self.log = root / "hall.toml", root / "server.log"
        self.credentials: dict[Role, Credential] = {}
        self.others: dict[str, Credential] = {}
        self._port = 0
        self._process: subprocess.Popen[bytes] | None = None

    @classmethod
    def found(
        cls,
        root: Path,
        *,
        windows: Sequence[int] = WINDOWS,
        newcomers: Sequence[Newcomer] = (),
        is_staffed: bool = False,
    ) -> "House":
        """A hall whose kiosk, counter and wall are enrolled, with a password for each clerk; not running.

        `is_staffed`: it has a supervisor and a guide, too.
        """
        root.mkdir(parents=True, exist_ok=True)
        house = cls(root)
        staff = {SUPERVISOR: "supervisor", GUIDE: "guide"} if is_staffed else {}
        entries = [_WINDOW.format(number=number) for number in windows]
        entries += [_STAFF.format(number=number, role=role) for number, role in staff.items()]
        house.config.write_text(_HALL.format(zone=_zone_of_morning()) + "".join(entries), encoding="utf-8")
        secret = found(DataFolder(house.folder), load(house.config, HallSettings))
        house.start()
        passwords = [*(f"100{number}" for number in windows), *staff]
        try:
            asyncio.run(house._furnish(secret, windows, passwords, newcomers))
        finally:
            house.stop()
        return house

    def copy(self, root: Path) -> "House":
        """The same hall in another place, as it is on disk now."""
        root.mkdir(parents=True, exist_ok=True)
        other = House(root)
        shutil.copytree(self.folder, other.folder)
        shutil.copyfile(self.config, other.config)
        other.credentials, other.others = dict(self.credentials), dict(self.others)
        return other

    @property
    def journal(self) -> Path:
        return self.folder / "journal.db"

    def start(self, environment: Mapping[str, str] | None = None, *, program: Sequence[str] = PAIHAO) -> None:
        """Returns when the server is ready. RuntimeError with its log when it ends instead."""
        command = [*program, "hall", "--config", str(self.config), "--data", str(self.folder)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "--port", str(self._port)],
                env=os.environ | dict(environment or {}),
                stdout=subprocess.PIPE,
                stderr=log,
            )
        line = self._process.stdout.readline().decode()
        if not line.startswith("ready "):
            self._process.wait()
            raise RuntimeError(f"the server did not start:\n{self.log.read_text()[-4000:]}")
        url = line.split()[1]
        self._port = int(url.rsplit(":", 1)[1])
        for known in (self.credentials, self.others):
            for name, each in tuple(known.items()):
                known[name] = msgspec.structs.replace(each, server=url)

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self._port}"

    @property
    def pid(self) -> int:
        return self._process.pid

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def close(self) -> None:
        """Let nothing run on, whatever happened."""
        if self._process is not None:
            self.kill()

    def _end(self, by: signal.Signals) -> None:
        self._process.send_signal(by)
        self._process.wait(_PATIENCE_S)
        self._process.stdout.close()
        self._process = None

    async def _furnish(
        self, secret: str, windows: Sequence[int], passwords: Sequence[str], newcomers: Sequence[Newcomer]
    ) -> None:
        admin = Administration(DataFolder(self.folder))
        await admin.begin(secret)

        async def admit(role: Role, name: str, bound: tuple[int, ...]) -> Credential:
            wanted = CreateEnrolmentCode(role=role, device=name, windows=bound)
            code = await admin.enrolment_code(wanted)
            return await enrol(code.code, self.url)

        try:
            for clerk in passwords:
                await admin.set_password(clerk, PASSWORD)
            for role, bound in ((Role.KIOSK, ()), (Role.COUNTER, tuple(windows)), (Role.WALL, ())):
                self.credentials[role] = await admit(role, f"{role}-1", bound)
            for each in newcomers:
                self.others[each.name] = await admit(each.role, each.name, each.windows)
        finally:
            await admin.end()


def _zone_of_morning() -> str:
    """A time zone in which no midnight comes during a proof: it would begin the numbers anew."""
    hour = datetime.now(UTC).hour
    ahead = 6 - hour if hour <= 18 else 30 - hour  # noqa: PLR2004 zones lie from -12 to +14
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"
