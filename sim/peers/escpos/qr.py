"""The QR functions of `GS ( k` with all their fields: model, module size, level, store, print.

The symbol is made by the `qrcode` library from the stored bytes, in byte mode, without a quiet zone: the
paper is it. Not modelled: model 1 (it comes out as model 2), micro QR, functions that only answer.
"""

import qrcode
from PIL import Image
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.exceptions import DataOverflowError

_LEVELS = {48: ERROR_CORRECT_L, 49: ERROR_CORRECT_M, 50: ERROR_CORRECT_Q, 51: ERROR_CORRECT_H}
_QR_MODELS = (b"\x31\x00", b"\x32\x00")
QR_SYMBOLS = 49


class QrStore:
    """One symbol's settings and data; `ESC @` makes a new one. `largest_module`: 16 dots, or 8."""

    def __init__(self, largest_module: int = 16) -> None:
        self.data = b""
        self._largest_module = largest_module
        self._module_dots = 3
        self._level = 48

    def take(self, function: int, arguments: bytes) -> str | None:
        """A setting or the data. Returns what is strange about it."""
        match function:
            case 65 if arguments in _QR_MODELS:
                return None
            case 67 if len(arguments) == 1 and 1 <= arguments[0] <= self._largest_module:
                self._module_dots = arguments[0]
            case 69 if len(arguments) == 1 and arguments[0] in _LEVELS:
                self._level = arguments[0]
            case 80 if arguments[:1] == b"0":
                self.data = arguments[1:]
            case _:
                return f"GS ( k function {function} with {arguments[:8].hex(' ')} is not understood"
        return None

    def symbol(self) -> Image.Image | None:
        """Ink is 1. None when there is nothing to print, or too much for a symbol."""
        if not self.data:
            return None
        code = qrcode.QRCode(error_correction=_LEVELS[self._level], border=0)
        code.add_data(self.data, optimize=0)
        try:
            code.make(fit=True)
        except (DataOverflowError, ValueError):
            return None
        rows = code.get_matrix()
        image = Image.new("1", (len(rows), len(rows)))
        image.putdata([1 if is_dark else 0 for row in rows for is_dark in row])
        side = len(rows) * self._module_dots
        return image.resize((side, side), Image.Resampling.NEAREST)
