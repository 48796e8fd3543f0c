"""Mistakes that a type checker must flag: each line that ends in ``# wrong``, and no other."""

from jcpoa_brief import Actor, Citation, EventId, actors, checks, cite, cited_in, claims, evaluate, events, figures, glossary, lookup, network, paragraphs, quotes, related, search, sources, timeline
from jcpoa_brief import evnts  # wrong
import jcpoa_brief

jcpoa_brief.actorz  # wrong
actors["irna"]  # wrong
events["iran"]  # wrong
events[0]  # wrong
paragraphs[14]  # wrong
key: EventId = "us-leave-jcpoa"  # wrong
events["us-leaves-jcpoa"].status == "happened"  # wrong
events["us-leaves-jcpoa"].title = "x"  # wrong
events["us-leaves-jcpoa"].titel  # wrong
events["us-leaves-jcpoa"].date.edtf  # wrong
events.involving("irna")  # wrong
events.involving("iran", role="agnt")  # wrong
events.involving("iran", include="friends")  # wrong
events.involving(events.first())  # wrong
events.between("2021", None, dates="world")  # wrong
events.with_status("real")  # wrong
events.of_type("reject")  # wrong
events.in_context("nuclear")  # wrong
events.of_modality("likely")  # wrong
events.in_country("Syria")  # wrong
actors.of_country("IRA")  # wrong
actors["iran"].country == "Iran"  # wrong
events.linked("us-leaves-jcpoa", "likes")  # wrong
events.cited_in(14)  # wrong
quotes.by("irna")  # wrong
quotes.of_kind("sentence")  # wrong
actors.of_kind("robot")  # wrong
actors.in_sector("ARMY")  # wrong
glossary.in_category("maths")  # wrong
claims.held_by("everybody")  # wrong
claims.about("jcpoa")  # wrong
checks.of_verdict("false")  # wrong
checks.of_aspect("tone")  # wrong
checks.with_grade("P")  # wrong
sources.of_grade("A")  # wrong
Citation(paragraph=14, start=0, end=1)  # wrong
Actor(id="atlantis", name="Atlantis", kind="state", description="-", citations=(), agreement="one")  # wrong
figures.first().value.upper()  # wrong
actors | events  # wrong

cite("iran", style="apa")  # wrong
cite(actors["iran"], style="harvard")  # wrong
cited_in(14)  # wrong
evaluate([(5, 0, 26)], events, match="loose")  # wrong
lookup("irna")  # wrong
lookup("iran").title  # wrong
network(actors)  # wrong
related("irna")  # wrong
search("sanctions", families="people")  # wrong
timeline(events, dates="world")  # wrong
timeline(actors)  # wrong


def look_up(name: str) -> Actor:
    """A text that may be anything is no id: ``.get`` takes it."""
    return actors[name]  # wrong
