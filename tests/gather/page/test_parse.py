from sayso.gather.page.parse import parse_fragment, parse_page

BODY = """<article><h1>Veltria shuts harbour</h1>
<p>ORSK HARBOUR: The minister of ports said on Tuesday that the harbour would stay shut until the talks end.</p>
<p>“We will not open it,” she told reporters. &ldquo;Not today.&rdquo;</p>
<p>Opposition parties called the closure unlawful and said they would go to court within the week.</p></article>
<footer>About us</footer>"""
LINKED_DATA = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "no"},
{"@type": ["NewsArticle"],
"headline": "Veltria shuts harbour", "author": [{"name": "Ilse Marn"}], "datePublished": "2025-11-25T09:30:00+05:00",
"publisher": {"name": "Orsk Courier"}, "inLanguage": "en-GB"}]}</script>"""
META = """<meta property="og:site_name" content="Tarn Daily"><meta name="author" content="Tor Veld">
<meta property="article:published_time" content="2025-11-24"><link rel="canonical" href="https://tarn.example/1">"""


def page(head: str) -> dict[str, object]:
    return parse_page(
        f"<!DOCTYPE html><html><head><title>Veltria shuts harbour</title>{head}</head><body>{BODY}</body></html>"
    )


def test_the_report_comes_out_with_its_paragraphs_and_without_its_title() -> None:
    found = page("")
    assert str(found["text"]).split("\n")[:2] == [
        "ORSK HARBOUR: The minister of ports said on Tuesday that the harbour would stay shut until the talks end.",
        "“We will not open it,” she told reporters. “Not today.”",
    ]
    assert "About us" not in str(found["text"])
    assert found["title"] == "Veltria shuts harbour"


def test_linked_data_comes_before_meta_elements() -> None:
    found = page(LINKED_DATA + META)
    assert found["outlet"] == {"name": "Orsk Courier"}
    assert found["author"] == [{"name": "Ilse Marn"}]
    assert found["published"] == "2025-11-25T09:30:00+05:00"
    assert found["url"] == "https://tarn.example/1"


def test_meta_elements_serve_where_there_is_no_linked_data() -> None:
    found = page(META)
    assert (found["outlet"], found["author"], found["published"]) == ("Tarn Daily", "Tor Veld", "2025-11-24")


def test_nothing_is_invented() -> None:
    found = page("")
    assert found.get("outlet") is None
    assert found.get("published") is None
    assert found.get("author") is None


def test_broken_linked_data_is_passed_over() -> None:
    broken = (
        '<script type="application/ld+json">{"@type": </script><script type="application/ld+json">%s</script>'
    )
    assert page(broken % ("[" * 50_000) + META)["outlet"] == "Tarn Daily"


def test_a_fragment_gives_its_words_one_block_a_line() -> None:
    fragment = "<p>It is <b>shut</b>.</p>Then<br>this<script>x</script><ul><li>one<li>two</ul>&amp; more"
    assert parse_fragment(fragment) == "It is shut.\nThen\nthis\none\ntwo\n& more"
