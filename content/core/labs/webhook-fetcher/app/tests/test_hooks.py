import pytest

from events import addresses, create_app


@pytest.fixture
def client(tmp_path):
    return create_app(tmp_path / "events.db", ops_port=None).test_client()


@pytest.fixture
def key(client):
    return {"X-Api-Key": client.post("/customers", json={"name": "Acme"}).get_json()["key"]}


def test_a_hook_is_added_and_listed(client, key):
    added = client.post("/hooks", json={"url": "https://acme.example/in"}, headers=key).get_json()
    listed = client.get("/hooks", headers=key).get_json()
    assert listed == [{"id": added["id"], "url": "https://acme.example/in", "verified": 0}]


@pytest.mark.parametrize(
    "url",
    ["ftp://acme.example/", "http://", "http://acme.example:99999/", "http://a b/", "http://me:pw@acme.example/"],
)
def test_what_is_no_address_is_refused(client, key, url):
    assert client.post("/hooks", json={"url": url}, headers=key).status_code == 400


@pytest.mark.parametrize("host", sorted(addresses.OURS - {"::1"}))
def test_our_own_machines_are_refused(client, key, host):
    assert client.post("/hooks", json={"url": f"http://{host}/"}, headers=key).status_code == 400


def test_hooks_of_others_are_not_there(client, key):
    hook = client.post("/hooks", json={"url": "https://acme.example/in"}, headers=key).get_json()
    other = {"X-Api-Key": client.post("/customers", json={"name": "Other"}).get_json()["key"]}
    assert client.get(f"/hooks/{hook['id']}/deliveries", headers=other).status_code == 404


def test_a_receiver_that_is_down_is_recorded(client, key):
    hook = client.post("/hooks", json={"url": "http://acme.invalid/"}, headers=key).get_json()
    assert client.post(f"/hooks/{hook['id']}/test", headers=key).get_json() == {"status": None}
    assert len(client.get(f"/hooks/{hook['id']}/deliveries", headers=key).get_json()) == 1
