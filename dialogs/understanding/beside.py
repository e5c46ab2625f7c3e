"""Words that are a yes or a no by themselves, but none to this question.

"Nog steeds" is a yes to what goes on; to whether somebody will get better it tells the opposite.
"""

import re
from collections.abc import Mapping

from dialogs.questions import About
from dialogs.understanding.words import plain

_STILL = r"(?:(?:ja )?(?:nog steeds|nog altijd|nog wel|tot nu toe wel))"
_NOT_YET = (
    r"(?:(?:nee )?(?:nu )?(?:nog (?:lang |steeds |altijd )?(?:niet|niks|niets|geen)|"
    r"(?:tot nu toe|voorlopig)(?: nog)? niet))"
)
_NO_MORE = r"(?:(?:nee )?(?:nu )?niet meer)"
_NEVER_AGAIN = r"(?:(?:nee )?nooit meer)"
# To getting better without complaints: better, or no complaints?
_OF_COMPLAINTS = (
    r"(?:(?:gelukkig|niets?|niks|geen|geen enkele)(?: niet| geen)?|"
    r"(?:helaas|jammer genoeg)(?: nog)? wel|nog wel|niet dat ik weet|"
    r"(?:ik )?(?:vrees|ben bang) (?:het|van) wel)"
)
# These settle an offer, and say nothing of how things are.
_AGREED = (
    r"(?:o+k+|oke+|okay|okido|oki+e?|prima|goed|(?:is|vind ik) goed|graag|doe maar(?: niet)?|"
    r"(?:dat )?mag(?: wel)?|best|top|super|klinkt goed|laat maar|"
    r"(?:ik )?(?:ga )?(?:er )?(?:mee |daarmee )?akkoord)"
)
_HALF = r"(?:niet helemaal|nauwelijks|amper)"
_NONE: Mapping[About, tuple[str, ...]] = {
    About.GOES_ON: (_AGREED, _NEVER_AGAIN),
    About.WAS: (_AGREED, _NEVER_AGAIN, _NO_MORE),
    About.HAPPENED: (_AGREED, _NEVER_AGAIN, _NO_MORE, _STILL),
    About.JUDGED: (_AGREED, _NEVER_AGAIN, _NO_MORE, _NOT_YET),
    About.EXPECTED: (_AGREED, _NO_MORE, _STILL, _NOT_YET, _OF_COMPLAINTS),
    About.OFFERED: (_STILL, _HALF),
}
_SHAPES = {about: re.compile("|".join(shapes)) for about, shapes in _NONE.items()}


def beside_the_question(about: About, text: str) -> bool:
    """Tell whether these words settle nothing of what a yes or no is asked about."""
    said = " ".join(re.sub(r"[^\w\s']+", " ", plain(text)).split())
    return _SHAPES[about].fullmatch(said) is not None
