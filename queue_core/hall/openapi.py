"""The OpenAPI document: what the routes say of themselves, and what holds for all of them.

That is the idempotency key of every change, and problems for every refusal: the framework knows of neither.
"""

from typing import Any

import msgspec
from litestar import Request, Response, Router
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme

from queue_core.hall.admission import KEY_LENGTH, PUBLIC, SAFE
from queue_core.wire import IDEMPOTENCY_HEADER
from queue_core.wire.problem import MEDIA_TYPE, Problem

_KEY = {
    "name": IDEMPOTENCY_HEADER,
    "in": "header",
    "required": True,
    "description": "A fresh random key for each new command; the same one when it is sent again.",
    "schema": {"type": "string", "minLength": KEY_LENGTH.start, "maxLength": KEY_LENGTH.stop - 1},
}
(_PROBLEM_SCHEMA,), _PROBLEM_PARTS = msgspec.json.schema_components(
    (Problem,), ref_template="#/components/schemas/{name}"
)
_REFUSED = {
    "description": "Refused: a problem (RFC 9457) with a stable code and a remedy.",
    "content": {MEDIA_TYPE: {"schema": _PROBLEM_SCHEMA}},
}


class _Document(JsonRenderPlugin):
    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        return self.render_json(request, completed(openapi_schema))


def completed(document: dict[str, Any]) -> dict[str, Any]:
    """A copy with keys and problems; the framework's own form of errors is not what is sent."""
    components = document["components"]
    schemas = components.get("schemas", {}) | _PROBLEM_PARTS
    paths = {
        path: {method: _operation(method, operation) for method, operation in item.items()}
        for path, item in document["paths"].items()
    }
    return document | {"paths": paths, "components": components | {"schemas": schemas}}


def _operation(method: str, operation: dict[str, Any]) -> dict[str, Any]:
    replies = {status: reply for status, reply in operation["responses"].items() if int(status) < 400}  # noqa: PLR2004 - the first status of an error
    keys = [] if method.upper() in SAFE else [_KEY]
    return operation | {
        "parameters": [*operation.get("parameters", ()), *keys],
        "responses": replies | {"default": _REFUSED},
    }


OPENAPI = OpenAPIConfig(
    title="Paihao hall server",
    version="1",
    description="Errors are RFC 9457 problems with `code` and `remedy`. Changes need an Idempotency-Key.",
    openapi_router=Router("/schema", route_handlers=[], opt=PUBLIC, response_class=Response),
    render_plugins=[_Document()],
    use_handler_docstrings=True,
    components=Components(security_schemes={"token": SecurityScheme(type="http", scheme="bearer")}),
    security=[{"token": []}],
)
