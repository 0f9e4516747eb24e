"""Drawings that would ask `http://spy.invalid` for something, run a script, or move."""

from __future__ import annotations

_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:h="http://www.w3.org/1999/xhtml" viewBox="0 0 9 9">'
)
_SPY = "http://spy.invalid"
BODIES = {
    "an image": f'<image href="{_SPY}/a.png" width="9" height="9"/>',
    "an image by the old name": f'<image xlink:href="{_SPY}/b.png" width="9" height="9"/>',
    "a picture of a filter": f'<filter id="f"><feImage href="{_SPY}/c"/></filter>'
    '<rect width="9" height="9" filter="url(#f)"/>',
    "a style": f'<rect style="fill:url({_SPY}/d.svg#a)" width="9" height="9"/>',
    "an escape in a style": f'<rect style="filter:u\\72l({_SPY}/e.svg#a)" width="9" height="9"/>',
    "an escape in the address": "<style>svg{background:url('\\68ttp://spy.invalid/f')}</style>",
    "an import": f'<style>@import "{_SPY}/g.css";</style>',
    "an escaped import": f'<style>@\\69mport "{_SPY}/h.css";</style>',
    "a set of images": f"<style>svg{{background:image-set('{_SPY}/i.png' 1x)}}</style>",
    "a set of the older kind": f'<style>svg{{background:-webkit-image-set(url("{_SPY}/j") 1x)}}'
    "</style>",
    "a font": f"<style>@font-face{{font-family:x;src:url({_SPY}/k.woff)}}</style>"
    '<text font-family="x">x</text>',
    "an attribute that is a style": f'<rect fill="url({_SPY}/l.svg#a)" width="9" height="9"/>',
    "a cursor": f'<rect cursor="url({_SPY}/m.cur),auto" width="9" height="9"/>'
    f"<style>svg{{cursor:url( '{_SPY}/m2.cur' ),auto}}</style>",
    "a picture of HTML": f'<h:img src="{_SPY}/n.png"/>',
    "a film of HTML": f'<h:video src="{_SPY}/o.mp4" autoplay=""/>',
    "a refresh of HTML": f'<h:meta http-equiv="refresh" content="0;url={_SPY}/p"/>',
    "a link to a style of HTML": f'<h:link rel="stylesheet" href="{_SPY}/q.css"/>',
    "a foreign object": f'<foreignObject><h:img src="{_SPY}/r.png"/></foreignObject>',
    "a script": f"<script>new Image().src='{_SPY}/s'</script>",
    "a script of a colour": f'<rect onclick="x" onload="new Image().src=\'{_SPY}/t\'"/>',
    "a loading of the root": f"<g><animate onbegin=\"new Image().src='{_SPY}/u'\" dur='1s'/></g>",
    "a link that is set": f'<image><set attributeName="href" to="{_SPY}/v.png"/></image>',
    "a link that is animated": "<use><animate attributeName='href' dur='1s' "
    f"values='{_SPY}/w.svg#a;{_SPY}/w.svg#a'/></use>",
    "parts of another file": f'<use href="{_SPY}/x.svg#a"/>',
    "words along another file": f'<text><textPath href=" {_SPY}/y.svg#a">x</textPath></text>',
    "a style in an editor's part": f'<metadata><h:img src="{_SPY}/z.png"/></metadata>',
    "a style behind a comment": f"<style>/* */ svg{{background:url({_SPY}/1)}}/* </style>",
    "an end of a style in its words": "<style>a{}]]&gt;&lt;/style>&lt;img src=x></style>",
}
DRAWINGS = {name: f"{_HEAD}{body}</svg>".encode() for name, body in BODIES.items()}
DRAWINGS |= {
    "a style sheet of the file": f'<?xml-stylesheet href="{_SPY}/2.css"?>{_HEAD}</svg>'.encode(),
    "an entity": f'<!DOCTYPE svg [<!ENTITY a SYSTEM "{_SPY}/3">]>{_HEAD}&a;</svg>'.encode(),
    "a definition elsewhere": f'<!DOCTYPE svg SYSTEM "{_SPY}/4.dtd">{_HEAD}</svg>'.encode(),
    "attributes by definition": (
        f'<!DOCTYPE svg [<!ATTLIST image href CDATA "{_SPY}/5.png">]>{_HEAD}<image/></svg>'
    ).encode(),
    "laughter": (
        f'{_HEAD}<g id="a"><path d="M0 0"/></g>'
        + "".join(
            f'<g id="{new}">{f"<use href={chr(34)}#{old}{chr(34)}/>" * 10}</g>'
            for old, new in zip("abcdefg", "bcdefgh", strict=True)
        )
        + "</svg>"
    ).encode(),
    "a snake that bites itself": f'{_HEAD}<g id="a"><use href="#a"/></g></svg>'.encode(),
}
CLEANED = {"a style in an editor's part", "a definition elsewhere"}
"""Left out without a word; every other one is refused."""
