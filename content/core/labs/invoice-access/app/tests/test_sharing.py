from test_invoices import client, organization  # noqa: F401


def test_a_link_shows_one_invoice_until_it_ends(client):  # noqa: F811
    ours = organization(client, "Ours")
    made = client.post("/invoices", json={"customer": "C", "amount": 100}, headers=ours).get_json()
    share = client.post(f"/invoices/{made['id']}/shares", json={"days": 7}, headers=ours).get_json()
    assert client.get(share["link"]).get_json()["customer"] == "C"
    client.delete(f"/shares/{share['id']}", headers=ours)
    assert client.get(share["link"]).status_code == 404


def test_others_neither_list_nor_end_links(client):  # noqa: F811
    ours, theirs = organization(client, "Ours"), organization(client, "Theirs")
    made = client.post("/invoices", json={"customer": "C", "amount": 100}, headers=ours).get_json()
    share = client.post(f"/invoices/{made['id']}/shares", json={}, headers=ours).get_json()
    assert client.get(f"/invoices/{made['id']}/shares", headers=theirs).status_code == 404
    assert client.delete(f"/shares/{share['id']}", headers=theirs).status_code == 404
