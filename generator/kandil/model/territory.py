"""Help contacts of a territory: safety data with a date, as `locales/territories/` holds it."""

from __future__ import annotations

from dataclasses import field
from datetime import date, timedelta
from typing import Literal

from kandil.problems import Place
from kandil.values import dataclass

Named = dict[str, str]
"""Words by language tag."""
Status = Literal["draft", "verified", "suspended", "closed"]
Said = Literal["yes", "no", "unknown"]
Sure = Literal["named", "very high", "high"]
"""The source names the territory; or its order and its links point to it."""
ADULT = frozenset({"domestic_violence", "sexual_violence", "tfgbv", "trafficking"})
"""Kinds that a woman who was harmed can turn to; law, police and a child's line are no refuge."""
EXTENSION = 30
"""Days that a named person may add, once."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to reach a service."""

    type: str
    address: str
    """The number as it is dialled and printed, or the address of any other way."""
    place: Place
    e164: str = ""
    from_abroad: str = ""
    cost: Literal["free", "local", "paid", "unknown"] = "unknown"
    networks: Literal["all", "landline", "unknown"] = "unknown"
    hours: str = "unknown"
    """`24/7`, `09:00-18:00` or `Mo-Fr 09:00-18:00`, in `tz`."""
    tz: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A page that prints the contact."""

    url: str
    publisher: str
    source: str
    """`operator`, `state`, `un`, `ngo` or `media`."""
    states: tuple[str, ...] = ()
    """What it states besides the number: `hours`, `cost`."""


@dataclass(frozen=True, slots=True)
class Verification:
    """Two people have made sure of a contact on a day."""

    on: date
    method: str
    by: str
    second_by: str
    place: Place


@dataclass(frozen=True, slots=True)
class Extension:
    """A named person answers for 30 more days."""

    on: date
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A service; nothing of it is shown before it is verified."""

    id: str
    names: Named
    place: Place
    status: Status
    channels: tuple[Channel, ...] = ()
    kinds: tuple[str, ...] = ()
    operator: str = ""
    run_by: str = ""
    """`ngo`, `state`, `police`, `un` or `international`."""
    service_area: tuple[str, ...] = ()
    not_valid_in: tuple[str, ...] = ()
    min_age: int = 0
    women_only: bool = False
    groups: tuple[str, ...] = ()
    """`refugees`, `disability`, `lgbtqi`, `whrd`; empty: it is for all."""
    languages: tuple[str, ...] = ()
    """Spoken by its staff."""
    deaf: str = "unknown"
    anonymity: str = "unknown"
    recording: Said = "unknown"
    reporting: Said = "unknown"
    """Whether it must report some cases to the authorities."""
    on_bill: Said = "unknown"
    risks: Named = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    verification: Verification | None = None
    extension: Extension | None = None
    review_after: int = 90
    """Days until a release refuses it."""
    replaces: tuple[str, ...] = ()
    """Older or misprinted numbers that must never be shown."""

    @property
    def for_children(self) -> bool:
        """Whether it is a line for children and for no adult."""
        return "child" in self.kinds and not ADULT & {*self.kinds}

    @property
    def extended(self) -> bool:
        """An extension from before the last verification was for the one before that."""
        return bool(
            self.extension and self.verification and self.extension.on > self.verification.on
        )

    @property
    def until(self) -> date | None:
        """The last day on which a release may show it."""
        if not self.verification:
            return None
        days = self.review_after + (EXTENSION if self.extended else 0)
        return self.verification.on + timedelta(days)


@dataclass(frozen=True, slots=True)
class Record:
    """A figure, or a note on the law: words with a year, a source and a last day."""

    id: str
    text: Named
    year: int
    source: str
    """Who says it, as it is printed."""
    url: str
    checked: date | None
    """The day on which somebody read the page; a draft may have none."""
    expires: date
    place: Place
    draft: bool = False
    """Nobody has verified it, and no edition shows it."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a source says of a territory's national action plan, and what is spoken there."""

    plan: Record
    """Without words where the source does not analyse it."""
    sure: Sure | None
    """That these words of the source are about this territory."""
    spoken_too: tuple[str, ...] = ()
    """Languages of minorities and refugees."""


@dataclass(frozen=True, slots=True)
class Territory:
    """One file, and what is international; an edition's holds only what may be shown."""

    code: str
    """ISO 3166-1, or XK; `001` is the world."""
    names: Named
    place: Place
    status_note: Named = field(default_factory=dict)
    """Printed wherever the name stands in a title, list or table."""
    areas: dict[str, Named] = field(default_factory=dict)
    """Names of parts in which some numbers do not work."""
    contacts: tuple[Contact, ...] = ()
    exit_online: str = ""
    """Where the exit control leads in this territory; empty: the page that comes with it."""
    updates: str = ""
    """Where newer numbers are told."""
    facts: tuple[Record, ...] = ()
    law_notes: tuple[Record, ...] = ()
    languages: tuple[str, ...] = ()
    """In which most of its people learn."""
    profile: Profile | None = None
