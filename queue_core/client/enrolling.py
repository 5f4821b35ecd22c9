"""Making a device known to its hall, by a code that a person carries from one to the other."""

import asyncio
import ssl
from urllib.parse import urlsplit

from queue_core.client.credential import Credential
from queue_core.client.errors import AddressMistyped, CodeMistyped, HallIsAnother, HallUnreachable
from queue_core.client.transport import Transport, new_key
from queue_core.wire.enrolment import fingerprint, read_code
from queue_core.wire.messages import Enrol, Enrolled

_WITHIN_S = 5.0


async def enrol(typed_code: str, server: str) -> Credential:
    """The credential of the device that the code was made for; the code is spent.

    The certificate is fetched without trust and compared with the fingerprint in the code; only then is the
    secret said. Raises CodeMistyped, AddressMistyped, HallUnreachable, HallIsAnother, HallRefused.
    """
    code = read_code(typed_code)
    if code is None:
        raise CodeMistyped("That is not an enrolment code.")
    if urlsplit(server).scheme != "https" or not urlsplit(server).hostname:
        raise AddressMistyped(f"{server} is not the address of a hall server.")
    shown = await _shown_certificate(server)
    if fingerprint(shown) != code.fingerprint:
        raise HallIsAnother(server)
    certificate = ssl.DER_cert_to_PEM_cert(shown)
    transport = Transport(server, certificate, deadline_s=_WITHIN_S)
    try:
        enrolled = await transport.send(
            "POST",
            "/api/v1/enrolments",
            Enrolled,
            token=None,
            body=Enrol(code=code.secret),
            key=new_key(),
        )
    finally:
        await transport.close()
    return Credential(
        server=transport.server,
        role=enrolled.role,
        device=enrolled.device,
        token=enrolled.token,
        certificate=certificate,
    )


async def _shown_certificate(server: str) -> bytes:
    """The certificate the server shows, not yet believed (DER)."""
    address = urlsplit(server)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        async with asyncio.timeout(_WITHIN_S):
            _, writer = await asyncio.open_connection(address.hostname, address.port or 443, ssl=context)
    except (OSError, TimeoutError) as error:
        raise HallUnreachable(server, type(error).__name__) from error
    shown: bytes = writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
    # Not closed: that waits for the far end, and this program may have ended by then.
    writer.transport.abort()
    return shown
