"""Who may see which invoice."""
from flask import abort

from .store import get_database


def visible(person):
    """The condition that an invoice has to meet for somebody to see it, and its values."""
    if person["role"] == "accountant":
        return "invoices.org_id = ?", [person["org_id"]]
    return "invoices.org_id = ? AND invoices.created_by = ?", [person["org_id"], person["id"]]


def invoice_or_404(person, invoice_id):
    condition, values = visible(person)
    found = get_database().execute(
        f"SELECT * FROM invoices WHERE invoices.id = ? AND {condition}", [invoice_id, *values]
    ).fetchone()
    return found or abort(404)
