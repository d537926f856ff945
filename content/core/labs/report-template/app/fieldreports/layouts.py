"""The layout that a customer writes: trying it, keeping it."""
from flask import Blueprint, current_app, g, jsonify, render_template_string
from jinja2 import TemplateSyntaxError

from . import rendering, store
from .visits import body, customer_only

blueprint = Blueprint("layouts", __name__)

LONGEST = {"template": 20_000, "subject": 300}
SAMPLE = store.Visit(
    machine="Press 4",
    result="passed",
    inspector="A. Virtanen",
    date="2026-03-02",
    notes="Oil changed.",
    readings=[store.Reading("Pressure", 5.25), store.Reading("Temperature", 61.5)],
)


def wanted_layout():
    """The template and the subject of the request, and what is wrong with them, if anything."""
    layout = {name: body().get(name) or "" for name in LONGEST}
    for name, text in layout.items():
        if not isinstance(text, str) or len(text) > LONGEST[name]:
            return layout, f"The {name} is no text, or too long."
    try:
        current_app.jinja_env.parse(layout["template"])
    except TemplateSyntaxError as error:
        return layout, f"Line {error.lineno}: {error.message}"
    return layout, None


@blueprint.put("/layout")
@customer_only
def keep():
    layout, problem = wanted_layout()
    if problem:
        return jsonify(error=problem), 400
    store.set_layout(g.account.id, layout["template"], layout["subject"])
    return "", 204


@blueprint.post("/layout/preview")
@customer_only
def preview():
    layout, problem = wanted_layout()
    if problem:
        return jsonify(error=problem), 400
    values = rendering.values_for(g.account, SAMPLE)
    try:
        html = render_template_string(layout["template"], **values)
        subject = layout["subject"].format(**values)
    except Exception as error:  # whatever goes wrong in a template, its author should see it
        return jsonify(error=str(error)), 422
    return jsonify(html=html, subject=subject)
