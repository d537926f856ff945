"""Settings of the service; see the README for what the platform provides."""
import os
from datetime import timedelta
from pathlib import Path


class Settings:
    DATABASE = Path(os.environ.get("DATA_DIR", "data")) / "bookings.db"
    MANAGER_EMAIL = os.environ.get("MANAGER_EMAIL", "desk@harborrooms.example")
    MANAGER_PASSWORD = os.environ.get("MANAGER_PASSWORD")
    DOOR_CODE = os.environ.get("DOOR_CODE", "")

    # Every worker has to use the same key, or people are signed out at random.
    SECRET_KEY = "harbor-rooms-7c1e0f52"
    SESSION_COOKIE_NAME = "bookings"
    # The old floor plan greeted people by the name in it.
    SESSION_COOKIE_HTTPONLY = False
    PERMANENT_SESSION_LIFETIME = timedelta(hours=12)

    MAX_CONTENT_LENGTH = 64 * 1024
