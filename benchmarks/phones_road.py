"""The phones' road as deploy/ lays it: hall, uplink, relay and nginx as processes, each where it is put."""

import datetime as dt
import ipaddress
import os
import random
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from benchmarks.durability.house import PAIHAO, House

DEPLOY = Path(__file__).parents[1] / "deploy"
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
_PATIENCE_S = 20
_PORTS = range(20_000, 30_000)
TOKEN = "a-token-for-proofs-that-nobody-keeps-0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Networks:
    """What is put before a program so that it runs in the hall or in the DMZ, and the DMZ's addresses."""

    in_hall: Sequence[str] = ()
    in_dmz: Sequence[str] = ()
    dmz_from_hall: str = "127.0.0.1"
    dmz_from_public: str = "127.0.0.1"
    hall_from_dmz: str = "127.0.0.1"
    one_nginx_process: bool = False


@dataclass(slots=True)
class PhonesRoad:
    """`house` is founded and stands still before and after. Everything else lives in `root`."""

    root: Path
    house: House
    networks: Networks = field(default_factory=Networks)
    heartbeat_s: float = 5
    port: int = 0
    relay_port: int = 0
    _running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    _stack: ExitStack = field(default_factory=ExitStack)

    def open(self) -> None:
        """Returns when a document of the hall comes out at nginx. RuntimeError with the logs otherwise."""
        self.root.mkdir(parents=True, exist_ok=True)
        self.port, self.relay_port = _free_ports(2)
        make_certificate(self.root, (self.networks.dmz_from_hall, self.networks.dmz_from_public))
        self.house.start(program=(*self.networks.in_hall, *PAIHAO))
        self._stack.callback(self.house.close)
        self._write_settings()
        write_nginx(
            self.root,
            port=self.port,
            relay_port=self.relay_port,
            uplink_from=self.networks.hall_from_dmz,
            one_process=self.networks.one_nginx_process,
        )
        self.start_relay()
        self.start("nginx", (*self.networks.in_dmz, NGINX, "-p", self.root, "-c", self.root / "nginx.conf"))
        self.start_uplink()
        self.until(lambda: "relay reached" in self.log("uplink"), "the uplink's connection")

    def reopen(self) -> None:
        """With its own uplink again, if that was stopped or changed."""
        if "uplink" in self._running:
            self.stop("uplink")
        (self.root / "uplink.log").unlink()
        self._write_settings()
        self.start_uplink()
        self.until(lambda: "relay reached" in self.log("uplink"), "the uplink's connection")

    def start_relay(self) -> None:
        self.start("relay", (*self.networks.in_dmz, *PAIHAO, "relay", "--config", self.root / "relay.toml"))

    def start_uplink(self) -> None:
        command = (*self.networks.in_hall, *PAIHAO, "uplink", "--config", self.root / "uplink.toml")
        self.start("uplink", command)

    @property
    def url(self) -> str:
        """Where phones find it."""
        return f"https://{self.networks.dmz_from_public}:{self.port}"

    @property
    def authority(self) -> Path:
        return self.root / "fullchain.pem"

    def pid(self, name: str) -> int:
        return self._running[name].pid

    def log(self, name: str) -> str:
        path = self.root / f"{name}.log"
        return path.read_text() if path.exists() else ""

    def start(self, name: str, command: Sequence[object]) -> None:
        with (self.root / f"{name}.log").open("ab") as log:
            process = subprocess.Popen([*map(str, command)], stdout=log, stderr=log)
        self._running[name] = process
        self._stack.callback(_end, process)

    def stop(self, name: str) -> int:
        """By SIGTERM, as systemd does; its exit code."""
        process = self._running.pop(name)
        process.send_signal(signal.SIGTERM)
        return process.wait(_PATIENCE_S)

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        """RuntimeError with all logs when it does not come true in time."""
        end = time.monotonic() + _PATIENCE_S
        while not is_so():
            ended = [name for name, process in self._running.items() if process.poll() is not None]
            if time.monotonic() > end or ended:
                logs = "\n".join(f"--- {path.name}\n{path.read_text()}" for path in self.root.glob("*.log"))
                raise RuntimeError(f"{what} did not happen; ended: {ended}\n{logs[-6000:]}")
            time.sleep(0.02)

    def close(self) -> None:
        self._stack.close()

    def _write_settings(self) -> None:
        token = self.root / "relay.token"
        token.touch(0o600)
        token.write_text(TOKEN)
        (self.root / "relay.toml").write_text(
            f'hall = "proof"\ntoken = "relay.token"\nport = {self.relay_port}\n'
            f"heartbeat_s = {self.heartbeat_s}\n"
        )
        server = next(iter(self.house.credentials.values())).server
        (self.root / "uplink.toml").write_text(
            f'hall = "proof"\nrelay = "wss://{self.networks.dmz_from_hall}:{self.port}/uplink"\n'
            f'token = "relay.token"\nserver = "{server}"\n'
            f'certificate = "{self.house.folder / "certificate.pem"}"\nauthority = "fullchain.pem"\n'
            f"heartbeat_s = {self.heartbeat_s}\n"
        )


