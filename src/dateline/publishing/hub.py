"""One request to a WebSub hub: a feed's address in, nothing out, or the reason in a sentence."""

import urllib.error
import urllib.request
from http.client import HTTPException
from urllib.parse import urlencode, urlsplit


class HubError(Exception):
    """A hub that has not taken what it was told."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A hub answers where it was said to be: a form that is sent on arrives as something else."""

    def redirect_request(self, *args, **kwargs):
        """Follow nothing."""


_opener = urllib.request.build_opener(_NoRedirect)


def tell_hub(hub: str, feed: str, timeout_seconds: float) -> None:
    """Tell a hub that a feed has changed (https://www.w3.org/TR/websub/#publishing). Raises HubError."""
    # The standard leaves the form to the hubs: some read hub.url, as PubSubHubbub had it, some hub.topic.
    form = urlencode({"hub.mode": "publish", "hub.url": feed, "hub.topic": feed}).encode()
    request = urllib.request.Request(hub, form, {"User-Agent": "Dateline"})  # noqa: S310 (env takes http and https only)
    name = urlsplit(hub).hostname
    try:
        with _opener.open(request, timeout=timeout_seconds):
            return
    except urllib.error.HTTPError as error:
        error.close()
        raise HubError(f"The hub {name} answered {error.code} when it was told that {feed} has changed.") from error
    except TimeoutError as error:
        raise HubError(f"The hub {name} did not answer within {timeout_seconds:g} seconds.") from error
    except (OSError, HTTPException) as error:
        why = getattr(error, "reason", error)
        if isinstance(why, TimeoutError):
            raise HubError(f"The hub {name} did not answer within {timeout_seconds:g} seconds.") from error
        raise HubError(f"The hub {name} can't be reached: {getattr(why, 'strerror', None) or why}.") from error
