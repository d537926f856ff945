"""Entering visits and reading their reports."""
from functools import wraps

from flask import Blueprint, abort, g, jsonify, request

from . import rendering, store

blueprint = Blueprint("visits", __name__)

RESULTS = ("passed", "failed")
MOST_READINGS = 100


def customer_only(view):
    @wraps(view)
    def guarded(*args, **kwargs):
        g.account = store.account_of(request.headers.get("X-Api-Key", ""))
        if g.account is None:
            return jsonify(error="The key is not known."), 401
        return view(*args, **kwargs)

    return guarded


def body():
    sent = request.get_json(silent=True)
    return sent if isinstance(sent, dict) else {}


def text(name):
    value = body().get(name)
    return value.strip() if isinstance(value, str) else ""


def wanted_readings():
    """The readings of the request, or None when they are not labels with numbers."""
    sent = body().get("readings", [])
    if not isinstance(sent, list) or len(sent) > MOST_READINGS:
        return None
    readings = [
        {"label": reading["label"], "value": reading["value"]}
        for reading in sent
        if isinstance(reading, dict)
        and isinstance(reading.get("label"), str)
        and type(reading.get("value")) in (int, float)
    ]
    return readings if len(readings) == len(sent) else None


@blueprint.post("/accounts")
def add_account():
    if not text("name"):
        return jsonify(error="A name is needed."), 400
    return jsonify(key=store.add_account(text("name"))), 201


@blueprint.post("/visits")
@customer_only
def add_visit():
    readings = wanted_readings()
    if not text("machine") or text("result") not in RESULTS or readings is None:
        return jsonify(error="A machine, a result and readings are needed."), 400
    fields = ("machine", "result", "inspector", "date", "notes")
    details = {**{name: text(name) for name in fields}, "readings": readings}
    return jsonify(id=store.add_visit(g.account.id, details)), 201


@blueprint.get("/visits/<int:visit_id>/report")
@customer_only
def report(visit_id):
    visit = store.visit_of(g.account.id, visit_id) or abort(404)
    return rendering.report_page(g.account, visit)


@blueprint.get("/visits/<int:visit_id>/mail")
@customer_only
def mail(visit_id):
    visit = store.visit_of(g.account.id, visit_id) or abort(404)
    return jsonify(
        subject=rendering.mail_subject(g.account, visit),
        html=rendering.report_page(g.account, visit),
    )
