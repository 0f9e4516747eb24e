"""Packages that somebody made to do harm: each is refused, soon, and without being unpacked."""

from __future__ import annotations

import re
import resource
import struct
import zlib
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from kandil.build.verify import verify_package
from kandil.package.archive import write_archive
from kandil.package.artefact import File
from kandil.read.course.styles import read_style
from kandil.verify.contents import Contents, UnreadableError, read_contents
from kandil.verify.document import read_document
from kandil.verify.harmless import check_harmless
from read.hostile import DRAWINGS

STYLE = "p{color:red}"
DIGEST = b64encode(sha256(STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; style-src 'sha256-{DIGEST}'; script-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'"
)
META = f'<meta http-equiv=Content-Security-Policy content="{POLICY}">'
QUIET = "<meta name=referrer content=no-referrer>"
PAGE = (
    f"<!doctype html><html lang=en><head><meta charset=utf-8>{META}{QUIET}<title>A</title>"
    f"<style>{STYLE}</style></head><body><p>Words</p></body></html>"
)
RECORD = File("edition.json", b'{"format": "site"}')


def faults(page: str, name: str = "a.html") -> list[str]:
    files = {name: page.encode()}
    contents = Contents(files, files.__getitem__)
    return [problem.code for problem in check_harmless(contents)]


def with_body(body: str) -> str:
    return PAGE.replace("<p>Words</p>", body)


def test_a_plain_page_is_fine() -> None:
    assert faults(PAGE) == []
    body = '<p><a href="https://e.org/" rel=noopener>x</a><svg viewBox="0 0 1 1"><path d=M0/></svg>'
    assert faults(with_body(body)) == []


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<script src=a.js>alert(1)</script>",
        "<script src=a.js>",
        "<script src=a.js></p></script>",
        "<script src=a.js></script id=x>",
        '<script type="module" src=a.js></script>',
        "<script type=application/json>{}<!-- <script></script>",
        '<p onclick="x">x</p>',
        "<p onclick>x</p>",
        '<p style="color:red">x</p>',
        '<meta http-equiv="refresh" content="0;url=b.html">',
        '<meta http-equiv="&#114;efresh" content="0;url=b.html">',
        "<meta http-equiv=set-cookie content=a>",
        '<a href="b.html" ping="b.html">x</a>',
        '<link rel="preload" as="image" href="a.png" imagesrcset="https://e.org/a 2x">',
        "<link rel=stylesheet href=a.css>",
        "<link rel='icon prefetch' href=a.png>",
        '<iframe srcdoc="x"></iframe>',
        "<iframe src=b.html></iframe>",
        "<object data=b.svg></object>",
        "<embed src=b.svg>",
        "<base href=https://e.org/>",
        "<form action=b.html></form>",
        "<input type=image src=a.png>",
        "<input type=password>",
        "<button formaction=b.html>x</button>",
        "<video src=a.mp4></video>",
        "<template><p>x</p></template>",
        "<math><mi>x</mi></math>",
        "<svg><image href=a.png></image></svg>",
        "<svg><use href=b.svg#a></use></svg>",
        '<svg><rect fill="url(https://evil.example/#a)"></rect></svg>',
        "<svg><g filter=url(//evil.example/#a)></g></svg>",
        "<svg mask=url('b.svg#a')></svg>",
        '<svg><path d="M0 0" marker-end="u\\72l(//evil.example/#a)"></path></svg>',
        "<svg><text fill=\"image-set('//evil.example')\">x</text></svg>",
        "<input autocomplete=on>",
        "<textarea id=a></textarea>",
        "<input type=radio name=a autocomplete=name>",
        "<svg><foreignObject></foreignObject></svg>",
        "<svg><animate attributeName=href></animate></svg>",
        "<p a=1 a=2>x</p>",
        "<!-- a comment --><p>x</p>",
        "<![CDATA[x]]>",
        "<?xml-stylesheet href=a?>",
        "<p title='</p><script>'>x</p>",
        '<noscript><p title="</noscript><img src=x>"></noscript>',
        "<p title=a'b>x</p>",
        '<img src="a.png" alt="x"onerror="y">',
        "<p/x/onclick=y>",
        "< p>",
        "<p",
        "<textarea><!--</textarea>",
        "<style>a{b:image-set('x' 1x)}</style>",
        "<style>a{b:u\\72l(x)}</style>",
        "<style>@import 'a.css';</style>",
        "<marquee>x</marquee>",
        "<meta charset=iso-2022-jp>",
        '<p title="\x1b$B">x</p>',
        '<svg><style>&#64;import "a.css";</style></svg>',
        "<meta name=referrer content=unsafe-url>",
        "<meta name=Referrer content=origin>",
        QUIET,
        "<meta name=robots content=all>",
        "<meta name=viewport content='width=device-width, initial-scale=1, user-scalable=no'>",
        "<meta name=description content=x>",
        "<meta name=robots content=noindex><meta name=robots content=noindex>",
        f"{META}",
    ],
)
def test_a_page_that_holds_more(body: str) -> None:
    assert "V042" in faults(with_body(body))


