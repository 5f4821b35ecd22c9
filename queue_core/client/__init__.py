"""A front end's session with its hall: commands that survive a lost reply, and the stream of views."""

from queue_core.client.credential import Credential
from queue_core.client.enrolling import enrol
from queue_core.client.errors import ClientError, HallIsAnother, HallRefused, HallUnreachable
from queue_core.client.session import HallClient
from queue_core.client.staff import StaffClient
from queue_core.client.stream import LinkLost, LinkUp, Update

__all__ = [
    "ClientError",
    "Credential",
    "HallClient",
    "HallIsAnother",
    "HallRefused",
    "HallUnreachable",
    "LinkLost",
    "LinkUp",
    "StaffClient",
    "Update",
    "enrol",
]
