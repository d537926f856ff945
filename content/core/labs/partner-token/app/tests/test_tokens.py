import base64
import hashlib
import hmac
import json

import pytest

from freight import create_app, keys

SECRET = "a secret of the tests, long enough"


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def backoffice_token(secret=SECRET, **claims):
    head = encode(json.dumps({"alg": "HS256", "kid": "backoffice"}).encode())
    body = {"iss": "backoffice", "sub": "tests", "aud": "freight-api", "exp": 4102444800, **claims}
    signed = f"{head}.{encode(json.dumps(body).encode())}"
    return f"{signed}.{encode(hmac.new(secret.encode(), signed.encode(), hashlib.sha256).digest())}"


@pytest.fixture
def client(tmp_path):
    return create_app(tmp_path, SECRET).test_client()


def call(client, token):
    return client.get("/shipments", headers={"Authorization": f"Bearer {token}"})


def test_the_back_office_is_let_in(client):
    assert call(client, backoffice_token(scope="shipments:read")).status_code == 200


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "e30.e30.", backoffice_token("another secret")])
def test_what_is_no_token_is_refused(client, token):
    assert call(client, token).status_code == 401


def test_a_changed_claim_is_refused(client):
    head, _, tail = backoffice_token(scope="").split(".")
    _, body, _ = backoffice_token(scope="shipments:read").split(".")
    assert call(client, f"{head}.{body}.{tail}").status_code == 401


def test_the_scope_counts(client):
    assert call(client, backoffice_token(scope="rates:read")).status_code == 403


def test_a_token_of_the_trial_partner_is_let_in(client):
    docs = (keys.FOLDER.parent / "docs" / "trial-tokens.md").read_text()
    token = next(line.strip() for line in docs.splitlines() if line.startswith("    "))
    assert call(client, token).status_code == 200
