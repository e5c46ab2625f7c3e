"""A value that may be known only roughly: "begin maart", "tussen 500 en 800"."""

from datetime import date
from decimal import Decimal
from typing import Any, Generic, Self, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

T = TypeVar("T", Decimal, int, date)


class Bereik(BaseModel, Generic[T]):
    """A closed range; an exact value is the range from itself to itself.

    Either end may be open (None). In JSON an exact value is written as that value,
    a range as `{"van": …, "tot": …}`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    van: T | None = None
    tot: T | None = None

    @model_validator(mode="before")
    @classmethod
    def _value_is_a_range(cls, data: Any) -> Any:
        if isinstance(data, dict | Bereik):
            return data
        return {"van": data, "tot": data}

    @model_validator(mode="after")
    def _ends_are_in_order(self) -> Self:
        if self.van is not None and self.tot is not None and self.van > self.tot:
            raise PydanticCustomError("range_order", "'van' may not be after 'tot'")
        return self

    @model_serializer(mode="wrap")
    def _as_value_or_range(self, handler: SerializerFunctionWrapHandler) -> Any:
        ends: dict[str, Any] = handler(self)
        if self.exact is not None:
            return ends["van"]
        return {"van": ends.get("van"), "tot": ends.get("tot")}

    @property
    def exact(self) -> T | None:
        """The value when both ends are the same, else None."""
        return self.van if self.van == self.tot else None

    def below(self, limit: T) -> bool | None:
        """Tell whether every value is strictly below the limit; None when some are."""
        if self.tot is not None and self.tot < limit:
            return True
        if self.van is not None and self.van >= limit:
            return False
        return None

    def at_most(self, limit: T) -> bool | None:
        """Tell whether no value is above the limit; None when some are."""
        if self.tot is not None and self.tot <= limit:
            return True
        if self.van is not None and self.van > limit:
            return False
        return None
