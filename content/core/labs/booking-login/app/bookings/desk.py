"""What only the front desk sees."""
from flask import Blueprint, g, jsonify

from .database import get_database
from .signin import signed_in

blueprint = Blueprint("desk", __name__)


@blueprint.get("/desk/settings")
@signed_in
def settings():
    if g.account.role != "manager":
        return jsonify(error="Only for the front desk."), 403
    rows = get_database().execute("SELECT name, value FROM settings")
    return jsonify({row["name"]: row["value"] for row in rows})
