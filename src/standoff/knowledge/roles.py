"""Roles: what an office is for, whatever its title; and which of them several persons fill at once."""

from __future__ import annotations

_SHARED = frozenset(
    """
    spokesperson foreign_ministry_spokesperson defence_ministry_spokesperson deputy_foreign_minister
    deputy_prime_minister deputy_head_of_organisation vice_president envoy ambassador legislator
    """.split()
)


def has_one_holder(role: str) -> bool:
    """Whether an office of this role has one holder at a time.

    >>> has_one_holder("foreign_minister"), has_one_holder("envoy")
    (True, False)
    """
    return role not in _SHARED
