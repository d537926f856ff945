"""Entering, listing and paying invoices."""
from flask import Blueprint, g, jsonify, request

from .access import invoice_or_404, visible
from .auth import body, signed_in, text
from .store import get_database, insert

blueprint = Blueprint("invoices", __name__)


def public(invoice):
    shown = ("id", "customer", "amount", "memo", "status")
    return {name: invoice[name] for name in shown}


@blueprint.post("/invoices")
@signed_in
def enter():
    amount = body().get("amount")
    if not text("customer") or not isinstance(amount, int) or not 0 < amount < 10**12:
        return jsonify(error="A customer and an amount in cents are needed."), 400
    with get_database() as database:
        invoice_id = insert(
            database,
            "invoices",
            org_id=g.person["org_id"],
            created_by=g.person["id"],
            customer=text("customer"),
            amount=amount,
            memo=text("memo"),
        )
    return jsonify(id=invoice_id), 201


@blueprint.get("/invoices")
@signed_in
def list_invoices():
    condition, values = visible(g.person)
    status = request.args.get("status")
    if status:
        condition, values = f"{condition} AND status = ?", [*values, status]
    rows = get_database().execute(
        f"SELECT * FROM invoices WHERE {condition} ORDER BY id DESC LIMIT 200", values
    )
    return jsonify([public(row) for row in rows])


@blueprint.get("/invoices/<int:invoice_id>")
@signed_in
def show(invoice_id):
    return jsonify(public(invoice_or_404(g.person, invoice_id)))


@blueprint.post("/invoices/<int:invoice_id>/payment")
@signed_in
def pay(invoice_id):
    invoice = invoice_or_404(g.person, invoice_id)
    with get_database() as database:
        database.execute("UPDATE invoices SET status = 'paid' WHERE id = ?", (invoice["id"],))
    return "", 204
