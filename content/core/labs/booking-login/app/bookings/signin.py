"""Registering, signing in and out, and the account page."""
from functools import wraps

from flask import Blueprint, g, jsonify, request, session

from . import accounts, throttle
from .database import get_database

blueprint = Blueprint("signin", __name__)

SHORTEST_PASSWORD = 10


def signed_in(view):
    """Lets only people with an open account through; the account is then in `g.account`."""

    @wraps(view)
    def guarded(*args, **kwargs):
        account_id = session.get("account_id")
        account = accounts.find(get_database(), account_id) if account_id is not None else None
        if account is None:
            return jsonify(error="Please sign in."), 401
        g.account = account
        return view(*args, **kwargs)

    return guarded


def sent(name, default):
    body = request.get_json(silent=True)
    return body.get(name, default) if isinstance(body, dict) else default


def field(name):
    value = sent(name, "")
    return value if isinstance(value, str) else ""


def start_session(account):
    session.clear()
    session.permanent = True
    session["account_id"] = account.id
    agent, utc_offset = request.headers.get("User-Agent", ""), sent("utc_offset", 0)
    accounts.record_sign_in(get_database(), account.id, agent, utc_offset)


@blueprint.post("/register")
def register():
    email, name, password = field("email").strip().lower(), field("name").strip(), field("password")
    if "@" not in email or not name:
        return jsonify(error="An e-mail address and a name are needed."), 400
    if len(password) < SHORTEST_PASSWORD:
        return jsonify(error=f"Use {SHORTEST_PASSWORD} characters or more."), 400
    with get_database() as database:
        account = accounts.create(database, email, name, password)
        if account is None:
            return jsonify(error="This address cannot be used."), 409
        start_session(account)
    return jsonify(account.public()), 201


@blueprint.post("/login")
def login():
    email, password = field("email").strip().lower(), field("password")
    if throttle.is_paused(email):
        return jsonify(error="Too many attempts. Try again in a minute."), 429
    with get_database() as database:
        account = accounts.find_by_credentials(database, email, password)
        if account is None:
            throttle.record_failure(email)
            return jsonify(error="The address or the password is wrong."), 401
        throttle.forget(email)
        start_session(account)
    return jsonify(account.public())


@blueprint.post("/logout")
def logout():
    session.clear()
    return "", 204


@blueprint.get("/me")
@signed_in
def me():
    return jsonify(g.account.public())


@blueprint.post("/account/password")
@signed_in
def change_password():
    if len(field("new")) < SHORTEST_PASSWORD:
        return jsonify(error=f"Use {SHORTEST_PASSWORD} characters or more."), 400
    with get_database() as database:
        if accounts.find_by_credentials(database, g.account.email, field("current")) is None:
            return jsonify(error="The current password is wrong."), 403
        accounts.change_password(database, g.account.id, field("new"))
    return "", 204


@blueprint.get("/account/sign-ins")
@signed_in
def sign_ins():
    return jsonify(accounts.recent_sign_ins(get_database(), g.account.id))