@pytest.mark.parametrize(
    "head",
    ["", "<meta name=referrer content=unsafe-url>", "<meta name=referrer>", "<p>no-referrer"],
)
def test_a_page_that_would_tell_other_sites_its_address(head: str) -> None:
    assert "V042" in faults(PAGE.replace(QUIET, head))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (META, ""),
        (META, META.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")),
        (META, META.replace("script-src 'self'", "script-src 'self' https:")),
        (META, META.replace("script-src", "script-src 'unsafe-inline'; script-src")),
        (META, META.replace("img-src 'self' data:", "img-src *")),
        (META, META.replace("default-src 'none'; ", "")),
        (META, META.replace("base-uri 'none'; ", "")),
        (META, META.replace("; form-action 'none'", "; connect-src *; form-action 'none'")),
        (META, META.replace("http-equiv", "name")),
        (META, META.replace("Content-Security-Policy", "Content-Security-Policy-Report-Only")),
        ("<head>", "<head>word"),
        ("<head>", "<head><p>"),
        ("<head>", ""),
        ("<head>", "<head><script src=a.js></script>"),
        (STYLE, "p{color:blue}"),
        (META, "<meta name=description content=security-policy>words" + META),
        (META, '<meta data-a=" http-equiv=content-security-policy ">'),
    ],
)  # fmt: skip
def test_a_page_whose_policy_does_not_guard_it(old: str, new: str) -> None:
    assert "V043" in faults(PAGE.replace(old, new, 1))


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_a_drawing_that_is_more(name: str) -> None:
    assert faults(DRAWINGS[name].decode(), "a.svg") == ["V044"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xhtml", PAGE), ("a.HTML", PAGE), ("a.htm", PAGE), (".htaccess", "x"), ("a.php", "x"),
        ("a.svgz", "x"), ("a.pdf", "x"), ("a", "x"), ("a.css", "a{b:src(x)}"),
        ("a.xml", '<?xml version="1.0"?><?xml-stylesheet href="a"?><a/>'),
        ("a.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a/>'),
        ("a.xml", '<html xmlns="http:&#47;/www.w3.org/1999/xhtml"><script>x</script></html>'),
        ("a.xml", '<a><b xmlns="http://www.w3.org/2000/svg"/></a>'), ("a.xml", "<a>"),
    ],
)  # fmt: skip
def test_a_file_of_another_kind(name: str, content: str) -> None:
    assert faults(content, name) == ["V042"]


def test_a_hundred_thousand_attributes_are_read_once() -> None:
    """By counting what is kept of them: one problem a page, and no link."""
    many = " ".join(f"a{number}" for number in range(100_000))
    for body in (f"<p {many}>", f"<p {many}", "<p " + "a=' " * 100_000, "<" * 100_000):
        assert 1 <= len(faults(with_body(body))) <= 5
    assert read_document(with_body(f"<p {many}>").encode()).links == []


