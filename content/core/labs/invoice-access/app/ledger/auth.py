"""People, and the tokens that they sign in with."""
import hashlib
import secrets
from functools import wraps

from flask import Blueprint, g, jsonify, request

from .store import get_database, insert

blueprint = Blueprint("auth", __name__)

ROLES = ("accountant", "member")


def digest(token):
    # Tokens are random, so one round is enough.
    return hashlib.sha256(token.encode()).hexdigest()


def signed_in(view):
    """Lets only people with a token through; the person is then in `g.person`."""

    @wraps(view)
    def guarded(*args, **kwargs):
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        g.person = get_database().execute(
            "SELECT id, org_id, email, role FROM people WHERE token_digest = ?", (digest(token),)
        ).fetchone()
        if scheme.lower() != "bearer" or g.person is None:
            return jsonify(error="Please sign in."), 401
        return view(*args, **kwargs)

    return guarded


def body():
    sent = request.get_json(silent=True)
    return sent if isinstance(sent, dict) else {}


def text(name):
    value = body().get(name)
    return value.strip() if isinstance(value, str) else ""


def add_person(org_id, email, role):
    token = secrets.token_urlsafe(24)
    insert(get_database(), "people", org_id=org_id, email=email, role=role, token_digest=digest(token))
    return token


@blueprint.post("/organizations")
def add_organization():
    if not text("name") or "@" not in text("email"):
        return jsonify(error="A name and an e-mail address are needed."), 400
    with get_database() as database:
        org_id = insert(database, "organizations", name=text("name"))
        token = add_person(org_id, text("email"), "accountant")
    return jsonify(token=token), 201


@blueprint.post("/members")
@signed_in
def add_member():
    if g.person["role"] != "accountant":
        return jsonify(error="Only accountants add people."), 403
    if "@" not in text("email") or text("role") not in ROLES:
        return jsonify(error="An e-mail address and a role are needed."), 400
    with get_database():
        token = add_person(g.person["org_id"], text("email"), text("role"))
    return jsonify(token=token), 201
