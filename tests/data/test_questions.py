"""Twenty questions that an analyst asks of the article, answered by the query helpers: what must be in the answer, and
what must not.

The questions and their answers were written from the article alone, by somebody who had not seen the data.
"""

from __future__ import annotations

from typing import get_args

from jcpoa_brief import actors, claims, digest_of, events, figures, glossary, lookup, quotes
from jcpoa_brief.types import Modality


def test_who_did_what_in_february() -> None:
    """What surely falls into February 2021, and beside it what only may."""
    february = events.actual.between("2021-02", "2021-02", within=True)
    assert set(february.ids) == {
        "iran-iaea-technical-understanding",
        "iran-halts-additional-protocol",
        "iran-restricts-inspectors",
        "us-circulates-draft",
        "draft-urges-admonishment",
        "draft-alleges-concealment",
        "biden-authorizes-strike",
        "us-airstrike-in-syria",
        "us-airstrike-toll",
    }
    perhaps = events.actual.between("2021-02", "2021-02", undated=True) - february
    assert {
        "european-three-back-draft",
        "erbil-rocket-attack",
        "us-sends-deescalation-message",
        "eu-proposes-informal-meeting",
        "snsc-adopts-understanding",
        "hardliners-denounce-understanding",
        "russian-pushback",
        "rouhani-orders-metal-pause",
        "iran-starts-uranium-metal",
    } <= set(perhaps.ids)
    never = {
        "khatibzadeh-explains-refusal",
        "iran-declines-informal-meeting",
        "newspaper-attacks-rouhani",
        "parliament-passes-strategic-action-law",
        "iaea-board-censures-iran",
    }
    assert not never & {*february.ids, *perhaps.ids}
    assert "erbil-rocket-attack" not in events.involving("kataib-hezbollah")
    strike = events["us-airstrike-in-syria"]
    assert strike.date is not None
    assert not strike.date.certain
    assert strike.other_dates


def test_what_the_us_has_done_since_the_new_president() -> None:
    """What was done and what was not, and nothing of what his predecessor did."""
    acts = events.involving("united-states", role="agent", include="acting_for").between(
        "2021-01-20", None, within=True
    )
    assert {
        "us-symbolic-gestures",
        "biden-denounces-maximum-pressure",
        "biden-continues-pressure",
        "us-circulates-draft",
        "us-airstrike-in-syria",
        "us-sends-deescalation-message",
        "biden-team-seeks-leverage",
    } <= set(acts.actual.ids)
    assert set(acts.with_status("did_not_occur").ids) == {"substantive-sanctions-easing", "frozen-assets-access"}
    told = acts.with_status("occurred", "ongoing", "did_not_occur")
    assert not {
        "us-leaves-jcpoa",
        "trump-imposes-sanctions",
        "trump-adopts-maximum-pressure",
        "trump-overtures",
        "eu-proposes-informal-meeting",
        "us-lifts-sanctions",
    } & set(told.ids)


def test_what_will_not_happen_and_before_when() -> None:
    """Four things in one clause, none of them before the vote in June."""
    denied = events.of_modality("predicted_not")
    assert set(denied.ids) == {
        "major-breakthrough",
        "us-lifts-sanctions",
        "iran-reverses-breaches",
        "nuclear-talks-resume",
    }
    vote = events["iran-presidential-election"].date
    assert vote is not None
    for event in denied:
        assert event.date is not None
        assert (event.date.latest, event.date.reading) == (vote.latest, "throughout")
        assert "not expected by the author before Iran's election of June 2021" in event.title
    assert "looked more and more as if no major breakthrough" in claims["no-breakthrough-before-election"].statement
    assert claims["survival-is-unclear"].kind == "assessment"


