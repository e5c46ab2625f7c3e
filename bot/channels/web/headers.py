"""What browsers may do with these pages: nothing from elsewhere, nothing kept.

Nobody frames them but the sites that the settings name.

The headers that all answers of the program share are put on by the application itself.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

_NOBODY = "frame-ancestors 'none'"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    f"connect-src 'self'; form-action 'self'; base-uri 'none'; "
    f"require-trusted-types-for 'script'; trusted-types gesprek; {_NOBODY}"
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


def framed_by(sites: Sequence[str]) -> Mapping[str, str]:
    """Return the headers of a page that these sites may show within their own."""
    if not sites:
        return HEADERS
    policy = _POLICY.replace(_NOBODY, " ".join(("frame-ancestors", *sites)))
    return {**HEADERS, "content-security-policy": policy}
