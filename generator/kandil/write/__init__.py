"""The way back: a model becomes the Markdown that reads as it, and a file is laid out anew."""
