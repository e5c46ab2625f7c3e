"""What browsers may do with these pages: nothing from elsewhere, nothing kept, nothing framed.

The headers that all answers of the program share are put on by the application itself.
"""

from types import MappingProxyType

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = MappingProxyType(
    {
        "content-security-policy": _POLICY,
        # Not "no-referrer": forms would then come back without saying where they come from.
        "referrer-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "no-store",
    }
)
