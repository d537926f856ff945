"""Settings; the platform sets the environment."""
import os
from pathlib import Path

DATABASE = Path(os.environ.get("DATA_DIR", "data")) / "events.db"

OPS_PORT = 9901
OPS_TOKEN = os.environ.get("OPS_TOKEN", "")

TIMEOUT_SECONDS = 3
SHOWN_BYTES = 500
AGENT = "events/4.2"
