import pytest, tempfile, os
from pathlib import Path
from serving.behind import nginx, caddy
from build import *
from dateline.publishing.publish import publish
from dateline.publishing.settle import settle
from dateline.publishing.state_addresses import state_addresses, Stated
from dateline.publishing.withdraw import withdraw
from dateline.publishing.correct import correct
from dateline.releases.models import Release
def test_play(served, public_root, tmp_path, transactional_db):
    make_newsroom(); make_newsroom("Unión", "es")
    r = make_release(); publish(r, at=AT)
    w = make_release(headline="Wrong"); publish(w, at=AT); withdraw(Release.objects.get(pk=w.pk), "It was wrong.", at=AT)
    m = make_release(headline="Moves"); publish(m, at=AT); m=Release.objects.get(pk=m.pk); m.address_slug="moved"; m.headline="Moves on"; correct(m,"So.",at=AT)
    w = Release.objects.get(pk=w.pk)
    e = state_addresses([Stated(1,"https://old.example/press?page=5","/2024/05/"), Stated(2,"/index.php?id=7&x=1", str(r.uid)), Stated(3,"/?p=12",str(w.uid)), Stated(4,"/about us/it's.html","/archive/"), Stated(5,"/_files/x.pdf",str(r.uid)),Stated(7,"/2024/05/x.html",str(r.uid)),Stated(6,"/a$b;c",str(r.uid))])
    print(e)
    settle()
    for f in sorted((public_root/"_maps").rglob("*")):
        if 0: print(f.name, f.read_text())
    for front in __import__("os").environ["FRONT"]=="caddy" and caddy(tmp_path/"caddy", public_root, served.port) or nginx(tmp_path/"nginx", public_root, served.port):
        for raw in ["/", "/2024/05/", "/2024/05", "/press?page=5","/press/?page=5&utm_source=x","/press/","/press/?x=1","/?p=12","/?p=13","/index.php?x=1&id=7","/about%20us/it's.html","/_files/x.pdf","/a$b;c","/2024/05/wrong/","/2024/05/wrong","/2024/05/wrong/release.pdf","/2024/05/moves/","/2024/05/moves/release.txt","/nothing","/es/nada/","/search/?q=board","/desk/","/_gone/2024/05/wrong/index.html","/_gone/2024/05/wrong","/_gone/2024/05/wrong/","/_maps/first.txt","/.press-lock","/index.html","//2024/05/","/2024/05/index.html","/feed.json","/feed.atom"]:
            a=front.ask(raw); b=__import__("serving.behind",fromlist=["ask"]).ask(served.port, raw)
            print(raw, a.status, b.status, a.headers.get("location"), b.headers.get("location"), "" if a.body==b.body else f"DIFF {a.body[:80]} {b.body[:80]}")
            skip={"date","server","etag","last-modified","connection","transfer-encoding","content-length","accept-ranges","vary","keep-alive"}
            ha={k:v for k,v in a.headers.items() if k not in skip}; hb={k:v for k,v in b.headers.items() if k not in skip}
            if ha!=hb: print("   ", {k:(ha.get(k),hb.get(k)) for k in ha.keys()|hb.keys() if ha.get(k)!=hb.get(k)})
        print([ (p, p.read_text()) for p in front.logs.iterdir()])
