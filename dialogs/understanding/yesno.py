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
    r"ja'?s|wel|o+k+|oke+|okay)"
)
_NO_WORD = r"(?:n+e+e+n?|nee+hoor|nope+|nop|no+|nah|neu+h?|nein|noh|n|nee'?s|nooit|neej)"
_YES = re.compile(
    rf"""(?:{_YES_WORD}
    |(?:dat\ |dit\ |het\ |'t\ )?(?:klopt|klop)(?:\ (?:wel|helemaal|inderdaad|ja|dat|
    als\ een\ bus))?|inderdaad|juist|correct|precies|exact|zeker|zeker\ weten|zeker\ wel|
    absoluut|absoluut\ wel|natuurlijk|natuurlijk\ wel
    |tuurlijk|uiteraard|vanzelfsprekend|jazeker\ wel|helaas\ wel|gelukkig\ wel|
    (?:ik\ )?(?:ga\ )?akkoord|(?:ik\ )?ga\ (?:er\ )?(?:mee\ |daarmee\ )?akkoord|mee\ eens|eens
    |(?:dat\ |dit\ |het\ )?is\ (?:zo|waar|goed|oke|ok|prima|in\ orde|akkoord|juist|correct)|o+k+|
    oke+|okee+|okido|oki+e?|okay|prima|goed|doe\ maar|graag|(?:dat\ )?mag|vind\ ik\ goed|best|
    top|helemaal|volledig
    |dat\ (?:wel|is\ wel\ zo|doe\ ik|heb\ ik|ben\ ik)|echt\ wel|toch\ wel|jawel\ hoor|
    heb\ ik(?:\ wel)?|was\ wel\ zo|true|waar|affirmatief|si|oui|nou\ en\ of|en\ of|reken\ maar|
    dat\ klopt\ inderdaad|wis\ en\ waarachtig|allebei)""",
    re.VERBOSE,
)
_NO = re.compile(
    rf"""(?:{_NO_WORD}
    |(?:echt|absoluut|zeker|helemaal|gelukkig|helaas|beslist|zeker\ weten|natuurlijk|tuurlijk|
    nog|liever|ook|juist|eigenlijk|uiteraard|totaal|gewoon)\ ?(?:echt\ |nog\ |
    helemaal\ )?niet(?:s)?|niet(?:\ (?:echt|dat\ ik\ weet|voor\ zover\ ik\ weet|zo|meer|nodig|
    waar|gehad|gebeurd|gedaan|akkoord|juist|helemaal))?
    |nog\ (?:nooit|niet)|(?:dat\ |dit\ |het\ )?(?:klopt|is)\ (?:helemaal\ |
    echt\ )?niet(?:\ (?:zo|waar|goed|juist|akkoord))?|niets|niks|geen|geen\ enkele|geenszins|
    onjuist|fout|onwaar|niet\ van\ toepassing|nvt|n\.v\.t|weiger|liever\ niet
    |dat\ niet|(?:dat\ )?(?:heb|was|ben|wil|doe|had|mag|hoeft|deed|hoef)\ (?:ik\ |je\ |
    u\ )?(?:het\ |dat\ )?(?:echt\ |liever\ )?niet|van\ niet|ik\ (?:heb|was|ben|wil|had|
    ga)\ (?:er\ |het\ |dat\ )?niet(?:\ akkoord)?|(?:er\ )?niet\ mee\ eens|oneens|false|
    voor\ zover\ ik\ weet\ niet|bij\ mijn\ weten\ niet|totaal\ niet|no\ way|ben\ je\ gek|
    om\ de\ dooie\ dood\ niet)""",
    re.VERBOSE,
)
_HEDGED_YES = re.compile(
    r"(?:ik )?(?:denk|dacht|geloof|vermoed|volgens mij|neem aan|meen)(?: ik)?(?: het|"
    r" van| dat het)?(?: wel| ja| zo is)|"
    r"(?:volgens mij|waarschijnlijk|vermoedelijk) (?:wel|ja)|vast wel|zal wel|best wel|"
    r"lijkt me wel|ik denk ja"
)
_HEDGED_NO = re.compile(
    r"(?:ik )?(?:denk|dacht|geloof|vermoed|volgens mij|neem aan|meen)(?: ik)?(?: het|"
    r" van| dat het)?(?: niet| nee)|"
    r"(?:volgens mij|waarschijnlijk|vermoedelijk) (?:niet|nee)|vast niet|zal wel niet|"
    r"lijkt me niet|ik denk nee|nauwelijks|amper"
)
_UNSURE = re.compile(
    r"misschien|wellicht|kan zijn|zou kunnen|soms|deels|beetje|een beetje|gedeeltelijk|"
    r"mwah|hangt ervan af|"
    r"weleens|mogelijk|half|ligt eraan|beide|allebei"
)
_POLITE = re.compile(
    r"\b(?:hoor|joh|dank (?:je|u)(?: wel)?|bedankt|dankje(?:wel)?|dankuwel|sorry|man|"
    r"zeg|meneer|mevrouw|toch|dus|nou|"
    r"he|h[oe]|alsjeblieft|alstublieft|aub|svp|nogmaals|wel degelijk|tja|eh+|uh+|oh?|"
    r"ah|thanks|thx|ik|en|echt|lol|haha+|xd)\b"
)
_INSTEAD = re.compile(
    rf"({_YES_WORD}|{_NO_WORD}) (?:in plaats van|ipv|en (?:geen|niet)|"
    rf"niet) (?:{_YES_WORD}|{_NO_WORD})$"
)
_FIRST = re.compile(rf"(?:(?P<yes>{_YES_WORD})|(?P<no>{_NO_WORD}))\b")


def yesno(text: str) -> Reading:
    """Return the yes or no that the plain text tells."""
    text = re.sub(_SKIN, "", text)
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
        rest = _words_only(", ".join(pieces[1:]))
        if rest is not None and rest.value != head.value:
            return _BOTH.reading()
        return None if re.match(r"(?:maar|of|alleen|behalve)\b", pieces[1]) else head
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
    if re.search(r"\b(?:maar|of|behalve|tenzij|soms|alleen)\b", following):
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
