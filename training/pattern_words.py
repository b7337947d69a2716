"""What the patterns are filled with: sources, contents and sentences between them. Written for this project."""

from __future__ import annotations

from training.cues import Verb

TITLES = (
    "Foreign Minister", "Prime Minister", "President", "Secretary of State", "Defence Minister", "Ambassador", "Chancellor",
    "government spokeswoman", "Deputy Minister", "Senator", "Secretary-General", "opposition leader", "Interior Minister",
    "presidential adviser", "envoy", "General", "Speaker", "Mayor", "army spokesman Col.", "former minister",
)  # fmt: skip
PLACES = (
    "Warsaw", "the Kremlin", "Ankara", "Brussels", "Kyiv", "Beijing", "Washington", "Tehran", "Moscow", "Belgrade", "Pristina",
    "Tbilisi", "Addis Ababa", "Cairo", "the White House", "the Foreign Ministry", "the alliance", "NATO", "the European Union",
    "the United Nations", "the ministry", "the government", "the opposition", "Russia", "Ukraine", "Turkey", "Iran", "China",
    "the United States", "Serbia", "Georgia", "Egypt", "the West", "the OSCE", "the bloc", "the embassy", "the council",
)  # fmt: skip
OFFICIALS = (
    "a senior official",
    "the delegation",
    "the minister",
    "the president",
    "the ambassador",
    "a Western diplomat",
    "the foreign minister",
    "an aide to the president",
    "the host",
    "the regime",
    "a spokesman for the army",
    "the envoy",
)
CROWDS = (
    "diplomats", "officials in the capital", "the two ministers", "negotiators", "the mediators", "the generals",
    "its allies", "human rights groups", "the rebels", "residents", "Western governments", "several ministers",
)  # fmt: skip
ADDRESSEES = (
    "reporters", "parliament", "the council", "her counterpart", "his counterpart", "the ambassador", "allies", "the mediators",
    "a rally in the capital", "the delegates", "state television", "the committee", "both sides", "the newspaper",
)  # fmt: skip
CLAUSES = (
    "the border must stay open", "the ceasefire had been broken again", "sanctions would not work", "the talks had failed",
    "the treaty was dead", "there could be no peace without justice", "the attack was carried out by foreign agents",
    "its troops had never crossed the river", "the other side was stalling", "the grain deal should be extended",
    "the country needed more air defences", "a deal was likely", "an agreement would probably come within weeks",
    "the elections had been neither free nor fair", "the pipeline served only one country", "the alliance had moved too close",
    "the prisoners would be home by spring", "no soldier had been lost", "the invasion violated the charter",
    "the commission had exceeded its mandate", "the sea lanes belonged to everybody", "the report was false",
    "the next round might have to wait", "the army could hold the line", "the war must end at the negotiating table",
    "the annexation would never be recognised", "the missiles were purely defensive", "humanitarian aid was being blocked",
    "the minority was being persecuted", "inspectors should return at once", "the budget would have to be cut",
    "the summit had been a waste of time", "the refugees must be allowed to go home", "neutrality was no longer possible",
    "it had no territorial claims", "the fishing fleet had been harassed", "the sovereignty of its neighbours was at stake",
    "the agreement leaves out the islands", "the two sides are far apart", "the blockade is an act of war",
    "the price of gas is a weapon", "peace is closer than it was a year ago", "the referendum will go ahead",
    "the observers saw nothing unusual", "a new arms race may have begun", "the region could slide into famine",
)  # fmt: skip
NOUNS = (
    "the sanctions", "the ceasefire proposal", "NATO’s enlargement", "the withdrawal of all troops", "the prisoner exchange",
    "the attack on the port", "the new constitution", "the decision to close the border", "the arms deliveries",
    "the invasion", "the findings of the inspectors", "the election results", "the blockade of the harbour",
    "the deployment of missiles", "the resolution", "the role of the mediators", "the cost of the war", "the annexation",
    "the treatment of minorities", "international law", "the offer of talks", "the expulsion of diplomats",
    "the grain agreement", "Western hypocrisy", "the need for a negotiated settlement", "its own part in the crisis",
    "historical grievances", "the timetable", "the human rights record of the regime", "the sovereignty of Moldova",
)  # fmt: skip
INFINITIVES = (
    "to keep the border open", "to withdraw its forces", "to return to the talks", "to lift the blockade",
    "to send more ammunition", "to close the airspace", "to release the prisoners", "to rebuild the bridge",
    "to recognise the new government", "to expel the ambassador", "to respect the ceasefire", "to cut off the gas",
    "to extend the mandate", "to protect the pipeline", "to hold new elections", "to stop the shelling",
    "to join the alliance", "to let the inspectors in", "to pay for the damage", "to stand by its allies",
)  # fmt: skip
QUOTES = (
    "We will not give up one village", "The time for patience is over", "This is not the end of the road",
    "Nobody asked us", "Peace cannot be bought", "I have nothing to hide", "They knew exactly what they were doing",
    "We are ready to talk tomorrow", "There will be consequences", "It is a shameful decision", "We did our part",
    "You cannot negotiate with a gun on the table", "The door remains open", "We have seen this before",
    "Not one soldier has crossed that line", "Our position has not changed", "It was a mistake, and I regret it",
)  # fmt: skip
WORDS_QUOTED = (
    "a shameful betrayal", "deeply irresponsible", "an act of war", "a gift to the enemy", "neither free nor fair",
    "the last chance for peace", "productive", "completely unacceptable", "a blatant violation of the charter",
    "a turning point", "reckless", "a farce", "grave concern", "a historic step",
)  # fmt: skip
LABELS = (
    "the “peacekeepers” in the north", "the so-called “republic”", "what it calls “volunteers”", "the “special operation”",
    "the “fact-finding mission”", "the ‘grain corridor’", "the “reform” of the courts", "the “humanitarian” convoys",
    "the “technical pause” in the talks", "the group known as “the Friends of Geneva”", "the “red lines” of its neighbour",
)  # fmt: skip
FILLERS = (
    "The talks will probably last another week.", "Snow had fallen on the square overnight.", "It was a long day.",
    "The meeting began an hour late and may well have been doomed from the start.", "Nobody knows what comes next.",
    "The stakes could hardly be higher.", "Two trucks crossed the bridge on Tuesday.", "That is how things stand.",
    "The ministers met behind closed doors for three hours.", "Talks are expected to resume in March.",
    "So what does it all mean?", "The treaty entered into force in 1999.", "It is a dangerous moment.",
    "The war has cost thousands of lives.", "Let’s look at the background.", "The delegations left without shaking hands.",
    "A breakthrough seems unlikely.", "Shelling went on through the night.", "The vote will take place on Sunday.",
    "The hall fell silent.", "Prices have doubled since the spring.", "The region has seen such crises before.",
    "The two spoke by telephone on Friday.", "Guests arrived from fifty-seven countries.", "It would have been a first.",
    "The army moved two brigades to the coast.", "The comments came as the deadline neared.", "Trust is in short supply.",
)  # fmt: skip


