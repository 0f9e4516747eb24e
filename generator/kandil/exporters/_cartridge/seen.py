"""What a person sees of a cartridge: the words of a question are markup inside XML."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kandil.exporters._cartridge.version import QTI
from kandil.verify.contents import Contents
from kandil.verify.shown import Shown, read_shown


def shown_in_cartridge(contents: Contents) -> Iterator[Shown]:
    """Pages and titles as they are; each text of a question as a page of its own."""
    held: dict[str, bytes] = {}
    for name in contents.names:
        content = contents.read(name)
        if not (name.endswith(".xml") and QTI.encode() in content):
            held[name] = content
            continue
        root = etree.fromstring(content)
        for number, text in enumerate(root.iter(f"{{{QTI}}}mattext")):
            held[f"{name}/{number}.html"] = f"<div>{text.text}</div>".encode()
        titles = "".join(f"<p>{one}</p>" for one in root.xpath("//@title"))
        held[f"{name}/titles.html"] = titles.encode()
        keys = "".join(f"<p>{one.text}</p>" for one in root.iter(f"{{{QTI}}}varequal"))
        held[f"{name}/keys.html"] = keys.encode()
    for one in read_shown(Contents(held, held.__getitem__)):
        yield one._replace(
            file=one.file.partition(".xml/")[0] + (".xml" if ".xml/" in one.file else "")
        )
