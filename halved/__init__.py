"""Halved: to ask for help, and to be answered."""

__version__ = "0.1.0"
