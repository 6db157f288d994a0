import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest
from builders import POISONS, article, dispute, poisoned, twice
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from sayso.core.errors import UsageError
from sayso.core.ledger import Ledger
from sayso.core.printable import printable
from sayso.desk.html import environment, to_html

ELEMENTS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "a",
    "header",
    "p",
    "b",
    "span",
    "main",
    "nav",
    "h1",
    "h2",
    "h3",
    "h4",
    "ol",
    "ul",
    "li",
    "article",
    "section",
    "dl",
    "div",
    "dt",
    "dd",
    "details",
    "summary",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "footer",
    "q",
    "bdi",
    "mark",
    "sup",
    "small",
    "time",
    "code",
    "i",
}
ATTRIBUTES = {
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "href",
    "id",
    "tabindex",
    "role",
    "scope",
    "colspan",
    "aria-hidden",
    "open",
    "aria-label",
    "aria-labelledby",
    "dir",
    "data-label",
    "data-n",
    "title",
    "rel",
}


def parse(page: str) -> etree._Element:
    return lxml_html.document_fromstring(page)


def words_of(node: etree._Element) -> str:
    return " ".join("".join(node.itertext()).split())


def test_autoescape_is_on_for_every_template() -> None:
    env = environment()
    names = env.list_templates(extensions=["html"])
    assert "brief.html" in names
    assert env.autoescape is True
    assert all(name.endswith((".html", ".css")) for name in env.list_templates())
    assert env.from_string("{{ x }}").render(x="<b>&") == "&lt;b&gt;&amp;"


def test_no_template_switches_escaping_off() -> None:
    env = environment()
    for name in env.list_templates(extensions=["html"]):
        assert env.loader is not None
        source, _, _ = env.loader.get_source(env, name)
        assert "safe" not in re.findall(r"\|\s*(\w+)", source), name
        assert "autoescape" not in source, name


@pytest.mark.parametrize("poison", POISONS)
def test_text_makes_no_element_and_no_attribute(poison: str) -> None:
    page = to_html(poisoned(poison), None)
    for node in parse(page).iter():
        assert isinstance(node.tag, str), "a comment or instruction came out of the text"
        assert node.tag in ELEMENTS
        assert set(node.attrib) <= ATTRIBUTES


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=80).filter(lambda t: bool(t.strip()) and "\r" not in t))
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    page = parse(to_html(poisoned(text), None))
    shown = words_of(page.xpath("//*[contains(concat(' ', @class, ' '), ' title ')]")[0])
    assert shown == " ".join(printable(text).split())
    for node in page.iter():
        assert node.tag in ELEMENTS


@pytest.mark.parametrize("poison", POISONS)
def test_no_control_or_bidi_character_reaches_the_page(poison: str) -> None:
    page = to_html(poisoned(poison), None)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//x.example",
        "http:x",
        "https://[",
    ],
)
def test_only_http_addresses_are_links(url: str) -> None:
    ledger = dispute()
    poisoned_ledger = _with_url(ledger, url)
    page = parse(to_html(poisoned_ledger, None))
    outward = [a.get("href") for a in page.iter("a") if not a.get("href", "").startswith("#")]
    assert all(str(h).startswith("https://news.example/") for h in outward)
    assert printable(url).strip() in page.text_content()


def test_http_addresses_are_links_that_tell_nobody() -> None:
    page = parse(to_html(dispute(), None))
    outward = [a for a in page.iter("a") if not a.get("href", "").startswith("#")]
    assert {a.get("href") for a in outward} == {
        f"https://news.example/{x}" for x in ("pilot", "gazette", "wire", "echo")
    }
    assert all("noreferrer" in a.get("rel", "") for a in outward)


def test_every_link_in_the_page_has_its_target_and_ids_are_unique() -> None:
    page = parse(to_html(dispute(), None))
    ids = [n.get("id") for n in page.iter() if n.get("id")]
    assert len(ids) == len(set(ids))
    links = {a.get("href", "")[1:] for a in page.iter("a") if a.get("href", "").startswith("#")}
    assert links <= set(ids)


