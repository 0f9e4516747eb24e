"""What `cmi5.xml` says, and whether what it says holds."""
