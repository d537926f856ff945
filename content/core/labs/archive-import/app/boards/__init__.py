"""Kanban boards with attachments."""
import os
from pathlib import Path

from flask import Flask, jsonify

from . import api, store, transfer


def create_app(folder=None):
    app = Flask(__name__)
    app.config["FOLDER"] = Path(folder or os.environ.get("DATA_DIR", "data"))
    app.config["MAX_CONTENT_LENGTH"] = 2 * 1024 * 1024
    store.set_up(app)
    for module in (api, transfer):
        app.register_blueprint(module.blueprint)

    @app.get("/health")
    def health():
        return jsonify(status="ok")

    return app