def test_every_cell_leads_to_its_exact_words() -> None:
    page = parse(to_html(dispute(), None))
    cells = page.xpath("//table[contains(@class, 'matrix')]//a[contains(@class, 'cite')]")
    assert len(cells) == 11
    for link in cells:
        number = link.get("href").removeprefix("#w")
        marked = page.xpath(f"//mark[contains(concat(' ', @class, ' '), ' w{number} ')]")
        assert words_of(link.find("q")) == " ".join("".join(m.text for m in marked).split())
        assert f"#w{number}:target~.w{number}" in page.findtext("head/style")


def test_the_page_asks_nobody_for_anything() -> None:
    page = to_html(dispute(), None)
    tree = parse(page)
    assert not tree.xpath(
        "//script | //img | //link | //iframe | //form | //object | //*[@src] | //*[@style]"
    )
    assert "url(" not in page
    assert "@import" not in page
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = tree.findtext("head/style") or ""
    assert "default-src 'none'" in policy
    assert f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in policy


def test_structure_is_accessible() -> None:
    page = parse(to_html(dispute(), None))
    assert page.get("lang") == "en"
    levels = [int(h.tag[1]) for h in page.iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert page.xpath("count(//main)") == 1
    for table in page.iter("table"):
        assert table.find("caption") is not None
        assert all(th.get("scope") in ("col", "row", "rowgroup") for th in table.iter("th"))
    for region in page.xpath("//*[@aria-labelledby]"):
        assert page.get_element_by_id(region.get("aria-labelledby")) is not None
    for mark in page.xpath("//*[contains(@class, 'sym')]"):
        assert mark.get("aria-hidden") == "true"


def test_voices_have_symbol_and_word() -> None:
    page = parse(to_html(dispute(), None))
    cells = page.xpath("//table[contains(@class, 'matrix')]//tr[@id='C1']/td")
    shown = [words_of(c) for c in cells]
    assert shown[0] == "– silent: published before the first reading"
    assert shown[1].startswith("◇ attributed to Ilse Marn")
    assert "✕ denied by Marrow’s admiralty" in shown[1]
    assert shown[2].startswith("◆ own voice")


def test_the_notice_stands_on_the_page() -> None:
    page = to_html(dispute(), None)
    assert page.count("Coded by machine, unchecked") == 2


def test_a_report_of_another_language_says_so() -> None:
    page = parse(to_html(_with_language(dispute(), "fa"), None))
    assert page.xpath("//div[@class='text']/@lang")[0] == "fa"
    page = parse(to_html(_with_language(dispute(), 'x" onclick="y'), None))
    assert page.xpath("//div[@class='text']/@lang")[0] == ""


def test_several_stories_have_contents() -> None:
    page = parse(to_html(twice(), None))
    assert page.findtext(".//h1") == "Contents"
    assert [a.get("href") for a in page.xpath("//nav[@class='contents']//a")] == ["#T1", "#T2"]
    ids = [n.get("id") for n in page.iter() if n.get("id")]
    assert len(ids) == len(set(ids))


def test_readings_in_related_stories_are_shown_and_lead_to_their_words() -> None:
    ledger = dispute()
    one = replace(ledger.stories[0], articles=("pilot", "gazette", "wire", "ledger"))
    apart = replace(ledger, stories=(one, replace(one, id="denial", articles=("echo",))))
    page = parse(to_html(apart, "quell"))
    assert "Related stories" in words_of(page.xpath("//table[contains(@class, 'matrix')]/thead")[0])
    ids = {n.get("id") for n in page.iter() if n.get("id")}
    cites = page.xpath("//tr[@id='C1']/td[last()]//a/@href")
    assert len(cites) == 3
    assert {c[1:] for c in cites} <= ids


def test_an_unknown_story_is_an_error() -> None:
    with pytest.raises(UsageError, match="no story"):
        to_html(dispute(), "nothing")


def _with_url(ledger: Ledger, url: str) -> Ledger:
    return replace(ledger, articles=(article("pilot", url=url), *ledger.articles[1:]))


def _with_language(ledger: Ledger, language: str) -> Ledger:
    return replace(ledger, articles=tuple(replace(a, language=language) for a in ledger.articles))
