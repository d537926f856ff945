"""Settings; the platform sets the environment."""
import os
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(os.environ.get("DATA_DIR", "data"))


@dataclass(frozen=True)
class House:
    """Us: what stands on reports, and how they are sent."""

    name: str
    phone: str
    mail_host: str
    mail_user: str
    mail_password: str


HOUSE = House(
    name="Tervo Inspections",
    phone="+358 9 4245 0199",
    mail_host="smtp.tervo.example",
    mail_user="reports",
    mail_password=os.environ.get("MAIL_PASSWORD", ""),
)
