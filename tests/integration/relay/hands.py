"""Runs inside one network and does there what it is told, a JSON line each: ask a server, or try to connect.

Knows the standard library only, so that it starts in no time.
"""

import http.client
import json
import socket
import ssl
import sys
from urllib.parse import urlsplit


def ask(method, url, authority, headers, body, *, checks_name):
    trust = ssl.create_default_context(cafile=authority)
    trust.check_hostname = checks_name
    address = urlsplit(url)
    link = http.client.HTTPSConnection(address.hostname, address.port, context=trust, timeout=9)
    try:
        content = None if body is None else json.dumps(body)
        link.request(method, address.path, content, headers)
        answer = link.getresponse()
        return {
            "status": answer.status,
            "headers": {name.lower(): value for name, value in answer.getheaders()},
            "body": answer.read().decode(),
        }
    except OSError as error:
        return {"status": 0, "headers": {}, "body": type(error).__name__}
    finally:
        link.close()


def connects(host, port):
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True


def listen(port):
    held.append(socket.create_server(("", port)))
    return True


held = []
DEEDS = {"ask": ask, "connects": connects, "listen": listen}
for line in sys.stdin:
    wanted = json.loads(line)
    print(json.dumps(DEEDS[wanted.pop("do")](**wanted)), flush=True)  # noqa: T201 - this is how it answers
