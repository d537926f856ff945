import pytest

from bookings import create_app

ALICE = {"email": "alice@example.org", "name": "Alice", "password": "correct horse"}


@pytest.fixture
def client(tmp_path):
    app = create_app({"DATABASE": tmp_path / "test.db", "MANAGER_PASSWORD": "a desk password"})
    return app.test_client()


def test_registering_signs_in(client):
    assert client.post("/register", json=ALICE).status_code == 201
    assert client.get("/me").get_json()["name"] == "Alice"


def test_a_wrong_password_is_refused(client):
    client.post("/register", json=ALICE)
    client.post("/logout")
    answer = client.post("/login", json={**ALICE, "password": "wrong horse"})
    assert answer.status_code == 401
    assert client.get("/me").status_code == 401


def test_members_do_not_see_the_settings_of_the_house(client):
    client.post("/register", json=ALICE)
    assert client.get("/desk/settings").status_code == 403


def test_a_changed_password_replaces_the_old_one(client):
    client.post("/register", json=ALICE)
    change = {"current": ALICE["password"], "new": "battery staple"}
    assert client.post("/account/password", json=change).status_code == 204
    assert client.post("/login", json=ALICE).status_code == 401
    assert client.post("/login", json={**ALICE, "password": "battery staple"}).status_code == 200


def test_the_account_page_lists_sign_ins(client):
    client.post("/register", json=ALICE, headers={"User-Agent": "Firefox"})
    assert [entry["agent"] for entry in client.get("/account/sign-ins").get_json()] == ["Firefox"]