def test_who_opposes_talks_and_why() -> None:
    """Iran for now, most hardliners and powerful forces before the vote; neither president, Russia nor China."""
    iran = claims.held_by("iran")
    assert set(iran.ids) == {"time-is-not-right", "sanctions-must-go-first", "no-point-under-pressure"}
    at_home = claims.about("iranian-hardliners") | claims.about("powerful-forces")
    assert {"hardliners-want-talks-after-election", "powerful-forces-oppose-talks"} <= set(at_home.ids)
    reasons = claims.children("hardliners-want-talks-after-election")
    assert "early-relief-would-cost-hardliners" in reasons
    assert "most Iranian hardliners" in claims["hardliners-want-talks-after-election"].statement
    for other in ("hassan-rouhani", "russia", "china", "european-union"):
        assert not (iran | at_home | reasons) & claims.about(other)  # type: ignore[arg-type]
    assert events["negotiations-after-election"].modality == "preferred"


def test_what_is_about_sanctions() -> None:
    """By context, whatever its status; nothing that eases is told as done but what the Council did."""
    economic = events.in_context("economic")
    assert {
        "trump-imposes-sanctions",
        "trump-adopts-maximum-pressure",
        "iran-demands-sanctions-lifted-first",
        "us-lifts-sanctions",
        "unsc-sanctions-resolutions",
        "resolution-2231-ends-sanctions",
        "substantive-sanctions-easing",
        "frozen-assets-access",
        "earlier-sanctions-relief-demand",
        "parliament-passes-strategic-action-law",
        "sanctions-relief-before-election",
        "powerful-forces-win-presidency",
        "major-breakthrough",
        "biden-continues-pressure",
        "biden-denounces-maximum-pressure",
        "iran-negotiates-under-pressure",
    } <= set(economic.ids)
    assert economic.actual.of_type("RETREAT").only().id == "resolution-2231-ends-sanctions"
    assert not economic.involving("european-union")
    assert not economic.involving("joe-biden", role="agent").with_status("occurred")


def test_how_many_were_killed_or_wounded() -> None:
    """Each number with its event and on whose word; infections are neither."""
    counted = figures.with_unit("people killed", "people wounded", "deaths")
    assert {(figure.id, figure.value, figure.qualifier, figure.event, figure.credited_to) for figure in counted} == {
        ("erbil-dead", 1, "exact", "erbil-attack-toll", None),
        ("erbil-wounded", 5, "exact", "erbil-attack-toll", None),
        ("strike-dead", 1, "exact", "us-airstrike-toll", "john-kirby"),
        ("strike-wounded", 4, "exact", "us-airstrike-toll", "john-kirby"),
        ("coronavirus-deaths", 60000, "over", "iran-coronavirus-crisis", None),
    }
    assert "leave open" in str(figures["strike-wounded"].note)
    for toll in ("erbil-attack-toll", "us-airstrike-toll"):
        attack = events.linked(toll, "part_of", direction="from").only()  # type: ignore[arg-type]
        victims = {part.actor for part in lookup(toll).participants if part.role == "recipient"}  # type: ignore[union-attr]
        assert not victims & {part.actor for part in attack.participants}


def test_what_brought_about_the_understanding() -> None:
    """Those who reached it, who adopted it, and the pushback without which it would have failed."""
    understanding = events["iran-iaea-technical-understanding"]
    assert {part.actor for part in understanding.participants} == {"rafael-grossi", "iran", "iaea"}
    behind = events.actual.linked(understanding, "causes", direction="to")
    adopted = events.linked(understanding, "concerns", direction="to").of_type("SUPPORT")
    assert behind.only().id == "russian-pushback"
    assert adopted.only().id == "snsc-adopts-understanding"
    assert "iran-cannot-lose-russia-china" in claims.children("impossible-without-russia")
    for other in ("china", "united-states", "european-union"):
        assert not (behind | adopted).involving(other)  # type: ignore[arg-type]
    assert adopted.involving("iranian-parliament", role="agent").ids == ()


