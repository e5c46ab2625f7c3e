"""Yes or no, as people say it; a hedge is no plain answer and two answers are none."""

import re

from dialogs.understanding.reading import Doubt, Reading

_NOT_UNDERSTOOD = Doubt(reason="verstaan.yesno.not_understood")
_BOTH = Doubt(reason="verstaan.yesno.both")
_SKIN = "[\U0001f3fb-\U0001f3ff\ufe0f]"
_THUMBS_UP = "\U0001f44d\U0001f44c\u2705\u2714\u2611\U0001f64b\U0001f4af"
_THUMBS_DOWN = "\U0001f44e\u274c\u26d4\U0001f6ab\u2716\u274e\U0001f645"
_YES_WORD = (
    r"(?:j+a+h?|ja+hoor|jawel|jazekers?|j+e+p+s?|j+u+p+|y+e+s+|ye+p+|yea+h?|yup|jaja|joh? ja|j|y|"
    r"ja'?s|joa+h?|wel|o+k+|oke+|okay)"
)
_NO_WORD = r"(?:n+e+e+n?|nee+hoor|nope+|nop|no+|nah|neu+h?|nein|nei|noh|n|nee'?s|nooit|neej)"
_SURELY = (
    r"(?:echt|absoluut|zeker|helemaal|gelukkig|helaas|jammer genoeg|beslist|"
    r"zeker weten|natuurlijk|"
    r"tuurlijk|liever|ook|juist|eigenlijk|uiteraard|totaal|gewoon|toch|nog|inderdaad|graag|klopt)"
)
_THAT = r"(?:(?:dat|dit|het|'t) )?"
_TRUE = r"(?:zo|waar|goed|oke|ok|prima|in orde|akkoord|juist|correct)"


def _any(*shapes: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(shapes)})")


