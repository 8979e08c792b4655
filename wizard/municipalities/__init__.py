"""The 357 municipalities and the bundled figures about them.

`data/` holds the figures and says where each comes from. This room reads and searches them; it
decides nothing, fetches nothing from the network, and holds no text that a user sees.
"""

from wizard.municipalities.collection import Municipalities
from wizard.municipalities.loading import MunicipalityDataError, load

__all__ = ["Municipalities", "MunicipalityDataError", "load"]
