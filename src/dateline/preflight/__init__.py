"""Preflight: what was or is to be said → what a person should look at before it goes out. Pure."""
