import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.gather.clean.boilerplate import drop_boilerplate

REPORT = "The minister of ports said on Tuesday that the harbour would stay shut."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Read more: Talks with Sarnia stall again", "link to another report"),
        ("Read More: Who said “never” in Orsk, and why?", "link to another report"),
        ("Read: Sarnia denies it all", "link to another report"),
        ("ALSO READ | Sarnia denies it all", "link to another report"),
        ("▶ Also read: Explained: the harbour dispute", "link to another report"),
        ("**Read more:** Sarnia denies it all", "link to another report"),
        ("See also – Sarnia denies it all", "link to another report"),
        ("Watch: Minister addresses dockers in Orsk", "link to another report"),
        ("Related: Sarnia denies it all", "link to another report"),
        (
            "In other news read more about 200 Ghost Ships, Mostly Foreign, Found in Orsk",
            "link to another report",
        ),
        ("Read more about the harbour here.", "link to another report"),
        ("Click here for the full list", "promotion"),
        ("More from Orsk Courier", "link to another report"),
        ("The post Harbour shut appeared first on Orsk Courier.", "link to another report"),
        ("#Veltria #OrskHarbour #Ports", "hashtags"),
        ("#Veltria", "hashtags"),
        ("Tags: harbour, Veltria, Sarnia", "hashtags"),
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below this advertisement", "advertisement"),
        ("© 2025 Orsk Courier. All rights reserved.", "copyright notice"),
        ("Copyright 2025 Orsk Courier", "copyright notice"),
        ("This material may not be published, broadcast, rewritten or redistributed.", "copyright notice"),
        (
            "This story has been published from a wire feed without modifications to the text.",
            "syndication notice",
        ),
        ("(Except for the headline, this story has not been edited by Courier staff.)", "syndication notice"),
        ("We use cookies to improve your experience. Read our policy.", "cookies and consent"),
        ("By continuing to use this site you agree to our terms.", "cookies and consent"),
        ("Photo: Tor Veld/Orsk Press", "photograph credit"),
        ("Image credit: Orsk Press", "photograph credit"),
        ("Tor Veld via Getty Images.", "photograph credit"),
        ("Getty", "photograph credit"),
        ("Reporting by Tor Veld; Editing by Ilse Marn", "staff credit"),
        (
            "(Reporting by Tor Veld and Ada Lind; additional reporting by Pell Orn in Sarnia; Editing by Ilse Marn)",
            "staff credit",
        ),
        ("[Writing by T. Veld, editing by Ilse Marn]", "staff credit"),
        ("Edited by: Ilse Marn", "staff credit"),
        ("READ MORE ▸", "link to another report"),
        ("Read more...", "link to another report"),
        ("Read the full story", "link to another report"),
        ("SIGN UP: The Morning Tide", "promotion"),
        ("Newsletter", "sharing buttons"),
        ("Share this article", "sharing buttons"),
        ("Facebook Twitter WhatsApp Email", "sharing buttons"),
        ("Leave a comment", "sharing buttons"),
        ("3 min read", "sharing buttons"),
        ("Follow us on Twitter and Facebook for more.", "promotion"),
        ("Follow Tor Veld on Twitter @torveld", "promotion"),
        ("Subscribe to our newsletter for the best of Orsk.", "promotion"),
        ("Sign up here to get the news in the morning", "promotion"),
        ("Download the Courier App now!", "promotion"),
        (
            "Discover the latest harbour news and updates, or download the Courier App to stay informed!",
            "promotion",
        ),
        ("Find the best of our port coverage, specially picked for you each Monday morning.", "promotion"),
        ("Stay on top of the latest shipping trends and biggest port news.", "promotion"),
        ("Get the day's top headlines delivered to your inbox.", "promotion"),
        ("For more news and updates, visit our site.", "promotion"),
        ("Support independent journalism in Veltria.", "promotion"),
        ("Catch all the Port News and Shipping Updates on Courier. Download the Courier App.", "promotion"),
        ("📣 For more port news, click here to join our WhatsApp Channel", "promotion"),
        ("Stay updated with all the latest port news. Click here for our coverage of Orsk.", "promotion"),
        ("Like Courier Business on Facebook to stay informed.", "promotion"),
        ("Register now for free access.", "promotion"),
        (
            "Do you have a tip on this story? Do you have any questions? Contact the desk at Orsk.",
            "promotion",
        ),
        ("CLICK HERE TO GET THE COURIER APP", "promotion"),
        (
            "This report is auto-generated from a news service. Courier holds no responsibility for it.",
            "syndication notice",
        ),
        ("after newsletter promotion", "advertisement"),
        ("Image source, Orsk Press", "photograph credit"),
    ],
)
def test_boilerplate_lines_go_and_are_kept_apart(line: str, reason: str) -> None:
    kept, dropped, is_partial = drop_boilerplate(f"{REPORT}\n{line}\n{REPORT}")
    assert kept == f"{REPORT}\n{REPORT}"
    assert {item.reason for item in dropped} == {reason}
    assert " ".join(item.text for item in dropped) == line
    assert not is_partial


