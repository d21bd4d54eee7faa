"""The peers that make a site of files from nothing, each set up to make the pages that Dateline makes."""

from peers.eleventy import ELEVENTY
from peers.hugo import HUGO
from peers.peer import Peer
from peers.pelican import PELICAN

__all__ = ["Peer", "peers"]


def peers() -> dict[str, Peer]:
    """Give the peers by their names."""
    return {peer.name: peer for peer in (HUGO, PELICAN, ELEVENTY)}
