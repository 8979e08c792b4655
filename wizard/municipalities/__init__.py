"""The 357 municipalities and the bundled figures about them.

`data/` holds the figures and says where each comes from. This room reads and searches them; it
decides nothing, and fetches nothing: `wizard.refresh` does that. The one text is what came of a
search, in `telling`, since every door tells it.
"""

from wizard.municipalities.collection import Municipalities
from wizard.municipalities.loading import MunicipalityDataError, load

__all__ = ["Municipalities", "MunicipalityDataError", "load"]
