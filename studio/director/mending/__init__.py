"""A call that failed, put right from what the failure says: at most twice, and never the same call unchanged."""

from studio.director.mending.failures import MOST_TRIES, mend, tries
from studio.director.mending.mended import Mended

__all__ = ["MOST_TRIES", "Mended", "mend", "tries"]
