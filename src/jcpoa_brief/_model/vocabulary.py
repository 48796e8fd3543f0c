"""The closed lists of codes: event types and their modes, contexts, sectors, and this package's own.

Types, modes, contexts and sectors are the codes of PLOVER 2.0 (Political Language Ontology for Verifiable Event
Records, Open Event Data Alliance, draft of 2024-02-04); the explanations are this package's own. The codes a value may
take are the members of each ``Literal``.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

EventType: TypeAlias = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
"""What an event is, in PLOVER 2.0's sixteen types.

With words and friendly: ``AGREE`` promise or settle on future cooperation, ``CONSULT`` meet or talk, ``SUPPORT`` back,
endorse, sign, ratify or adopt, ``CONCEDE`` yield in words or announce a later easing. With deeds and friendly:
``COOPERATE`` exchange to the good of both, ``AID`` give material help, ``RETREAT`` carry out a concession, such as
letting inspectors in. With words and hostile: ``REQUEST`` ask, invite or demand, ``ACCUSE`` blame, criticise, charge or
investigate, ``REJECT`` refuse, ``THREATEN`` warn of a consequence. With deeds and hostile: ``PROTEST`` dissent
together, ``SANCTION`` cut relations, leave a pact, impose sanctions or hold back what was agreed, ``MOBILIZE`` ready
force without using it, ``COERCE`` repress without violence, ``ASSAULT`` harm on purpose."""

QuadClass: TypeAlias = Literal["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]
"""PLOVER's four classes of types: cooperation or conflict, in words (``verbal``) or in deeds (``material``)."""

_TYPES_OF_QUAD_CLASS: Final[dict[QuadClass, tuple[EventType, ...]]] = {
    "verbal_cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material_cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal_conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material_conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}

QUAD_CLASSES: Final[dict[EventType, QuadClass]] = {
    one: quad_class for quad_class, types in _TYPES_OF_QUAD_CLASS.items() for one in types
}
"""The class of each type."""

EventMode: TypeAlias = Literal[
    "visit", "third-party", "multilateral", "phone", "withdraw", "release", "disarm", "ceasefire",
    "access", "resign", "assist", "change", "yield", "meet", "disapprove", "investigate", "allege",
    "restrict", "arrest", "relations", "expel", "territory", "violence", "demo", "riot", "strike",
    "hunger", "boycott", "obstruct", "vandalize", "convict", "discontinue", "troops", "weapons",
    "police", "militia", "seize", "censor", "curfew", "martial-law", "deport", "withhold",
    "misinformation", "cyber", "abduct", "beat", "torture", "sexual", "targeted", "destroy",
    "primitive", "firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons",
    "crowd-control", "unconventional",
]  # fmt: skip
"""How an event of its type is done. An event whose mode PLOVER does not have for its type is refused. For the types of
this article: a
``CONSULT`` may be a ``visit``, hosted by a ``third-party``, ``multilateral`` or by ``phone``; a ``RETREAT`` may
``withdraw``, ``release`` captives, give ``access``; one may ``REQUEST`` or ``REJECT`` help (``assist``), a new policy
(``change``), giving way (``yield``) or talks (``meet``); ``ACCUSE`` is to ``disapprove``, ``investigate`` or
``allege``; ``THREATEN`` announces to ``restrict``, cut ``relations`` or use ``violence``; ``SANCTION`` may ``withdraw``
from a body or pact or ``discontinue`` what was given; ``ASSAULT`` may be ``aerial`` or with ``heavy-weapons``."""

MODES: Final[dict[EventType, tuple[EventMode, ...]]] = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
        "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms",
        "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control",
        "unconventional",
    ),
}  # fmt: skip
"""The modes that each event type allows."""

EventContext: TypeAlias = Literal[
    "military", "intelligence", "executive", "legislative", "election", "political_institutions",
    "pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights",
    "rights_freedoms", "repression", "human_security", "gender", "lgbt", "religion_ethnicity",
    "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration",
    "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
    "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
]  # fmt: skip
"""What an event touches on; several may hold. Common here: ``diplomatic`` relations between states, ``cbrn`` nuclear
and other weapons of mass destruction and their control, ``economic`` trade, money and sanctions, ``legal`` law and
courts, ``military`` armed forces, ``legislative`` a parliament's work, ``executive`` a government's, ``election`` a
vote, ``health`` disease and care; ``disasters`` are natural ones and accidents."""

Sector: TypeAlias = Literal[
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS",
    "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
]  # fmt: skip
"""An actor's place in society at the time of the events. Common here: ``GOV`` the executive, ``LEG`` a parliament,
``JUD`` courts, ``MIL`` armed forces, ``PRM`` irregular forces on a state's side, ``UAF`` armed men whose side is not
known, ``PTY`` parties and factions, ``ELI`` former office holders, ``JRN`` news media, ``BUS`` companies, ``CVL``
people at large."""

Status: TypeAlias = Literal["occurred", "ongoing", "planned", "threatened", "hypothetical", "did_not_occur"]
"""How real an event is, as of the article: it ``occurred``, is ``ongoing``, is ``planned`` or ``threatened``, is only
thought of (``hypothetical``), or the article says that it ``did_not_occur``."""


class StatusMeaning(NamedTuple):
    """What a status means."""

    actual: bool
    """Whether the article presents the event as having occurred or as ongoing."""
    time: Literal["past", "present", "future"] | None
    """When it happens, seen from the article; None for a hypothetical event."""


STATUSES: Final[dict[Status, StatusMeaning]] = {
    "occurred": StatusMeaning(actual=True, time="past"),
    "ongoing": StatusMeaning(actual=True, time="present"),
    "planned": StatusMeaning(actual=False, time="future"),
    "threatened": StatusMeaning(actual=False, time="future"),
    "hypothetical": StatusMeaning(actual=False, time=None),
    "did_not_occur": StatusMeaning(actual=False, time="past"),
}
"""What each status means; a new one is a word in ``Status`` and a row here."""

