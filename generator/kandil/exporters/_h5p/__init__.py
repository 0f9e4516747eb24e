"""What H5P's content types hold: the project's own tables of fields and versions, one file a type,
and what is written into them."""
