"""An `Edition` in, HTML pages out."""
