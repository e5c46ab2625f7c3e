import pytest

from dialogs.understanding.contact import contact, email, name, phone, reachable


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("06-12345678", "+31612345678"),
        ("0031612345678", "+31612345678"),
        ("+31 6 12 34 56 78", "+31612345678"),
        ("mijn nummer is 06 12345678", "+31612345678"),
        ("(020) 123 45 67", "+31201234567"),
        ("+32 470 12 34 56", "+32470123456"),
    ],
)
def test_a_number_is_kept_as_the_world_writes_it(text: str, number: str) -> None:
    assert (phone(text).value, reachable(text).value) == (number, number)


@pytest.mark.parametrize("text", ["06-123", "12345678901234567", "06 12345678 of 06 87654321"])
def test_a_number_that_cannot_be_is_asked_again(text: str) -> None:
    assert phone(text).reason == "verstaan.contact.phone"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("sanne@voorbeeld.nl", "sanne@voorbeeld.nl"),
        ("mijn mail is sanne@voorbeeld.nl.", "sanne@voorbeeld.nl"),
        ("jan punt jansen apenstaartje gmail punt com", "jan.jansen@gmail.com"),
    ],
)
def test_an_address_is_found_and_spelled_out(text: str, address: str) -> None:
    assert (email(text).value, reachable(text).value) == (address, address)


@pytest.mark.parametrize("text", ["jan@gmail", "jan@", "a@b.nl c@d.nl"])
def test_an_address_that_cannot_be_is_asked_again(text: str) -> None:
    assert email(text).reason == "verstaan.contact.email"


@pytest.mark.parametrize("text", ["heb ik niet", "weet ik niet", "geen mail"])
def test_having_none_is_an_answer(text: str) -> None:
    assert (phone(text).status, email(text).status) == ("unknown", "unknown")


def test_what_is_neither_number_nor_address_is_asked_again() -> None:
    assert reachable("bel maar").reason == "verstaan.contact.not_understood"


def test_a_name_is_kept_as_typed_but_trimmed() -> None:
    assert contact("contact_naam", "  Sanne   Voorbeeld\n").value == "Sanne Voorbeeld"
    assert contact("contact_naam", "محمد").value == "محمد"
    assert contact("contact_bereikbaar", "06-12345678").value == "+31612345678"


@pytest.mark.parametrize("text", ["", "   ", "12", "x" * 101])
def test_a_name_has_letters_and_at_most_a_hundred_signs(text: str) -> None:
    assert name(text).reason == "verstaan.contact.name"
