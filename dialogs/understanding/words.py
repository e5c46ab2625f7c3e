"""Typed text made plain, and the ways in which people say that they do not know."""

import re
import unicodedata

LONGEST = 300
_SIGNS = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u00b4": "'",
        "`": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u00b1": " ongeveer ",
        "\u2044": "/",
        "\u00d7": "x",
    }
)
# "Ne week", "'n goeie maand": before what is counted; "ne" by itself may be a no.
_FLEMISH_ARTICLE = re.compile(
    r"(?i)(?<![\w'])(?:nen?|'?n)(?= (?:goeie|goede|dikke|kleine|halve|half|paar|week|weekje|maand|"
    r"maandje|dag|jaar|jaartje|uur|uurtje|keer|euro|stuk)\b)"
)
_PARTS = {"\u00bd": ",5", "\u00bc": ",25", "\u00be": ",75"}
_UNKNOWN = re.compile(
    r"""\b(?:
      (?:dat\ |ik\ |k\ |'k\ )*(?:weet|wet|wist|weer)\ ?(?:ik|k|'k|je)?\ ?(?:het|dat|t|
      't)?\ ?(?:ook|nu|nog|echt|helaas|zo|even|eigenlijk|eerlijk\ gezegd|me)*\ ?
        (?:nog\ |echt\ |zo\ |ook\ |gewoon\ |eigenlijk\ )*(?:niet|nie|
        ni)\b(?:\ meer)?(?:\ zo)?(?:\ precies|\ exact|\ zeker|\ goed|\ uit\ (?:mijn|me|
        m'n)\ hoofd)?
    | kwee\ ?nie|weetnie(?:t)?|weetikniet|weet\ ik\ veel|wnt|idk|dunno|no\ idea
    | (?:ik\ |heb\ |'k\ )*(?:echt\ |helaas\ |nog\ )*(?:geen|gn|g[e]?n)\ (?:flauw\ |
    enkel\ )?(?:idee|benul|id)\b(?:\ meer|\ van)?
    | (?:ik\ )?zou\ (?:ik\ )?(?:het\ |dat\ |t\ |'t\ )?(?:echt\ )?(?:niet|
    nie)\ (?:meer\ )?(?:weten|kunnen\ zeggen)
    | (?:kan\ |durf\ )(?:ik\ )?(?:het\ |me\ |mij\ |dat\ |je\ |u\ )*
      (?:echt\ |nog\ |ook\ |nu\ )*niet\ (?:meer\ |precies\ |zo\ |te\ )*
      (?:zeggen|herinneren|schatten|inschatten)
    | (?:herinner\ )(?:ik\ )?(?:me|mij)\ (?:het\ |dat\ )?niet(?:\ meer)?
    | (?:ben\ (?:ik|het)\ )?(?:vergeten|even\ kwijt)
    | (?:dat\ )?(?:is\ )?(?:nog\ )?(?:niet\ bekend|niet\ duidelijk|onbekend|onduidelijk)
    | (?:ik\ )?(?:ben\ )?(?:er\ )?niet\ (?:helemaal\ )?zeker|
    (?:dat\ )?(?:moet|zou|ga|zal)\ ik\ (?:dat\ |het\ |eerst\ |nog\ |even\ |eens\ |moeten\ )*
      (?:nakijken|opzoeken|uitzoeken|navragen)
    | joost\ mag\ het\ weten
    )""",
    re.VERBOSE,
)
_SHRUGS = re.compile(r"[?.!\s]*\?[?.!\s]*|🤷\W*")
_FILLERS = re.compile(
    r"\b(?:ik|het|dat|nee|sorry|helaas|ja|hoor|echt|maar|nou|tja|pff+|hmm*|eh+|uh+|nog|"
    r"meer|precies|"
    r"eigenlijk|zo|daar|er|van|om|heel|eerlijk|gezegd|te|zijn|u|op|dit|moment|nu|even)\b|[^\w]+"
)
# "Een auto, grijze golf": the answer, and more about it.
_OPENING = re.compile(
    r"(?P<opening>[^,;:.!?(\n]*\w[^,;:.!?(\n]*)[,;:.!(\n](?P<rest>.*\w.*)", re.DOTALL
)
_TAKES_BACK = re.compile(
    r"\b(?:niet|geen|nee|nooit|of|sorry|bedoel|eigenlijk|maar|behalve|oeps|fout|wacht|toch)\b|\?"
)


def plain(text: str) -> str:
    """Return the text in lower case without accents, odd signs and double spaces."""
    text = text[:LONGEST].translate(_SIGNS)
    text = re.sub(r"\+ ?/? ?-(?= ?[0-9a-z])", " ongeveer ", text)
    text = re.sub(r"(?<![^\s€])[.,](?=[0-9]+(?![0-9.,]))", "0,", text)
    text = _FLEMISH_ARTICLE.sub("een", text)
    for sign, part in _PARTS.items():
        text = re.sub(rf"(?<=[0-9])\s?{sign}", part, text).replace(sign, f"0{part}")
    text = unicodedata.normalize("NFKD", text.lower())
    kept = (_digit(sign) for sign in text if not unicodedata.combining(sign))
    return " ".join("".join(kept).translate(_SIGNS).split())[:LONGEST]


def _digit(sign: str) -> str:
    value = unicodedata.digit(sign, None)
    if value is not None:
        return str(value)
    return " " if unicodedata.category(sign) in ("Cc", "Cf") else sign


def opening_of(text: str) -> tuple[str, str] | None:
    """Return what is said before the first comma or stop, and what comes after it.

    None when there is no such thing, or when what comes after may take it back.
    """
    found = _OPENING.fullmatch(text.strip())
    if found is None or _TAKES_BACK.search(plain(found["rest"])):
        return None
    return found["opening"], found["rest"]


def without_unknown(text: str) -> tuple[bool, str]:
    """Tell whether the person says not to know, and return what else is said."""
    if _SHRUGS.fullmatch(text):
        return True, ""
    rest = _UNKNOWN.sub(" ", text)
    said = rest != text
    left = " ".join(rest.split())
    return said, "" if said and not _FILLERS.sub("", left) else left