def _verbs(*rows: str) -> tuple[Verb, ...]:
    return tuple(Verb(*row.split("/")) for row in rows)


VERBS = {
    "C": _verbs(
        "say/says/said/said/saying", "argue/argues/argued/argued/arguing", "claim/claims/claimed/claimed/claiming",
        "warn/warns/warned/warned/warning", "insist/insists/insisted/insisted/insisting", "stress/stresses/stressed/stressed/stressing",
        "declare/declares/declared/declared/declaring", "explain/explains/explained/explained/explaining",
        "complain/complains/complained/complained/complaining", "admit/admits/admitted/admitted/admitting",
        "repeat/repeats/repeated/repeated/repeating", "reiterate/reiterates/reiterated/reiterated/reiterating",
        "suggest/suggests/suggested/suggested/suggesting", "note/notes/noted/noted/noting", "state/states/stated/stated/stating",
        "emphasise/emphasises/emphasised/emphasised/emphasising", "concede/concedes/conceded/conceded/conceding",
        "assert/asserts/asserted/asserted/asserting", "announce/announces/announced/announced/announcing",
        "add/adds/added/added/adding", "predict/predicts/predicted/predicted/predicting", "deny/denies/denied/denied/denying",
    ),
    "N": _verbs(
        "criticise/criticises/criticised/criticised/criticising", "condemn/condemns/condemned/condemned/condemning",
        "praise/praises/praised/praised/praising", "reject/rejects/rejected/rejected/rejecting",
        "denounce/denounces/denounced/denounced/denouncing", "defend/defends/defended/defended/defending",
        "welcome/welcomes/welcomed/welcomed/welcoming", "dismiss/dismisses/dismissed/dismissed/dismissing",
        "mention/mentions/mentioned/mentioned/mentioning", "question/questions/questioned/questioned/questioning",
        "bring up/brings up/brought up/brought up/bringing up", "address/addresses/addressed/addressed/addressing",
        "highlight/highlights/highlighted/highlighted/highlighting", "blame/blames/blamed/blamed/blaming",
        "downplay/downplays/downplayed/downplayed/downplaying", "call for/calls for/called for/called for/calling for",
        "support/supports/supported/supported/supporting", "back/backs/backed/backed/backing",
    ),
    "I": _verbs(
        "promise/promises/promised/promised/promising", "vow/vows/vowed/vowed/vowing", "pledge/pledges/pledged/pledged/pledging",
        "offer/offers/offered/offered/offering", "threaten/threatens/threatened/threatened/threatening",
        "agree/agrees/agreed/agreed/agreeing", "demand/demands/demanded/demanded/demanding",
    ),
}  # fmt: skip
