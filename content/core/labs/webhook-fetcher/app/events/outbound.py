"""Calls to the receivers of customers."""
import hashlib
import hmac
import json
import secrets
import time

import requests

from . import config, store
from .addresses import AddressRefused, check_url

# The connection and each piece of the answer get this long.
TIMEOUT = (config.TIMEOUT_SECONDS, config.TIMEOUT_SECONDS)


def signature(secret, body):
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def beginning_of(response):
    """The first bytes of an answer as text; a receiver may send more than we want to keep."""
    beginning = response.raw.read(config.SHOWN_BYTES, decode_content=True) or b""
    response.close()
    return beginning.decode("utf-8", "replace")


def deliver(hook, kind):
    """Sends one event and records how it went. Returns the status, or None without an answer."""
    event = {"type": kind, "hook": hook["id"], "at": int(time.time())}
    body = json.dumps(event).encode()
    headers = {
        "Content-Type": "application/json",
        "User-Agent": config.AGENT,
        "X-Signature": signature(hook["secret"], body),
    }
    try:
        url = check_url(hook["url"])
        response = requests.post(url, data=body, headers=headers, timeout=TIMEOUT, stream=True)
        status, answer = response.status_code, beginning_of(response)
    except (requests.RequestException, AddressRefused, OSError) as error:
        status, answer = None, f"{type(error).__name__}: the receiver could not be reached"
    store.record_delivery(hook["id"], status, answer)
    return status


def repeats_challenge(hook):
    """Asks the receiver to repeat a word. Returns whether it did, and what it said instead."""
    word = secrets.token_hex(8)
    try:
        url = check_url(hook["url"])
        joined = f"{url}{'&' if '?' in url else '?'}challenge={word}"
        headers = {"User-Agent": config.AGENT}
        response = requests.get(joined, headers=headers, timeout=TIMEOUT, stream=True)
        answer = beginning_of(response)
    except (requests.RequestException, AddressRefused, OSError):
        return False, ""
    return hmac.compare_digest(answer.strip().encode(), word.encode()), answer
