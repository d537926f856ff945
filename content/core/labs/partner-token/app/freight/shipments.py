"""Looking shipments up and announcing them."""
from flask import Blueprint, g, jsonify, request

from . import keys, store
from .auth import token_needed

blueprint = Blueprint("shipments", __name__)


@blueprint.get("/shipments")
@token_needed("shipments:read")
def list_shipments():
    return jsonify(store.shipments(g.key.partner))


@blueprint.post("/shipments")
@token_needed("shipments:write")
def announce():
    body = request.get_json(silent=True)
    body = body if isinstance(body, dict) else {}
    reference, pallets = body.get("reference"), body.get("pallets")
    partner = g.key.partner or body.get("partner")
    if partner not in {name for _issuer, name in keys.PARTNERS.values()}:
        return jsonify(error="There is no such partner."), 400
    if not isinstance(reference, str) or not reference or type(pallets) is not int or not 0 < pallets < 100:
        return jsonify(error="A reference and a number of pallets are needed."), 400
    return jsonify(id=store.add_shipment(partner, reference[:80], pallets)), 201