@pytest.mark.parametrize(
    "line",
    [
        "(AP)",
        "Express News reported.",
        "Orsk Press contributed to this report.",
        "Read the room: nobody wants this war, and the minister said so. He then left for Orsk.",
        "Read more: the court said. The minister then left for Orsk Harbour.",
        "“Follow us on Twitter,” the minister told the dockers.",
        "Subscribe to that view, the minister said, and the harbour never opens.",
        "Sign up for coverage by May, officials urged.",
        "The minister asked people to download the app.",
        "Sailors can download the new chart at the maker's site.",
        "Photos released by the ministry showed the harbour in flames.",
        "Video of the attack, posted by the group, was not verified.",
        "Video by the army shows troops crossing the river",
        "Images from the harbour showed smoke.",
        "In other news, the minister resigned.",
        "Share prices fell by a tenth.",
        "Copyright law was changed in May.",
        "The company said all rights to the harbour were sold.",
        "Related talks in Tarn ended without result.",
        "Stay away from the harbour, the army told residents.",
        "More than 40 people were killed.",
        "The hashtag #OrskHarbour was shared 10,000 times.",
        "People shared #Orsk #Veltria #Harbour",
        "Report adds that 30 people were hurt",
        "Join us, the rebels told the soldiers.",
        "Watch towers line the border.",
        "See-through barriers were put up: they fell at once.",
        "Advertisement spending rose.",
        "Discover how to leave, the leaflet said.",
        "The drug (read: poison) was found in Orsk.",
        "The act (see: Ports Act) was passed.",
        "Video sources confirmed the attack",
        "Published in Orsk Courier, November 26th, 2025",
        "Reporting by Tor Veld shows that the harbour was empty.",
        "Written by Ada Veld, the letter was read in court.",
        "Editing by hand, the clerk struck out two names.",
        "Additional reporting by AFP",
        "With reporting by Northwater Wire",
        "The film (produced by Ada Veld) opened in Orsk.",
        "She heard the report (“Reporting by Ada Veld”) read out.",
        "Read the full report, the judge told the dockers.",
        "(With inputs from agencies)",
        "Follow the money, the minister said.",
        "Click here, the message said, and the money is gone.",
    ],
)
def test_reporting_stays(line: str) -> None:
    assert drop_boilerplate(f"{REPORT}\n{line}\n{REPORT}") == (f"{REPORT}\n{line}\n{REPORT}", (), False)


@pytest.mark.parametrize(
    ("paragraph", "kept", "gone"),
    [
        (f"{REPORT}Download the Courier App now!", REPORT, ["Download the Courier App now!"]),
        (f"{REPORT} Follow us on Twitter.", REPORT, ["Follow us on Twitter."]),
        (f"Subscribe to our newsletter. {REPORT}", REPORT, ["Subscribe to our newsletter."]),
        (
            f"{REPORT} Discover the latest port news. Download the Courier App!",
            REPORT,
            ["Discover the latest port news.", "Download the Courier App!"],
        ),
        (f"{REPORT} #Veltria #OrskHarbour #Ports #News", REPORT, ["#Veltria #OrskHarbour #Ports #News"]),
        (f"{REPORT} Also read: Sarnia denies it all", REPORT, ["Also read: Sarnia denies it all"]),
        (
            f"Read more: Talks with Sarnia stalledThe two sides met again. {REPORT}",
            f"The two sides met again. {REPORT}",
            ["Read more: Talks with Sarnia stalled"],
        ),
        (f"{REPORT} (Photo by Tor Veld/Getty Images)", REPORT, ["(Photo by Tor Veld/Getty Images)"]),
        (
            f"A docker waits. (Tor Veld/Getty Images.) {REPORT}",
            f"A docker waits. {REPORT}",
            ["(Tor Veld/Getty Images.)"],
        ),
        (f"{REPORT} [Read more: Sarnia denies it all]", REPORT, ["[Read more: Sarnia denies it all]"]),
    ],
)
def test_boilerplate_glued_to_a_paragraph_goes(paragraph: str, kept: str, gone: list[str]) -> None:
    text, dropped, _ = drop_boilerplate(paragraph)
    assert text == kept
    assert [item.text for item in dropped] == gone


