import io

import pytest

from boards import create_app


@pytest.fixture
def client(tmp_path):
    return create_app(tmp_path).test_client()


@pytest.fixture
def key(client):
    return {"X-Api-Key": client.post("/accounts", json={"name": "Acme"}).get_json()["key"]}


@pytest.fixture
def board(client, key):
    path = f"/boards/{client.post('/boards', json={'title': 'Move'}, headers=key).get_json()['id']}"
    client.post(f"{path}/cards", json={"title": "Pack", "due": "2026-03-31"}, headers=key)
    client.put(f"{path}/attachments/list.txt", data=b"boxes", headers=key)
    return path


def upload(data):
    return {"file": (io.BytesIO(data), "board.tar.gz")}


def test_an_export_can_be_imported(client, key, board):
    data = client.get(f"{board}/export", headers=key).get_data()
    imported = client.post("/import", data=upload(data), headers=key).get_json()
    copy = client.get(f"/boards/{imported['id']}", headers=key).get_json()
    assert copy == client.get(board, headers=key).get_json()
    file = client.get(f"/boards/{imported['id']}/attachments/list.txt", headers=key)
    assert file.get_data() == b"boxes"


def test_the_preview_tells_what_is_in_an_export(client, key, board):
    data = client.get(f"{board}/export", headers=key).get_data()
    shown = client.post("/import/preview", data=upload(data), headers=key).get_json()
    assert shown == {"title": "Move", "cards": 1, "attachments": ["list.txt"]}


@pytest.mark.parametrize("data", [b"", b"no archive", b"\x1f\x8b broken"])
def test_what_is_no_export_is_refused(client, key, data):
    assert client.post("/import", data=upload(data), headers=key).status_code == 400
    assert client.post("/import/preview", data=upload(data), headers=key).status_code == 400


def test_names_of_attachments_stay_in_the_folder(client, key, board):
    for name in ("..", ".hidden", "a%2Fb"):
        assert client.put(f"{board}/attachments/{name}", data=b"x", headers=key).status_code in (400, 404)
