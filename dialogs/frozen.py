"""The base of every value in the conversation."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that never changes; a new one is made instead."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
