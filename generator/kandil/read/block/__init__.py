"""The shapes of blocks: quotes, tables, callouts, comments in their place."""
