"""The words of a course as the lints ask for them."""
