"""How a release's lines become its record, one question a file; each gives what it finds to the draft."""