def test_who_met_and_who_agreed() -> None:
    """Two agreements; talks only before the deal; a message is no meeting; the rest is proposed, due or supposed."""
    assert set(events.actual.of_type("AGREE").ids) == {"iran-iaea-technical-understanding", "jcpoa-concluded"}
    for agreed in events.actual.of_type("AGREE"):
        assert {part.role for part in agreed.participants} == {"agent"}
    talks = events.of_type("CONSULT")
    assert set(talks.actual.ids) == {"pre-jcpoa-negotiations", "us-sends-deescalation-message"}
    assert {"informal-meeting", "nuclear-talks-resume", "iaea-board-meeting"} <= set((talks - talks.actual).ids)
    assert events["us-sends-deescalation-message"].mode is None
    assert {part.actor for part in events["informal-meeting"].participants if part.role == "agent"} == {
        "iran",
        "united-states",
        "european-three",
    }


def test_what_iran_did_in_answer_to_what() -> None:
    """By the links: an answer to the proposal, to the pressure, to the unmet demand and to a possible censure."""
    answers = {
        (event.id, link.to)
        for event in events.involving("iran", role="agent")
        for link in event.links
        if link.kind == "responds_to" and event.modality != "counterfactual"
    }
    assert answers == {
        ("iran-declines-informal-meeting", "eu-proposes-informal-meeting"),
        ("iran-declines-informal-meeting", "us-european-recent-conduct"),
        ("iran-maximum-resistance", "trump-adopts-maximum-pressure"),
        ("iran-ends-iaea-pact", "iaea-board-censures-iran"),
    }
    after = events.linked("earlier-sanctions-relief-demand", "causes", direction="from", transitive=True)
    assert set(after.ids) == {
        "parliament-passes-strategic-action-law",
        "iran-halts-additional-protocol",
        "iran-restricts-inspectors",
    }
    threat = events.linked("iran-threatens-to-end-iaea-pact", "concerns", direction="from")
    assert set(threat.ids) == {"iran-ends-iaea-pact", "iaea-board-censures-iran"}
    assert "erbil-rocket-attack" not in events.involving("iran", include="acting_for")


def test_what_is_only_thought_of() -> None:
    """By status and modality; what was done and what is scheduled is not in it."""
    ways = {way: set(events.of_modality(way).ids) for way in get_args(Modality)}
    assert "us-lifts-sanctions" in ways["demanded"]
    assert {"informal-meeting", "iaea-board-censures-iran"} == ways["proposed"]
    assert ways["alleged"] == {"iran-conceals-nuclear-material"}
    assert {"hardliners-lose-election", "sanctions-relief-before-election"} <= ways["feared"]
    assert {"economic-improvement-before-election", "iran-alienates-russia-china"} <= ways["feared"]
    assert {"powerful-forces-win-presidency", "iaea-board-censures-iran"} == ways["possible"]
    assert ways["preferred"] == {"negotiations-after-election"}
    assert ways["counterfactual"] == {
        "iran-negotiates-under-pressure",
        "iran-embraces-trump-overtures",
        "iran-accepts-informal-talks",
        "iran-leaves-talks-empty-handed",
    }
    assert events.with_status("threatened").only().id == "iran-ends-iaea-pact"
    thought = events.with_status("threatened", "hypothetical")
    assert not {
        "iran-halts-additional-protocol",
        "us-airstrike-in-syria",
        "parliament-passes-strategic-action-law",
        "us-circulates-draft",
        "iran-presidential-election",
        "next-president-takes-office",
    } & set(thought.ids)


def test_what_is_quoted_and_from_whom() -> None:
    """Eleven places in the body, two speakers, one clause of direct speech."""
    assert sum(len(quote.citations) for quote in quotes) == 11
    assert {quote.text: quote.speaker for quote in quotes if quote.speaker} == {
        quotes["not-the-time-quote"].text: "saeed-khatibzadeh",
        "first": "iran",
    }
    assert [quote.id for quote in quotes if quote.kind == "statement"] == ["not-the-time-quote"]
    assert [quote.id for quote in quotes if quote.kind == "title"] == ["strategic-action-plan-quote"]


