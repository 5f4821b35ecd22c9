"""Pictures of the managers' page: `python -m display.managers.pictures OUT`."""

from pathlib import Path
from typing import Annotated

import typer
from playwright.sync_api import Page, sync_playwright

from display.managers.preview import NUMBER, PASSWORD, running

BROWSER = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
SCREENS = {"desk": (1440, 900), "phone": (390, 844)}


def log_in(page: Page) -> None:
    """As a person does, on the page that is open."""
    page.fill("#number", NUMBER)
    page.fill("#password", PASSWORD)
    page.click("#enter")
    page.wait_for_selector("#figures .tiles")


def draw(out: Annotated[Path, typer.Argument(metavar="OUT")]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with running() as hall, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        for name, (width, height) in SCREENS.items():
            for language, scheme in (("zh-CN", "light"), ("en", "light"), ("zh-CN", "dark")):
                context = browser.new_context(
                    viewport={"width": width, "height": height},
                    locale=language,
                    color_scheme="dark" if scheme == "dark" else "light",
                )
                page = context.new_page()
                page.goto(hall.address)
                page.wait_for_selector("#entrance:not([hidden])")
                page.screenshot(path=out / f"{name}-{language}-{scheme}-entrance.png")
                log_in(page)
                page.screenshot(path=out / f"{name}-{language}-{scheme}.png", full_page=True)
                context.close()
        browser.close()


if __name__ == "__main__":
    typer.run(draw)
