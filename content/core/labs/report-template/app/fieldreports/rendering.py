"""Puts a visit into the layout of a customer."""
from flask import render_template, render_template_string
from markupsafe import Markup

from .config import HOUSE

STANDARD_TEMPLATE = """<h2>{{ visit.machine }}</h2>
<p>{{ visit.date }}, {{ visit.inspector }}: <strong>{{ visit.result }}</strong></p>
<ul>{% for reading in visit.readings %}<li>{{ reading.label }}: {{ reading.value }}</li>{% endfor %}</ul>
<p>{{ visit.notes }}</p>"""
STANDARD_SUBJECT = "{visit.machine}: {visit.result}"


def values_for(account, visit):
    return {"account": account, "visit": visit, "house": HOUSE}


def report_page(account, visit):
    """The whole page: our frame around the customer's layout."""
    content = render_template_string(account.template or STANDARD_TEMPLATE, **values_for(account, visit))
    return render_template("frame.html", title=visit.machine, content=Markup(content), house=HOUSE.name)


def mail_subject(account, visit):
    subject = (account.subject or STANDARD_SUBJECT).format(**values_for(account, visit))
    return " ".join(subject.split())[:200]
