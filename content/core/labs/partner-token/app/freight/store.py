"""The table of shipments."""
import json
import sqlite3

from flask import current_app, g

SCHEMA = """
CREATE TABLE IF NOT EXISTS shipments (
    id INTEGER PRIMARY KEY, partner TEXT NOT NULL, reference TEXT NOT NULL, pallets INTEGER NOT NULL
);
"""
ADD = "INSERT INTO shipments (partner, reference, pallets) VALUES (:partner, :reference, :pallets)"


def get_database():
    if "database" not in g:
        g.database = sqlite3.connect(current_app.config["FOLDER"] / "freight.db", timeout=5)
        g.database.row_factory = sqlite3.Row
    return g.database


def set_up(app):
    folder = app.config["FOLDER"]
    folder.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(folder / "freight.db")
    database.executescript(SCHEMA)
    left = folder / "import" / "shipments.json"
    if left.exists() and not database.execute("SELECT 1 FROM shipments").fetchone():
        with database:
            database.executemany(ADD, json.loads(left.read_text()))
    database.close()

    @app.teardown_appcontext
    def close(_error):
        opened = g.pop("database", None)
        if opened is not None:
            opened.close()


def add_shipment(partner, reference, pallets):
    with get_database() as database:
        values = {"partner": partner, "reference": reference, "pallets": pallets}
        return database.execute(ADD, values).lastrowid


def shipments(partner=None):
    where, values = ("WHERE partner = ?", [partner]) if partner else ("", [])
    rows = get_database().execute(
        f"SELECT id, partner, reference, pallets FROM shipments {where} ORDER BY id DESC LIMIT 100", values
    )
    return [dict(row) for row in rows]
