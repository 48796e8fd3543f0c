"""Words of headlines and of talk, with the words of the records that mean as much.

Where they come from: the words of the headlines in ``sources``, and what else news calls the same. They are no
dictionary: each row says what a word means on this article's subject, where a ``bombing`` is an airstrike and a
``virus`` that of 2020. Words stand here whole, never cut to a beginning, because ``deal-`` is ``dealer`` too; plurals
in s are found without a row of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ROWS: Final = {
    "deal agreement accord pact treaty": "deal agreement agreements accord pact understanding jcpoa",
    "nuke atom atomic": "nuclear atomic weapon weapons",
    "bomb bombing bombed bomber raid": "airstrike airstrikes strike strikes struck",
    "attack attacked assault": "attack attacks attacked rocket strike strikes airstrike airstrikes",
    "missile": "rocket rockets",
    "kill killed killing die died dying dead death fatality casualty victim toll":
        "killed killing dead death deaths died casualties toll",
    "injured injury injure hurt": "wounded",
    "vote voted voting voter election elect ballot poll": "election elections vote votes voted",
    "talk talking meeting meet met negotiate negotiating negotiated negotiation dialogue discussion summit":
        "talk talks meeting meetings meet meets negotiate negotiated negotiating negotiation negotiations dialogue",
    "inspector inspection inspect monitor": "inspector inspectors inspections monitoring",
    "refuse refused refusing refusal reject rejected rejecting rejection decline declined declining rebuff rebuffed "
    "snub snubbed spurn spurned dismiss dismissed":
        "refusal refused refuses refusing reject rejects declines oppose opposed opposition",
    "oppose opposed opposing opposition against opponent denounce denounced denouncing":
        "oppose opposed opposition against reject rejects denounce denounced denounces",
    "criticise criticised criticize criticized criticism slam slammed blast blasted condemn condemned":
        "criticise criticised criticises criticising denounce denounced denounces condemned",
    "rebuke rebuked reprimand scold censure censured admonish": "censure censured censures rebuke admonishment",
    "money cash fund dollar": "assets funds money billion",
    "virus covid corona coronavirus pandemic epidemic": "coronavirus",
    "leave leaving left quit quitting exit exited exiting withdraw withdrew withdrawn withdrawal abandon abandoned":
        "leave leaves leaving withdrew withdrawal",
    "lift lifted lifting remove removed removing removal ease eased easing cancel":
        "lift lifts lifted lifting removal ease eased easing relief",
    "embargo penalty punishment": "sanctions",
    "fighter militant militiaman rebel": "militia militias paramilitary forces",
    "troop soldier army": "soldiers army forces military",
    "radical extremist conservative hawk": "hardliner hardliners hardline",
    "parliament lawmaker legislator legislature mp mps": "parliament legislature lawmakers",
    "legislation bill": "law laws bill",
    "hide hid hidden hiding secret secretly conceal concealed": "undeclared concealing concealment conceals hiding",
    "violate violated violation breach breached break broke broken breaking cheat cheated cheating":
        "breach breaches violation violations",
    "stop stopped stopping halt halted pause paused suspend suspended":
        "halt halted halts stop stopped stops pause paused suspend suspended",
    "resume resumed restart restarted reopen revive revival": "resume resumption revival revive",
    "precondition condition demand demanded": "demand demands demanded condition conditions",
    "aid": "humanitarian help medicines",
    "boss chief head": "chief head director",
    "revenge reprisal": "retaliation",
}  # fmt: skip
"""Everyday words, and the words of the records that they find besides themselves."""

EVERYDAY_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    word: tuple(found.split()) for said, found in ROWS.items() for word in said.split()
}
"""The same by word."""