def zipped(tmp_path: Path, *entries: tuple[str | ZipInfo, bytes], how: int = ZIP_DEFLATED) -> Path:
    """As no writer of Kandil's would do it, with sums that are right."""
    target = tmp_path / "a.zip"
    with ZipFile(target, "w", how) as archive:
        sums = "".join(f"{sha256(body).hexdigest()}  {_name(at)}\n" for at, body in entries)
        for at, body in (*entries, ("SHA256SUMS", sums.encode())):
            archive.writestr(at, body)
    return target


def _name(at: str | ZipInfo) -> str:
    return at if isinstance(at, str) else at.filename


def told(package: Path) -> list[str]:
    return [problem.code for problem in verify_package(package)]


def test_an_ordinary_zip_is_read(tmp_path: Path) -> None:
    entries = (("index.html", PAGE.encode()), (RECORD.path, RECORD.content))
    assert told(zipped(tmp_path, *entries)) == []


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.html", "/evil.html", "C:/evil.html", "a\\evil.html", "..\\evil.html",
        "a/../evil.html", "./evil.html", "a//evil.html", "evil.html ", "a /evil.html", "évil.html",
        "evil\n.html", "a/", "evil?.html", "INDEX.html",
    ],
)  # fmt: skip
def test_a_name_that_leads_elsewhere(tmp_path: Path, name: str) -> None:
    entries = (("index.html", PAGE.encode()), (RECORD.path, RECORD.content), (name, b""))
    assert told(zipped(tmp_path, *entries)) == ["V040"]


def test_a_name_that_goes_on_behind_a_zero(tmp_path: Path) -> None:
    target = zipped(tmp_path, ("index.htmlX.js", b""))
    target.write_bytes(target.read_bytes().replace(b"index.htmlX.js", b"index.html\0.js"))
    assert told(target) == ["V040"]


@pytest.mark.parametrize("mode", [0o120777, 0o020644, 0o010644, 0o140644])
def test_an_entry_that_is_a_link_or_a_device(tmp_path: Path, mode: int) -> None:
    entry = ZipInfo("index.html")
    entry.create_system, entry.external_attr = 3, mode << 16
    assert told(zipped(tmp_path, (entry, b"/etc/passwd"))) == ["V040"]


def whole(tmp_path: Path) -> Path:
    target = tmp_path / "a.zip"
    write_archive(target, [File("index.html", PAGE.encode()), RECORD])
    assert told(target) == []
    return target


def _two_in_the_list(target: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(target, "a") as archive:
        archive.writestr("index.html", b"another")


def _before_the_first(target: Path) -> None:
    other = target.with_name("other.zip")
    write_archive(other, [File("index.html", b"another")])
    target.write_bytes(other.read_bytes() + target.read_bytes())


def _not_in_the_list(target: Path) -> None:
    """Between the files and their list, whose place is told anew."""
    content = target.read_bytes()
    start = struct.unpack_from("<I", content, len(content) - 6)[0]
    hidden = content[: content.index(b"PK", 4)]
    end = bytearray(content[start:])
    struct.pack_into("<I", end, len(end) - 6, start + len(hidden))
    target.write_bytes(content[:start] + hidden + end)


def _behind_the_end(target: Path) -> None:
    content = bytearray(target.read_bytes() + b"x" * 30)
    struct.pack_into("<H", content, len(content) - 32, 30)
    target.write_bytes(content)


def _another_name_beside(target: Path) -> None:
    entry = ZipInfo("index.html")
    entry.extra = struct.pack("<HHBI", 0x7075, 14, 1, 0) + b"evil.html"
    with ZipFile(target, "w") as archive:
        archive.writestr(entry, PAGE)


def _another_way_in_its_own_header(target: Path) -> None:
    content = bytearray(target.read_bytes())
    struct.pack_into("<H", content, 8, 0)
    target.write_bytes(content)


def _another_name_in_its_own_header(target: Path) -> None:
    target.write_bytes(target.read_bytes().replace(b"index.html", b"inde2.html", 1))


@pytest.mark.parametrize(
    "spoil",
    [
        _another_way_in_its_own_header, _another_name_in_its_own_header,
        _two_in_the_list, _before_the_first, _not_in_the_list, _behind_the_end,
        _another_name_beside,
    ],
)  # fmt: skip
def test_a_second_page_where_another_program_finds_it(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    target = whole(tmp_path)
    spoil(target)
    assert told(target) == ["V040"]


def test_a_file_with_more_behind_its_end(tmp_path: Path) -> None:
    """A reader that goes from file to file would find a second one in it."""
    target = tmp_path / "a.zip"
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(PAGE.encode()) + packer.flush() + b"PK\3\4 and more"
    info = (0, ZIP_DEFLATED, 0, 0x21, zlib.crc32(PAGE.encode()), len(packed), len(PAGE), 10)
    head = struct.pack("<4s5H3L2H", b"PK\3\4", 20, *info, 0) + b"index.html"
    row = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, *info, 0, 0, 0, 0, 0, 0) + b"index.html"
    size = len(head) + len(packed)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(row), size, 0)
    target.write_bytes(head + packed + row + end)
    with pytest.raises(UnreadableError, match="list says"), read_contents(target) as contents:
        contents.read("index.html")


