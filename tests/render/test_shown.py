"""Messages and address bars that are shown."""

from __future__ import annotations

import pytest
from handmade import text
from kandil.model.blocks import Address, Addresses, Callout, Paragraph
from kandil.model.inlines import Code
from kandil.model.shown import addresses
from kandil.render.html.block_writer import BlockWriter
from kandil.render.html.context import PageContext
from kandil.render.html.inline_writer import InlineWriter
from standin import HERE


def test_addresses_in_a_message_are_ink(page: PageContext) -> None:
    words = Paragraph(text("Pay **now <1>**: post.example/a?b=1&c."))
    made = BlockWriter(page).block(Callout("message", text("Post"), (words,)))
    assert made == (
        '<figure class="sms"><figcaption>Post</figcaption><p>Pay <strong>now &lt;1&gt;</strong>: '
        "<u>post.example/a?b=1&amp;c</u>.</p >\n</figure>\n"
    )


def test_outside_of_a_message_they_are_words(page: PageContext) -> None:
    writer = BlockWriter(page)
    writer.block(Callout("message", text("Post"), (Paragraph(text("post.example")),)))
    assert writer.block(Paragraph(text("post.example"))) == "<p>post.example</p >\n"


def test_an_address_bar_marks_the_owner_and_the_verdict_follows(page: PageContext) -> None:
    bars = Addresses((Address("a.", "b.example", "/<c>"),), HERE)
    made = BlockWriter(page).block(Callout("address", text("No"), (bars, Paragraph(text("So.")))))
    assert made == (
        '<figure class="url"><p><code translate="no" dir="ltr">a.<wbr /><mark>b.example</mark>'
        "/&lt;c&gt;</code></p ><figcaption>No</figcaption></figure><p>So.</p >\n\n"
    )


@pytest.mark.parametrize(
    ("address", "made"),
    [
        ("my.bank.example", "my.bank.example"),
        ("https://a-b.example.bank.example/x&y", "https://a-b.|example.|bank.|example/|x&amp;y"),
    ],
)
def test_a_long_one_can_break_at_its_joints(page: PageContext, address: str, made: str) -> None:
    writer = InlineWriter(page)
    marked = made.replace("|", "<wbr />")
    assert writer.part(Code(address)) == f'<code translate="no">{marked}</code>'
    writer.shown = True
    assert writer.part(f"Pay: {address}") == f"Pay: <u>{marked}</u>"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Go to bank.example/a, now.", ["bank.example/a"]),
        ("HTTPS://BANK.EXAMPLE or www.a.b.example?", ["HTTPS://BANK.EXAMPLE", "www.a.b.example"]),
        ("https://bank.example@b.org:8/x", ["https://bank.example@b.org:8/x"]),
        ("write to ann.b+c@post.org!", ["ann.b+c@post.org"]),
        ("Pay 1.00 at 9.30, e.g. 300.00 or 1.500", []),
        ("«банк.укр/шлях»", ["банк.укр/шлях"]),
        ("It ends. Then it begins", []),
        ("a." * 5_000 + "-", []),
        ("+a" * 5_000, []),
    ],
)
def test_what_an_address_is(words: str, found: list[str]) -> None:
    assert addresses(words) == found
