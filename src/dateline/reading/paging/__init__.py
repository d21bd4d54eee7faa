"""Pages of a PDF in, text in the order of reading out, with what stands at the edges of pages beside it."""
