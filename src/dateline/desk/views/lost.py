"""The loss report of an import: as a page, as PDF and as JSON; for the desk, or to hand out."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from dateline.desk.import_roles import import_for
from dateline.intake.groups import PAGE
from dateline.publishing.importing.lost import lines, sums_of
from dateline.publishing.importing.lost_json import loss_json
from dateline.publishing.importing.lost_pdf import loss_pdf


def lost(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the report."""
    into, to_hand_out = import_for(request, pk), _is_to_hand_out(request)
    sums = sums_of(into, to_hand_out=to_hand_out)
    start = int(given) if (given := request.GET.get("from", "0")).isascii() and given.isdigit() else 0
    rows = list(lines(into, to_hand_out=to_hand_out, start=start, most=PAGE))
    whole = sums.public + sums.drafts
    told = {
        "into": into,
        "sums": sums,
        "rows": rows,
        "to_hand_out": to_hand_out,
        "start": start,
        "last": start + len(rows),
        "whole": whole,
        "before": max(0, start - PAGE) if start else None,
        "after": start + PAGE if start + PAGE < whole else None,
    }
    return render(request, "desk/lost.html", told)


def lost_json(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """Give the report as JSON."""
    into = import_for(request, pk)
    pieces = loss_json(into, to_hand_out=_is_to_hand_out(request))
    return StreamingHttpResponse(pieces, "application/json", headers=_named(f"loss-report-{pk}.json"))


def lost_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the report as PDF."""
    content = loss_pdf(import_for(request, pk), to_hand_out=_is_to_hand_out(request))
    return HttpResponse(content, "application/pdf", headers=_named(f"loss-report-{pk}.pdf"))


def _is_to_hand_out(request: HttpRequest) -> bool:
    return "to-hand-out" in request.GET


def _named(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
