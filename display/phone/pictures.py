"""Pictures of the phone page: of the made-up tickets, or of any address with a real one.

`python -m display.phone.pictures OUT` draws every state in both languages and both colour schemes;
`python -m display.phone.pictures OUT --address URL` one page as a phone shows it now.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from playwright.sync_api import Browser, sync_playwright

from display.phone.preview import SAMPLES, running

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


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        yield opened
        opened.close()


def picture(
    opened: Browser,
    address: str,
    out: Path,
    *,
    size: tuple[int, int] = SIZES["tall"],
    language: str = "zh-CN",
    is_dark: bool = False,
) -> None:
    """Write what a phone of `size` (CSS pixels) shows once the ticket was read, at twice the size.

    The hall's certificate is its own, so the browser is told to accept it.
    """
    context = opened.new_context(
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=2,
        locale=language,
        color_scheme="dark" if is_dark else "light",
        ignore_https_errors=True,
    )
    page = context.new_page()
    page.goto(address)
    page.locator("body:not([data-tone=loading])").wait_for()
    page.screenshot(path=out)
    context.close()


def main(out: Path, address: Annotated[str, typer.Option()] = "", language: str = "zh-CN") -> None:
    out.mkdir(parents=True, exist_ok=True)
    with browser() as opened:
        if address:
            picture(opened, address, out / "phone.png", language=language)
        else:
            all_pictures(opened, out)


def all_pictures(opened: Browser, out: Path) -> None:
    with running(dict(SAMPLES)) as preview:
        for name in (*SAMPLES, "unknown"):
            for shape, size in SIZES.items():
                for language in ("zh-CN", "en"):
                    target = out / f"phone-{name}.{shape}-{language}.png"
                    picture(opened, preview.address(name), target, size=size, language=language)
            picture(opened, preview.address(name), out / f"phone-{name}.tall-dark.png", is_dark=True)


if __name__ == "__main__":
    typer.run(main)
