"""What a citizen does with the number on the phone: change it, let others pass, rate; and being told no."""

from sim.story.phone import Browser


def wait_refused(phone: Browser) -> str:
    """The page says that it could not keep the number; its words."""
    phone.wait("#held.bad:visible")
    return phone.text("#held")


def headline(phone: Browser) -> str:
    return " ".join(phone.text("#headline").split())


def ask_to_convert(phone: Browser, ticket_class: str) -> str:
    """Choose another class and ask what it would mean; the answer's words. Nothing is changed yet."""
    phone.press("#do-convert")
    phone.press(f'#panel-convert label:has(input[name="class"][value="{ticket_class}"])')
    phone.press("#panel-convert > .wish button")
    phone.wait("#panel-convert .prospect:visible")
    return " ".join(phone.text("#panel-convert .prospect").split())


def confirm_conversion(phone: Browser) -> None:
    phone.press("#panel-convert .after .wish button")
    phone.wait("#result:visible")


def defer(phone: Browser) -> None:
    phone.press("#do-defer")
    phone.press("#panel-defer .wish button")
    phone.wait("#result:visible")


def rate(phone: Browser, level: int) -> None:
    """The page opens the faces by itself when the service is over."""
    phone.press(f'#panel-rating label:has(input[name="rating"][value="{level}"])')
    phone.press("#panel-rating .wish button")
    phone.wait("#rated:visible")
