"""Why the kernel does not let a device node be opened, in the words of the contract."""

import errno
from collections.abc import Mapping
from types import MappingProxyType

from drivers.contract.errors import Absent, CannotOpen, NoPermission, Taken

OPEN_ERRORS: Mapping[int, type[CannotOpen]] = MappingProxyType(
    {
        errno.ENOENT: Absent,
        errno.ENXIO: Absent,
        errno.ENODEV: Absent,
        errno.EACCES: NoPermission,
        errno.EPERM: NoPermission,
        errno.EBUSY: Taken,
        errno.EAGAIN: Taken,  # a serial port that another program has locked
    }
)
