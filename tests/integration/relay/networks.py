"""Three networks that share nothing but two cables: hall – dmz – public. Needs root, or user namespaces."""

import json
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

HANDS = Path(__file__).with_name("hands.py")
HALL, DMZ_TO_HALL = "10.91.1.1", "10.91.1.2"
DMZ_TO_PUBLIC, PUBLIC = "10.91.2.1", "10.91.2.2"
SERVICE = 8443
# Ports that programs listen on; answers to what the hall itself began come to higher ones.
SERVICES = "1-32767"


class NotPermitted(Exception):
    """This machine lets nobody make networks."""


class Network:
    """One network namespace, held by a process that does nothing; `enter` goes before a program."""

    def __init__(self, stack, beside=None):
        is_root = os.geteuid() == 0
        if beside is None or is_root:
            make = ["unshare", "-n"] if is_root else ["unshare", "-Urn"]
        else:
            make = ["nsenter", "--preserve-credentials", "-U", "-t", str(beside.pid), "unshare", "-n"]
        self._holder = subprocess.Popen(
            [*make, "sh", "-c", "echo here; exec sleep 300"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        stack.callback(self._end, self._holder)
        if self._holder.stdout.readline() != "here\n":
            raise NotPermitted(self._holder.stderr.read().strip())
        self.pid = self._holder.pid
        user = [] if is_root else ["--preserve-credentials", "-U"]
        self.enter = ("nsenter", *user, "-t", str(self.pid), "-n", "--")
        self._stack = stack
        self._hands = None
        self.ip("link", "set", "lo", "up")

    def ip(self, *words):
        self._run("ip", *words)

    def refuse_callers(self, cable):
        """Whoever wants in by this cable is not answered, as by a firewall."""
        # The kernel's first rule lets in whatever is addressed to this machine: ours must stand before it.
        self.ip("rule", "add", "pref", "2", "lookup", "local")
        self.ip("rule", "add", "pref", "1", "iif", cable, "ipproto", "tcp", "dport", SERVICES, "blackhole")
        self.ip("rule", "del", "pref", "0")

    def routes(self):
        return self._run("ip", "route").split("\n")

    def ask(self, method, url, authority, *, headers=None, body=None, checks_name=True):
        return self._do(
            "ask",
            method=method,
            url=url,
            authority=str(authority),
            headers=headers or {},
            body=body,
            checks_name=checks_name,
        )

    def listen(self, port):
        return self._do("listen", port=port)

    def connects(self, host, port):
        return self._do("connects", host=host, port=port)

    def _do(self, deed, **words):
        if self._hands is None:
            self._hands = subprocess.Popen(
                [*self.enter, sys.executable, "-I", HANDS],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            self._stack.callback(self._end, self._hands)
        print(json.dumps({"do": deed, **words}), file=self._hands.stdin, flush=True)
        return json.loads(self._hands.stdout.readline())

    def _run(self, *command):
        done = subprocess.run([*self.enter, *command], capture_output=True, text=True, check=False)
        if done.returncode:
            raise NotPermitted(f"{command[0]} {command[1]}: {done.stderr.strip()}")
        return done.stdout

    @staticmethod
    def _end(process):
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe is not None:
                pipe.close()


class Three:
    """The hall calls nobody in; the public knows no way beyond the DMZ, which passes nothing on."""

    def __init__(self, stack: ExitStack) -> None:
        self.hall = Network(stack)
        self.dmz = Network(stack, beside=self.hall)
        self.public = Network(stack, beside=self.hall)
        _cable((self.hall, "hall0", HALL), (self.dmz, "dmz0", DMZ_TO_HALL))
        _cable((self.public, "pub0", PUBLIC), (self.dmz, "dmz1", DMZ_TO_PUBLIC))
        self.hall.refuse_callers("hall0")

    def cut(self):
        """Frames go nowhere and nobody is told, as when a line outside of the house breaks."""
        self.dmz.ip("link", "set", "dmz0", "down")

    def mend(self):
        self.dmz.ip("link", "set", "dmz0", "up")


def _cable(one, other):
    """Between two ends, each (network, name, address)."""
    (here, this_end, _), (there, that_end, _) = one, other
    here.ip("link", "add", this_end, "type", "veth", "peer", "name", that_end)
    here.ip("link", "set", that_end, "netns", str(there.pid))
    for network, end, address in (one, other):
        network.ip("address", "add", f"{address}/24", "dev", end)
        network.ip("link", "set", end, "up")
