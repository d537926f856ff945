"""Links to single invoices for people without an account, such as the customer's own accountant."""
import secrets
import time

from flask import Blueprint, abort, g, jsonify, url_for

from . import store
from .access import invoice_or_404
from .auth import body, digest, signed_in
from .invoices import public
from .store import get_database, insert

blueprint = Blueprint("sharing", __name__)

LONGEST_DAYS = 90
DAY = 24 * 60 * 60


def wanted_days():
    days = body().get("days", 14)
    return days if type(days) is int and 0 < days <= LONGEST_DAYS else None


def make_link(database, invoice_id, days):
    """Stores a share and returns it with its link; only the digest of the key is kept."""
    key = secrets.token_urlsafe(32)
    share_id = insert(
        database,
        "shares",
        invoice_id=invoice_id,
        made_by=g.person["id"],
        key_digest=digest(key),
        ends=time.time() + days * DAY,
    )
    return {"id": share_id, "days": days, "link": url_for("sharing.show_shared", key=key)}


def own_share_or_404(share_id):
    """A share of an invoice that the person may see."""
    share = store.share(share_id) or abort(404)
    invoice_or_404(g.person, share["invoice_id"])
    return share


@blueprint.post("/invoices/<int:invoice_id>/shares")
@signed_in
def share(invoice_id):
    days = wanted_days()
    if days is None:
        return jsonify(error=f"Name a number of days up to {LONGEST_DAYS}."), 400
    invoice = store.invoice(invoice_id) or abort(404)
    with get_database() as database:
        return jsonify(make_link(database, invoice["id"], days)), 201


@blueprint.get("/invoices/<int:invoice_id>/shares")
@signed_in
def list_shares(invoice_id):
    invoice = invoice_or_404(g.person, invoice_id)
    rows = get_database().execute(
        "SELECT id, ends FROM shares WHERE invoice_id = ? ORDER BY id", (invoice["id"],)
    )
    return jsonify([dict(row) for row in rows])


@blueprint.post("/shares/<int:share_id>/renewal")
@signed_in
def renew(share_id):
    days = wanted_days()
    if days is None:
        return jsonify(error=f"Name a number of days up to {LONGEST_DAYS}."), 400
    old = store.share(share_id) or abort(404)
    with get_database() as database:
        database.execute("DELETE FROM shares WHERE id = ?", (old["id"],))
        return jsonify(make_link(database, old["invoice_id"], days)), 201


@blueprint.delete("/shares/<int:share_id>")
@signed_in
def end(share_id):
    old = own_share_or_404(share_id)
    with get_database() as database:
        database.execute("DELETE FROM shares WHERE id = ?", (old["id"],))
    return "", 204


@blueprint.get("/shared/<key>")
def show_shared(key):
    row = get_database().execute(
        "SELECT invoice_id FROM shares WHERE key_digest = ? AND ends > ?", (digest(key), time.time())
    ).fetchone()
    if row is None:
        abort(404)
    response = jsonify(public(store.invoice(row["invoice_id"])))
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
