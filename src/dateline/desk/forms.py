"""The forms behind the editing pages: what a release and a newsroom ask, in the press's own words."""

import zoneinfo
from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import uuid4

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.models import Page

from dateline.desk.beginning import begin
from dateline.desk.words_only import NOT_WORDS, has_more_than_words
from dateline.publishing.redaction.since import times_redacted
from dateline.releases.dateline import compose
from dateline.releases.models import Newsroom, Release, Topic
from dateline.releases.refused import Refused

REDACTED_SINCE = (
    "Something was removed from this release to protect a person after this page was opened, so it was not saved: it "
    "would bring that back. Copy what you have written since, and only that; then open the page again."
)


class ReleaseForm(WagtailAdminPageForm):
    """A release: topics of its own language, the dateline that it will have where none is written."""

    removals = forms.CharField(required=False, widget=forms.HiddenInput)  # how many there were when it was opened

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["removals"] = times_redacted(self.instance)
        release, room = self.instance, self.parent_page
        language = room.locale.language_code if room else release.language
        self.language = language
        if "topics" in self.fields:
            self.fields["topics"].queryset = Topic.objects.filter(language=language)
            self.fields["topics"].label_from_instance = lambda topic: topic.name
        if release.address and "address_slug" in self.fields:
            self.fields["address_slug"].disabled = True
            self.fields["address_slug"].help_text = f"It stands at {release.address}."

    def clean(self):
        """Let a dateline that nobody has worded follow its place and date; refuse what is no word in a text."""
        cleaned = super().clean()
        if is_of_before_a_removal(self.instance, self.data):
            raise forms.ValidationError(REDACTED_SINCE)
        if has_more_than_words(self.data):
            self.add_error("body", NOT_WORDS)
        if cleaned.get("dateline") and cleaned["dateline"] == self._filled_in():
            cleaned["dateline"] = compose(cleaned.get("place") or "", cleaned.get("dated_on"), self.language)
        return cleaned

    def get_field_updates_for_resave(self):
        """Show the dateline that was saved in the open page, or the next autosave would bring the old one back."""
        updates = super().get_field_updates_for_resave()
        saved = self.instance.dateline
        return updates if saved == self.data.get("dateline") else [*updates, ("dateline", saved)]

    def _filled_in(self) -> str:
        """Give the dateline filled in before this change: from what was saved, or from how a release begins."""
        if self.instance._state.adding and self.parent_page:
            fresh = type(self.instance)()
            begin(fresh, self.parent_page.specific, datetime.now(UTC))
            return fresh.dateline
        return compose(self.initial.get("place") or "", self.initial.get("dated_on"), self.language)

    def save(self, commit=True):
        """Save; a new release is a draft, whatever button was pressed: only the verb makes it public."""
        if is_of_before_a_removal(self.instance, self.data):  # while it was read
            raise Refused(self.instance, [REDACTED_SINCE])
        if self.instance._state.adding:
            self.instance.live = False
        return super().save(commit=commit)


def is_of_before_a_removal(release: Release, sent: Mapping[str, str]) -> bool:
    """Say whether a form was opened before something was removed from the release to protect a person."""
    return (sent.get("removals") or "0") != str(times_redacted(release))


class NewsroomForm(WagtailAdminPageForm):
    """A newsroom: its zone from a list, its accent from a colour picker."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "time_zone" in self.fields:
            known = sorted(
                zone for zone in zoneinfo.available_timezones() if "/" in zone and not zone.startswith("Etc/")
            )
            current = self.instance.time_zone
            zones = ["UTC", *known] if current in known or current == "UTC" else [current, "UTC", *known]
            help_text = "The zone in which this newsroom's days are counted."
            self.fields["time_zone"] = forms.ChoiceField(
                label="Time zone", choices=[(zone, zone.replace("_", " ")) for zone in zones], help_text=help_text
            )


class CopyAsDraftForm(CopyForm):
    """Copies a release as a draft: no alias, no published copy, no name or slug to think of."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("alias", "publish_copies"):
            self.fields.pop(name, None)
        self.fields["new_title"].widget = forms.HiddenInput()
        self.fields["new_title"].required = False
        self.fields["new_slug"].widget = forms.HiddenInput()
        self.fields["new_slug"].initial = str(uuid4())
        self.fields["new_parent_page"].label = "Newsroom"
        self.fields["new_parent_page"].help_text = "The copy is a draft of this newsroom. Nothing of it is public."

    def clean(self):
        """Refuse a newsroom of another language: a copy keeps its words, and words have a language."""
        cleaned = super().clean()
        room: Page | None = cleaned.get("new_parent_page")
        if room and room.locale_id != self.page.locale_id:
            self.add_error("new_parent_page", "That newsroom speaks another language. Write the release there instead.")
        cleaned["alias"] = cleaned["publish_copies"] = False
        return cleaned


class ChangeForm(forms.Form):
    """What happened to words that are public, bound to the wording that was shown."""

    act = forms.ChoiceField(
        label="This is",
        widget=forms.RadioSelect,
        choices=[
            ("correct", "A correction: something that it said was wrong"),
            ("update", "An update: nothing was wrong, there is more to say"),
        ],
    )
    note = forms.CharField(
        label="What changed, and why",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Public: it stands above the release, with the day. What it said before stays readable.",
    )
    reason = forms.CharField(
        label="Only where someone may be at risk by what is new: why it can go out as it is",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kept here with your name and the day. It is not public. Don't repeat the passage.",
        required=False,
    )
    fingerprint = forms.CharField(widget=forms.HiddenInput)
    public_version = forms.IntegerField(widget=forms.HiddenInput)


class ReasonForm(forms.Form):
    """Why words go out although someone may be at risk by them, bound to the wording that was shown."""

    reason = forms.CharField(
        label="Why it can go out as it is",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Kept here with your name and the day, for your colleagues. It is not public. Don't repeat the passage.",
    )
    fingerprint = forms.CharField(widget=forms.HiddenInput)


class WithdrawForm(forms.Form):
    """Why a release is no longer said, and that this is meant."""

    note = forms.CharField(
        label="Why it is withdrawn",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Public: the notice at its address gives this reason.",
    )
    is_meant = forms.BooleanField(label="Withdraw it now. It can't be undone.")
    public_version = forms.IntegerField(widget=forms.HiddenInput)


class ConsentForm(forms.Form):
    """A partner's yes to exactly the words that are shown."""

    organization = forms.IntegerField(widget=forms.HiddenInput)
    fingerprint = forms.CharField(widget=forms.HiddenInput)
    said_by = forms.CharField(label="Who said yes", max_length=200)
    said_on = forms.DateField(label="When", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    said_how = forms.CharField(
        label="How", max_length=200, widget=forms.TextInput(attrs={"placeholder": "by e-mail, by phone to Ana …"})
    )
    is_exact = forms.BooleanField(label="They said yes to exactly the words on this page")

    def __init__(self, *args, newsroom: Newsroom, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = datetime.now(UTC).astimezone(newsroom.zone).date()
        self.fields["said_on"].initial = self.today
        self.fields["said_on"].widget.attrs["max"] = self.today.isoformat()

    def clean_said_on(self):
        """Refuse a yes from the future."""
        if self.cleaned_data["said_on"] > self.today:
            raise forms.ValidationError("That day is still to come. Give the day on which they said yes.")
        return self.cleaned_data["said_on"]
