"""Figures that name something and count nothing: a time, a telephone number, fifty-fifty."""

import re

_CLOCK = re.compile(
    r"\b[0-9]{1,2}:[0-9]{2}\b|\b0[0-9]\.[0-9]{2}\b|^om [0-9]|^op (?:de )?[0-9]{1,2}$"
)
_TELEPHONE = re.compile(
    r"(?<![0-9.,])(?:0[0-9]{8,}|0[0-9]{1,3} ?- ?[0-9]{2}|0[0-9]{1,3} [0-9]{2})(?![0-9]*[.,][0-9])"
)
_SAME_TWICE = re.compile(r"([0-9]+) ?[-/] ?\1(?![0-9.,])")
_AGE = re.compile(r"(?:ik|hij|zij|ze) (?:ben|is|was|word|wordt)(?: nu)? [0-9]{1,3}")
_STREET = r"\w*(?:straat|laan|plein|weg|dreef|hof)"
_BESIDE_DATE = re.compile(
    rf"\b(?:{_STREET}|\w*nummer|\w*nr|polis|dossier|zaak|kamer|flat|lijn|afslag|postbus|kenteken|"
    r"bsn|art|artikel|versie|tel|brief|scan|deel|foto|bijlage|formulier|pagina|blad)\.?:? [0-9]|"
    rf"\b[0-9]{{1,2}} [a-z]+ {_STREET}\b|"
    r"(?<!op )(?<![0-9.])\b[0-9]\.[0-9]\b(?![.0-9])"
)
# By itself, 2012 may be a car's, and Jan or May a person.
_LONE = re.compile(r"(?:19|20)[0-9]{2}|m[0-9]+")
_PERIOD = r"(?:(?:19|20)[0-9]{2}|(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|oct|nov|dec))"
_SAID_OF_TIME = re.compile(
    r"\b(?:in|jaar|anno|rond|sinds|eind|einde|begin|half|medio|midden|ongeveer|circa|ca|denk) "
    rf"(?:van )?(?:het jaar )?(?:de maand )?{_PERIOD}"
)


def no_quantity(text: str) -> bool:
    """Tell whether the figures are no amount and no count."""
    return any(shape.search(text) for shape in (_CLOCK, _TELEPHONE, _SAME_TWICE))


def an_age(text: str) -> bool:
    """Tell whether a sentence says how old somebody is, and nothing more."""
    return _AGE.fullmatch(text.strip(" .!")) is not None


def beside_date(text: str, kept: list[str]) -> bool:
    """Tell whether a date in a sentence may be a house, a car, a file or a postcode."""
    if _BESIDE_DATE.search(text):
        return True
    lone = len(kept) == 1 and _LONE.fullmatch(kept[0]) is not None
    return lone and _SAID_OF_TIME.search(text) is None