def test_a_promotion_within_a_quotation_is_reporting() -> None:
    text = f"{REPORT} “We are ready. Follow us on Twitter. Download the Courier App now.”"
    assert drop_boilerplate(text) == (text, (), False)


def test_a_wrapped_line_is_no_line_of_its_own() -> None:
    text = "The minister of ports asked the people of Orsk Harbour to\nsign up for the new lists by the end of May.\n"
    assert drop_boilerplate(text) == (text, (), False)


@pytest.mark.parametrize("end", [" … [+1234 chars]", "… Continue reading", " [...]"])
def test_a_text_that_goes_on_elsewhere_is_partial(end: str) -> None:
    kept, dropped, is_partial = drop_boilerplate(REPORT + end)
    assert kept.strip() == REPORT
    assert is_partial
    assert dropped[0].text == end.strip()


@given(st.text(st.sampled_from("Read more:#aA ./[]()\n“”,|©xY"), max_size=400))
def test_nothing_vanishes_unseen(text: str) -> None:
    kept, dropped, _ = drop_boilerplate(text)

    def letters(words: str) -> int:
        return sum(not char.isspace() for char in words)

    assert letters(kept) + sum(letters(item.text) for item in dropped) == letters(text)


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "Read more: ",
        "#tag ",
        "(",
        "Share ",
        "x, ",
        "getty/",
        "All rights ",
        "Follow us. ",
        ". A",
        "“",
        "A.B ",
    ],
)
def test_hostile_repetition_ends(unit: str) -> None:
    drop_boilerplate(unit * 20_000)
    drop_boilerplate("\n".join([unit * 30] * 2_000))


def test_a_labelled_headline_among_reporting_is_a_link() -> None:
    text = "The harbour closed.\nIn pictures: The new quay of Vessel Bay\nAnalysis: How the quay sank\nFerries stopped."
    kept, dropped, _ = drop_boilerplate(text)
    assert kept == "The harbour closed.\nFerries stopped."
    assert {d.reason for d in dropped} == {"link to another report"}


def test_a_label_on_the_first_line_or_before_a_sentence_stays() -> None:
    text = "Analysis: How the quay sank\nThe quay sank.\nOpinion: It was never safe, said the mayor."
    assert drop_boilerplate(text)[0] == text


def test_headlines_below_a_heading_of_links_are_links() -> None:
    text = "The quay sank.\nRelated articles\nNorrick, where everyone sails\nA pier too far\nNobody was hurt."
    kept, dropped, _ = drop_boilerplate(text)
    assert kept == "The quay sank.\nNobody was hurt."
    assert len(dropped) == 3


def test_requests_to_comment_or_follow_are_promotion() -> None:
    text = "The quay sank.\nWhat do you think? Tell us in the comments below!\nFollow QNA on all platforms for more"
    assert drop_boilerplate(text)[0] == "The quay sank."


@pytest.mark.parametrize(
    "line",
    [
        "Buy our Sunday paper",
        "Donate to keep us on the air",
        "Get our shipping newsletter",
        "Send this story to a friend",
        "Copyright QNA",
        "QNA 2034. Reprints only with the agency's name",
    ],
)
def test_what_a_page_puts_below_a_report(line: str) -> None:
    kept, dropped, _ = drop_boilerplate(f"The quay sank.\n\nNobody was hurt.\n\n{line}\n")
    assert kept.rstrip() == "The quay sank.\n\nNobody was hurt."
    assert [d.text for d in dropped] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Give us our quay back, said a placard",
        "Help us, she shouted.",
        "Share prices of the port's owner fell",
        "The reproduction of oysters is only now understood",
    ],
)
def test_the_end_of_a_report_stays(line: str) -> None:
    assert drop_boilerplate(f"The quay sank.\n{line}")[0] == f"The quay sank.\n{line}"


def test_a_line_like_it_among_reporting_or_alone_stays() -> None:
    assert drop_boilerplate("Follow our fleet\nThe quay sank.")[0] == "Follow our fleet\nThe quay sank."
    assert drop_boilerplate("Follow our fleet")[0] == "Follow our fleet"


@pytest.mark.parametrize(
    ("end", "reason"),
    [
        ("(Reporting by Tor Veld; editing by Ilse Marn)", "staff credit"),
        ("Reporting by Tor Veld in Orsk, editing by Ilse Marn.", "staff credit"),
        ("Read more", "link to another report"),
    ],
)
def test_what_ends_a_paragraph_without_a_break_goes(end: str, reason: str) -> None:
    kept, dropped, _ = drop_boilerplate(f"{REPORT} {end}")
    assert kept == REPORT
    assert [(d.text, d.reason) for d in dropped] == [(end, reason)]