_YES = _any(
    _YES_WORD,
    rf"{_SURELY} wel",
    rf"{_THAT}klopt?(?: (?:wel|helemaal|inderdaad|ja|dat|helaas|als een bus))?",
    r"inderdaad|juist|correct|precies|exact|zeker|zeker weten|absoluut|natuurlijk|tuurlijk",
    r"uiteraard|(?:dat is |uiteraard )?vanzelfsprekend",
    r"jazeker wel|jawel hoor|was wel zo|nou en of|en of|reken maar",
    r"(?:ik )?(?:ga )?(?:er )?(?:mee |daarmee )?akkoord|(?:ik ben het )?(?:er )?(?:mee )?eens",
    rf"{_THAT}is {_TRUE}|(?:helemaal |zeker )?waar|true|affirmatief|si|oui",
    r"okee+|okido|oki+e?|prima|goed|doe maar|graag|(?:dat )?mag(?: wel)?|vind ik goed|best|top",
    r"super|klinkt goed|helemaal|volledig|dat klopt inderdaad|nog steeds|nog altijd",
    r"dat (?:wel|is wel zo|doe ik|heb ik|ben ik)|heb ik(?: wel)?",
)
_NO = _any(
    _NO_WORD,
    rf"(?:{_SURELY} )+niets?",
    r"niet(?: (?:echt|dat ik weet|voor zover ik weet|zo|meer|nodig|waar|gehad|gebeurd|gedaan|"
    r"akkoord|juist|helemaal|van toepassing))?",
    r"nog nooit|bijna nooit|liever niet|niets|niks|geen|geen enkele|geenszins|nvt|n v t|weiger",
    rf"{_THAT}(?:klopt|is) (?:helemaal |echt )?niet(?: {_TRUE})?",
    r"onjuist|incorrect|verkeerd|fout|onwaar|false|oneens|no way|doe maar niet|laat maar|dat niet",
    r"(?:dat )?(?:heb|was|ben|wil|doe|had|mag|hoeft|deed|hoef) (?:ik |je |u )?(?:het |dat )?"
    r"(?:echt |liever )?niet|van niet",
    r"ik (?:heb|was|ben|wil|had|ga) (?:er |het |dat )?niet(?: akkoord)?|(?:er )?niet mee eens",
    r"voor zover ik weet niet|bij mijn weten niet|om de dooie dood niet",
)
_DOCTOR = (
    r"(?:volgens )?(?:de |mijn |onze )?(?:dokter|arts|huisarts|specialist|neuroloog|chirurg|fysio)"
    r"(?: (?:zegt|zei|denkt|dacht|verwacht|vindt))?(?: van)?"
)
_THINK = r"(?:ik )?(?:denk|dacht|geloof|vermoed|volgens mij|neem aan|meen)(?: ik)?"
_HEDGED_YES = _any(
    rf"{_THINK}(?: het| van| dat het)?(?: wel| ja| zo is)|(?:ik )?denk het",
    r"(?:volgens mij|waarschijnlijk|vermoedelijk)(?: wel)?(?: ja)?|vast wel|zal wel|best wel",
    r"lijkt me wel|tot nu toe wel|(?:voor zover ik weet|bij mijn weten) wel",
    r"(?:ik )?(?:vrees|ben bang) (?:het|van) wel",
    rf"{_YES_WORD}(?: ,)? (?:denk|dacht|geloof|vermoed) ik(?: (?:het|van))?(?: wel)?",
    rf"{_DOCTOR} (?:wel|ja)",
)
_HEDGED_NO = _any(
    rf"{_THINK}(?: het| van| dat het)?(?: niet| nee)|vast niet|zal wel niet|lijkt me niet",
    r"(?:volgens mij|waarschijnlijk|vermoedelijk) (?:niet|nee)|nauwelijks|amper",
    r"tot nu toe (?:nog )?niet|(?:ik )?(?:vrees|ben bang) (?:het|van) niet",
    rf"{_NO_WORD}(?: ,)? (?:denk|dacht|geloof|vermoed) ik(?: (?:het|van))?(?: niet)?",
    rf"{_DOCTOR} (?:niet|nee)",
)
_UNSURE = re.compile(
    r"misschien|wellicht|kan zijn|zou kunnen|soms|deels|beetje|een beetje|gedeeltelijk|"
    r"mwah|hangt ervan af|"
    r"weleens|mogelijk|half|ligt eraan|beide|allebei|hopelijk|hoop ik|ik hoop (?:het|van)|"
    # No yes at all.
    r"^(?:ach|nou|tja|mwa)[ ,.]+ja$"
)
_POLITE = re.compile(
    r"\b(?:hoor|joh|dank (?:je|u)(?: wel)?|bedankt|dankje(?:wel)?|dankuwel|sorry|man|"
    r"zeg|meneer|mevrouw|toch|dus|nou|"
    r"he|h[oe]|euh+|uhm+|ehm+|ik zei|ik bedoel(?:de)?|bij nader inzien|alsjeblieft|"
    r"alstublieft|aub|svp|nogmaals|wel degelijk|tja|eh+|uh+|oh?|"
    r"ah|thanks|thx|ik|en|echt|lol|haha+|xd)\b"
)
_INSTEAD = re.compile(
    rf"({_YES_WORD}|{_NO_WORD}) (?:in plaats van|ipv|en (?:geen|niet)|"
    rf"niet) (?:{_YES_WORD}|{_NO_WORD})$"
)
# As it sounds: "denk ut nie".
_SPOKEN_NOT = re.compile(r"\bnie\b")
_SPOKEN_IT = re.compile(r"\b(denk|dacht|geloof)(?: ik)? (?:'?t|ut|et)\b")
_FIRST = re.compile(rf"(?:(?P<yes>{_YES_WORD})|(?P<no>{_NO_WORD}))\b")


