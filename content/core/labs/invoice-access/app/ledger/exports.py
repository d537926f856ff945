"""Invoices as a file for spreadsheets and for the books."""
import csv
import io

from flask import Blueprint, Response, abort, g, jsonify

from . import store
from .access import visible
from .auth import body, signed_in
from .store import get_database, insert

blueprint = Blueprint("exports", __name__)

COLUMNS = ("id", "customer", "amount", "memo", "status")
MOST_INVOICES = 500
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value):
    """Text that a spreadsheet would run as a formula gets an apostrophe in front."""
    text = str(value)
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


def as_csv(invoices):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for invoice in invoices:
        writer.writerow([cell(invoice[column]) for column in COLUMNS])
    return out.getvalue()


def wanted_ids():
    """The ids of the request without repetitions, or None when they are no ids."""
    ids = body().get("ids")
    if not isinstance(ids, list) or not 0 < len(ids) <= MOST_INVOICES:
        return None
    if not all(type(invoice_id) is int and 0 < invoice_id < 2**63 for invoice_id in ids):
        return None
    return list(dict.fromkeys(ids))


def with_status(status):
    condition, values = visible(g.person)
    return get_database().execute(
        f"SELECT * FROM invoices WHERE {condition} AND status = ? ORDER BY id LIMIT {MOST_INVOICES}",
        [*values, status],
    ).fetchall()


def summary(export):
    return {name: export[name] for name in ("id", "invoices", "total")}


@blueprint.post("/exports")
@signed_in
def make():
    if "ids" in body():
        ids = wanted_ids()
        if ids is None:
            return jsonify(error=f"Name up to {MOST_INVOICES} invoices."), 400
        invoices = store.invoices(ids)
    else:
        invoices = with_status(str(body().get("status", "open")))
    if not invoices:
        abort(404)
    with get_database() as database:
        export_id = insert(
            database,
            "exports",
            made_by=g.person["id"],
            invoices=len(invoices),
            total=sum(invoice["amount"] for invoice in invoices),
            content=as_csv(invoices),
        )
    return jsonify(summary(store.export(export_id))), 201


@blueprint.get("/exports")
@signed_in
def list_exports():
    rows = get_database().execute(
        "SELECT * FROM exports WHERE made_by = ? ORDER BY id DESC", (g.person["id"],)
    )
    return jsonify([summary(row) for row in rows])


@blueprint.get("/exports/<int:export_id>")
@signed_in
def show(export_id):
    return jsonify(summary(store.export(export_id) or abort(404)))


@blueprint.get("/exports/<int:export_id>.csv")
@signed_in
def download(export_id):
    export = store.export(export_id) or abort(404)
    return Response(
        export["content"],
        mimetype="text/csv",
        headers={
            "Content-Disposition": f'attachment; filename="invoices-{export_id}.csv"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )
