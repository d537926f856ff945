"""Accounts, visits and layouts."""
import hashlib
import json
import secrets
import sqlite3
from dataclasses import dataclass, field

from flask import current_app, g

SCHEMA = """
CREATE TABLE IF NOT EXISTS accounts (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, key_digest TEXT NOT NULL UNIQUE,
    template TEXT, subject TEXT
);
CREATE TABLE IF NOT EXISTS visits (
    id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts (id), details TEXT NOT NULL
);
"""


@dataclass
class Reading:
    label: str
    value: float


@dataclass
class Visit:
    machine: str
    result: str
    inspector: str = ""
    date: str = ""
    notes: str = ""
    readings: list[Reading] = field(default_factory=list)


@dataclass
class Account:
    id: int
    name: str
    key_digest: str
    template: str | None = None
    subject: str | None = None


def get_database():
    if "database" not in g:
        g.database = sqlite3.connect(current_app.config["FOLDER"] / "reports.db", timeout=5)
        g.database.row_factory = sqlite3.Row
    return g.database


def set_up(app):
    folder = app.config["FOLDER"]
    folder.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(folder / "reports.db")
    database.executescript(SCHEMA)
    database.close()

    @app.teardown_appcontext
    def close(_error):
        opened = g.pop("database", None)
        if opened is not None:
            opened.close()


def _digest(key):
    # The key is random, so one round is enough.
    return hashlib.sha256(key.encode()).hexdigest()


def add_account(name):
    key = secrets.token_urlsafe(24)
    with get_database() as database:
        database.execute("INSERT INTO accounts (name, key_digest) VALUES (?, ?)", (name, _digest(key)))
    return key


def account_of(key):
    row = get_database().execute("SELECT * FROM accounts WHERE key_digest = ?", (_digest(key),)).fetchone()
    return Account(**row) if row else None


def set_layout(account_id, template, subject):
    with get_database() as database:
        database.execute(
            "UPDATE accounts SET template = ?, subject = ? WHERE id = ?", (template, subject, account_id)
        )


def add_visit(account_id, details):
    with get_database() as database:
        return database.execute(
            "INSERT INTO visits (account_id, details) VALUES (?, ?)", (account_id, json.dumps(details))
        ).lastrowid


def visit_of(account_id, visit_id):
    row = get_database().execute(
        "SELECT details FROM visits WHERE id = ? AND account_id = ?", (visit_id, account_id)
    ).fetchone()
    return visit_from(json.loads(row["details"])) if row else None


def visit_from(details):
    readings = [Reading(**reading) for reading in details["readings"]]
    return Visit(**{**details, "readings": readings})
