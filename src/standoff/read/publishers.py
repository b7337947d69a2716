"""Which words name a publisher: agencies and outlets by name, and the shape of outlets' names.

Names are facts about the press, not a list of who may be trusted; an unknown outlet is recognised only where its
place in the text says so (behind a byline, in a dateline's brackets).
"""

from __future__ import annotations

import re

_KNOWN = frozenset(
    name.casefold()
    for name in (
        "AAP", "ABC News", "AFP", "Agence France-Presse", "Al Jazeera", "Anadolu", "Anadolu Agency", "ANI", "ANSA",
        "AP", "AP News", "Associated Press", "Axios", "BBC", "BBC News", "Belga", "Bloomberg", "Bloomberg News",
        "BNS", "Breitbart", "BuzzFeed News", "CBC News", "CBS News", "Chicago Tribune", "CNBC", "CNN", "DPA", "dpa",
        "Deutsche Welle", "DW", "EFE", "Euronews", "Financial Times", "Foreign Policy", "Fox News", "France 24",
        "Guardian", "HuffPost", "Huffington Post", "Independent", "Interfax", "IRNA", "ITAR-TASS", "Kyiv Independent",
        "Kyodo", "Kyodo News", "Los Angeles Times", "McClatchy", "Meduza", "MENA", "NBC News", "New York Times",
        "Newsweek", "NPR", "PA Media", "PBS NewsHour", "Politico", "POLITICO", "Press Association", "PTI",
        "Radio Free Europe", "Reuters", "RFE/RL", "RIA", "RIA Novosti", "RT", "SANA", "Sky News", "Sputnik", "TASS",
        "Telegraph", "Thomson Reuters", "Time", "Times of India", "Ukrinform", "UNIAN", "UPI", "USA Today",
        "Vice News", "Voice of America", "VOA", "VOA News", "Wall Street Journal", "Washington Examiner",
        "Washington Post", "Western Journal", "Xinhua", "Xinhua News Agency", "Yonhap",
    )
)  # fmt: skip
_OUTLET_WORD = (
    r"(?:Agency|Chronicle|Courant|Courier|Daily|Dispatch|Examiner|Gazette|Guardian|Herald|Journal|Ledger|Mail|"
    r"Messenger|Mirror|News|Newspaper|Newswire|Observer|Post|Press|Quarterly|Radio|Register|Review|Sentinel|"
    r"Standard|Star|Telegraph|Times|Today|Tribune|Weekly|Wire)"
)
_OUTLET = re.compile(rf"(?:The )?(?:[A-Z][\w.'’&-]* )+{_OUTLET_WORD}(?: Service| Agency| Online)?")
_SECTION = re.compile(
    r"(?:World|Breaking|Top|Latest|Local|Business|Politics|Political|Sports?|US|UK) News", re.IGNORECASE
)


def is_known_publisher(name: str) -> bool:
    """Whether the whole of `name` is a well-known agency or outlet, in any case, with or without "The".

    >>> is_known_publisher("The Associated Press"), is_known_publisher("press")
    (True, False)
    """
    folded = name.strip().casefold()
    return folded in _KNOWN or folded.removeprefix("the ") in _KNOWN


def is_publisher(name: str) -> bool:
    """Whether `name` is a known publisher or built like an outlet's name; section names are not.

    >>> [is_publisher(n) for n in ("Corliss News", "The Valdorian Herald", "World News", "Jane Doe")]
    [True, True, False, False]
    """
    name = name.strip()
    return is_known_publisher(name) or (
        len(name) <= 60 and _OUTLET.fullmatch(name) is not None and _SECTION.fullmatch(name) is None
    )
