"""A lesson with something else in the place of the questions that it asks outside its quizzes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, cast

from kandil.model.blocks import Block, Quiz
from kandil.model.course import Module
from kandil.model.interactions import Interaction
from kandil.model.structure import holders

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Node = TypeVar("Node")
Instead = Callable[[Interaction], tuple[Block, ...]]


def with_practice(module: Module, instead: Instead) -> Module:
    """`instead` says what stands there: nothing, where a platform asks them at another place."""
    return replace(module, blocks=_run(module.blocks, instead))


def _run(blocks: tuple[Node, ...], instead: Instead) -> tuple[Node, ...]:
    return cast("tuple[Node, ...]", tuple(new for one in blocks for new in _new(one, instead)))


def _new(block: object, instead: Instead) -> Iterator[object]:
    if isinstance(block, Interaction):
        yield from instead(block)
    elif isinstance(block, tuple):
        yield _run(block, instead)
    else:
        kind: type = block.__class__
        names = () if isinstance(block, Quiz) else holders(kind)
        inner = {name: _run(getattr(block, name), instead) for name in names}
        yield replace(cast("DataclassInstance", block), **inner) if inner else block
