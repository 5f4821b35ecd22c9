"""What can go wrong with a front end before it shows its first page."""


class KitError(Exception):
    """The root of the kit's errors. `code` is stable; `remedy` tells an operator what to do."""

    code = "front-end-failed"
    remedy = "Start the front end again; if it fails again, send its log to the maintainers."


class PageBroken(KitError):
    code = "page-broken"
    remedy = "The QML files are damaged or incomplete: install Paihao again."


class StageRefused(KitError):
    code = "stage-refused"
    remedy = "Give --stage a path in a folder that belongs to you, and that no running front end uses."


class TranslationBroken(KitError):
    code = "translation-broken"
    remedy = "The translations are damaged, or the temporary folder cannot be written: install Paihao again."
