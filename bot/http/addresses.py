"""Where the pages are found."""

from ipaddress import ip_address

from bot.settings import Settings


def origin(settings: Settings, port: int | None = None) -> str:
    """Return the address that people type, without a path; `port` is the one that was opened."""
    if settings.public_url is not None:
        return settings.public_url
    return f"http://{_host(settings.host)}:{settings.port if port is None else port}"


def _host(host: str) -> str:
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if address.is_unspecified:
        return "127.0.0.1"
    return f"[{host}]" if address.version == 6 else host  # noqa: PLR2004 - IPv6
