"""Whom the folder says to call, and whom it does not."""

from __future__ import annotations

from collections.abc import Iterable

from kandil.host.order import Order
from kandil.model.edition import Edition
from kandil.problems import Problem
from kandil.territory.read import read_territory


def unknown_territory(order: Order) -> list[Problem]:
    """H001 once, however many courses there are."""
    for folder in order.folders if order.territory else ():
        found = read_territory(folder, order.territory)[1]
        if missing := [problem for problem in found if problem.code == "H001"]:
            return missing
    return []


def lack_of_contacts(territory: str, editions: Iterable[Edition]) -> str:
    """What a host must know who has no contact to show; empty where one is shown."""
    if not territory:
        return (
            "No help contacts are shown, since no territory was named: '--territory GE' would name "
            "Georgia. To name one later changes the address of every page."
        )
    if any(edition.territory and edition.territory.contacts for edition in editions):
        return ""
    return (
        f"No help contacts are shown: {territory} has none that is confirmed, and the pages say so "
        "(H006). Once one is confirmed, build again; the addresses stay."
    )
