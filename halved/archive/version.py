"""What an archive calls itself. docs/archive.md describes this version."""

FORMAT = "halved"
VERSION = 1
