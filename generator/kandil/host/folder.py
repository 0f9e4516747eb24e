"""The whole folder, step by step."""

from __future__ import annotations

from dataclasses import dataclass

from kandil.build.prepare import Watch
from kandil.host.contacts import lack_of_contacts, unknown_territory
from kandil.host.editions import Built, build_editions
from kandil.host.front import front_page
from kandil.host.front_door import build_portal
from kandil.host.order import Order
from kandil.host.packed import pack_beside, write_sums
from kandil.host.servers import write_servers
from kandil.host.trainers import write_trainers_page
from kandil.render.site.neutral import neutral_page
from kandil.render.site.safety import EXIT
from kandil.verify.hosted import refused


@dataclass(frozen=True, slots=True)
class Folder:
    """What came of it."""

    built: Built
    portalless: str = ""
    """Why there is no portal."""


def build_folder(order: Order, watch: Watch) -> Folder:
    """Courses, then all that speaks of them; where none could be built, nothing else changes."""
    if problems := unknown_territory(order) or refused(order.out):
        return Folder(Built(problems=problems))
    try:
        return _build(order, watch)
    finally:
        # Where it was ended halfway, too: the next build takes for its own only what is listed.
        if order.root.is_dir() and order.servers.is_dir():
            write_sums(order.out)


def _build(order: Order, watch: Watch) -> Folder:
    built = build_editions(order, watch)
    if not built.editions:
        return Folder(built, "there is no course to speak of")
    watch("building the portal")
    why = build_portal(order, built.courses)
    watch("writing what stands around the courses")
    first = next((one for one in built.editions if one.course.exits), built.editions[0])
    (order.root / EXIT).write_text(neutral_page(first).html, "utf-8")
    page = front_page(built.editions, portal=not why, name=order.host)
    (order.root / "index.html").write_bytes(page)
    write_trainers_page(built.taught, order.host, order.trainers)
    write_servers(built.editions, order.out, lack_of_contacts(order.territory, built.editions))
    pack_beside(order.root)
    return Folder(built, why)
