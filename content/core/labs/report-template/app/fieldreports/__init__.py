"""Reports of visits to machines, in the customers' layouts."""
from flask import Flask, jsonify

from . import config, layouts, store, visits


def create_app(folder=None):
    app = Flask(__name__)
    app.config.from_object(config)
    app.config["FOLDER"] = folder or config.FOLDER
    app.config["MAX_CONTENT_LENGTH"] = 128 * 1024
    store.set_up(app)
    for module in (visits, layouts):
        app.register_blueprint(module.blueprint)

    @app.get("/health")
    def health():
        return jsonify(status="ok")

    return app
