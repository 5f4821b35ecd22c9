"""Configuration files: TOML read into pydantic models, every mistake named at once.

Knows nothing of what a model means. Models derive from `Section`; a path in a file is written relative to
that file and declared as `PathBeside`.
"""

from queue_core.config.errors import ConfigErrors, Mistake
from queue_core.config.loading import Contradiction, PathBeside, Section, WriteInstead, load

__all__ = ["ConfigErrors", "Contradiction", "Mistake", "PathBeside", "Section", "WriteInstead", "load"]
