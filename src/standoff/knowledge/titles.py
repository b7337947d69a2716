"""Which words are titles: those of the roles and offices, ranks, and forms of address."""

from __future__ import annotations

from collections.abc import Iterable

# Forms of address and ranks as agencies write them before names, abbreviated and in full; from press style books.
ADDRESSES = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count countess duke duchess earl viscount
    hon honourable honorable rt right excellency his her majesty highness holiness eminence royal
    prince princess king queen sheikh sheikha shaikh sayyid sayyed hajj ayatollah grand imam mullah mufti rabbi
    cardinal archbishop bishop patriarch metropolitan father pope rev reverend pastor
    gen general lt lieutenant maj major col colonel brig brigadier capt captain cpl corporal sgt sergeant adm admiral
    rear vice cmdr commander cdr marshal air field chief staff army fleet warrant officer spec pvt private
    sen senator rep representative gov governor cllr councillor mayor judge justice mp mep md
    acting interim caretaker outgoing incoming former ex deputy first second senior assistant under undersecretary
    permanent special elect designate co
    """.split()
)
_FUNCTION_WORDS = frozenset("a an and at by de for from in of on the to with".split())


def title_words(title_keys: Iterable[str]) -> frozenset[str]:
    """The words of the titles with these keys, and the forms of address and ranks."""
    return ADDRESSES | set(" ".join(title_keys).split()) - _FUNCTION_WORDS
