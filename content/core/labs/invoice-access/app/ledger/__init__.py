"""Invoices of many organizations."""
import os
from pathlib import Path

from flask import Flask, jsonify

from . import auth, exports, invoices, sharing, store


def create_app(folder=None):
    app = Flask(__name__)
    app.config["FOLDER"] = Path(folder or os.environ.get("DATA_DIR", "data"))
    app.config["MAX_CONTENT_LENGTH"] = 256 * 1024
    store.set_up(app)
    for module in (auth, invoices, exports, sharing):
        app.register_blueprint(module.blueprint)

    @app.errorhandler(404)
    def missing(_error):
        return jsonify(error="There is nothing here."), 404

    @app.get("/health")
    def health():
        return jsonify(status="ok")

    return app
