"""The app for a server that is tried: settings from the environment."""

import os
from pathlib import Path

from wizard.app import create_app, load_rulebook
from wizard.paths import RULES
from wizard.settings import read_settings

app = create_app(read_settings(os.environ, Path("instance")), load_rulebook(RULES), rules=RULES)
