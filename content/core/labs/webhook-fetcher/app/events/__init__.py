"""Delivers events to the systems of customers."""
from flask import Flask, jsonify

from . import config, hooks, ops, store


def create_app(database=None, ops_port=config.OPS_PORT):
    app = Flask(__name__)
    app.config["DATABASE"] = database or config.DATABASE
    app.config["MAX_CONTENT_LENGTH"] = 64 * 1024
    store.set_up(app)
    app.register_blueprint(hooks.blueprint)
    if ops_port:
        ops.start(ops_port)

    @app.get("/health")
    def health():
        return jsonify(status="ok")

    return app
