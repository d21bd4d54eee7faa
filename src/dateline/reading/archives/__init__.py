"""Archives (zip, tar) in, folders out: what works for a folder works for them."""
