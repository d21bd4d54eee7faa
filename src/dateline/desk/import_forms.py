"""What the desk asks about an import."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from dateline.releases.languages import LANGUAGE_NAMES
from dateline.releases.models.release import KINDS


class ManyFiles(forms.ClearableFileInput):
    """A field for several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, each as it came."""

    widget = ManyFiles

    def clean(self, data, initial=None):
        """Give the files as a list."""
        return [super(FilesField, self).clean(each, initial) for each in (data or [])]


class AskForm(forms.Form):
    """Files to upload, or a folder of the server."""

    files = FilesField(
        label=_("Files"),
        required=False,
        help_text=_("Texts, web pages, exports, documents, mails, or one zip of them all."),
    )
    folder = forms.CharField(label=_("Or a folder of this server"), required=False)
    was_public = forms.BooleanField(
        label=_("All this was public before"),
        required=False,
        help_text=_("What is not doubtful is published under its own date. Otherwise everything becomes a draft."),
    )

    def __init__(self, *args, may_publish: bool, **kwargs):
        super().__init__(*args, **kwargs)
        roots = settings.DATELINE_IMPORT_FOLDERS
        if roots:
            self.fields["folder"].help_text = _("In one of: {}").format(", ".join(map(str, roots)))
        else:
            del self.fields["folder"]
        if not may_publish:
            del self.fields["was_public"]


class FixForm(forms.Form):
    """The fields of a doubtful draft that are put right beside its source."""

    headline = forms.CharField(label=_("Headline"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    date = forms.CharField(label=_("Date"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    place = forms.CharField(label=_("Place"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[(kind, kind.capitalize()) for kind in KINDS])
    language = forms.ChoiceField(label=_("Language"), choices=list(LANGUAGE_NAMES.items()))
