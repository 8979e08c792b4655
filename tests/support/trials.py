"""How long to try: `TRIALS=25` makes every race, kill and power cut 25 times as many."""

import os

TIMES = int(os.environ.get("TRIALS", "1"))
