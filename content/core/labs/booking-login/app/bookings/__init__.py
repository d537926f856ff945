"""The bookings service of Harbor Rooms."""
from flask import Flask, jsonify

from . import database, desk, rooms, signin
from .config import Settings


def create_app(overrides=None):
    app = Flask(__name__)
    app.config.from_object(Settings)
    app.config.update(overrides or {})
    database.set_up(app)
    for module in (signin, rooms, desk):
        app.register_blueprint(module.blueprint)

    @app.get("/health")
    def health():
        return jsonify(status="ok")

    return app
