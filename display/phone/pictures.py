"""Pictures of the phone's pages: of made-up numbers, or of any address with a real one.

`python -m display.phone.pictures OUT` draws every state, panel and page, in three languages, small, dark and
with large letters; `python -m display.phone.pictures OUT --address URL` one page as a phone
shows it now.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from playwright.sync_api import Browser, Page, sync_playwright

from display.phone.preview import SAMPLES, SECRET, Preview, running
from display.phone.samples import MATTERS
from display.phone.samples_pickup import PICKUPS

SIZES = {"tall": (390, 844), "small": (320, 640), "wide": (412, 915)}
BROWSER = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
LANGUAGES = ("zh-CN", "zh-Hant", "en")
NOTHING_MORE_COMES = """
() => new Promise((done) => {
  const come = () => performance.getEntriesByType("resource").length;
  const look = (before) => { if (come() === before) done(); else setTimeout(look, 200, come()); };
  look(-1);
})
"""
PANELS = ("materials", "explanation", "convert", "errand", "defer", "cancel")


class Phone(NamedTuple):
    """`size` in CSS pixels; `letters` as many times as large as usual."""

    name: str
    size: tuple[int, int] = SIZES["tall"]
    language: str = "zh-CN"
    is_dark: bool = False
    letters: int = 1


PHONES = (
    *(Phone(f"tall-{language}", language=language) for language in LANGUAGES),
    Phone("tall-dark", is_dark=True),
    *(Phone(f"small-{language}", SIZES["small"], language) for language in ("zh-CN", "en")),
    *(Phone(f"large-letters-{language}", SIZES["tall"], language, letters=2) for language in ("zh-CN", "en")),
)


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        yield opened
        opened.close()


@contextmanager
def switched_on(opened: Browser, phone: Phone) -> Iterator[Page]:
    """A page of that phone; the hall's certificate is its own, so the browser is told to accept it."""
    context = opened.new_context(
        viewport={"width": phone.size[0], "height": phone.size[1]},
        device_scale_factor=2,
        locale=phone.language,
        color_scheme="dark" if phone.is_dark else "light",
        reduced_motion="reduce",
        ignore_https_errors=True,
        service_workers="block",
    )
    page = context.new_page()
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => {"
        f"document.documentElement.style.fontSize = '{112.5 * phone.letters}%'; }})"
    )
    yield page
    context.close()


def picture(page: Page, out: Path, *, is_whole: bool = True) -> None:
    """Write what the page shows once it was read; `is_whole`: as far as it can be scrolled."""
    page.locator("body:not([data-tone=loading])").wait_for()
    page.evaluate(NOTHING_MORE_COMES)
    page.screenshot(path=out, full_page=is_whole)


def main(out: Path, address: Annotated[str, typer.Option()] = "", language: str = "zh-CN") -> None:
    out.mkdir(parents=True, exist_ok=True)
    with browser() as opened:
        if address:
            with switched_on(opened, Phone("phone", language=language)) as page:
                page.goto(address)
                page.locator("body:not([data-tone=loading])").wait_for()
                page.screenshot(path=out / "phone.png")
        else:
            all_pictures(opened, out)


def all_pictures(opened: Browser, out: Path) -> None:
    numbers = SAMPLES | dict.fromkeys(("viewed", "refused"), SAMPLES["estimated"])
    with running(dict(numbers)) as preview:
        for phone in PHONES:
            with switched_on(opened, phone) as page:
                for name, address in _pages(preview):
                    page.goto(address)
                    picture(page, out / f"phone-{name}.{phone.name}.png")
                _panels(page, preview, out, phone)
                preview.tickets = dict(numbers)


def _pages(preview: Preview) -> Iterator[tuple[str, str]]:
    for name in SAMPLES:
        yield name, f"{preview.address(name)}#{SECRET}"
    yield "unknown", preview.address("unknown")
    yield "viewed", preview.address("viewed")
    yield "claim-refused", f"{preview.address('refused')}#claim.too-old"
    yield "hall", f"{preview.root}/h"
    for name in PICKUPS:
        yield f"pickup-{name}", preview.pickup_address(name)
    yield "pickup-wrong", f"{preview.root}/p#nothing-of-ours"
    for code in MATTERS:
        yield f"matter-{code}", f"{preview.root}/m/{code}"


def _panels(page: Page, preview: Preview, out: Path, phone: Phone) -> None:
    page.goto(f"{preview.address('several')}#{SECRET}")
    for name in PANELS:
        page.locator(f"#do-{name}").click()
        page.locator(f"#panel-{name} > :nth-child(2)").wait_for()
        picture(page, out / f"phone-doing-{name}.{phone.name}.png")
    page.locator("#panel-cancel .danger").click()
    picture(page, out / f"phone-doing-cancel-again.{phone.name}.png")
    page.locator("#do-convert").click()
    page.locator("#panel-convert input[value=pickup]").check()
    page.locator("#panel-convert .wish .main").click()
    page.locator(".prospect").wait_for()
    picture(page, out / f"phone-doing-convert-prospect.{phone.name}.png")
    preview.is_away = True
    page.locator("#panel-convert .wish .main").last.click()
    page.locator("#offline").wait_for()
    page.locator("#panel-convert .trouble:visible").wait_for()
    picture(page, out / f"phone-offline.{phone.name}.png")
    preview.is_away = False


if __name__ == "__main__":
    typer.run(main)
