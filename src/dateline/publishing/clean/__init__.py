"""Original file → the copy that may be handed out: no place, device, author, comment or revision data in it."""
