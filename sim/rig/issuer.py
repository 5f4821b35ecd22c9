"""An issuer of electronic cards on a port of 127.0.0.1: it knows whose a code is.

    with Issuer(folder=tmp_path, token="…") as issuer:
        issuer.give("code", name="…", id_number="…")
        issuer.address, issuer.root  # https://…/verify, and the certificate to trust

No issuer's protocol is public: this is the plainest one that can be, and our own (kiosk.toml, `e_cards`).
POST with a bearer token and {"code", "kind"}; 200 with {"name", "id_number"}, 404 for a code nobody knows,
410 for one that has expired. Not modelled: signatures, accounts, codes that change each minute by themselves.
"""

import hmac
import ipaddress
import json
import ssl
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_LONGEST = 4096


class Issuer:
    """`asked` are the codes it was asked for, in order. `is_silent`: it takes questions and never answers."""

    def __init__(self, *, folder: Path, token: str) -> None:
        self.root = folder / "issuer.pem"
        self.token = token
        self.asked: list[str] = []
        self.is_silent = False
        self.is_broken = False
        self.ending = threading.Event()
        self._people: dict[str, dict[str, str] | None] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        key = folder / "issuer.key"
        _certify(self.root, key)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.root, key)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, name="issuer")

    @property
    def address(self) -> str:
        return f"https://127.0.0.1:{self._server.server_port}/verify"

    def give(self, code: str, *, name: str, id_number: str) -> None:
        self._people[code] = {"name": name, "id_number": id_number}

    def expire(self, code: str) -> None:
        self._people[code] = None

    def answer(self, question: dict[str, str]) -> tuple[int, dict[str, str]]:
        """Status and body."""
        self.asked.append(question["code"])
        if self.is_broken:
            return 500, {}
        if question["code"] not in self._people:
            return 404, {}
        person = self._people[question["code"]]
        return (410, {}) if person is None else (200, person)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.ending.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        issuer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = min(int(self.headers.get("Content-Length", 0)), _LONGEST)
                body = self.rfile.read(length)
                if issuer.is_silent:
                    issuer.ending.wait()
                    return
                given = self.headers.get("Authorization", "")
                if not hmac.compare_digest(given, f"Bearer {issuer.token}"):
                    self._say(401, {})
                    return
                self._say(*issuer.answer(json.loads(body)))

            def _say(self, status: int, told: dict[str, str]) -> None:
                content = json.dumps(told).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the library's name
                """Nothing: a code is a secret."""

        return Handler


def _certify(certificate: Path, key_file: Path) -> None:
    """A key, and a certificate by itself for 127.0.0.1."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Simulated issuer")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    key_file.touch(mode=0o600)
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
