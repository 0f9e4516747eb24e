"""What the cartridge exporter is made of: questions, the manifest, and the look at all of them."""
