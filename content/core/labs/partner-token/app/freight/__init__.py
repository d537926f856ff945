"""Shipments of partners."""
import os
from pathlib import Path

from flask import Flask, jsonify

from . import auth, keys, shipments, store


def create_app(folder=None, backoffice_secret=None):
    app = Flask(__name__)
    app.config["FOLDER"] = Path(folder or os.environ.get("DATA_DIR", "data"))
    app.config["MAX_CONTENT_LENGTH"] = 64 * 1024
    keys.load(backoffice_secret or os.environ["BACKOFFICE_SECRET"])
    store.set_up(app)
    for module in (auth, shipments):
        app.register_blueprint(module.blueprint)

    @app.get("/health")
    def health():
        return jsonify(status="ok")

    return app
