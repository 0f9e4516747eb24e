"""What an empty `## Help` is filled with (`rulings.md` 5), and the records of a territory."""

from __future__ import annotations

from kandil.localize.words.profile import caution, dated, profile_of
from kandil.localize.words.services import service
from kandil.localize.words.territory import Local, own_text
from kandil.model.blocks import Records
from kandil.model.edition import Edition
from kandil.model.help import Help, Line
from kandil.model.territory import Record, Territory
from kandil.problems import Place


def help_of(edition: Edition) -> Help:
    """The contacts that this edition may show; where there is none, what to do without."""
    territory = edition.territory
    if territory and territory.contacts:
        return _confirmed(edition, territory)
    translate = edition.translate
    lines = (
        translate(
            "We have no confirmed number for this service. If you are in immediate danger, "
            "contact the local emergency service if it is safe."
        ),
        translate("Ask your trainer or a trusted women's organisation."),
        translate(
            "Calls and messages stay in the lists of a phone, and sometimes on its bill. "
            "If somebody checks your phone, use another one."
        ),
    )
    return Help(tuple((own_text(words, Place("")),) for words in lines))


def _confirmed(edition: Edition, territory: Territory) -> Help:
    local, translate = Local(edition, territory), edition.translate
    place = local.name()
    lists = translate(
        "Calls and messages stay in the lists of a phone, and sometimes on its bill. "
        "If somebody checks your phone, use another one."
    )
    freely = translate("You can hang up at any time. You do not have to give your name.")
    until = min(one.until for one in territory.contacts if one.until)
    last = translate("Do not rely on these contacts after {date}.")
    below = local.line(last, date=local.day(until))
    if territory.updates:
        newer = translate("Newer ones: {address}").replace("{address}", territory.updates)
        below = (*below, *local.line(f" {newer}"))
    return Help(
        above=(
            local.line(translate("These contacts are for {territory}."), territory=place),
            local.line(f"{lists} {freely}"),
        ),
        services=tuple(service(local, one) for one in territory.contacts),
        below=(below,),
        until=until,
        late=translate(
            "These contacts have not been checked for a long time. They may be wrong. "
            "Ask your trainer before you call."
        ),
    )


def records_of(edition: Edition, block: Records) -> Records | None:
    """With the figures or notes of the edition's territory; None where it has none."""
    territory = edition.territory
    found = _records(territory, block) if territory else ()
    if not territory or not (found or block.kind == "profile"):
        return None
    local = Local(edition, territory)
    if block.kind == "profile":
        return profile_of(local, block)
    below: Line = caution(local) if block.kind == "law notes" else ()
    facts = tuple(dated(local, one) for one in found)
    return Records(block.kind, block.place, facts=facts, below=below)


def _records(territory: Territory, block: Records) -> tuple[Record, ...]:
    return territory.facts if block.kind == "facts" else territory.law_notes