Modality: TypeAlias = Literal[
    "demanded", "proposed", "preferred", "feared", "alleged", "possible", "predicted", "predicted_not",
    "counterfactual",
]  # fmt: skip
"""In what way a hypothetical event is thought of: ``demanded`` or ``proposed`` to somebody, ``preferred`` by somebody
who puts it to nobody, ``feared``, ``alleged`` as a suspicion, called ``possible`` and no more, ``predicted``,
``predicted_not`` (expected not to happen within its date), or ``counterfactual``, what would have been under a
condition that did not hold."""

Role: TypeAlias = Literal["agent", "recipient", "other"]
"""A participant's part: the ``agent`` acts, the ``recipient`` is the one it is done to or for, ``other`` takes part in
another way."""

LinkKind: TypeAlias = Literal["responds_to", "causes", "precedes", "part_of", "reverses", "concerns"]
"""The relation of one event to another, read from the event that has the link: it ``responds_to``, ``causes``,
``precedes``, is ``part_of``, ``reverses`` or ``concerns`` (as a statement does the act it announces) the other."""

EARLIER_FIRST: Final[dict[LinkKind, bool]] = {"precedes": True, "causes": True, "responds_to": False, "reverses": False}
"""Whether the event that has the link is the earlier one; links of other kinds say nothing about time."""

LinkBasis: TypeAlias = Literal["stated", "coder"]
"""Whether the article states a link (``stated``) or the annotation adds it to group the records of one incident
(``coder``)."""

ActorKind: TypeAlias = Literal[
    "person", "state", "administration", "international_organisation", "organ", "armed_group", "faction", "group",
    "office", "media",
]  # fmt: skip
"""What an actor is: an ``administration`` is the government of one term; an ``organ`` a body or armed force of a state
or of an organisation; a ``faction`` a political current; a ``group`` several actors that the article treats as one; an
``office`` one as such, whoever holds it."""

Country: TypeAlias = Literal[
    "CHE", "CHN", "DEU", "EUR", "FRA", "GBR", "IRN", "IRQ", "KOR", "PHL", "RUS", "SYR", "UNO", "USA",
]  # fmt: skip
"""The state that an actor belongs to or a place lies in, as ISO 3166-1 alpha-3, or PLOVER's ``UNO`` and ``EUR`` for
bodies of the United Nations and of Europe, which belong to no one state. These are the codes that the brief uses."""

COUNTRIES: Final[dict[Country, tuple[str, str]]] = {
    "CHE": ("CH", "Switzerland"), "CHN": ("CN", "China"), "DEU": ("DE", "Germany"), "EUR": ("EU", "Europe"),
    "FRA": ("FR", "France"), "GBR": ("GB", "United Kingdom"), "IRN": ("IR", "Iran"), "IRQ": ("IQ", "Iraq"),
    "KOR": ("KR", "South Korea"), "PHL": ("PH", "Philippines"), "RUS": ("RU", "Russia"), "SYR": ("SY", "Syria"),
    "UNO": ("UN", "United Nations"), "USA": ("US", "United States"),
}  # fmt: skip
"""The two-letter code and the name of each country."""

QuoteKind: TypeAlias = Literal["statement", "phrase", "title"]
"""What is in the quotation marks: a clause of direct speech, a turn of phrase, or the title of a law or
document."""

TermCategory: TypeAlias = Literal[
    "agreement", "institution", "law", "policy", "nuclear", "diplomacy", "military", "economy", "place", "phrase"
]
"""The field that a glossary term belongs to."""

Qualifier: TypeAlias = Literal["exact", "over", "about", "upwards_of"]
"""How a figure is meant: exactly, as a lower bound (``over``, ``upwards_of``) or roughly."""

ClaimKind: TypeAlias = Literal["assessment", "causal", "prediction", "counterfactual"]
"""What a claim does: assess, give a cause, predict, or say what would have been."""

Relation: TypeAlias = Literal["supports", "opposes", "concedes", "restates"]
"""The relation of a claim to its parent: it ``supports`` or ``opposes`` it, ``concedes`` a point against it, or
``restates`` it in other words, which proves nothing."""

Aspect: TypeAlias = Literal["date", "figure", "agent", "cause", "wording", "existence", "order"]
"""What a check looks at in a record."""

CheckVerdict: TypeAlias = Literal["agrees", "differs", "disputed", "imprecise", "unverified", "overtaken", "ambiguous"]
"""What a check finds: the first that fits. ``ambiguous``: the article's words can be understood in two ways that differ
in substance. ``overtaken``: the article left the matter open or predicted it, and a later event settled it, whichever
way. ``differs``: a source, or the article elsewhere, contradicts the article, so that both cannot be right.
``disputed``: sources, or the parties involved, contradict each other, and nothing that was read settles it.
``imprecise``: the article is right in substance, but says more, less or something vaguer than the sources. ``agrees``:
a source says the same as the article, and none says otherwise. ``unverified``: no source that was read confirms or
contradicts it, or only the one that the article itself relies on; this says nothing against the article."""

CONTRADICTING: Final[tuple[CheckVerdict, ...]] = ("differs", "disputed")
"""The verdicts by which something stands against the article."""

Grade: TypeAlias = Literal["official", "newsroom", "research", "mirror"]
"""What kind of source, listed best first: an ``official`` or primary text; a ``newsroom``, that is, a
newspaper, broadcaster or agency, even if it prints an agency's text, which its note then names; a ``research`` body
or reference work with editors; a ``mirror``: a copy, summary, feed or upload of somebody else's text, a wiki, or a
minor site."""
