"""A release as search engines and archives read it in the page: schema.org's NewsArticle, in JSON-LD.

Source: https://schema.org/NewsArticle. Addresses are relative to the page's own where the site's is not known.
"""

import json
from typing import Any

from markupsafe import Markup

from dateline.publishing.faces import ImageBlock, NewsroomFace, ReleaseFace
from dateline.publishing.render.links import web_address

# In a script element only its end tag and a comment's beginning mean something; as escapes they are the same JSON.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def linked_data(room: NewsroomFace, release: ReleaseFace) -> Markup:
    """Give the JSON that stands in the page's script element, which no browser executes."""
    kept = {name: value for name, value in _told(room, release).items() if value not in ("", [], None)}
    return Markup(json.dumps(kept, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES))


def _told(room: NewsroomFace, release: ReleaseFace) -> dict[str, Any]:
    address = room.site_address
    newsroom = {"@type": "Organization", "name": room.name, "url": f"{address}{room.path}"}
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": release.uid if not release.superseded_by else f"{address}{release.path}",
        "url": f"{address}{release.path}",
        "headline": release.headline,
        "alternativeHeadline": release.subheadline,
        "description": release.lede,
        "datePublished": release.dated_on.isoformat(),
        "dateModified": release.changed_at.isoformat() if release.changed_at and not release.superseded_by else "",
        "version": release.number,
        "creativeWorkStatus": "Superseded" if release.superseded_by else "Published",
        "inLanguage": release.language,
        "keywords": [topic.name for topic in release.topics],
        "publisher": newsroom,
        "author": [newsroom, *(_organization(partner.name, partner.url) for partner in release.partners)],
        "locationCreated": {"@type": "Place", "name": release.place} if release.place else "",
        "image": [_image(address, block) for block in release.blocks if isinstance(block, ImageBlock)],
        "correction": [
            {"@type": "CorrectionComment", "text": change.note, "datePublished": change.changed_at.isoformat()}
            for change in release.changes
            if change.act == "corrected"
        ],
        "isBasedOn": [f"{address}{change.before_path}" for change in release.changes if change.before_path],
        "hasPart": [
            {
                "@type": "DigitalDocument",
                "name": file.name,
                "encodingFormat": file.media_type,
                "url": f"{address}{file.path}",
            }
            for file in release.attachments
            if file.path
        ],
        "isAccessibleForFree": True,
    }


def _organization(name: str, url: str) -> dict[str, str]:
    known = {"url": web_address(url)} if web_address(url) else {}
    return {"@type": "Organization", "name": name, **known}


def _image(address: str, block: ImageBlock) -> dict[str, Any]:
    widest = block.shown[-1]
    told = {"@type": "ImageObject", "url": f"{address}{widest.path}", "width": widest.width, "height": widest.height}
    said = {"caption": block.caption or block.alt, "creditText": block.credit}
    return told | {name: value for name, value in said.items() if value}
