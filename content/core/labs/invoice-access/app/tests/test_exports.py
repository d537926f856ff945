from ledger.exports import as_csv
from test_invoices import client, organization  # noqa: F401


def test_an_export_holds_the_chosen_invoices(client):  # noqa: F811
    ours = organization(client, "Ours")
    ids = [
        client.post("/invoices", json={"customer": name, "amount": 100}, headers=ours).get_json()["id"]
        for name in ("One", "Two", "Three")
    ]
    made = client.post("/exports", json={"ids": [ids[2], ids[0]]}, headers=ours).get_json()
    assert made["total"] == 200
    file = client.get(f"/exports/{made['id']}.csv", headers=ours).get_data(as_text=True)
    assert [line.split(",")[1] for line in file.splitlines()] == ["customer", "Three", "One"]


def test_exports_are_for_people_who_are_signed_in(client):  # noqa: F811
    assert client.post("/exports", json={"ids": [1]}).status_code == 401
    assert client.get("/exports/1.csv").status_code == 401


def test_formulas_become_text():
    row = {"id": 1, "customer": "=1+1", "amount": 5, "memo": 'say "hi"', "status": "open"}
    assert as_csv([row]).splitlines()[1] == "1,'=1+1,5,\"say \"\"hi\"\"\",open"
