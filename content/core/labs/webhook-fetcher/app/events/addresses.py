"""Which addresses customers may give us."""
import re
from urllib.parse import urlsplit

# Printable ASCII without spaces, quotes, angle brackets or backslashes; names with other letters
# arrive in their ASCII form.
URL = re.compile(r"https?://[!#-;=?-\[\]-~]{1,2000}", re.IGNORECASE)

OURS = {
    "localhost",
    "127.0.0.1",
    "0.0.0.0",
    "[::1]",
    "::1",
    "169.254.169.254",
    "metadata.google.internal",
}


class AddressRefused(ValueError):
    """The message is meant for the customer."""


def check_url(url):
    """Returns the URL when we may call it."""
    if not URL.fullmatch(url):
        raise AddressRefused("This is not an http or https address.")
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        raise AddressRefused("This port does not exist.") from None
    if not parts.hostname or port == 0:
        raise AddressRefused("The address has no host.")
    if parts.username is not None or parts.password is not None:
        raise AddressRefused("Leave user names and passwords out of the address.")
    if parts.hostname.rstrip(".") in OURS:
        raise AddressRefused("This address is not on the public internet.")
    return url
