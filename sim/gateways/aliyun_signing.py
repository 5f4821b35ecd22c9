"""The two signatures of Alibaba Cloud's OpenAPI, as a server checks them.

RPC (V2, HMAC-SHA1): help.aliyun.com/en/sdk/product-overview/rpc-mechanism.
ACS3-HMAC-SHA256 (V3): help.aliyun.com/document_detail/2593177.html. Both pages' examples are among the tests.
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import parse_qsl, quote

from sim.gateways.http_gateway import Request

_V3 = "ACS3-HMAC-SHA256"
_OUGHT_TO_BE_SIGNED = frozenset(
    {"host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version"}
)
STALE_S = 900


class Refused(Exception):
    """By the service's own code and HTTP status."""

    def __init__(self, code: str, status: int, message: str) -> None:
        super().__init__(message)
        self.code, self.status = code, status


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """What a request asks for, once its signature was right. `parameters`: of query and form together."""

    action: str
    version: str
    nonce: str
    parameters: Mapping[str, str]


def checked(request: Request, *, key_id: str, secret: str, now_s: float) -> Signed:
    """Raises Refused. Whether the nonce is new is the service's to say."""
    form = request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded")
    body = request.body.decode("utf-8", "replace") if form else ""
    query = dict(parse_qsl(request.query, keep_blank_values=True))
    parameters = query | dict(parse_qsl(body, keep_blank_values=True))
    if request.headers.get("authorization", "").startswith(_V3):
        return _checked_v3(request, query, parameters, key_id=key_id, secret=secret, now_s=now_s)
    return _checked_rpc(request.method, parameters, key_id=key_id, secret=secret, now_s=now_s)


def _checked_rpc(
    method: str, parameters: dict[str, str], *, key_id: str, secret: str, now_s: float
) -> Signed:
    for name in ("AccessKeyId", "Signature", "SignatureNonce", "Timestamp", "Action", "Version"):
        if name not in parameters:
            raise Refused(f"Missing{name}", 400, f"{name} is mandatory for this action.")
    _check_key(parameters["AccessKeyId"], key_id)
    _check_time(parameters["Timestamp"], now_s)
    unsigned = {name: value for name, value in parameters.items() if name != "Signature"}
    right = rpc_signature(method, unsigned, secret)
    if parameters.get("SignatureMethod") != "HMAC-SHA1" or parameters.get("SignatureVersion") != "1.0":
        raise Refused("InvalidSignatureMethod", 400, "The specified signature method is not valid.")
    _check_equal(parameters["Signature"], right)
    return Signed(
        action=parameters["Action"],
        version=parameters["Version"],
        nonce=parameters["SignatureNonce"],
        parameters=parameters,
    )


def _checked_v3(
    request: Request,
    query: Mapping[str, str],
    parameters: dict[str, str],
    *,
    key_id: str,
    secret: str,
    now_s: float,
) -> Signed:
    _, _, rest = request.headers["authorization"].partition(" ")
    parts = dict(part.strip().partition("=")[::2] for part in rest.split(","))
    names = parts.get("SignedHeaders", "").split(";")
    if missing := _OUGHT_TO_BE_SIGNED - set(names) | (set(names) - request.headers.keys()):
        raise Refused("IncompleteSignature", 400, f"not signed: {', '.join(sorted(missing))}")
    _check_key(parts.get("Credential", ""), key_id)
    _check_time(request.headers["x-acs-date"], now_s)
    if request.headers["x-acs-content-sha256"] != hashlib.sha256(request.body).hexdigest():
        raise Refused("SignatureDoesNotMatch", 400, "x-acs-content-sha256 is not that of the body")
    signed = {name: request.headers[name] for name in names}
    right = v3_signature(request.method, request.path, query, signed, secret)
    _check_equal(parts.get("Signature", ""), right)
    return Signed(
        action=request.headers["x-acs-action"],
        version=request.headers["x-acs-version"],
        nonce=request.headers["x-acs-signature-nonce"],
        parameters=parameters,
    )


def rpc_signature(method: str, parameters: Mapping[str, str], secret: str) -> str:
    """`parameters`: all but the signature, of query and form."""
    text = f"{method}&%2F&{_encoded(canonical_query(parameters))}"
    digest = hmac.new(f"{secret}&".encode(), text.encode(), hashlib.sha1).digest()
    return base64.b64encode(digest).decode("ascii")


def v3_signature(
    method: str, path: str, query: Mapping[str, str], signed_headers: Mapping[str, str], secret: str
) -> str:
    """`signed_headers` by their names in small letters, x-acs-content-sha256 among them."""
    names = sorted(signed_headers)
    canonical = "\n".join(
        [
            method,
            path or "/",
            canonical_query(query),
            "".join(f"{name}:{signed_headers[name].strip()}\n" for name in names),
            ";".join(names),
            signed_headers["x-acs-content-sha256"],
        ]
    )
    text = f"{_V3}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()


def canonical_query(parameters: Mapping[str, str]) -> str:
    return "&".join(f"{_encoded(name)}={_encoded(parameters[name])}" for name in sorted(parameters))


def _encoded(text: str) -> str:
    return quote(text, safe="-_.~")


def _check_key(given: str, right: str) -> None:
    if given != right:
        raise Refused("InvalidAccessKeyId.NotFound", 404, "Specified access key is not found.")


def _check_time(stamp: str, now_s: float) -> None:
    try:
        at = datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError as error:
        raise Refused(
            "InvalidTimeStamp.Format", 400, "Specified time stamp is not well formatted."
        ) from error
    if abs(at.timestamp() - now_s) > STALE_S:
        raise Refused("InvalidTimeStamp.Expired", 400, "Specified time stamp or date value is expired.")


def _check_equal(given: str, right: str) -> None:
    if not hmac.compare_digest(given.encode(), right.encode()):
        raise Refused(
            "SignatureDoesNotMatch", 400, "Specified signature is not matched with our calculation."
        )
