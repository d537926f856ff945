import pytest

from fieldreports import create_app

VISIT = {
    "machine": "Press 4",
    "result": "failed",
    "inspector": "Aino",
    "notes": "Leak <here> & there",
    "readings": [{"label": "Pressure", "value": 5.26}],
}


@pytest.fixture
def client(tmp_path):
    return create_app(tmp_path).test_client()


@pytest.fixture
def key(client):
    return {"X-Api-Key": client.post("/accounts", json={"name": "Mill & Co"}).get_json()["key"]}


def add_visit(client, key):
    return client.post("/visits", json=VISIT, headers=key).get_json()["id"]


def test_a_report_shows_what_was_entered_as_text(client, key):
    page = client.get(f"/visits/{add_visit(client, key)}/report", headers=key).get_data(as_text=True)
    assert "Leak &lt;here&gt; &amp; there" in page
    assert "Pressure: 5.26" in page


def test_a_customer_has_a_layout(client, key):
    template = "{% for r in visit.readings %}{{ loop.index }}. {{ r.label|upper }} {{ r.value|round(1) }}{% endfor %}"
    layout = {"template": template, "subject": "{account.name}: {visit.machine}"}
    assert client.put("/layout", json=layout, headers=key).status_code == 204
    mail = client.get(f"/visits/{add_visit(client, key)}/mail", headers=key).get_json()
    assert mail["subject"] == "Mill & Co: Press 4"
    assert "1. PRESSURE 5.3" in mail["html"]


def test_a_template_with_a_mistake_is_refused(client, key):
    answer = client.put("/layout", json={"template": "{% if %}"}, headers=key)
    assert answer.status_code == 400
    assert answer.get_json()["error"].startswith("Line 1")


def test_a_preview_is_not_kept(client, key):
    answer = client.post("/layout/preview", json={"template": "<i>{{ visit.machine }}</i>"}, headers=key)
    assert answer.get_json()["html"] == "<i>Press 4</i>"
    page = client.get(f"/visits/{add_visit(client, key)}/report", headers=key).get_data(as_text=True)
    assert "<i>" not in page
