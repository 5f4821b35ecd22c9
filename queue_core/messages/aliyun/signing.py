"""How a request to an RPC-style interface of Aliyun is signed: HMAC-SHA1, SignatureVersion 1.0.

After help.aliyun.com/document_detail/25492 (V2版本RPC风格请求体&签名机制) and
alibabacloud.com/help/zh/doc-detail/252839 (the same for 短信服务): parameters sorted by name and
percent-encoded after RFC 3986, then `POST&%2F&` and the whole encoded once more, signed with the secret and
`&`. The newer ACS3-HMAC-SHA256 (V3版本请求体&签名机制) puts the parameters of SendSms into the URL, and a
phone number stands in no URL that leaves a hall: proxies write them down. Here all travel in the body.
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from urllib.parse import quote


def signed(parameters: Mapping[str, str], secret: str) -> dict[str, str]:
    """The parameters with their signature, for a form."""
    return {**parameters, "Signature": signature("POST", parameters, secret)}


def signature(method: str, parameters: Mapping[str, str], secret: str) -> str:
    canonical = "&".join(f"{_encoded(name)}={_encoded(parameters[name])}" for name in sorted(parameters))
    to_sign = f"{method}&{_encoded('/')}&{_encoded(canonical)}"
    digest = hmac.new(f"{secret}&".encode(), to_sign.encode(), hashlib.sha1).digest()
    return base64.b64encode(digest).decode()


def _encoded(text: str) -> str:
    return quote(text, safe="-_.~")
