"""Addresses of devices, as they are written in the configurations of front ends."""

from pydantic import AfterValidator

from drivers.contract.device import Kind
from drivers.contract.errors import DeviceError
from drivers.runtime.opening import require
from queue_core.config import WriteInstead

LISTED = "`paihao devices list` shows what is there and how it is written"


def address_of(kind: Kind, remedy: str = LISTED) -> AfterValidator:
    """For a text that must be the address of such a device; nothing is opened."""

    def check(address: str) -> str:
        try:
            require(address, kind)
        except DeviceError as error:
            raise WriteInstead(error.detail, remedy) from error
        return address

    return AfterValidator(check)
