"""Setting a hall up: keys, a clerk's password, enrolled devices.

By the commands its administrator types, or, where a story is about something else, by the HTTP interface
that they use.
"""

import asyncio
import json
import os
import secrets
import tomllib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from sim.crowd.administrator import Administrator
from sim.crowd.hall_api import Credential, HallApi
from sim.story.configurations import WINDOW
from sim.story.keeper import Keeper
from sim.story.programs import PAIHAO, WorkFolder

_AT_ONCE = 3
# A counter and a pad belong to their window; the other devices to the whole hall.
_DEVICES: dict[str, tuple[int, ...]] = {
    "kiosk": (),
    "counter": (WINDOW,),
    "station": (),
    "wall": (),
    "pad": (WINDOW,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clerk:
    number: str
    name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Where the administrator works: the server's address and the secret that lets in."""

    server: str
    secret: str = field(repr=False)


def found_hall(keeper: Keeper, hall: Path, work: WorkFolder) -> str:
    """Make the hall's folder; return the admin secret, which is shown this once."""
    founded = keeper.run(
        "hall-init", [PAIHAO, "hall", "init", "--config", str(hall), "--data", str(work.data)]
    )
    return founded.strip()


def first_clerk(hall: Path, password: str) -> Clerk:
    number, name = next(iter(staff(hall).items()))
    return Clerk(number=number, name=name, password=password)


def staff(hall: Path) -> dict[str, str]:
    """Names by number."""
    return {each["number"]: each["name"] for each in tomllib.loads(hall.read_text())["clerks"]}


def set_password(keeper: Keeper, hall: Path, work: WorkFolder, admin_secret: str) -> Clerk:
    """Give the first clerk of the configuration a password that lives as long as the story."""
    clerk = first_clerk(hall, secrets.token_urlsafe(12))
    keeper.run(
        "hall-clerk",
        [PAIHAO, "hall", "clerk", clerk.number, "--data", str(work.data)],
        typed=f"{clerk.password}\n",
        extra=admin(admin_secret),
    )
    return clerk


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """A device to be enrolled: the name of its credential, its role, and the windows it is bound to.

    `device` is by which the hall knows it: usually the first of its name.
    """

    name: str
    role: str
    windows: tuple[int, ...] = ()
    device: str = ""

    @property
    def known_as(self) -> str:
        return self.device or f"{self.name}-1"

    @classmethod
    def usual(cls, name: str) -> "Newcomer":
        return cls(name=name, role=name, windows=_DEVICES[name])


def admit(
    hall: Path, work: WorkFolder, office: Office, devices: Sequence[Newcomer], clerks: Sequence[str]
) -> list[Clerk]:
    """Enrol the devices and give these clerks passwords, at once and without a command."""
    nobody = Credential(
        server=office.server, role="", token="", certificate=(work.data / "certificate.pem").read_text()
    )
    names = staff(hall)

    async def by_http() -> list[Clerk]:
        async with HallApi(nobody) as api:
            administrator = await Administrator.begin(api, office.secret)
            for each in devices:
                enrolled = await administrator.enrol(each.role, each.known_as, each.windows)
                _save(work, each, enrolled)
            return [
                Clerk(number=each, name=names[each], password=await administrator.give_password(each))
                for each in clerks
            ]

    return asyncio.run(by_http())


def _save(work: WorkFolder, device: Newcomer, credential: Credential) -> None:
    """As `paihao enrol` does; nobody else may read it."""
    stored = {
        "server": credential.server,
        "role": credential.role,
        "device": device.known_as,
        "token": credential.token,
        "certificate": credential.certificate,
    }
    handle = os.open(work.credential(device.name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(stored, file)


def enrol_devices(keeper: Keeper, work: WorkFolder, server: str, admin_secret: str) -> list[str]:
    """Enrol every device of the story by a code of its own; return their names."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(lambda device: _enrol(keeper, work, server, admin_secret, device), _DEVICES))


def _enrol(keeper: Keeper, work: WorkFolder, server: str, admin_secret: str, device: str) -> str:
    bound = [argument for window in _DEVICES[device] for argument in ("--window", str(window))]
    code = keeper.run(
        f"enrolment-code-{device}",
        [
            *(PAIHAO, "hall", "enrolment-code", "--data", str(work.data)),
            *("--role", device, "--device", f"{device}-1", *bound),
        ],
        extra=admin(admin_secret),
    )
    keeper.run(
        f"enrol-{device}",
        [PAIHAO, "enrol", "-", "--server", server, "--out", str(work.credential(device))],
        typed=code,
    )
    return device


def admin(secret: str) -> dict[str, str]:
    """The environment in which the administrator's commands run."""
    return {"PAIHAO_ADMIN_SECRET": secret}
