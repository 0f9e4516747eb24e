"""What the QTI exporter is made of: items, tests, the manifest, and the look at all of them."""