def yesno(text: str) -> Reading:
    """Return the yes or no that the plain text tells."""
    text = _SPOKEN_NOT.sub("niet", re.sub(_SKIN, "", text))
    text = _SPOKEN_IT.sub(r"\1 het", text)
    signs = _signs(text)
    words = " ".join(re.sub(r"[^\w\s'.,!?-]+", " ", text).split())
    words = re.sub(r"(?<=\w)\.(?=\w)", "", words)
    said = _words(words) if re.search(r"\w", words) else None
    if signs is not None and said is None and not re.search(r"\w", words):
        return signs
    if said is None:
        return _NOT_UNDERSTOOD.reading()
    if signs is not None and said.status == "ok" and said.value != signs.value:
        return _BOTH.reading()
    return said


def _signs(text: str) -> Reading | None:
    up = any(sign in _THUMBS_UP for sign in text)
    down = any(sign in _THUMBS_DOWN for sign in text)
    if up and down:
        return _BOTH.reading()
    return _plain(yes=up) if up or down else None


def _words(text: str) -> Reading | None:
    whole = text.strip(" .,!?-")
    if whole.endswith("?") or text.endswith("?"):
        return None
    for candidate in dict.fromkeys((whole, _polished(whole))):
        if _UNSURE.fullmatch(whole):
            break
        for shape, reading in (
            (_HEDGED_YES, _hedged(yes=True)),
            (_HEDGED_NO, _hedged(yes=False)),
            (_NO, _plain(yes=False)),
            (_YES, _plain(yes=True)),
        ):
            if shape.fullmatch(candidate):
                return reading
    if found := _INSTEAD.search(whole):
        return _plain(yes=re.fullmatch(_YES_WORD, found[1]) is not None)
    if _UNSURE.search(whole):
        return Doubt(reason="verstaan.yesno.unsure").reading()
    return _opening(text.strip())


def _polished(text: str) -> str:
    return " ".join(re.sub(r"[.,!?-]+", " ", _POLITE.sub(" ", text)).split())


def _opening(text: str) -> Reading | None:  # noqa: PLR0911 - a way of reading per return
    """Let the first words decide when the rest does not take them back."""
    pieces = [piece for piece in re.split(r"\s*(?:[.,!;]+|\s-\s)\s*", text) if piece]
    first = pieces[0] if pieces else ""
    head = _words_only(first)
    if head is not None and len(pieces) > 1:
        # "Ja. Ik zei nee": a full stop after the answer settles it; a second answer does not.
        told = pieces[1].startswith("ik zei")
        rest = None if told else _words_only(", ".join(pieces[1:]))
        if rest is not None and rest.value != head.value:
            return _BOTH.reading()
        return (
            None
            if re.match(r"(?:maar|of|alleen|behalve|mits|indien|als|zolang|tenzij)\b", pieces[1])
            else head
        )
    start = _FIRST.match(first)
    if start is None or start.end() == len(first):
        return head
    following = first[start.end() :].strip()
    opposite = _FIRST.search(rf"{following} ")
    if re.search(rf"\b(?:en|of|maar)?\s*(?:{_YES_WORD}|{_NO_WORD})\b", following) and opposite:
        same = (opposite["yes"] is None) == (start["yes"] is None)
        return _plain(yes=start["yes"] is not None) if same else _BOTH.reading()
    tail = _words_only(following)
    if tail is not None and tail.value != ("ja" if start["yes"] else "nee"):
        return _BOTH.reading()
    if re.search(r"\b(?:maar|of|behalve|tenzij|soms|alleen|mits|indien|als|zolang)\b", following):
        return None
    if start["yes"] in ("wel", "j", "y") or start["no"] in ("n", "no"):
        return None
    return _plain(yes=start["yes"] is not None)


def _words_only(text: str) -> Reading | None:
    for candidate in dict.fromkeys((text, _polished(text))):
        if _NO.fullmatch(candidate):
            return _plain(yes=False)
        if _YES.fullmatch(candidate):
            return _plain(yes=True)
    return None


def _plain(*, yes: bool) -> Reading:
    value = "ja" if yes else "nee"
    return Reading(status="ok", value=value, params={"waarde": value, "van": "", "tot": ""})


def _hedged(*, yes: bool) -> Reading:
    return _plain(yes=yes).model_copy(update={"status": "approximate"})
