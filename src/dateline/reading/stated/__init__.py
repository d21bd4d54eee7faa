"""Releases whose fields a source states, as exports and feeds do: laid out, their printed parts read, one reading each."""
