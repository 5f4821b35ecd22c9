"""Routes of notices: what a supervisor tells everybody."""

from litestar import Controller, post
from litestar.params import FromPath, JSONBody

from queue_core.domain import commands
from queue_core.hall import entering
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.board_view import board
from queue_core.wire.supervision import PostNotice
from queue_core.wire.views import BoardView
from queue_core.wire.words import Role


class Notices(Controller):
    path = "/api/v1/notices"
    tags = ("hall",)

    @post(opt=open_for(Role.SUPERVISOR))
    async def post_notice(self, data: JSONBody[PostNotice], request: Visit) -> BoardView:
        """Hang a notice on all walls, for so many minutes or until it is taken down."""
        command = commands.PostNotice(
            texts={entering.language(tag): text for tag, text in data.texts.items()},
            lasts_ms=entering.span_ms(data.minutes),
        )
        await request.desk.hall.execute(command, key=request.key, actor=request.asker.actor)
        return await request.desk.hall.read(board)

    @post("/{notice_id:int}/end", opt=open_for(Role.SUPERVISOR), status_code=200)
    async def end_notice(self, notice_id: FromPath[int], request: Visit) -> BoardView:
        """Take a notice down."""
        command = commands.EndNotice(notice_id=notice_id)
        await request.desk.hall.execute(command, key=request.key, actor=request.asker.actor)
        return await request.desk.hall.read(board)
