"""Answers whether an address may be fetched: by its form before a request, by its number when a connection is made."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

DEFAULT_PORTS = {"http": 80, "https": 443}
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def site_of(address: str) -> str:
    """Give a host as one site knows it: in small letters, in ASCII, without "www."; "" where there is none."""
    try:
        host = (urlsplit(address).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""
    try:
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        return ""
    return host.removeprefix("www.")


@dataclass(frozen=True, slots=True)
class Guard:
    """What one gathering may ask for."""

    start: str  # the address that a person gave
    also_from: tuple[str, ...] = ()  # hosts from which files may come
    allow_private: bool = False

    def complaint(self, address: str, *, is_file: bool = False) -> str | None:
        """Say in a sentence why an address is not asked for; None where it may be."""
        try:
            parts, port = urlsplit(address), urlsplit(address).port
        except ValueError:
            return "This is no valid web address."
        if parts.scheme not in DEFAULT_PORTS:
            return "Only addresses that begin with http:// or https:// are fetched."
        if parts.username is not None:
            return "An address with a user's name in it is not fetched."
        site = site_of(address)
        if not site:
            return "This address names no host."
        hosts = {site_of(self.start): self.start}
        if is_file:
            hosts |= {site_of(other): other for other in map(_address_of, self.also_from)}
        if site not in hosts:
            return "It leads to another host. If its files belong to the press page, name the host with --also-from."
        if (port or DEFAULT_PORTS[parts.scheme]) not in _ports(hosts[site]):
            return "It leads to another port of the host, at which something else may answer."
        return None

    def is_reached(self, number: str) -> bool:
        """Say whether a connection may be made to this IP address, the one that the host's name has led to."""
        try:
            ip = ipaddress.ip_address(number.partition("%")[0])
        except ValueError:
            return False
        if ip.is_link_local or ip.is_multicast or ip.is_unspecified or (ip.is_reserved and ip.version == 4):
            return False  # no press page stands there, whoever allows it: cloud machines keep their secrets at such
        if isinstance(ip, ipaddress.IPv6Address):
            if ip.ipv4_mapped is not None or ip.sixtofour is not None or ip.teredo is not None or ip in NAT64:
                return False  # an address inside an address
        return ip.is_global or self.allow_private


def _address_of(host: str) -> str:
    return host if "://" in host else f"https://{host}"


def _ports(given: str) -> set[int]:
    """Give the ports that are asked where this address was given: those of the web, or the one that it names."""
    parts = urlsplit(given)
    port = parts.port or DEFAULT_PORTS.get(parts.scheme, 0)
    usual = set(DEFAULT_PORTS.values())
    return usual if port in usual else {port}