def test_which_figures_with_which_qualifiers() -> None:
    """Thirteen, of which three are not exact; the resolution's number is none."""
    assert {figure.id: figure.qualifier for figure in figures if figure.qualifier != "exact"} == {
        "weeks-before-refusal": "about",
        "coronavirus-deaths": "over",
        "coronavirus-infections": "upwards_of",
    }
    assert len(figures) == 13
    assert {60000, 1600000} <= {figure.value for figure in figures}
    assert 2231 not in {figure.value for figure in figures}


def test_which_dates_are_inferred_or_contradict() -> None:
    """Two readings wherever the strike's day bears on it; stated in full are only those that print their year."""
    apart = {event.id for event in events if event.other_dates}
    assert {"biden-authorizes-strike", "us-airstrike-in-syria", "us-airstrike-toll"} <= apart
    assert not apart & {"iran-declines-informal-meeting", "us-circulates-draft"}
    bases = {event.id: event.date.basis for event in events if event.date is not None}
    assert {name for name, basis in bases.items() if basis == "stated"} == {
        "us-leaves-jcpoa",
        "jcpoa-concluded",
        "trump-overtures",
        "iran-embraces-trump-overtures",
    }
    assert bases["iran-declines-informal-meeting"] == bases["resolution-2231-ends-sanctions"] == "inferred"
    assert bases["us-circulates-draft"] == bases["khatibzadeh-explains-refusal"] == "year_inferred"
    assert bases["iran-iaea-technical-understanding"] == bases["iaea-board-meeting"] == "relative"
    assert "snsc-adopts-understanding" in events.undated
    refusal = events["iran-declines-informal-meeting"].date
    assert refusal is not None
    assert not refusal.certain


def test_what_the_thesis_rests_on() -> None:
    """The tree holds what the author argues, and neither charges of others nor what he denies."""
    tree = {claim.id for claim in claims.argument()}
    assert claims.root.id == "refusal-makes-sense"
    assert {
        "no-breakthrough-before-election",
        "no-point-under-pressure",
        "concealment-notion-is-significant",
        "showdown-soured-climate",
        "no-prospect-of-results",
        "acceptance-more-embarrassing",
    } <= set(claims.children(claims.root).ids)
    assert {
        "biden-policy-same-in-practice",
        "no-substantive-easing",
        "us-failed-on-assets",
        "iran-would-have-taken-trumps-offer",
        "hardliners-want-talks-after-election",
        "iran-cannot-lose-russia-china",
    } <= tree
    charge = claims["iran-may-keep-hiding-material"]
    assert charge.holder == "united-states"
    assert charge.id not in tree
    assert not {claim.id for claim in claims if claim.relation == "opposes"}


def test_what_the_author_concedes() -> None:
    """What stands against his points, and not what he denies."""
    conceded = {claim.id for claim in claims if claim.relation == "concedes"}
    assert conceded == {
        "refusal-disappointed",
        "biden-rejects-pressure-in-words",
        "us-sought-calm",
        "gestures-were-symbolic",
        "steps-might-open-diplomacy",
        "survival-is-unclear",
    }


def test_what_each_iranian_body_does() -> None:
    """Who acts for the state, who is only named, and who is none of it."""
    done = {
        "saeed-khatibzadeh": {"khatibzadeh-explains-refusal"},
        "iranian-parliament": {"parliament-passes-strategic-action-law"},
        "supreme-national-security-council": {"snsc-adopts-understanding"},
        "hassan-rouhani": {"rouhani-orders-metal-pause"},
        "hardline-newspaper": {"newspaper-attacks-rouhani"},
        "iranian-hardliners": {"hardliners-denounce-understanding"},
        "revolutionary-guards": set[str](),
        "iranian-judiciary": set[str](),
        "mahmoud-ahmadinejad": set[str](),
    }
    for actor, acts in done.items():
        assert set(events.actual.involving(actor, role="agent").ids) == acts, actor  # type: ignore[arg-type]
        assert actor in actors.of_country("IRN")
    assert {
        "iran-declines-informal-meeting",
        "iran-halts-additional-protocol",
        "iran-threatens-to-end-iaea-pact",
    } <= set(events.actual.involving("iran", role="agent").ids)
    assert not {"erbil-attack-militia", "kataib-hezbollah", "pro-iranian-forces"} & set(actors.of_country("IRN").ids)
    assert {actors[name].acts_for for name in ("erbil-attack-militia", "hardline-newspaper")} == {None}


