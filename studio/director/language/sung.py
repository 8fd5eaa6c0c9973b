"""Words that are to be written first and sung then: "write lyrics about rain and record it"."""

import re

from studio.director.language import values
from studio.director.language.vocabulary import VERB

_LYRICS = r"(?:lyrics|song ?text|verses?|chorus(?:es)?|(?:words|text) (?:of|for|to) [^,;:]{2,60})"
A_SONG = (
    r"(?:songs?|ballads?|lullab(?:y|ies)|anthems?|hymns?|shant(?:y|ies)|raps?|jingles?|chants?)"
)
_LINK = r"(?:\s?[,.;:!?]\s?|\s)(?:(?:and|then|after(?:wards?| that)|finally|next|also|please|now|you)\s){0,4}"
SUNG = r"(?:sing|record|perform|rap)\s(?:it|them|that|this|those|the (?:song|lyrics|words|result|whole thing))"
_THEN_SUNG = re.compile(
    rf"^(?P<written>(?P<verb>[^.;:\n]{{0,60}}?\b(?:write|pen|draft|compose|make|give|come up with)\b)?[^;\n]{{0,60}}?"
    rf"\b(?:(?P<lyrics>{_LYRICS})|{A_SONG})\b(?P<about>[^;\n]{{0,200}}?))"
    rf"(?:,? first)?{_LINK}(?P<sung>{SUNG}\b.*)$",
    re.I | re.S,
)
_WRITES = re.compile(r"\b(?:write|pen|draft)\b", re.I)
_THE_NOUN = re.compile(rf"\b(?:(?:an?|another|some) )?((?:[\w-]+ ){{0,2}}?{A_SONG})\b", re.I)
_GIVEN = re.compile(r"\b(?:my|the|this|these|those|that|with|using|from) (?:[\w-]+ )?$", re.I)


_TONGUE = r"(?:english|german|french|spanish|italian|portuguese|japanese|korean|chinese|russian|dutch|swedish|polish)"
_A_SONG_OF_OURS = re.compile(
    r"^(?:(?:please|can|could|would|you|write|make|compose|create|do|need|i|we|want|sing|record|us|me|just)\s){0,5}"
    rf"(?P<noun>(?:(?:an?|some) )?(?:[\w'-]+,? ){{0,4}}?{A_SONG})\b(?P<about>[^\n:;\"“]{{4,260}})$",
    re.I,
)
_HAS_WORDS = re.compile(  # a song that is to have words, which nobody gave
    r",? ?\b(?:and |but )?(?:it (?:must |should |has to )?(?:needs?|have|has)|that has|which has|with|including|has) "
    r"(?:(?:real|sung|catchy|some|funny|simple|silly|the|its|easy) ){0,2}"
    rf"(?:words|lyrics|singing|vocals|a singer|verses? and (?:an? )?chorus)(?P<tongue> in {_TONGUE})?\b"
    r"(?: (?:in it|too|please|to sing|to it))?(?! (?:by|from|like|of|below)\b)",
    re.I,
)
_SUNG_BY = re.compile(
    r",? ?\b(?:that|which|so that|so|for) (?P<who>(?!.{0,12}\b(?:birds?|crickets?|whales?)\b)(?:[\w'-]+ ){1,6}?)"
    r"(?:can|could|may|will|would|are able to|to|like to|love to) sing(?: along)?(?: (?:to it|to|with|with it|it|"
    r"together|on stage|in class))?(?=$|[,.!?]| about )",
    re.I,
)
_TO_SING = re.compile(
    r",? ?\bto sing(?: along)?(?: (?:to|together|it))?\b(?=$|[,.!?]| (?:with|at|in|for|about)\b)",
    re.I,
)
_SOMETHING = re.compile(
    r",? (?:and )?(?:something|it (?:should|must) be) (?P<how>[\w-]{3,20})(?=,|$)", re.I
)
_A_FILM = re.compile(
    r"\b(?:video|film|clip|movie|instrumental|no (?:words|lyrics|vocals|singing))\b", re.I
)


def _worded(text: str) -> str:
    """A song with words that are still to be written, as those words and their song."""
    told = _A_SONG_OF_OURS.match(text.rstrip(" .!?"))
    if told is None or _A_FILM.search(told["about"]):
        return text
    about, has = told["about"], _HAS_WORDS.search(told["about"])
    about = _HAS_WORDS.sub(lambda one: one["tongue"] or "", about, count=1)
    about, by = _SUNG_BY.subn(lambda one: f" for {one['who'].strip()}", about, count=1)
    about, to = _TO_SING.subn("", about, count=1)
    recorded = re.search(r"\brap$", told["noun"], re.I) and values.seconds_in(text)
    voiced = re.search(r"\bsung (?:by|in)\b", about, re.I)
    if not (has or by or to or recorded or voiced):
        return text
    about = _SOMETHING.sub(lambda one: f", {one['how']}", about)
    noun = re.sub(r"^(?:an?|some) ", "", told["noun"], flags=re.I)
    return f"write lyrics for a {noun} {about.strip(' ,')}; sing it{_long(text)}"


def _long(text: str) -> str:
    seconds = values.seconds_in(text)
    return f", {seconds:g} seconds" if seconds else ""


def written_then_sung(text: str) -> str:
    """The writing and the singing as two orders; the text as it is where not both are wished for."""
    text = _worded(text)
    told = _THEN_SUNG.match(text)
    if told is None:
        return text
    written = told["written"].strip()
    if told["lyrics"]:
        if _GIVEN.search(text[: told.start("lyrics")]):
            return text
        order = (
            written if told["verb"] or re.match(rf"{VERB}\b", written, re.I) else f"write {written}"
        )
        return f"{order}; {told['sung']}"
    if not _WRITES.search(told["verb"] or "") or not told["about"].strip(" ,"):
        return text
    head, rest = text[: told.end("verb")], written[told.end("verb") :]
    return f"{head}{_THE_NOUN.sub(_its_lyrics, rest, count=1)}; {told['sung']}"


def _its_lyrics(noun: re.Match[str]) -> str:
    return f"lyrics for a {noun.group(1)}"


_OWN_WORDS = re.compile(
    rf"^(?:(?P<head>[^\n]{{0,60}}\b(?:lyrics|words|text|poem|verses?)\b[^\n:]{{0,20}}:?)\s?\n)?\s?"
    rf"(?P<words>\S.{{10,6000}}?)\n\s?(?P<order>(?:please |now |so |can you |could you )*{VERB} [^\n\[\]]{{3,200}})$",
    re.I | re.S,
)
_A_SONG_OF_IT = re.compile(
    rf"\b(?:{A_SONG}|tracks?|music|sing|record|perform|blues|jazz|rock|pop|folk|country|hip[- ]?hop)\b",
    re.I,
)
_IS_SUNG = re.compile(r"\[(?:verse|chorus|bridge|intro|outro|hook|refrain)\b", re.I)


def order_before_its_words(text: str) -> str:
    """Words for a song that stand before the order to sing them, behind it."""
    told = _OWN_WORDS.match(text)
    if told is None or not _A_SONG_OF_IT.search(told["order"]):
        return text
    if not told["head"] and not _IS_SUNG.search(told["words"]):
        return text
    return f"{told['order'].rstrip(' .!?')} with the lyrics:\n{told['words'].strip()}"
