"""Why an outcome is what it is: a key with values; its sentence stands in the locales."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, JsonValue


class Uitkomstmodel(BaseModel):
    """Part of an assessment: frozen, and closed to keys that nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Reden(Uitkomstmodel):
    """One reason; the text is `reden.<sleutel>`, filled with `waarden`."""

    sleutel: str
    waarden: Mapping[str, JsonValue] = {}


class Blok(Uitkomstmodel):
    """A block of the assessment: where its rules come from and why it says what it says."""

    bron: tuple[str, ...] = ()
    redenen: tuple[Reden, ...] = ()


def reden(sleutel: str, **waarden: JsonValue) -> Reden:
    """Return the reason with this key and these values."""
    return Reden(sleutel=sleutel, waarden=waarden)
