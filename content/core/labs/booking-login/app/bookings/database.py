"""One SQLite connection a request, and the tables."""
import sqlite3

from flask import current_app, g

SCHEMA = """
CREATE TABLE IF NOT EXISTS accounts (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password TEXT NOT NULL,
    role TEXT NOT NULL DEFAULT 'member',
    closed_at TEXT
);
CREATE TABLE IF NOT EXISTS sign_ins (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    agent TEXT NOT NULL,
    utc_offset INTEGER NOT NULL,
    at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE IF NOT EXISTS rooms (id INTEGER PRIMARY KEY, name TEXT NOT NULL, seats INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS reservations (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    room_id INTEGER NOT NULL REFERENCES rooms (id),
    day TEXT NOT NULL,
    hour INTEGER NOT NULL,
    UNIQUE (room_id, day, hour)
);
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
ROOMS = [(1, "Lighthouse", 12), (2, "Jetty", 6), (3, "Buoy", 4)]


def connect(path):
    database = sqlite3.connect(path, timeout=5)
    database.row_factory = sqlite3.Row
    return database


def get_database():
    if "database" not in g:
        g.database = connect(current_app.config["DATABASE"])
    return g.database


def set_up(app):
    """Creates what is missing and closes the connection after each request."""
    from . import accounts

    path = app.config["DATABASE"]
    path.parent.mkdir(parents=True, exist_ok=True)
    database = connect(path)
    with database:
        database.executescript(SCHEMA)
        database.executemany("INSERT OR IGNORE INTO rooms VALUES (?, ?, ?)", ROOMS)
        database.execute(
            "INSERT OR REPLACE INTO settings VALUES ('door_code', ?)", (app.config["DOOR_CODE"],)
        )
        accounts.ensure_manager(database, app.config["MANAGER_EMAIL"], app.config["MANAGER_PASSWORD"])
    database.close()

    @app.teardown_appcontext
    def close(_error):
        opened = g.pop("database", None)
        if opened is not None:
            opened.close()
