"""Customers, hooks and deliveries."""
import hashlib
import secrets
import sqlite3
from contextlib import contextmanager

from flask import current_app

SCHEMA = """
CREATE TABLE IF NOT EXISTS customers (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, key_digest TEXT NOT NULL UNIQUE
);
CREATE TABLE IF NOT EXISTS hooks (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    url TEXT NOT NULL,
    secret TEXT NOT NULL,
    verified INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS deliveries (
    id INTEGER PRIMARY KEY,
    hook_id INTEGER NOT NULL REFERENCES hooks (id),
    status INTEGER,
    answer TEXT NOT NULL
);
"""


def set_up(app):
    path = app.config["DATABASE"]
    path.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path)
    database.executescript(SCHEMA)
    database.close()


@contextmanager
def opened():
    """A connection for a few statements; what they change is kept unless one of them fails."""
    database = sqlite3.connect(current_app.config["DATABASE"], timeout=5)
    database.row_factory = sqlite3.Row
    try:
        with database:
            yield database
    finally:
        database.close()


def _digest(key):
    # The key is random, so one round is enough.
    return hashlib.sha256(key.encode()).hexdigest()


def add_customer(name):
    key = secrets.token_urlsafe(24)
    with opened() as database:
        database.execute("INSERT INTO customers (name, key_digest) VALUES (?, ?)", (name, _digest(key)))
    return key


def customer_of(key):
    with opened() as database:
        row = database.execute("SELECT id FROM customers WHERE key_digest = ?", (_digest(key),)).fetchone()
    return row["id"] if row else None


def add_hook(customer_id, url):
    secret = secrets.token_hex(20)
    with opened() as database:
        cursor = database.execute(
            "INSERT INTO hooks (customer_id, url, secret) VALUES (?, ?, ?)", (customer_id, url, secret)
        )
    return {"id": cursor.lastrowid, "url": url, "secret": secret}


def hook_of(customer_id, hook_id):
    with opened() as database:
        return database.execute(
            "SELECT * FROM hooks WHERE id = ? AND customer_id = ?", (hook_id, customer_id)
        ).fetchone()


def hooks_of(customer_id):
    with opened() as database:
        rows = database.execute(
            "SELECT id, url, verified FROM hooks WHERE customer_id = ? ORDER BY id", (customer_id,)
        )
        return [dict(row) for row in rows]


def update_hook(hook_id, **columns):
    changes = ", ".join(f"{name} = :{name}" for name in columns)
    with opened() as database:
        database.execute(f"UPDATE hooks SET {changes} WHERE id = :id", {**columns, "id": hook_id})


def record_delivery(hook_id, status, answer):
    with opened() as database:
        database.execute(
            "INSERT INTO deliveries (hook_id, status, answer) VALUES (?, ?, ?)", (hook_id, status, answer)
        )


def deliveries_of(hook_id):
    with opened() as database:
        rows = database.execute(
            "SELECT status, answer FROM deliveries WHERE hook_id = ? ORDER BY id DESC LIMIT 20", (hook_id,)
        )
        return [dict(row) for row in rows]
