"""Style and script are made smaller where a copy of the process can do it too."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys

import pytest
from kandil.render.site.minifier import minified


def test_what_is_made_smaller() -> None:
    assert minified("text/css", "a { color : #ff0000 }") == "a{color:red}"
    assert minified("application/javascript", "let a = 1 ;\nalert( a )") == "let a=1;alert(a)"


def test_what_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="unexpected"):
        minified("application/javascript", "let = = 1")
    assert minified("text/css", "b { top : 0 }") == "b{top:0}"


def test_a_copy_of_a_process_that_has_done_it_can_do_it_too() -> None:
    minified("text/css", "c { top : 0 }")
    with multiprocessing.get_context("fork").Pool(2) as pool:
        rules = [("text/css", f"d {{ top : {number}px }}") for number in range(1, 9)]
        made = pool.starmap_async(minified, rules).get(timeout=60)
    assert made == [f"d{{top:{number}px}}" for number in range(1, 9)]


def test_no_process_that_builds_has_the_library_itself() -> None:
    """It is written in Go, whose runtime does not live through a fork."""
    code = (
        "import sys; from kandil.render.site.assets import css, shortened\n"
        "assert css('a { top : 0 }') == 'a{top:0}' and shortened('let a = 1')\n"
        "assert 'minify' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
