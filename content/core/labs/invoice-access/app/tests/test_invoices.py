import pytest

from ledger import create_app


@pytest.fixture
def client(tmp_path):
    return create_app(tmp_path).test_client()


def organization(client, name):
    token = client.post("/organizations", json={"name": name, "email": "a@b.example"}).get_json()["token"]
    return {"Authorization": f"Bearer {token}"}


def test_invoices_of_another_organization_are_not_there(client):
    ours, theirs = organization(client, "Ours"), organization(client, "Theirs")
    made = client.post("/invoices", json={"customer": "C", "amount": 100}, headers=ours).get_json()
    assert client.get(f"/invoices/{made['id']}", headers=ours).status_code == 200
    assert client.get(f"/invoices/{made['id']}", headers=theirs).status_code == 404
    assert client.get("/invoices", headers=theirs).get_json() == []
