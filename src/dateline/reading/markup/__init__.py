"""HTML in, what a reader would see out: text with the place of its links, headings, pictures and blocks."""
