"""The peers that make a site of files from nothing, each set up to make the pages that Dateline makes."""

from peers.hugo import HUGO
from peers.peer import Peer

__all__ = ["Peer", "peers"]


def peers() -> dict[str, Peer]:
    """Give the peers by their names."""
    return {peer.name: peer for peer in (HUGO,)}
