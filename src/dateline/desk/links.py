"""Links in a text: to the web, a mailbox or a phone. None into the CMS's own tree: it would name drafts."""

from django.urls import reverse_lazy
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

_ELSEWHERE = reverse_lazy("wagtailadmin_choose_page_external_link")


def register(features: FeatureRegistry) -> None:
    """Put our link button in the place of the CMS's, whose dialog opens on the tree of pages."""
    features.register_editor_plugin(
        "draftail",
        "link",
        EntityFeature(
            {
                "type": "LINK",
                "icon": "link",
                "description": "Link",
                "attributes": ["url"],
                "allowlist": {"href": "^(http:|https:|mailto:|tel:|undefined$)"},
                "chooserUrls": {
                    "pageChooser": _ELSEWHERE,
                    "externalLinkChooser": _ELSEWHERE,
                    "emailLinkChooser": reverse_lazy("wagtailadmin_choose_page_email_link"),
                    "phoneLinkChooser": reverse_lazy("wagtailadmin_choose_page_phone_link"),
                    "anchorLinkChooser": _ELSEWHERE,
                },
            },
            js=["wagtailadmin/js/page-chooser-modal.js"],
        ),
    )
