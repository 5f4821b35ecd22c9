"""How a route's value goes out: as JSON, in one piece."""

from typing import Any

import msgspec
from litestar import Response
from litestar.types import ASGIApp, Send

_JSON = (b"content-type", b"application/json")


class Json(Response[Any]):
    """What a route returned, without what no route here uses: cookies, headers, other encodings.

    A route that needs any of it returns the framework's own `Response`.
    """

    def to_asgi_response(self, *_: Any, **__: Any) -> ASGIApp:  # type: ignore[override]  # an ASGI application
        body = b"" if self.content is None else msgspec.json.encode(self.content)
        headers = [_JSON, (b"content-length", b"%d" % len(body))] if body else []

        async def answer(_scope: Any, _receive: Any, send: Send) -> None:
            await send({"type": "http.response.start", "status": self.status_code or 200, "headers": headers})
            await send({"type": "http.response.body", "body": body, "more_body": False})

        return answer
