"""The pages: blueprints, forms and filters.

This room asks, shows and hands out. It decides no policy: everything it says about a case is
read from the advice, in the advice's own words. Nothing about a user is kept in the process,
and no page needs JavaScript.
"""

from wizard.web.services import Services, services_of
from wizard.web.site import register

__all__ = ["Services", "register", "services_of"]
