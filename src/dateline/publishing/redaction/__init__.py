"""What a redaction takes out, one place a file; the verb that calls them all is `publishing/redact.py`."""
