"""One folder for a ministry: every course in every language, ready for a web server."""