def write_nginx(root: Path, *, port: int, relay_port: int, uplink_from: str, one_process: bool) -> Path:
    """`nginx.conf` in `root`: what deploy/ has, with the places and ports of this run. Raises ValueError."""
    text = (DEPLOY / "nginx" / "paihao.conf").read_text(encoding="utf-8")
    for written, here in {
        "listen 80;": f"listen 127.0.0.1:{_free_ports(1)[0]};",
        "listen [::]:80;": "",
        "listen [::]:443 ssl http2;": "",
        "listen 443 ssl http2;": f"listen {port} ssl http2;",
        "queue.example.gov.cn": "localhost",
        "/etc/ssl/paihao": str(root),
        "127.0.0.1:8480": f"127.0.0.1:{relay_port}",
        "/var/cache/nginx/paihao": str(root / "cache"),
        "/var/log/nginx": str(root),
        "/etc/nginx/paihao-problems/": f"{DEPLOY}/nginx/problems/",
        "allow 127.0.0.1;": f"allow {uplink_from};",
        # Only here: what nginx asked the hall for, to be counted by document.
        "upstream paihao_relay {": 'map $upstream_status $asked_on { default 1; "" 0; }\n'
        "log_format asked_on $uri;\nupstream paihao_relay {",
        "paihao.log paihao;": f"paihao.log paihao;\naccess_log {root}/asked-on.log asked_on if=$asked_on;",
    }.items():
        if written not in text:
            raise ValueError(f"deploy/nginx/paihao.conf has no {written!r} any more")
        text = text.replace(written, here)
    (root / "paihao.conf").write_text(text, encoding="utf-8")
    (root / "cache").mkdir(exist_ok=True)
    temporary = "".join(
        f"{kind}_temp_path {root}/temp-{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main = root / "nginx.conf"
    main.write_text(
        f"{'user root;' if os.geteuid() == 0 or one_process else ''}\n"
        f"{'master_process off;' if one_process else 'worker_processes auto;'}\n"
        f"daemon off;\npid {root}/nginx.pid;\nerror_log stderr crit;\n"
        "worker_rlimit_nofile 8192;\nevents { worker_connections 2048; }\n"
        f"http {{\n{temporary}include {root}/paihao.conf;\n}}\n",
        encoding="utf-8",
    )
    return main


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)


def _free_ports(count: int) -> tuple[int, ...]:
    """Below those that the kernel gives to connections: nobody takes one before it is used."""
    with ExitStack() as stack:
        ports: list[int] = []
        for port in random.sample(_PORTS, len(_PORTS)):
            each = stack.enter_context(socket.socket())
            try:
                each.bind(("127.0.0.1", port))
            except OSError:
                continue
            ports.append(port)
            if len(ports) == count:
                break
        return tuple(ports)


def make_certificate(root: Path, addresses: Sequence[str]) -> None:
    """The DMZ's certificate, which is its own authority here."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "relay")])
    now = dt.datetime.now(dt.UTC)
    names = [x509.IPAddress(ipaddress.ip_address(each)) for each in dict.fromkeys(addresses)]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (root / "fullchain.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    unlocked = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    (root / "privkey.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, form, unlocked))
