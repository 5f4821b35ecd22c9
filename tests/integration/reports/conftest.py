"""The halls of the server's own tests, and staff who read figures."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

_spec = spec_from_file_location("hall_server", Path(__file__).parents[1] / "hall" / "conftest.py")
hall_server = module_from_spec(_spec)
_spec.loader.exec_module(hall_server)

settings = hall_server.settings
founded = hall_server.founded
hall = hall_server.hall
connect = hall_server.connect
clerk_at = hall_server.clerk_at
