"""The fixtures for a browser: a reader's page needs nothing from elsewhere, the desk comes with its style."""

from build import AT, make_newsroom, make_release

from dateline.publishing.publish import publish
from dateline.publishing.settle import settle


def test_a_reader_meets_no_cookie_no_script_and_no_other_host(served, page):
    make_newsroom()
    publish(make_release(), at=AT)
    settle()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(served.url + "/")
    page.get_by_role("link", name="Tenants win the right to an interpreter").first.click()
    assert page.get_by_text("The board voted four to one.").first.is_visible()
    assert all(url.startswith((served.url + "/", "data:")) for url in asked), asked
    assert page.context.cookies() == []
    assert complaints == [], "the strict policy blocks something that a page asks for"


def test_a_release_tells_machines_what_it_is_without_running_anything(served, page):
    make_newsroom()
    publish(make_release(headline="Rent </script><script>document.title = 'ran'</script>"), at=AT)
    settle()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', e => console.error(`${e.violatedDirective} ${e.blockedURI}`))"
    )
    page.goto(served.url + "/2024/05/")
    page.locator(".headline a, .entries h2 a").first.click()
    assert page.title().startswith("Rent </script>")
    told = page.evaluate("JSON.parse(document.querySelector('script').text)")
    assert told["headline"].startswith("Rent </script>")
    for form in page.locator(".forms a").all():
        answered = page.request.get(served.url + form.get_attribute("href"))
        assert (answered.status, answered.headers["content-type"].partition(";")[0]) in (
            (200, "application/pdf"),
            (200, "text/plain"),
            (200, "application/json"),
        )
    assert complaints == []


def test_the_desk_comes_with_its_style(served, page):
    make_newsroom()
    missing: list[str] = []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    page.goto(served.url + "/desk/")
    assert page.get_by_label("Password").is_visible()
    assert missing == []
    assert page.evaluate("document.styleSheets.length") > 0
