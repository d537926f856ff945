"""Whose tokens we take, and the keys that they are signed with."""
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "keys"


@dataclass(frozen=True)
class Key:
    kid: str
    issuer: str
    # None for the back office, which works for all partners.
    partner: str | None
    material: bytes


PARTNERS = {
    "harbor-2025": ("https://id.harbor-lines.example", "harbor"),
    "trial-2025": ("https://id.trial.example", "trial"),
}
_known: dict[str, Key] = {}


def load(backoffice_secret):
    _known["backoffice"] = Key("backoffice", "backoffice", None, backoffice_secret.encode())
    for kid, (issuer, partner) in PARTNERS.items():
        _known[kid] = Key(kid, issuer, partner, (FOLDER / f"{kid}.pem").read_bytes())


def find(kid):
    """Raises KeyError for a key that we do not know."""
    return _known[kid]


def published():
    return {key.kid: key.material.decode() for key in _known.values() if key.partner}
