"""The pages of the staff handbook over HTTP."""
import os
from pathlib import Path

from flask import Flask, jsonify, request

from handbook.pages import Pages

PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


def create_app():
    app = Flask(__name__)
    pages = Pages(Path(os.environ.get("DATA_DIR", "data")) / "pages")
    title = os.environ.get("HANDBOOK_TITLE", "Handbook")

    @app.get("/health")
    def health():
        return jsonify(status="up", title=title)

    @app.get("/pages")
    def list_pages():
        return jsonify(pages.names())

    @app.get("/search")
    def search():
        return jsonify(pages.holding(request.args.get("word", "")))

    @app.get("/page")
    def show_page():
        name = request.args.get("name", "")
        text = pages.text(name)
        if text is None:
            return f"There is no page {name}.\n", 404, PLAIN
        return text, 200, PLAIN

    return app
