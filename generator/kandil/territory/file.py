"""What a file of `locales/territories/` may say, typed (docs/writing/territories.md)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from kandil.read.source.settings import Id, Names, Strict, Words


def _english(value: object) -> object:
    return {"en": value} if isinstance(value, str) else value


Said = Literal["yes", "no", "unknown"]
Named = dict[str, Words]
InEnglish = Annotated[Named, BeforeValidator(_english)]
"""By language; words alone are English."""
Channels = Literal[
    "phone",
    "sms",
    "whatsapp",
    "viber",
    "telegram",
    "signal",
    "web_form",
    "chat",
    "app",
    "video_sign",
    "email",
    "walk_in",
]
Kinds = Literal[
    "domestic_violence",
    "sexual_violence",
    "tfgbv",
    "trafficking",
    "child",
    "legal",
    "psych",
    "digital_security",
    "emergency",
]


class OperatorFile(Strict):
    """Who answers."""

    name: Words
    type: Literal["ngo", "state", "police", "un", "international"]


class AudienceFile(Strict):
    """Whom a service is for."""

    min_age: int = Field(default=0, ge=0, le=99)
    gender: Literal["women", "all"] = "all"
    groups: list[Literal["refugees", "disability", "lgbtqi", "whrd"]] = Field(default=[])


class ChannelFile(Strict):
    """`display` for a telephone, `value` for any other way."""

    type: Channels
    display: Words | None = None
    value: Words | None = None
    e164: Words | None = None
    from_abroad: Words | None = None
    cost: Literal["free", "local", "paid", "unknown"] = "unknown"
    networks: Literal["all", "landline", "unknown"] = "unknown"
    hours: Words = "unknown"
    tz: str = ""


class AccessFile(Strict):
    """For whom the telephone is no way."""

    deaf: Literal["sms", "video_sign", "app", "none", "unknown"] = "unknown"
    sign_languages: Names = Field(default=[])
    interpreter: Said = "unknown"


class ReportingFile(Strict):
    """Duties to tell the authorities."""

    applies: Said = "unknown"
    note: str = ""


class EvidenceFile(Strict):
    """A page that prints the contact; `from` says whose page it is."""

    url: Words
    publisher: Words
    source: Literal["operator", "state", "un", "ngo", "media", "other"] = Field(alias="from")
    published: str = ""
    accessed: date | None = None
    states: list[Literal["hours", "cost"]] = Field(default=[])
    quote: str = ""


class VerificationFile(Strict):
    """Roles, not names: the file is public."""

    on: date
    method: Literal["test_call", "operator_email", "official_page"]
    by: Words
    second_by: str = ""


class ExtensionFile(Strict):
    """30 more days, once; here the name of the person who answers for it."""

    on: date
    by: Words
    reason: Words


class ContactFile(Strict):
    """One service."""

    id: Id
    names: Named
    status: Literal["draft", "verified", "suspended", "closed"]
    service_area: Annotated[Names, Field(min_length=1)]
    kinds: list[Kinds]
    territory: str = ""
    not_valid_in: Names = Field(default=[])
    operator: OperatorFile | None = None
    audience: AudienceFile = AudienceFile()
    channels: list[ChannelFile] = Field(default=[])
    languages: Names = Field(default=[])
    access: AccessFile = AccessFile()
    anonymity: Literal["anonymous", "confidential", "identified", "unknown"] = "unknown"
    recording: Said = "unknown"
    mandatory_reporting: ReportingFile = ReportingFile()
    appears_on_bill: Said = "unknown"
    risk_notes: Named = Field(default={})
    evidence: list[EvidenceFile] = Field(default=[])
    verification: VerificationFile | None = None
    extension: ExtensionFile | None = None
    review_after_days: int = Field(default=90, ge=31, le=90)
    replaces: Names = Field(default=[])
    note: str = ""
    """For those who verify; no learner sees it."""


class RecordFile(Strict):
    """A figure or a note on the law; a draft needs no day on which it was checked."""

    id: Id
    text: Annotated[Named, Field(min_length=1)]
    year: int = Field(ge=1945, le=2100)
    source: Words
    url: Words
    checked: date | None = None
    expires: date
    status: Literal["draft", "verified"] = "verified"
    note: str = ""
    """For those who verify; no learner sees it."""


class ProfileFile(Strict):
    """What a source says of the national action plan on women, peace and security."""

    source: Words
    year: int = Field(ge=1945, le=2100)
    url: str = ""
    checked: date
    expires: date
    plan: Named = Field(default={})
    """Nothing: the source does not analyse it."""
    sure: Literal["named", "very high", "high"] | None = None
    spoken_too: Names = Field(default=[])
    note: str = ""


class ExitFile(Strict):
    """Where the exit control leads when she is online."""

    online: str = ""


class TerritoryFile(Strict):
    """The whole file."""

    territory: Words
    names: Named
    status_note: Named = Field(default={})
    languages: Names = Field(default=[])
    areas: dict[str, InEnglish] = Field(default={})
    exit: ExitFile = ExitFile()
    updates: str = ""
    contacts: list[ContactFile] = Field(default=[])
    facts: list[RecordFile] = Field(default=[])
    law_notes: list[RecordFile] = Field(default=[])
    profile: ProfileFile | None = None
    note: str = ""