def test_what_happened_in_2018() -> None:
    """Surely the withdrawal and the overtures, perhaps the sanctions and the pressure; no acceptance, no resolution."""
    surely = events.actual.between("2018", "2018", within=True)
    assert set(surely.ids) == {"us-leaves-jcpoa", "trump-overtures"}
    perhaps = events.actual.between("2018", "2018")
    assert {"trump-adopts-maximum-pressure", "trump-imposes-sanctions"} <= set(perhaps.ids)
    assert "unsc-sanctions-resolutions" not in perhaps
    assert "iran-embraces-trump-overtures" not in perhaps
    assert events["iran-embraces-trump-overtures"].modality == "counterfactual"


def test_what_is_scheduled() -> None:
    """Three things are planned and one runs out; what is proposed, demanded or preferred is not among them."""
    assert set(events.with_status("planned").ids) == {
        "iaea-board-meeting",
        "iran-presidential-election",
        "next-president-takes-office",
    }
    monitoring = events["enhanced-monitoring-extended"].date
    assert monitoring is not None
    assert str(monitoring) == "2021-02-22~/2021-05-22~"
    assert str(events["negotiations-after-election"].date) == "2021-06/.."


def test_what_the_resolution_settled_and_why_the_draft_matters() -> None:
    """The UN's sanctions and the old dispute; the draft recalls the claims behind them, and nothing is reimposed."""
    ended = events.linked("resolution-2231-ends-sanctions", "reverses", direction="from")
    assert ended.only().id == "unsc-sanctions-resolutions"
    assert events.linked("resolution-2231-settles-pmd", "concerns", direction="from").only().id == "pmd-claims"
    assert events.linked("pmd-claims", "causes", direction="from").only().id == "unsc-sanctions-resolutions"
    assert {"notion-recalls-pmd-claims", "pmd-claims-motivated-sanctions", "resolution-settled-pmd-dispute"} <= set(
        claims.children("concealment-notion-is-significant").ids
    )
    assert "trump-imposes-sanctions" not in events.linked("resolution-2231-ends-sanctions", transitive=True)
    assert not events.involving("un-security-council").of_type("SANCTION").between("2015-08", None)


def test_against_whom_words_are_aimed_and_by_whom() -> None:
    """Agent and recipient of each refusal, criticism, charge and threat that was made."""
    aimed = {(pair.agent, pair.recipient) for pair in events.actual.of_type("ACCUSE", "REJECT", "THREATEN").dyads()}
    assert aimed == {
        ("iran", "european-union"),
        ("iran", "united-states"),
        ("saeed-khatibzadeh", "united-states"),
        ("saeed-khatibzadeh", "european-three"),
        ("joe-biden", "donald-trump"),
        ("united-states", "iran"),
        (None, "iran"),
        ("hardline-newspaper", "hassan-rouhani"),
        ("iranian-hardliners", None),
        ("iran", "iaea"),
        ("iran", "iaea-board-of-governors"),
    }
    assert events["iaea-board-censures-iran"].status == "hypothetical"
    assert events["dismay-at-refusal"].type is None


def test_surface_forms_stand_in_the_body() -> None:
    """Of names and abbreviations only those that a citation proves are words of the body."""
    assert "IRGC" not in glossary["revolutionary-guards-term"].surface_forms
    assert "IAEA" in glossary["iaea-term"].surface_forms
    for record in (*actors, *glossary, *quotes):
        proven = {citation.digest for citation in record.citations}
        assert {digest_of(form) for form in record.surface_forms} == proven
    assert events.first().surface_forms == ()
