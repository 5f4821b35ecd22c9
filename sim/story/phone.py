"""The citizen's phone: a real browser that opens what the kiosk's QR code says.

Trusts the hall's certificate by its public key alone, as a phone trusts a public one by its issuer, and finds
the hall's public address at the hall server, where in a town the name service would lead.
"""

import base64
import hashlib
import os
import shutil
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page, sync_playwright

from sim.story.errors import Different, NotInTime, ToolMissing
from sim.story.waiting import wait_until

_SCREEN = {"width": 412, "height": 915}
_OPENS_WITHIN_S = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where the public address leads: the hall server, and the certificate (PEM) it shows there."""

    server: str
    certificate: str


class Phone(Protocol):
    """What a story wants of a phone. `visited` are the addresses it asked for, as they went out."""

    kind: str
    visited: list[str]

    def open(self, status_url: str) -> None: ...
    def number(self) -> str: ...
    def wait_held(self, *, within_s: float) -> None: ...
    def wait_called_to(self, window: int, *, within_s: float) -> None: ...
    def picture(self, path: Path) -> None: ...


class Browser:
    kind = "chromium"

    def __init__(self, page: Page) -> None:
        self.page = page
        self.visited: list[str] = []
        page.on("request", lambda request: self.visited.append(request.url))

    def open(self, status_url: str) -> None:
        self._go(status_url)
        self.wait("#number:visible")

    def open_case(self, link: str) -> None:
        """The page of a finished case, with the code to be held before a cabinet's scanner."""
        self._go(link)
        self.wait("#qr svg")

    def look_again(self, selector: str) -> None:
        """Until the page, loaded anew, shows it."""
        self.page.reload()
        self.wait(selector)

    def _go(self, address: str) -> None:
        try:
            self.page.goto(address)
        except BrowserError as error:
            raise NotInTime("the phone could not open a link") from error

    def number(self) -> str:
        return self.page.locator("#number").inner_text()

    def wait_held(self, *, within_s: float) -> None:
        self.wait("#held:visible", within_s=within_s)

    def wait_called_to(self, window: int, *, within_s: float) -> None:
        self.wait('body[data-tone="called"]', within_s=within_s)
        headline = self.page.locator("#headline").inner_text()
        if str(window) not in headline:
            raise Different(f"the phone says “{headline}”, not window {window}")

    def picture(self, path: Path) -> None:
        self.page.screenshot(path=path)

    def text(self, selector: str) -> str:
        """Of something that is shown by now."""
        return self.page.locator(selector).inner_text()

    def shows(self, selector: str) -> bool:
        return self.page.locator(selector).is_visible()

    def press(self, selector: str) -> None:
        """As soon as it is there and can be pressed."""
        try:
            self.page.locator(selector).click(timeout=_OPENS_WITHIN_S * 1000)
        except BrowserError as error:
            raise NotInTime(f"{selector} could not be pressed on the phone") from error

    def wait(self, selector: str, *, within_s: float = _OPENS_WITHIN_S) -> None:
        try:
            self.page.locator(selector).wait_for(timeout=within_s * 1000)
        except BrowserError as error:
            shown = self.page.locator("body").inner_text()
            raise NotInTime(f"the phone did not show {selector}; it shows:\n{shown}") from error


class PlainRequests:
    """A phone without a screen, where no browser is installed: the same requests in the same order."""

    kind = "plain HTTP requests, since there is no Chromium here"

    def __init__(self, http: httpx.Client) -> None:
        self._http = http
        self._document = ""
        self.visited: list[str] = []

    def open(self, status_url: str) -> None:
        address = urlsplit(status_url)
        self._ask("GET", address.path)
        self._document = address.path.replace("/t/", "/public/tickets/")
        self._ask(
            "POST",
            f"{self._document}/claim",
            json={"claim": address.fragment.removeprefix("claim.")},
            headers={"Idempotency-Key": uuid4().hex},
        )

    def number(self) -> str:
        return str(self._read()["number"])

    def wait_held(self, *, within_s: float) -> None:
        wait_until(
            lambda: self._read()["delivery"] == "paperless",
            within_s=within_s,
            what="the phone holds the number",
        )

    def wait_called_to(self, window: int, *, within_s: float) -> None:
        wait_until(
            lambda: self._read()["window"] == window,
            within_s=within_s,
            what=f"the phone is called to {window}",
        )

    def picture(self, path: Path) -> None:
        """Has no screen to take."""

    def _read(self) -> dict[str, Any]:
        document: dict[str, Any] = self._ask("GET", self._document).json()
        return document

    def _ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        self.visited.append(path)
        return self._http.request(method, path, **more).raise_for_status()


@contextmanager
def phone_in_hand(route: Route, public_url: str) -> Iterator[Phone]:
    """Switch a phone on, and off at the end: Chromium, or plain requests when there is none."""
    chromium = shutil.which("chromium")
    if chromium is None:
        with httpx.Client(base_url=route.server, verify=trusting(route.certificate), trust_env=False) as http:
            yield PlainRequests(http)
        return
    with handsets(route, public_url) as another:
        yield another()


@contextmanager
def handsets(route: Route, public_url: str) -> Iterator[Callable[[], Browser]]:
    """As many phones as are asked for, each with a memory of its own. Raises ToolMissing without Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise ToolMissing("chromium is not installed")
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=chromium, args=_arguments(route, public_url))
        except BrowserError as error:
            raise ToolMissing(f"{chromium} does not start") from error
        try:
            yield lambda: Browser(
                browser.new_page(viewport=_SCREEN, device_scale_factor=2, locale="zh-CN")  # type: ignore[arg-type]
            )
        finally:
            browser.close()


def _arguments(route: Route, public_url: str) -> list[str]:
    public, server = urlsplit(public_url), urlsplit(route.server)
    arguments = [f"--ignore-certificate-errors-spki-list={_public_key_digest(route.certificate)}"]
    if public.netloc != server.netloc:
        arguments.append(f"--host-resolver-rules=MAP {public.hostname} {server.netloc}")
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium refuses to run as root without
    return arguments


def _public_key_digest(certificate: str) -> str:
    """SHA-256 of the SubjectPublicKeyInfo, base64: how Chromium's option wants it."""
    key = x509.load_pem_x509_certificate(certificate.encode()).public_key()
    der = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(der).digest()).decode()


def trusting(certificate: str) -> ssl.SSLContext:
    """Trust this certificate (PEM) and no other, by whatever name the server is reached."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.load_verify_locations(cadata=certificate)
    return context
