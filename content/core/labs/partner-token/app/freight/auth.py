"""Lets calls with a token through."""
from functools import wraps

from flask import Blueprint, g, jsonify, request

from . import keys, tokens

blueprint = Blueprint("auth", __name__)


def scope_of(claims):
    scope = claims.get("scope", "")
    return scope.split() if isinstance(scope, str) else []


def token_needed(scope=None):
    """Guards a view: a token is needed, and one with a scope when one is named."""

    def guard(view):
        @wraps(view)
        def guarded(*args, **kwargs):
            kind, _, token = request.headers.get("Authorization", "").partition(" ")
            try:
                key, claims = tokens.read(token.strip())
            except tokens.TokenRefused as error:
                return jsonify(error=str(error)), 401
            if kind.lower() != "bearer":
                return jsonify(error="A bearer token is needed."), 401
            if scope and scope not in scope_of(claims):
                return jsonify(error=f"The token lacks {scope}."), 403
            g.key, g.claims = key, claims
            return view(*args, **kwargs)

        return guarded

    return guard


@blueprint.get("/whoami")
@token_needed()
def whoami():
    return jsonify(issuer=g.key.issuer, partner=g.key.partner, scope=scope_of(g.claims))


@blueprint.get("/keys")
def list_keys():
    return jsonify(keys.published())
