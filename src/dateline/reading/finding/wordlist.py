"""Takes words parted by white space and gives them as a set or a tuple, so that long lists stay readable."""


def words(text: str) -> frozenset[str]:
    """Give the words of a text as a set."""
    return frozenset(text.split())


def in_order(text: str) -> tuple[str, ...]:
    """Give the words of a text in their order."""
    return tuple(text.split())
