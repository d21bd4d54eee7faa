"""A partner's yes, bound to exactly the words that it said yes to."""

from django.conf import settings
from django.db import models


class Consent(models.Model):
    """Who said yes for a partner, when and how, to the words with this fingerprint."""

    release = models.ForeignKey("releases.Release", on_delete=models.CASCADE, related_name="consents")
    organization = models.ForeignKey("releases.Organization", on_delete=models.PROTECT, related_name="consents")
    fingerprint = models.CharField(max_length=64)
    said_by = models.CharField("who said yes", max_length=200)
    said_on = models.DateField("when")
    said_how = models.CharField("how", max_length=200, help_text="As in “by e-mail”, “by phone to Ana”")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["release", "organization", "fingerprint"], name="one_yes_per_words")
        ]

    def __str__(self) -> str:
        return f"{self.organization}: {self.said_by}, {self.said_on}"
