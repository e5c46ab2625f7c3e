from datetime import date

import pytest

from dialogs.understanding import understand

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    [
        *("ja", "Ja!", "ja hoor", "jaaa", "jazeker", "jawel", "jep", "yes", "oke", "is goed"),
        *("inderdaad", "dat klopt", "klopt helemaal", "zeker weten", "absoluut", "helaas wel"),
        *(
            "👍",
            "👍🏿",
            "✅",
            "👌 Dat is ok",
            "ik ga akkoord",
            "ja, dat is waar",
            "Ja. Ik zei nee",
        ),
        "ja ik was ziek",
    ],
)
def test_yes_in_many_words(text: str) -> None:
    reading = understand("yesno", text, TODAY)

    assert (reading.status, reading.value) == ("ok", "ja")


@pytest.mark.parametrize(
    "text",
    [
        *("nee", "Nee.", "nee hoor", "neee", "nee joh", "nope", "niet", "nog niet", "niet echt"),
        *("zeker niet", "absoluut niet", "nooit", "nog nooit", "gelukkig niet", "klopt niet"),
        *("dat klopt niet", "niet dat ik weet", "👎", "liever niet", "nee dank u", "nee helaas"),
        *("nei", "nee. nooit gehad", "nee nee", "nee in plaats van ja"),
        "Ik zei NEE in plaats van ja!",
    ],
)
def test_no_in_many_words(text: str) -> None:
    reading = understand("yesno", text, TODAY)

    assert (reading.status, reading.value) == ("ok", "nee")


@pytest.mark.parametrize(
    "text",
    [
        *("ja en nee", "ja nee", "ja maar niet altijd", "misschien", "soms", "een beetje"),
        *("ja. nee.", "nee wel", "wel niet", "ja, behalve in mei"),
        *("👍👎", "ja 👎", "blauw", "ja?", "kan zijn", "banaan", "🙃"),
    ],
)
def test_what_is_neither_plain_yes_nor_plain_no_is_asked_again(text: str) -> None:
    assert understand("yesno", text, TODAY).status == "ask"


@pytest.mark.parametrize(("text", "value"), [("ik denk het wel", "ja"), ("denk het niet", "nee")])
def test_a_hedge_is_never_a_plain_answer(text: str, value: str) -> None:
    reading = understand("yesno", text, TODAY)

    assert (reading.status, reading.value) == ("approximate", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tot nu toe niet", "nee"),
        ("de arts zegt van wel", "ja"),
        ("volgens de dokter niet", "nee"),
    ],
)
def test_what_a_doctor_says_is_never_a_plain_answer_of_the_person(text: str, value: str) -> None:
    reading = understand("yesno", text, TODAY)

    assert (reading.status, reading.value) == ("approximate", value)
