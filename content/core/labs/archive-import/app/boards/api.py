"""Boards, cards and attachments."""
import re
from datetime import date
from functools import wraps

from flask import Blueprint, g, jsonify, request, send_from_directory

from . import store
from .models import COLUMNS, Board, Card

blueprint = Blueprint("api", __name__)

NAME = re.compile(r"\w[\w .()+-]{0,79}")
LARGEST_ATTACHMENT = 200 * 1024


def account_only(view):
    @wraps(view)
    def guarded(*args, **kwargs):
        g.account = store.account_of(request.headers.get("X-Api-Key", ""))
        if g.account is None:
            return jsonify(error="The key is not known."), 401
        return view(*args, **kwargs)

    return guarded


def own_board(view):
    """Hands the view a board of the account; anybody else's looks as if it were not there."""

    @account_only
    @wraps(view)
    def guarded(board_id, **kwargs):
        board = store.board_of(g.account, board_id)
        if board is None:
            return jsonify(error="There is no such board."), 404
        return view(board_id, board, **kwargs)

    return guarded


def text(name, longest=300):
    body = request.get_json(silent=True)
    value = body.get(name) if isinstance(body, dict) else None
    return value.strip()[:longest] if isinstance(value, str) else ""


@blueprint.post("/accounts")
def add_account():
    if not text("name"):
        return jsonify(error="A name is needed."), 400
    return jsonify(key=store.add_account(text("name"))), 201


@blueprint.post("/boards")
@account_only
def add_board():
    if not text("title"):
        return jsonify(error="A title is needed."), 400
    return jsonify(id=store.add_board(g.account, Board(text("title")))), 201


@blueprint.get("/boards/<int:board_id>")
@own_board
def show(board_id, board):
    cards = [card.public() for card in board.cards]
    return jsonify(title=board.title, cards=cards, attachments=store.attachment_names(board_id))


@blueprint.post("/boards/<int:board_id>/cards")
@own_board
def add_card(board_id, _board):
    column = text("column") or "todo"
    try:
        due = date.fromisoformat(text("due")) if text("due") else None
    except ValueError:
        return jsonify(error="The date has to look like 2026-03-31."), 400
    if not text("title") or column not in COLUMNS:
        return jsonify(error="A title and a column are needed."), 400
    store.add_card(board_id, Card(text("title"), column, due))
    return "", 204


@blueprint.put("/boards/<int:board_id>/attachments/<name>")
@own_board
def attach(board_id, _board, name):
    content = request.get_data()
    if not NAME.fullmatch(name) or len(content) > LARGEST_ATTACHMENT:
        return jsonify(error="This name cannot be used, or the file is too large."), 400
    (store.attachments_of(board_id) / name).write_bytes(content)
    return "", 204


@blueprint.get("/boards/<int:board_id>/attachments/<name>")
@own_board
def attachment(board_id, _board, name):
    folder = store.attachments_of(board_id).absolute()
    return send_from_directory(folder, name, as_attachment=True, mimetype="application/octet-stream")
