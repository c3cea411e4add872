"""Finds what a person looks for, in their own words."""
