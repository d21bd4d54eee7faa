"""Mail in, the release in it out: not the thread around it."""
