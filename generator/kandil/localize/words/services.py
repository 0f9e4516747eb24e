"""A service of a territory's file in words: how to reach it, and what to know before a call."""

from __future__ import annotations

from collections.abc import Iterator

from kandil.localize.words.formats import language_name
from kandil.localize.words.territory import Local
from kandil.model.edition import Translate
from kandil.model.help import Line, Service, Way
from kandil.model.territory import Channel, Contact


def service(local: Local, contact: Contact) -> Service:
    """Every fact that the file knows, and that it does not know a cost or hours of a telephone."""
    translate = local.edition.translate
    day = local.day(contact.verification.on) if contact.verification else ()
    words = translate("Checked on {date}. If that is more than 6 months ago, ask a trainer.")
    return Service(
        local.line_of(contact.names),
        tuple(way for one in contact.channels for way in _ways(local, one)),
        tuple(line for line in _facts(local, contact) if line),
        local.line(words, date=day),
    )


def _ways(local: Local, channel: Channel) -> Iterator[Way]:
    parts = (_form(local.edition.translate, channel), *_terms(local, channel))
    after = f" ({parts[0]}){''.join(f', {part}' for part in parts[1:] if part)}"
    yield Way(channel.address, "", after, "auto" if channel.type == "walk_in" else "ltr")
    if channel.from_abroad:
        yield Way(channel.from_abroad, local.edition.translate("From another country:"))


def _form(translate: Translate, channel: Channel) -> str:
    names = {
        "phone": translate("call"),
        "sms": translate("text message"),
        "email": translate("e-mail"),
        "chat": translate("chat"),
        "app": translate("app"),
        "video_sign": translate("video call in sign language"),
        "web_form": translate("form on a web page"),
        "walk_in": translate("place to go to"),
    }
    return names.get(channel.type, channel.type.capitalize())


def _terms(local: Local, channel: Channel) -> Iterator[str]:
    """Cost, hours and network; empty where nothing must be said."""
    translate, telephone = local.edition.translate, channel.type == "phone"
    costs = {
        "free": translate("free"),
        "local": translate("costs as much as a local call"),
        "paid": translate("costs money"),
    }
    yield costs.get(channel.cost, translate("cost not known") if telephone else "")
    if channel.hours == "24/7":
        yield translate("day and night, every day")
    else:
        unknown = translate("hours not known") if telephone else ""
        yield local.hours(channel.hours) or unknown
    yield translate("not from a mobile phone") if channel.networks == "landline" else ""


def _facts(local: Local, contact: Contact) -> Iterator[Line]:
    for words in (*_whom(local, contact), *_hearing(local.edition.translate, contact)):
        yield local.line(words)
    translate, area = local.edition.translate, contact.service_area
    where = local.areas(() if local.territory.code in area else area)
    if where:
        yield local.line(translate("Works only in: {areas}"), areas=where)
    if contact.not_valid_in:
        gone = local.areas(contact.not_valid_in)
        yield local.line(translate("Does not work in: {areas}"), areas=gone)
    for words in _dangers(translate, contact):
        yield local.line(words)
    yield local.line_of(contact.risks)


def _whom(local: Local, contact: Contact) -> Iterator[str]:
    translate = local.edition.translate
    if contact.languages:
        names = ", ".join(language_name(tag, local.edition.locale) for tag in contact.languages)
        yield translate("Languages: {names}").replace("{names}", names)
    if contact.women_only:
        yield translate("For women and girls.") if contact.min_age < 18 else translate("For women.")
    if contact.for_children:
        yield translate("For people under 18.")
    groups = {
        "refugees": translate("For refugees."),
        "disability": translate("For people with disabilities."),
        "lgbtqi": translate("For LGBTQI+ people."),
        "whrd": translate("For women who defend human rights."),
    }
    yield from (groups[group] for group in contact.groups)
    if contact.min_age:
        yield translate("From the age of {years}.").replace("{years}", str(contact.min_age))


def _hearing(translate: Translate, contact: Contact) -> Iterator[str]:
    ways = {
        "sms": translate("text message"),
        "app": translate("app"),
        "video_sign": translate("video call in sign language"),
    }
    if contact.deaf == "none":
        yield translate("People who cannot hear cannot use it.")
    elif contact.deaf in ways:
        words = translate("If you cannot hear: {way}")
        yield words.replace("{way}", ways[contact.deaf])


def _dangers(translate: Translate, contact: Contact) -> Iterator[str]:
    if contact.anonymity == "anonymous":
        yield translate("Nobody asks for your name.")
    elif contact.anonymity == "identified":
        yield translate("This service finds out who you are.")
    if contact.recording == "yes":
        yield translate("Calls are recorded.")
    if contact.reporting == "yes":
        yield translate("This service must tell the authorities about some cases.")
    if contact.on_bill == "yes":
        yield translate("The call stands on the bill.")
