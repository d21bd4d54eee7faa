"""A doubtful record beside its source: looked at, put right, joined, split, then accepted or rejected."""

from urllib.parse import urlencode

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from dateline.desk.beside import beside, lines_of
from dateline.desk.import_forms import FixForm
from dateline.desk.import_roles import import_for, may
from dateline.desk.telling import tell_refused
from dateline.desk.views.one_import import is_risk, settle_them
from dateline.intake.enter_act import Hand
from dateline.intake.fix import FIELDS, Fix, fix, said_now
from dateline.intake.fix_alike import fix_alike, stamp_of, would_change
from dateline.intake.groups import IN_ORDER
from dateline.intake.join import join, may_be
from dateline.intake.models import Finding, Outcome
from dateline.intake.source_text import text_of
from dateline.intake.split import extent, split
from dateline.releases.models import Release
from dateline.releases.refused import Refused


def doubtful(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a record beside its source, and put its fields right."""
    finding = _finding(request, pk)
    draft = finding.release.get_latest_revision_as_object() if finding.release else None
    now = {field: said_now(draft, field) for field in FIELDS} if draft else {}
    form = FixForm(request.POST if request.method == "POST" else None, initial=now)
    if request.method == "POST" and draft and form.is_valid():
        return _put_right(request, finding, form, now)
    text = text_of(finding.source)
    first, last = extent(finding)
    return render(
        request,
        "desk/doubtful.html",
        {
            "into": finding.found_in,
            "finding": finding,
            "draft": draft,
            "form": form,
            "beside": beside(text, finding.record, finding.doubts) if text else None,
            "lines": lines_of(text, first, last),
            "others": may_be(finding).select_related("locale"),
            "is_open": finding.outcome == Outcome.DOUBTFUL,
            "may_publish": may(request.user, finding.found_in, "publish"),
            "is_risk": is_risk(finding),
            "neighbours": _neighbours(finding),
        },
    )


def alike(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a fix of this record would change in those that look alike, and carry it out when that is confirmed."""
    finding = _finding(request, pk)
    to = Fix(request.GET.get("field", ""), request.GET.get("value", ""))
    try:
        if request.method == "POST":
            to = Fix(request.POST.get("field", ""), request.POST.get("value", ""))
            count = fix_alike(finding, to, request.POST.get("shown", ""), Hand(request.user, timezone.now()))
            messages.success(request, f"Put right in {count} records.")
            return redirect("desk_doubtful", pk)
        changes = would_change(finding, to)
    except Refused as refused:
        tell_refused(request, refused)
        return redirect("desk_doubtful", pk)
    told = {"into": finding.found_in, "finding": finding, "to": to, "changes": changes, "stamp": stamp_of(changes)}
    return render(request, "desk/alike.html", told)


@require_POST
def settle_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept, publish or reject one record, and go on to the next that is doubtful."""
    finding = _finding(request, pk)
    after = _neighbours(finding)["after"]
    if not settle_them(request, [finding], request.POST.get("act", "")):
        return redirect("desk_doubtful", pk)
    return redirect("desk_doubtful", after) if after else redirect("desk_import", finding.found_in_id)


@require_POST
def join_with(request: HttpRequest, pk: int) -> HttpResponse:
    """Join a record with the release that it may be."""
    finding = _finding(request, pk)
    key = request.POST.get("release", "")
    other = get_object_or_404(Release, pk=int(key) if key.isascii() and key.isdigit() else 0)
    try:
        join(finding, other, Hand(request.user, timezone.now()))
    except Refused as refused:
        tell_refused(request, refused)
        return redirect("desk_doubtful", pk)
    messages.success(request, f"It is one with “{other.headline}” now.")
    return redirect("desk_import", finding.found_in_id)


@require_POST
def split_at(request: HttpRequest, pk: int) -> HttpResponse:
    """Split a record where the second release begins."""
    finding = _finding(request, pk)
    at = request.POST.get("at", "")
    try:
        added = split(finding, int(at) if at.isascii() and at.isdigit() else -1, Hand(request.user, timezone.now()))
    except Refused as refused:
        tell_refused(request, refused)
    else:
        where = reverse("desk_doubtful", args=[added[0].pk])
        messages.success(request, "It is two now.", buttons=[messages.button(where, "See the second")])
    return redirect("desk_doubtful", pk)


def _put_right(request: HttpRequest, finding: Finding, form: FixForm, now: dict[str, str]) -> HttpResponse:
    fixes = [Fix(field, value) for field, value in form.cleaned_data.items() if value != now[field]]
    for to in fixes:
        try:
            fix(finding, to, Hand(request.user, timezone.now()))
        except Refused as refused:
            tell_refused(request, refused)
            return redirect("desk_doubtful", finding.pk)
    if "alike" in request.POST and len(fixes) == 1:
        query = {"field": fixes[0].field, "value": fixes[0].value}
        return redirect(f"{reverse('desk_alike', args=[finding.pk])}?{urlencode(query)}")
    messages.success(request, "Put right." if fixes else "Nothing was changed.")
    return redirect("desk_doubtful", finding.pk)


def _finding(request: HttpRequest, pk: int) -> Finding:
    finding = Finding.objects.select_related("source", "found_in", "release__locale").filter(pk=pk).first()
    if finding is None:
        raise Http404
    import_for(request, finding.found_in_id)
    return finding


def _neighbours(finding: Finding) -> dict[str, int | None]:
    """Give the doubtful records before and after one, in the order of the list."""
    others = Finding.objects.filter(found_in=finding.found_in_id, outcome=Outcome.DOUBTFUL).values_list("pk", flat=True)
    code, pk = finding.first_doubt, finding.pk
    before = others.filter(Q(first_doubt__lt=code) | Q(first_doubt=code, pk__lt=pk))
    after = others.filter(Q(first_doubt__gt=code) | Q(first_doubt=code, pk__gt=pk))
    return {
        "before": before.order_by("-first_doubt", "-pk").first(),
        "after": after.order_by(*IN_ORDER).first(),
    }