def test_letters_of_a_style_are_read_once() -> None:
    assert read_style("a" * 4_000_000) == ((), ())


def test_a_zip_that_is_packed_in_another_way(tmp_path: Path) -> None:
    assert told(zipped(tmp_path, ("index.html", PAGE.encode()), how=ZIP_BZIP2)) == ["V040"]


@pytest.mark.parametrize(
    ("name", "size", "number"), [("a.png", 60_000_000, 50), ("a.png", 70_000_000, 1),
    ("a.html", 5_000_000, 1), ("edition.json", 5_000_000, 1)],
)  # fmt: skip
def test_a_small_zip_of_much(tmp_path: Path, name: str, size: int, number: int) -> None:
    """3 GB of zeros in 3 MB: nothing of it is unpacked."""
    target, zeros = tmp_path / "a.zip", bytes(size)
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(f"1/{name}", zeros)
    del zeros
    _repeat(target, f"1/{name}".encode(), number)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert told(target) == ["V041"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30_000


def _repeat(target: Path, name: bytes, number: int) -> None:
    """The one file of a zip under many names of one length, without deflating it again."""
    content = target.read_bytes()
    start = struct.unpack_from("<I", content, len(content) - 6)[0]
    body, listing = content[:start], content[start:-22]
    names = [b"%c%s" % (48 + one, name[1:]) for one in range(number)]
    with target.open("wb") as file:
        for other in names:
            file.write(body.replace(name, other, 1))
        for place, other in enumerate(names):
            row = bytearray(listing.replace(name, other, 1))
            struct.pack_into("<I", row, 42, place * start)
            file.write(row)
        size = number * len(listing)
        file.write(
            struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, number, number, size, number * start, 0)
        )


def test_a_file_that_says_it_is_smaller_than_it_is(tmp_path: Path) -> None:
    target = zipped(tmp_path, ("index.html", bytes(9_000_000)))
    content = bytearray(target.read_bytes())
    for found in re.finditer(struct.pack("<I", 9_000_000), bytes(content)):
        struct.pack_into("<I", content, found.start(), 100)
    target.write_bytes(content)
    assert told(target) == ["V007"]


@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "/tmp"])
@pytest.mark.parametrize("name", ["index.html", "en"])
def test_a_folder_with_a_link(tmp_path: Path, name: str, target: str) -> None:
    (tmp_path / name).symlink_to(target)
    (tmp_path / "SHA256SUMS").write_bytes(b"")
    assert told(tmp_path) == ["V040"]
    with pytest.raises(UnreadableError), read_contents(tmp_path):
        pass
