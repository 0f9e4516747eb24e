"""What all interactions share is written down once more, with its types, for those who read."""

from __future__ import annotations

from dataclasses import fields

from kandil.model.interactions import Interaction, Shared


def test_what_is_shared_has_the_fields_of_every_interaction() -> None:
    assert [*Shared.__annotations__] == [field.name for field in fields(Interaction)]
