"""Measures what the figures in the design promise: `make bench`, or `python -m bench --help`."""
