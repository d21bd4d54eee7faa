"""How a release and a newsroom are laid out for writing: in the order in which a reader will meet them."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from dateline.desk.consents import partner_states
from dateline.desk.forms import CopyAsDraftForm, NewsroomForm, ReleaseForm
from dateline.desk.named import addressees_named
from dateline.desk.today import doubts_about
from dateline.releases.models import Newsroom, Release
from dateline.releases.status import Status


class KnownOpeningPanel(FieldPanel):
    """Shown only where a release came from a source that knew no more than its opening."""

    class BoundPanel(FieldPanel.BoundPanel):
        """The panel of one release."""

        def is_shown(self) -> bool:
            """Show it for what was imported as an opening."""
            return super().is_shown() and bool(self.instance.is_teaser)


class StandingPanel(Panel):
    """Says what must be known before the first word is changed: withdrawn, or doubtful in the import."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one release."""

        template_name = "desk/standing_panel.html"

        def is_shown(self) -> bool:
            """Show it where there is something to say."""
            return super().is_shown() and bool(self.doubts or self.instance.status == Status.WITHDRAWN)

        @cached_property
        def doubts(self) -> list[str]:
            """What the import doubted, until the release is public."""
            return doubts_about(self.instance)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the doubts."""
            context = super().get_context_data(parent_context)
            return {**context, "release": self.instance, "doubts": self.doubts}


class NamesPanel(Panel):
    """Says which partners' names will be printed under the words as they stand."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one release."""

        template_name = "desk/names_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the partners' states."""
            context = super().get_context_data(parent_context)
            return {**context, "release": self.instance, "states": states_of(self.instance)}


class NamedPanel(Panel):
    """Offers the addressees whose names stand in the text."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one release."""

        template_name = "desk/named_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add those who are named."""
            context = super().get_context_data(parent_context)
            return {**context, "named": addressees_named(self.instance) if self.instance.pk else []}


def states_of(release: Release) -> list:
    """Give the partners' states for a release as it stands in memory."""
    return partner_states(release, release.words.fingerprint) if release.pk else []


def release_panels() -> ObjectList:
    """Lay out a release."""
    return ObjectList(
        [
            StandingPanel(),
            FieldPanel("kind", classname="desk-kind"),
            FieldPanel("headline", classname="desk-headline", widget=_growing("Headline")),
            FieldPanel("subheadline", widget=_growing("Subheadline, if it has one")),
            FieldRowPanel([FieldPanel("place"), FieldPanel("dated_on")], heading="Place and date"),
            FieldPanel("dateline"),
            MultiFieldPanel(
                [
                    FieldPanel("event_what", widget=_growing("A vigil, a hearing, a march …")),
                    FieldPanel("event_who", widget=_growing("Who will be there and can be spoken to")),
                    FieldRowPanel([FieldPanel("event_on"), FieldPanel("event_begins")]),
                    FieldRowPanel([FieldPanel("event_ends"), FieldPanel("event_ends_on")]),
                    FieldPanel("event_where", widget=_growing("The place and its address")),
                ],
                heading="To what it invites",
                help_text="Hours are those of the newsroom's time zone, which the page names. Reporters can put it in "
                "their calendars; once it is over the page says so.",
                classname="desk-event",
            ),
            KnownOpeningPanel("is_teaser"),
            FieldPanel(
                "body",
                heading="Text",
                help_text="A text holds words. A picture is a block of its own, with a description for those who can't see "
                "it; its credit is kept with the picture and printed under it. To a video, set a link.",
            ),
            InlinePanel(
                "release_attachments",
                [FieldPanel("attachment"), FieldPanel("name")],
                heading="Attachments",
                label="Attachment",
            ),
            InlinePanel(
                "release_contacts",
                [FieldPanel("contact")],
                heading="Media contacts",
                label="Media contact",
                help_text="Whom reporters may call about this release; the newsroom's own where none is chosen.",
            ),
            MultiFieldPanel(
                [
                    NamesPanel(),
                    InlinePanel(
                        "release_partners", [FieldPanel("organization")], heading="Partners asked", label="Partner"
                    ),
                ],
                heading="Partners",
                help_text="A partner's name is printed only under words to which it has said yes.",
            ),
            FieldPanel("topics", widget=forms.CheckboxSelectMultiple, classname="desk-topics"),
            MultiFieldPanel(
                [NamedPanel(), FieldPanel("addressees", widget=forms.CheckboxSelectMultiple, classname="desk-topics")],
                heading="Addressed to",
                help_text="To whom it speaks, as a reader may ask later: what have we said to Senator X, and when?",
            ),
            FieldPanel("address_slug", heading="Address"),
        ],
        base_form_class=ReleaseForm,
    )


def newsroom_panels() -> ObjectList:
    """Lay out a newsroom."""
    return ObjectList(
        [
            FieldPanel("title", heading="Name", help_text="As it stands above every page."),
            FieldPanel("organization", help_text="The organization that speaks here."),
            FieldRowPanel([FieldPanel("place"), FieldPanel("time_zone")], heading="Place and time"),
            MultiFieldPanel(
                [FieldPanel("boilerplate"), FieldPanel("boilerplate_medium"), FieldPanel("boilerplate_short")],
                heading="Boilerplate",
            ),
            InlinePanel(
                "newsroom_contacts",
                [FieldPanel("contact")],
                heading="Media contacts",
                label="Media contact",
                help_text="Whom reporters may call where a release names nobody.",
            ),
            InlinePanel(
                "newsroom_pictures",
                [FieldPanel("picture"), FieldPanel("name"), FieldPanel("alt")],
                heading="Logos and pictures",
                label="Picture",
                help_text="For reporters to print, on the press page, with their credit and without hidden data.",
            ),
            FieldPanel("corrections_policy"),
            FieldPanel(
                "accent",
                widget=forms.TextInput(attrs={"type": "color"}),
                help_text="The one colour besides ink and paper. It must be dark enough to read.",
            ),
        ],
        base_form_class=NewsroomForm,
    )


def lay_out() -> None:
    """Give the models their editing pages. They are laid out here: the record knows nothing of desks."""
    Release.edit_handler = release_panels()
    Release.copy_form_class = CopyAsDraftForm
    Newsroom.edit_handler = newsroom_panels()
    Newsroom.preview_modes = []  # its front page is made of releases, not of what is edited here


def _growing(placeholder: str) -> forms.Textarea:
    return AdminAutoHeightTextInput(attrs={"rows": 1, "placeholder": placeholder})
