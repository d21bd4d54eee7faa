"""One import as a place: how far it is while it runs, then what came of it, in groups, and what can be done with it whole."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from dateline.desk.import_roles import import_for, may
from dateline.desk.telling import tell_not_written, tell_refused
from dateline.intake.accept import accept
from dateline.intake.ask import resume
from dateline.intake.discard import discard
from dateline.intake.enter_act import Hand
from dateline.intake.groups import BY_NAME, GROUPS, PAGE, counts_of, doubts_in, page_of
from dateline.intake.models import Finding
from dateline.intake.progress import progress_of
from dateline.intake.reject import reject
from dateline.intake.undo import undo, would_undo
from dateline.publishing.importing.publish_accepted import publish_accepted
from dateline.releases.refused import Refused

NOTHING_CHOSEN = "Nothing was chosen. Tick the records that you mean."
TOLD = 5  # refusals shown one by one; the rest is counted
ACTS_SHOWN = 10
LONGEST_REASON = 2_000


def one_import(request: HttpRequest, pk: int, group: str = "doubtful") -> HttpResponse:
    """Show an import: its progress, or one of its groups."""
    into = import_for(request, pk)
    if group not in BY_NAME:
        raise Http404
    chosen = BY_NAME[group]
    doubt = request.GET.get("doubt", "")[:40].replace("\0", "")  # which PostgreSQL takes in no text
    counts = counts_of(into)
    start = _number(request.GET.get("from"))
    rows = list(page_of(into, chosen, start=start, doubt=doubt))
    doubts = doubts_in(into) if group == "doubtful" else []
    whole = dict(doubts).get(doubt, 0) if doubt else counts[group]
    return render(
        request,
        "desk/one_import.html",
        {
            "into": into,
            "progress": None if into.is_over else progress_of(into, timezone.now()),
            "groups": [{"group": each, "count": counts[each.name]} for each in GROUPS],
            "chosen": chosen,
            "rows": rows,
            "doubts": doubts,
            "doubt": doubt,
            "start": start,
            "last": start + len(rows),
            "whole": whole,
            "before": max(0, start - PAGE) if start else None,
            "after": start + PAGE if start + PAGE < whole else None,
            "acts": list(into.acts.select_related("by").order_by("-at", "-pk")[:ACTS_SHOWN]),
            "may_publish": may(request.user, into, "publish"),
            "is_settled": bool(into.finished_at) and not counts["doubtful"],
            "is_risk": not chosen.is_of_sources and any(is_risk(row) for row in rows),
        },
    )


@require_POST
def settle_some(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept, publish or reject the ticked records of an import."""
    into = import_for(request, pk)
    keys = [int(key) for key in request.POST.getlist("finding")[:200] if key.isascii() and key.isdigit()]
    findings = list(Finding.objects.filter(pk__in=keys, found_in=into).select_related("found_in").order_by("pk"))
    if not findings:
        messages.error(request, NOTHING_CHOSEN)
    else:
        settle_them(request, findings, request.POST.get("act", ""))
    return redirect("desk_import", pk)


def settle_them(request: HttpRequest, findings: list[Finding], act: str) -> bool:
    """Do with doubtful records what a button says, and tell what came of it; say whether any was settled."""
    hand, into = Hand(request.user, timezone.now()), findings[0].found_in
    try:
        if act == "publish":
            if not may(request.user, into, "publish"):
                raise PermissionDenied
            done, refused = publish_accepted(findings, hand, reason=request.POST.get("reason", "")[:LONGEST_REASON])
            told = "published under their own dates"
        elif act == "reject":
            (done, refused), told = reject(findings, hand), "rejected"
        elif act == "accept":
            (done, refused), told = accept(findings, hand), "accepted"
        else:
            raise Http404
    except OSError as error:
        tell_not_written(request, error)
        return True
    if done:
        messages.success(request, f"{len(done)} {told}.")
    for no in refused[:TOLD]:
        tell_refused(request, no)
    if len(refused) > TOLD:
        messages.error(request, f"{len(refused) - TOLD} more were not {told}, for reasons like these.")
    return bool(done)


def undo_import(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what undoing an import would do, and undo it when that is confirmed."""
    into = import_for(request, pk, "publish")
    if request.method == "POST":
        try:
            undo(into, request.POST.get("shown", ""), Hand(request.user, timezone.now()))
        except Refused as refused:
            tell_refused(request, refused)
            return redirect("desk_import_undo", pk)
        messages.success(request, "It is undone.")
        return redirect("desk_imports")
    return render(request, "desk/import_undo.html", {"into": into, "undoing": would_undo(into)})


@require_POST
def discard_sources(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove the raw sources of an import that is settled."""
    into = import_for(request, pk, "publish")
    try:
        count = discard(into, Hand(request.user, timezone.now()))
    except Refused as refused:
        tell_refused(request, refused)
    else:
        messages.success(request, f"{count:,} kept files are removed. What was found in them stays.")
    return redirect("desk_import", pk)


@require_POST
def resume_import(request: HttpRequest, pk: int) -> HttpResponse:
    """Let an import go on that stopped."""
    try:
        resume(import_for(request, pk), Hand(request.user, timezone.now()))
    except Refused as refused:
        tell_refused(request, refused)
    return redirect("desk_import", pk)


def is_risk(finding: Finding) -> bool:
    """Say whether it may put a person at risk: preflight has marked a passage."""
    return any("span" in doubt for doubt in finding.doubts)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0
