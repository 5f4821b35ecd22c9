"""The form of the 医保电子凭证, the QR code of the medical insurance: all that is public of it.

28 digits: `424`, 17 of the person, 2 random, 2 of the province, 4 for extensions. Who it stands for only the
insurance's own service tells.
"""

import re

from drivers.contract.events import CodeKind

_FORM = re.compile(r"424[0-9]{25}")


def kind_of(text: str) -> CodeKind:
    return CodeKind.MEDICAL_INSURANCE if _FORM.fullmatch(text) else CodeKind.OTHER
