"""Zipped office documents in, HTML out: what a reader sees with all changes accepted, and what stands around it."""
