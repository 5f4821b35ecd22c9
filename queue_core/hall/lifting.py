"""The route by which a supervisor ends a lock of wrong proofs before its time, at a cabinet or a device."""

from litestar import Controller, post
from litestar.params import JSONBody

from queue_core.domain import commands
from queue_core.hall.admission import Visit, open_for
from queue_core.wire.lockers import LiftProofLock
from queue_core.wire.words import Role


class Lifting(Controller):
    path = "/api/v1/proof-locks"
    tags = ("cabinets",)

    @post("/lifting", opt=open_for(Role.SUPERVISOR), status_code=204)
    async def lift(self, data: JSONBody[LiftProofLock], request: Visit) -> None:
        """Let proofs be taken again where too many wrong ones were shown."""
        command = commands.LiftProofLock(cabinet=data.place)
        await request.desk.hall.execute(command, key=request.key, actor=request.asker.actor)
