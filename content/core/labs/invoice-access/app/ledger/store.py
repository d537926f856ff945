"""The tables, and one connection a request."""
import json
import sqlite3

from flask import current_app, g

SCHEMA = """
CREATE TABLE IF NOT EXISTS organizations (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS people (
    id INTEGER PRIMARY KEY,
    org_id INTEGER NOT NULL REFERENCES organizations (id),
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    token_digest TEXT UNIQUE
);
CREATE TABLE IF NOT EXISTS invoices (
    id INTEGER PRIMARY KEY,
    org_id INTEGER NOT NULL REFERENCES organizations (id),
    created_by INTEGER NOT NULL REFERENCES people (id),
    customer TEXT NOT NULL,
    amount INTEGER NOT NULL,
    memo TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'open'
);
CREATE TABLE IF NOT EXISTS exports (
    id INTEGER PRIMARY KEY,
    made_by INTEGER NOT NULL REFERENCES people (id),
    invoices INTEGER NOT NULL,
    total INTEGER NOT NULL,
    content TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS shares (
    id INTEGER PRIMARY KEY,
    invoice_id INTEGER NOT NULL REFERENCES invoices (id),
    made_by INTEGER NOT NULL REFERENCES people (id),
    key_digest TEXT NOT NULL UNIQUE,
    ends REAL NOT NULL
);
"""


def connect(folder):
    database = sqlite3.connect(folder / "ledger.db", timeout=5)
    database.row_factory = sqlite3.Row
    return database


def get_database():
    if "database" not in g:
        g.database = connect(current_app.config["FOLDER"])
    return g.database


def set_up(app):
    folder = app.config["FOLDER"]
    folder.mkdir(parents=True, exist_ok=True)
    database = connect(folder)
    database.executescript(SCHEMA)
    take_over(database, folder / "import" / "invoices.json")
    database.close()

    @app.teardown_appcontext
    def close(_error):
        opened = g.pop("database", None)
        if opened is not None:
            opened.close()


def take_over(database, path):
    """Brings in what the old system left, once."""
    if not path.exists() or database.execute("SELECT 1 FROM organizations").fetchone():
        return
    with database:
        for entry in json.loads(path.read_text()):
            org_id = insert(database, "organizations", name=entry["organization"])
            person_id = insert(
                database, "people", org_id=org_id, email=entry["email"], role="accountant"
            )
            for invoice in entry["invoices"]:
                insert(database, "invoices", org_id=org_id, created_by=person_id, **invoice)


def insert(database, table, **columns):
    """Adds a row and returns its id; tables and columns are named in this program only."""
    names, marks = ", ".join(columns), ", ".join(f":{name}" for name in columns)
    return database.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", columns).lastrowid


def invoice(invoice_id):
    return get_database().execute("SELECT * FROM invoices WHERE id = ?", (invoice_id,)).fetchone()


def invoices(ids):
    """The invoices with some ids, in the order of the ids."""
    marks = ", ".join("?" for _ in ids)
    rows = get_database().execute(f"SELECT * FROM invoices WHERE id IN ({marks})", ids)
    found = {row["id"]: row for row in rows}
    return [found[invoice_id] for invoice_id in ids if invoice_id in found]


def export(export_id):
    return get_database().execute("SELECT * FROM exports WHERE id = ?", (export_id,)).fetchone()


def share(share_id):
    return get_database().execute("SELECT * FROM shares WHERE id = ?", (share_id,)).fetchone()
