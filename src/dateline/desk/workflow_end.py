"""The end of one of the CMS's workflows. Imports no model: the CMS reads this while its own models are being made."""

from dateline.releases.refused import Refused

PUBLISHES_NOTHING = "An approval publishes nothing. Publish the words that were approved."


def refuse(workflow_state, user=None) -> None:
    """Refuse: the CMS would publish the latest words, those typed after the approver read included."""
    raise Refused(workflow_state.content_object, [PUBLISHES_NOTHING])
