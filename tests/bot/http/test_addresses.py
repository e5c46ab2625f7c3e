import pytest

from bot.http.addresses import origin
from bot.settings import Settings


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8080"),
        ("0.0.0.0", "http://127.0.0.1:8080"),  # noqa: S104 - nothing listens in this test
        ("::", "http://127.0.0.1:8080"),
        ("::1", "http://[::1]:8080"),
        ("balie.example.nl", "http://balie.example.nl:8080"),
    ],
)
def test_the_address_is_one_that_can_be_typed(host: str, address: str) -> None:
    assert origin(Settings(_env_file=None, host=host)) == address


def test_the_port_is_the_one_that_was_opened() -> None:
    assert origin(Settings(_env_file=None, port=0), 41234) == "http://127.0.0.1:41234"


def test_a_public_address_goes_before_the_machine_itself() -> None:
    settings = Settings(_env_file=None).model_copy(update={"public_url": "https://x.example.nl"})

    assert origin(settings, 41234) == "https://x.example.nl"
