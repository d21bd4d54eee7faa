"""Contacts, topics, addressees and organizations: records of their own that releases name."""

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from dateline.desk.last_door import addressee_has_been_public, topic_has_been_public
from dateline.publishing.addresses import slug_of
from dateline.releases.languages import LANGUAGE_NAMES
from dateline.releases.models import Addressee, Contact, Coverage, Newsroom, Organization, Topic


class TopicForm(WagtailAdminModelForm):
    """A topic: its address is made of its name, and fixed once something public stands under it."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.is_fixed = bool(self.instance.pk) and topic_has_been_public(self.instance)
        spoken = Newsroom.objects.order_by("-is_default").values_list("locale__language_code", flat=True)
        choices = list(dict.fromkeys([*([self.instance.language] if self.instance.pk else []), *spoken]))
        self.fields["language"] = forms.ChoiceField(
            choices=[(code, LANGUAGE_NAMES.get(code, code)) for code in choices or ["en"]],
            disabled=self.is_fixed,
            initial=choices[0] if choices else "en",
        )

    def clean(self) -> dict[str, Any]:
        """Make the topic's address; refuse one that another topic of the language has."""
        cleaned = super().clean()
        if not cleaned.get("name") or not cleaned.get("language"):
            return cleaned
        slug = self.instance.slug if self.is_fixed else slug_of(cleaned["name"])
        others = Topic.objects.filter(language=cleaned["language"], slug=slug).exclude(pk=self.instance.pk)
        if other := others.first():
            self.add_error("name", f"“{other.name}” would have the same address. Choose another name.")
        self.instance.slug = slug
        return cleaned


class AddresseeForm(WagtailAdminModelForm):
    """An addressee: its address is made of the name, and fixed once something public was said to it."""

    def clean(self) -> dict[str, Any]:
        """Make the address; refuse one that another addressee has."""
        cleaned = super().clean()
        if not cleaned.get("name"):
            return cleaned
        if not (self.instance.pk and addressee_has_been_public(self.instance)):
            self.instance.slug = slug_of(cleaned["name"])
        other = Addressee.objects.filter(slug=self.instance.slug).exclude(pk=self.instance.pk).first()
        if other:
            self.add_error("name", f"“{other}” would have the same address. Write the name as it tells them apart.")
        return cleaned


class ContactViewSet(SnippetViewSet):
    """The people whom a reporter can call."""

    model = Contact
    base_url_path = "contacts"
    chooser_base_url_path = "contacts/choose"
    icon = "user"
    menu_label = "Contacts"
    menu_name = "contacts"
    menu_order = 500
    add_to_admin_menu = True
    list_display = ["name", "role", "phone", "email", "ends_on", BooleanColumn("has_left", label="Has left")]
    list_filter = ["has_left"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("role")], heading="Who"),
            FieldRowPanel([FieldPanel("phone"), FieldPanel("email")], heading="How to reach them"),
            FieldRowPanel([FieldPanel("languages"), FieldPanel("hours")], heading="In which languages, when"),
            FieldRowPanel([FieldPanel("ends_on"), FieldPanel("has_left")], heading="Until when"),
        ]
    )


class TopicViewSet(SnippetViewSet):
    """What releases are about."""

    model = Topic
    base_url_path = "topics"
    chooser_base_url_path = "topics/choose"
    icon = "tag"
    menu_label = "Topics"
    menu_name = "topics"
    menu_order = 600
    add_to_admin_menu = True
    list_display = ["name", "language"]
    list_filter = ["language"]
    edit_handler = ObjectList(
        [
            FieldPanel("name", help_text="Its address is made of it, and stays when the name changes."),
            FieldPanel("language"),
        ],
        base_form_class=TopicForm,
    )


class AddresseeViewSet(SnippetViewSet):
    """To whom releases speak."""

    model = Addressee
    base_url_path = "addressees"
    chooser_base_url_path = "addressees/choose"
    icon = "mail"
    menu_label = "Addressees"
    menu_name = "addressees"
    menu_order = 650
    add_to_admin_menu = True
    list_display = ["name", "role"]
    edit_handler = ObjectList(
        [
            FieldPanel("name", help_text="Its address is made of it, and stays when the name changes."),
            FieldPanel("role"),
        ],
        base_form_class=AddresseeForm,
    )


class CoverageForm(WagtailAdminModelForm):
    """A report: in a language that has a name, in a newsroom that is there."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        known = dict(LANGUAGE_NAMES)
        if self.instance.pk:
            known.setdefault(self.instance.language, self.instance.language)
        self.fields["language"] = forms.ChoiceField(choices=list(known.items()), initial="en")


class CoverageViewSet(SnippetViewSet):
    """What others published."""

    model = Coverage
    base_url_path = "coverage"
    chooser_base_url_path = "coverage/choose"
    icon = "openquote"
    menu_label = "Coverage"
    menu_name = "coverage"
    menu_order = 750
    add_to_admin_menu = True
    list_display = ["headline", "outlet", "published_on", "release"]
    list_filter = ["language", "published_on"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("outlet"), FieldPanel("published_on")], heading="Where and when"),
            FieldPanel("headline"),
            FieldRowPanel([FieldPanel("url"), FieldPanel("language")], heading="Link and language"),
            FieldPanel("release"),
            FieldPanel("newsroom", widget=forms.Select),
        ],
        base_form_class=CoverageForm,
    )


class OrganizationViewSet(SnippetViewSet):
    """Who speaks, alone or with others."""

    model = Organization
    base_url_path = "organizations"
    chooser_base_url_path = "organizations/choose"
    icon = "group"
    menu_label = "Organizations"
    menu_name = "organizations"
    menu_order = 700
    add_to_admin_menu = True
    list_display = ["name", "url"]
    edit_handler = ObjectList([FieldPanel("name"), FieldPanel("url")])
