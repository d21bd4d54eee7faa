"""A file's bytes → the texts in it, read by a process of its own: a file that hangs or eats memory takes nobody with it."""
