from datetime import date

from dialogs.understanding import understand

TODAY = date(2026, 11, 23)


def test_dates_and_amounts_are_texts_and_the_rest_are_numbers() -> None:
    assert understand("date", "3 mei 2026", TODAY).to_json_dict("Goed?") == {
        "status": "ok",
        "value": "2026-05-03",
        "low": None,
        "high": None,
        "readback": "Goed?",
    }
    assert understand("money", "1250,50", TODAY).to_json_dict("")["value"] == "1250.50"
    assert understand("duration", "1 maand", TODAY).to_json_dict("")["value"] == 30.4
    assert understand("number", "3", TODAY).to_json_dict("")["value"] == 3
    assert understand("yesno", "ja", TODAY).to_json_dict("")["value"] == "ja"


def test_only_what_goes_on_says_so() -> None:
    assert understand("duration", "nog steeds", TODAY).to_json_dict("")["ongoing"] is True
    assert "ongoing" not in understand("duration", "3 dagen", TODAY).to_json_dict("")
