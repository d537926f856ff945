"""Reads JSON Web Tokens (RFC 7519) of partners and of the back office."""
import base64
import binascii
import hashlib
import hmac
import json

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from . import keys


class TokenRefused(Exception):
    """The token is not one of ours to take."""


def _decode(part):
    return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)


def _hmac(digest):
    def verify(material, signed, signature):
        expected = hmac.new(material, signed, digest).digest()
        if not hmac.compare_digest(expected, signature):
            raise InvalidSignature

    return verify


def _rsa(digest):
    def verify(material, signed, signature):
        load_pem_public_key(material).verify(signature, signed, padding.PKCS1v15(), digest)

    return verify


VERIFIERS = {
    "HS256": _hmac(hashlib.sha256),
    "HS384": _hmac(hashlib.sha384),
    "HS512": _hmac(hashlib.sha512),
    "RS256": _rsa(hashes.SHA256()),
    "RS384": _rsa(hashes.SHA384()),
    "RS512": _rsa(hashes.SHA512()),
}


def read(token):
    """Returns the key that a token is signed with and its claims. Raises TokenRefused."""
    try:
        head, body, tail = token.split(".")
        header = json.loads(_decode(head))
        key = keys.find(header["kid"])
        # Some libraries write the algorithm with small letters.
        verify = VERIFIERS[header["alg"].upper()]
        verify(key.material, f"{head}.{body}".encode(), _decode(tail))
        claims = json.loads(_decode(body))
        if claims["iss"] != key.issuer:
            raise TokenRefused("The issuer does not belong to this key.")
        return key, claims
    except (InvalidSignature, KeyError, ValueError, TypeError, AttributeError, binascii.Error) as error:
        raise TokenRefused("The token cannot be used.") from error
