"""The form behind “Remove something to protect a person”: what it is, whether it is meant, and where else it goes."""

import hashlib
import json

from django import forms
from django.http import QueryDict

from dateline.publishing.redact import Redacted
from dateline.publishing.redaction.naming import handed_out, shown
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.redaction.taking import What
from dateline.releases.models import Release

ONE_THING = "Name one thing at a time: words, a file or a picture."
STALE = "What would be removed is another than was shown. Look at it again, then confirm."


class RedactForm(forms.Form):
    """Asked twice: first what is to be removed; then, with what was found beside it, whether that is meant."""

    passage = forms.CharField(
        label="Words to remove",
        required=False,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off", "spellcheck": "false"}),
        help_text="Exactly as they stand in one paragraph, quote or line. White space and accents typed otherwise are met too.",
    )
    matches_case = forms.BooleanField(label="Capitals count: “Rose” is not “rose”", required=False)
    file = forms.ChoiceField(label="Or a file", required=False)
    picture = forms.TypedChoiceField(label="Or a picture", required=False, coerce=int, empty_value=None)
    shown = forms.CharField(required=False, widget=forms.HiddenInput)
    data: QueryDict

    def __init__(self, *args, files: list[str], pictures: list[str], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].choices = [("", "No file"), *((name, name) for name in files)]
        self.fields["picture"].choices = [
            ("", "No picture"),
            *((at, f"{at}: {title}") for at, title in enumerate(pictures, 1)),
        ]
        for name, there in (("file", files), ("picture", pictures)):
            if not there:
                self.fields[name].widget = forms.HiddenInput()

    def clean(self):
        """Refuse nothing, and more than one thing."""
        cleaned = super().clean()
        named = [name for name in ("passage", "file", "picture") if cleaned.get(name)]
        if len(named) != 1 and not self.errors:
            raise forms.ValidationError(ONE_THING)
        return cleaned

    def what(self, release: Release) -> What:
        """Give what is to be removed. Raises Refused for a file or picture that isn't there any more."""
        if name := self.cleaned_data["file"]:
            return handed_out(release, name)
        if number := self.cleaned_data["picture"]:
            return shown(release, number)
        return Passage(self.cleaned_data["passage"], matches_case=self.cleaned_data["matches_case"])

    def is_confirmed(self, found: Redacted) -> bool:
        """Say whether exactly this was shown and is meant; note why not, where it was shown before."""
        if not self.cleaned_data["shown"]:
            return False
        if self.cleaned_data["shown"] != stamp_of(found):
            self.add_error(None, STALE)
            return False
        if "is_meant" not in self.data:
            self.add_error(None, "Tick that it is to be removed for good.")
            return False
        return True

    def also_among(self, found: Redacted) -> list[int]:
        """Give those of the other releases that were ticked; none that wasn't shown."""
        ticked = set(self.data.getlist("also"))
        return [other.pk for other in found.others if str(other.pk) in ticked]

    def ask_whether_meant(self, found: Redacted) -> None:
        """Bind the next answer to what is shown now."""
        answered = self.data.copy()
        answered["shown"] = stamp_of(found)
        self.data = answered


def stamp_of(found: Redacted) -> str:
    """Give a stamp of what was found, by which a confirmation is known to be of this and of nothing since."""
    told = [found.removed, found.places, found.examples, found.files, [other.pk for other in found.others]]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
