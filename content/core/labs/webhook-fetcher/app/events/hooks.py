"""The calls that customers make."""
from functools import wraps

from flask import Blueprint, g, jsonify, request

from . import outbound, store
from .addresses import AddressRefused, check_url

blueprint = Blueprint("hooks", __name__)

HOOKS_PER_CUSTOMER = 100


def customer_only(view):
    @wraps(view)
    def guarded(*args, **kwargs):
        g.customer = store.customer_of(request.headers.get("X-Api-Key", ""))
        if g.customer is None:
            return jsonify(error="The key is not known."), 401
        return view(*args, **kwargs)

    return guarded


def own_hook(view):
    """Hands the view a hook of the customer; anybody else's looks as if it were not there."""

    @customer_only
    @wraps(view)
    def guarded(hook_id):
        hook = store.hook_of(g.customer, hook_id)
        if hook is None:
            return jsonify(error="There is no such hook."), 404
        return view(hook)

    return guarded


@blueprint.errorhandler(AddressRefused)
def refused(error):
    return jsonify(error=str(error)), 400


def field(name):
    body = request.get_json(silent=True)
    value = body.get(name) if isinstance(body, dict) else None
    return value.strip() if isinstance(value, str) else ""


@blueprint.post("/customers")
def add_customer():
    if not field("name"):
        return jsonify(error="A name is needed."), 400
    return jsonify(key=store.add_customer(field("name"))), 201


@blueprint.post("/hooks")
@customer_only
def add_hook():
    if len(store.hooks_of(g.customer)) >= HOOKS_PER_CUSTOMER:
        return jsonify(error="That is enough hooks."), 409
    return jsonify(store.add_hook(g.customer, check_url(field("url")))), 201


@blueprint.get("/hooks")
@customer_only
def list_hooks():
    return jsonify(store.hooks_of(g.customer))


@blueprint.put("/hooks/<int:hook_id>")
@own_hook
def move_hook(hook):
    store.update_hook(hook["id"], url=check_url(field("url")), verified=0)
    return "", 204


@blueprint.post("/hooks/<int:hook_id>/verification")
@own_hook
def verify_hook(hook):
    verified, answer = outbound.repeats_challenge(hook)
    store.update_hook(hook["id"], verified=int(verified))
    if verified:
        return jsonify(verified=True)
    return jsonify(verified=False, answer=answer), 409


@blueprint.post("/hooks/<int:hook_id>/test")
@own_hook
def test_hook(hook):
    return jsonify(status=outbound.deliver(hook, "test"))


@blueprint.get("/hooks/<int:hook_id>/deliveries")
@own_hook
def list_deliveries(hook):
    return jsonify(store.deliveries_of(hook["id"]))
