"""The catalogue of matters (事项): what a hall can do for a citizen, and what to bring for it.

Pure values and their search; `load_catalogue` reads a CSV file. Knows nothing of tickets, windows and HTTP.
"""

from queue_core.matters.catalogue import Catalogue
from queue_core.matters.errors import ClassNotOffered, MatterError, NoSuchMatter
from queue_core.matters.matter import Material, Matter
from queue_core.matters.table import Offered, load_catalogue

__all__ = [
    "Catalogue",
    "ClassNotOffered",
    "Material",
    "Matter",
    "MatterError",
    "NoSuchMatter",
    "Offered",
    "load_catalogue",
]
