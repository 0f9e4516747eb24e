"""A lesson as documents that a trainer edits (Office Open XML, ECMA-376), with `kandil[office]`."""
