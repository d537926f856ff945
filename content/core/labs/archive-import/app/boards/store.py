"""Accounts and boards in the database, attachments beside it."""
import hashlib
import secrets
import shutil
import sqlite3
from datetime import date

from flask import current_app, g

from .models import Board, Card

SCHEMA = """
CREATE TABLE IF NOT EXISTS accounts (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, key_digest TEXT NOT NULL UNIQUE
);
CREATE TABLE IF NOT EXISTS boards (
    id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts (id), title TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS cards (
    id INTEGER PRIMARY KEY,
    board_id INTEGER NOT NULL REFERENCES boards (id),
    title TEXT NOT NULL,
    column_name TEXT NOT NULL,
    due TEXT
);
"""


def get_database():
    if "database" not in g:
        g.database = sqlite3.connect(current_app.config["FOLDER"] / "boards.db", timeout=5)
        g.database.row_factory = sqlite3.Row
    return g.database


def set_up(app):
    folder = app.config["FOLDER"]
    for name in ("boards", "incoming"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(folder / "boards.db")
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
    row = get_database().execute("SELECT id FROM accounts WHERE key_digest = ?", (_digest(key),)).fetchone()
    return row["id"] if row else None


def add_board(account_id, board):
    with get_database() as database:
        board_id = database.execute(
            "INSERT INTO boards (account_id, title) VALUES (?, ?)", (account_id, board.title)
        ).lastrowid
        for card in board.cards:
            _insert_card(database, board_id, card)
    attachments_of(board_id).mkdir(parents=True)
    return board_id


def add_card(board_id, card):
    with get_database() as database:
        _insert_card(database, board_id, card)


def _insert_card(database, board_id, card):
    database.execute(
        "INSERT INTO cards (board_id, title, column_name, due) VALUES (?, ?, ?, ?)",
        (board_id, card.title, card.column, card.due and card.due.isoformat()),
    )


def board_of(account_id, board_id):
    row = get_database().execute(
        "SELECT title FROM boards WHERE id = ? AND account_id = ?", (board_id, account_id)
    ).fetchone()
    if row is None:
        return None
    cards = get_database().execute(
        "SELECT title, column_name, due FROM cards WHERE board_id = ? ORDER BY id", (board_id,)
    )
    return Board(
        row["title"],
        [Card(c["title"], c["column_name"], c["due"] and date.fromisoformat(c["due"])) for c in cards],
    )


def attachments_of(board_id):
    """The folder with the attachments of a board; ids are numbers."""
    return current_app.config["FOLDER"] / "boards" / str(int(board_id)) / "attachments"


def attachment_names(board_id):
    return sorted(path.name for path in attachments_of(board_id).iterdir())


def incoming_folder():
    """A fresh folder for an import, on the same disk as the attachments."""
    folder = current_app.config["FOLDER"] / "incoming" / secrets.token_hex(8)
    folder.mkdir()
    return folder


def take_attachments(board_id, folder):
    if folder.is_dir():
        shutil.copytree(folder, attachments_of(board_id), dirs_exist_ok=True)
