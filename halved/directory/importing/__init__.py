"""Reads the lists that others publish, cleans them, and brings them in."""
