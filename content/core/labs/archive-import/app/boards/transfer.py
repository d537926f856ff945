"""Export and import of boards."""
import base64
import shutil

from flask import Blueprint, Response, g, jsonify, request

from . import archive, store
from .api import account_only, own_board, text

blueprint = Blueprint("transfer", __name__)


@blueprint.errorhandler(archive.NotAnExport)
def refused(error):
    return jsonify(error=str(error)), 400


def uploaded():
    """The bytes of the export: browsers send a form, scripts may send base64."""
    file = request.files.get("file")
    if file is not None:
        return file.read()
    try:
        return base64.b64decode(text("data", longest=None), validate=True)
    except ValueError as error:
        raise archive.NotAnExport("Send the export as a file, or in base64.") from error


@blueprint.get("/boards/<int:board_id>/export")
@own_board
def export(board_id, board):
    data = archive.pack(board, store.attachments_of(board_id))
    headers = {"Content-Disposition": f'attachment; filename="board-{board_id}.tar.gz"'}
    return Response(data, mimetype="application/gzip", headers=headers)


@blueprint.post("/import/preview")
@account_only
def preview():
    board, attachments = archive.peek(uploaded())
    return jsonify(title=board.title, cards=len(board.cards), attachments=attachments)


@blueprint.post("/import")
@account_only
def take_in():
    folder = store.incoming_folder()
    try:
        board = archive.unpack(uploaded(), folder)
        board_id = store.add_board(g.account, board)
        store.take_attachments(board_id, folder / archive.ATTACHMENTS)
    finally:
        shutil.rmtree(folder)
    return jsonify(id=board_id), 201
