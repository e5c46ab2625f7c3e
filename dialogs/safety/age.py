"""The writer is not yet grown up (law.md, V-4); a child they write about is another matter."""

from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail

_AGES = (
    "7|8|9|10|11|12|13|14|15|16|17|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|"
    "zestien|zeventien"
)
_CLASSES = {
    "age": _AGES,
    "soon": f"{_AGES}|18|achttien",
    "only": "ook|pas|nog|nu|net|maar|zelf|al|eigenlijk|namelijk|trouwens|wel",
    "child": "jongen|meisje|kind|scholier|leerling|puber|tiener",
}
_FIRES = Phrases(
    """
    ik ben ?<only> ?<only> <age> ?jaar|jr|jaartjes|j ?oud $
    ^ ?hoi|hallo|hey|hi|ja|nee ben ?<only> ?<only> <age> ?jaar|jr ?oud $
    ik ben ?<only> ?<only> <age> 1 2
    ik ben ?<only> een jongen|meisje|kind en|van <age>
    ben ik ?<only> ?<only> <age> ?jaar|jr ?oud $
    <age> jaar|jr ben ik
    en ?ik ben ?<only> ?<only> <age> ?jaar|jr ?oud $
    ik ben|heet ..3 en ?ben ?<only> <age> ?jaar|jr ?oud $
    ^ ?hoi|hallo|hey|hi|ja|nee ben ?nog ?<only> ?bijna <age> ?jaar|jr ?oud $
    ik ben ?nog ?<only> jonger|minder|onder ..2 <soon>
    ik zit ..3 mavo|havo|vwo|vmbo|gymnasium|atheneum $|en
    ik zit ..2 op de middelbare ?school
    ik zit in klas|de 1|2|3|4|eerste|tweede|derde|vierde ?klas|vmbo|mavo|havo|vwo $
    ik zit in klas|de 1|2|3|4|eerste|tweede|derde|vierde klas|vmbo|mavo|havo|vwo
    ouders weten|weet ..2 niet dat ik ..6 doe|schrijf|praat|chat|meld
    zonder ..2 mijn ouders ..2 weten
    ^ ben ?nog ?pas ?al <age> jaar|jr
    ik ben ?<only> ?<only> <age> ?jaar geworden $
    als ik ?<only> <age> ?jaar ben
    ik ben ?nog ?<only> bijna <soon> $
    ik ben ?<only> ?volgende|over|deze ?een week|maand|jaar <soon> $
    ik word|wordt ?bijna|binnenkort|straks|morgen|zo <soon> $
    ik word|wordt ?<only> ?volgende|over|in|deze ?week|maand|jaar <soon> $|in|volgende|volgend|over
    ik ben ?<only> ?<only> minderjarig
    ik ben ?<only> geen 16|18|zestien|achttien
    mijn leeftijd is ?<only> <age> $|jaar
    ^ leeftijd <age> $
    ik ben ?<only> niet 16|18|zestien|achttien|volwassen|meerderjarig
    ik ben ..1 onder|jonger de|dan ?de 16|18|zestien|achttien
    ik ben ?<only> ?<only> een ?<only> <child> van <age>
    ik ben ?<only> een kind $
    ik ?ben zit ..1 in groep 4|5|6|7|8|vier|vijf|zes|zeven|acht $
    ik zit ..2 in ?de brugklas
    ik zit ..2 op ?de basisschool
    """,
    _CLASSES,
)

UNDER_AGE = Rail(fires=_FIRES)
