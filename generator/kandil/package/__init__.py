"""Tools that write archives and XML; they know no format."""
