"""The names under which the desk's log keeps what the verbs did."""

from wagtail import hooks


@hooks.register("register_log_actions")
def register_log_actions(actions) -> None:
    """Name the acts that the CMS doesn't know."""
    actions.register_action("dateline.correct", "Correct", "Corrected")
    actions.register_action("dateline.update", "Update", "Updated")
    actions.register_action("dateline.complete", "Complete", "Completed with the full text")
    actions.register_action("dateline.withdraw", "Withdraw", "Withdrawn")
    actions.register_action("dateline.redact", "Redact", "Something was removed to protect a person")
