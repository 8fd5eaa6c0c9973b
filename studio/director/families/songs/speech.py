"""Words read out, in a voice that was described, chosen or given."""

import re
from typing import Any

from studio.director.families.films.subtitle_cues import WORDS_PER_S
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.dialogue import GREETS, seen_speaking
from studio.director.language.vocabulary import ANNOUNCEMENT
from studio.director.plan import Found, Scene, Unclear, Unsupported, short
from studio.director.references.pointing import meant, missing, named

_SPEECH = re.compile(
    r"\b(?:read (?:it |this |that |the following |these (?:words|lines) )?(?:out(?: loud)?|aloud)|"
    r"read (?:(?:it|this|that) )?(?:in|with) (?:an? |the |my )?(?:[\w'’-]+ ){0,3}?(?:voice|accent|english|german|"
    r"french|spanish|"
    r"italian|chinese|japanese|korean|russian|portuguese)(?= ?(?:$|[:,.]))|read (?:out )?(?:my|the|this) (?:text|"
    r"lines?|message|"
    r"script|note)|read (?:this|"
    r"that|the following|out)|voice[- ]?overs?|narrat\w+|(?:read|spoken) by|text[- ]to[- ]speech|tts|"
    r"speech|spoken|say(?!\s(?:about |around )?(?:\d|five|ten|three|four|six))(?:s|ing)?|speak(?:s|ing)?|"
    r"voice-?mail|answering machine|mailbox (?:greeting|message)|(?:phone|telephone) greeting|"
    r"audio-?(?:guide|book)(?! (?:covers?|apps?|icons?|logos?|posters?|thumbnails?))|"
    rf"pronounce|recite|announce(?!ments?\b)\w*|{ANNOUNCEMENT}|dictate|voice (?:message|note|line|"
    r"clip|recording))\b"
    r"|\bclone\b.{0,20}\bvoice|\b(?:in|with|using|use) (?:my|this|the|a|an) (?:[\w-]+ ){0,3}voice\b",
    re.I,
)
_VOICED = re.compile(
    r"(?:(?:make|create|record|do|generate|need|give) (?:me )?)?(?:an? |the )?(?:[\w-]{1,24} )?(?:voice[- ]?over|"
    r"narration)\b(?! (?:on|to))",
    re.I,
)
_A_VOICE = re.compile(  # "a soft female voice: …"
    r"(?:(?:now|and|then|add|with|use|in|make|give me) ){0,6}(?:an? |the )?(?:[\w'’-]{2,24} ){0,4}voice"
    r"(?: (?:saying|says|reading|that says|which says))?[\s:,]*$",
    re.I,
)
_RECORDED = re.compile(  # "a recording for the phone line, in a calm voice: …"
    r"(?:(?:make|create|record|do|generate|need|give|get|want) (?:me |us )?)?(?:an? |some |the |our )?(?:[\w-]{1,24} "
    r"){0,3}?(?:recording|message|greeting|voicemail|announcement|intro|outro|jingle|line|text)\b[^\"]{0,80}?\bvoices?"
    r"(?: (?:saying|says|reading|that says|which says))?[\s:,]*$|(?:(?:make|create|record|do|generate|need|give|want) "
    r"(?:me |us )?)?an? (?:[\w-]{1,24} ){0,3}?recording (?:for|of|that|saying|on)\b[^\"]{0,80}$",
    re.I,
)
HOW_READ = Unclear(
    "I can read it in another voice, slower or in another tone, or read other words. Which shall it be?"
)
VOICES = (
    (r"\b(woman|female|girl|lady|her)\b", "serena"),
    (r"\b(man|male|guy|his|deep)\b", "ryan"),
)
_NAMES = ("serena", "vivian", "uncle fu", "ryan", "aiden", "ono anna", "sohee", "eric", "dylan")
TONGUES = (
    "english",
    "chinese",
    "japanese",
    "korean",
    "german",
    "french",
    "russian",
    "portuguese",
    "spanish",
    "italian",
)
_MANNER = re.compile(  # how it is to be read
    r"\b((?:(?:very|really|quite) )?(?:slowly|quickly|softly|quietly|gently|calmly|loudly|cheerfully|warmly|"
    r"sadly|happily|"
    r"excitedly|dramatically|clearly|seriously|angrily|solemnly|playfully|tenderly|whisper(?:ed|ing)))\b",
    re.I,
)
_PERSONAS = (
    r"\b(pirate|robot|witch|wizard|narrator|announcer|grandm\w+|grandpa\w*|monster|king|queen|elderly|old|"
    r"child\w*|cowboy|villain|husky|raspy)\b"
)


_AT_A_SPEECH = re.compile(  # somebody who is seen at it
    r"^(?:an?|the|two|three|some|my|our) .{1,60}\b(?:giv|hold|writ|deliver|rehears|practi[sc]|mak)ing (?:an?|the|"
    r"his|her|"
    r"their|my) (?:[\w-]+ ){0,2}?speech\b|"
    r"^(?:an?|the|two|three|some|my|our) (?:[\w-]+ ){0,3}?(?:narrat(?:ors?|ing)|readers?|reading|reciting|"
    r"announc(?:ers?|"
    r"ing)|speakers?|speaking) (?!voice\b)(?:[\w-]+ ){0,3}?(?:stor(?:y|ies)|tales?|poems?|news|books?|letters?|at|"
    r"in|on|to|"
    r"by)\b",
    re.I,
)
_MY_VOICE = re.compile(
    r"\b(?:in|with|using|use|clone|copy) (?:my|our) (?:own )?voice\b(?! (?:note|memo|recording))",
    re.I,
)
NO_RECORDING = Unclear(
    "For that I need a recording of your voice. Can you attach one? A few seconds are enough; the words are read in it."
)


def speech(clause: Clause, scene: Scene) -> Found:
    """Words read out, in a voice that was described, chosen or given."""
    text = clause.bare
    if not _to_be_read(clause, scene):
        return None
    if not scene.offers("generate_speech"):
        return Unsupported("make music or speech")
    question = missing(text, scene, "audio")
    if question is not None:
        return question
    words = clause.quote or _spoken(text)
    if not words:
        return Unclear("What should the voice say? Give me the exact words.")
    if (
        _MY_VOICE.search(text)
        and not scene.now("audio")
        and scene.takes("generate_speech", "voiceSourceIndex")
    ):
        return NO_RECORDING
    count = values.count_in(text)
    tongue = next((one for one in TONGUES if re.search(rf"\bin {one}\b", text, re.I)), None)
    seconds = max(1, round(len(words.split()) / WORDS_PER_S))
    arguments = {
        "prompt": words,
        **voice_in(text, scene),
        "language": tongue,
        "numberOfVariations": count if count > 1 else None,
    }
    return [
        scene.call(
            "generate_speech",
            arguments,
            f"“{short(words, 40)}”, about {seconds} second{'s' if seconds > 1 else ''}",
        )
    ]


_READING = re.compile(
    r"\b(?:say(?:ing|s)?|reads?|speak|narrate|announce|recite|pronounce|voice-?over (?:of|saying))(?: (?:this|that|the "
    r"following))?(?: out)?(?: loud| aloud)?:?\s"
    r"(?!(?:it|this|that|something|an?|in|out|loud|aloud|the following)\b)(?P<words>(?s:.+))$",
    re.I,
)
_HOW = re.compile(
    r"[\s,]{1,3}(?:in|with) (?:an?|the|my|this) (?:[\w-]+ ){0,4}(?:voice|tone|accent)\b(?s:.*)$",
    re.I,
)
_NO_WORDS = re.compile(
    r"(?:(?:it|this|that|out|aloud|loud|up|something|words?|text|please|for (?:me|us)|the following|(?:an?|the|my) |"
    r"(?:[\w-]+ ){1,3}voice)[\s,]{0,2})*",
    re.I,
)


def _to_be_read(clause: Clause, scene: Scene) -> bool:
    """Whether words are to be heard, and not seen on something or said by somebody in a picture."""
    text = clause.bare
    aloud = clause.quotes and re.match(r"read\b", text, re.I)
    if clause.quotes and _A_VOICE.match(text):
        return True
    if clause.quotes and (_VOICED.match(text) or _RECORDED.match(text)):
        return True
    if not (aloud or _SPEECH.search(text)) or re.search(
        r"\b(?:subtitl|caption|overlay|title|poster|image|picture|video|film|script|sign|card|logo|banner|sticker|"
        r"meme|t-?shirt|mug|label|invitation|flyer|plate|(?<!voice )clip|speech bubble)\w*\b",
        text,
        re.I,
    ):
        return False
    if not clause.quotes and _AT_A_SPEECH.search(text):
        return False
    greets = not clause.quotes and GREETS.match(text)
    if re.match(r"animate\b", text, re.I) or greets or seen_speaking(clause):
        return False
    made_to = re.match(
        r"^(?:make|let|have)\s(?:it|him|her|them|(?:the|my|this|that) (?:\w+ )?\w+)\s(?:say|speak|talk|sing)\b",
        text,
        re.I,
    )
    if made_to and scene.newest_kind(("image", "video")) == "image":
        return False
    asked = re.match(r"^(?:what|how|why|who|can you (?:speak|say))\b", text, re.I)
    return bool(clause.quotes) or not asked


def _spoken(text: str) -> str:
    """The words that stand behind the verb; empty where nothing but how they are to be read does."""
    found = _READING.search(text)
    words = found["words"] if found else ""
    words = re.sub(rf" in (?:{'|'.join(TONGUES)})$", "", words, flags=re.I)
    words = _HOW.sub("", f" {words}").strip(" ,")
    return "" if _NO_WORDS.fullmatch(words) else words


def voice_in(text: str, scene: Scene) -> dict[str, Any]:
    """The arguments for the voice that words describe, name, or point at a recording of."""
    name = next((one for one in _NAMES if re.search(rf"\b{one}\b", text, re.I)), None)
    described = re.search(
        r"\b(?:in|with|using) (?:an? |the )((?:[\w,'’-]+ ){1,8}?(?:voice|tone|accent))\b|\b(?:as|like) (an? "
        r"(?:[\w-]+ ){0,3}\w+)|^(?:an? )?((?:[\w-]+ ){1,3}voice)\b(?= (?:say|read|speak|announc)\w*)|"
        r"[,–-] ?(?:an? )?((?:[\w'’-]+ ){1,5}voice)(?=\s?(?:[:,]|$))",
        text,
        re.I,
    )
    words = next((one for one in described.groups() if one), "") if described else ""
    manner = [one for one in dict.fromkeys(_MANNER.findall(text)) if one not in words]
    words = ", ".join([*([words] if words else []), *manner])
    cloned = re.search(
        r"\b(?:clone|in|with|using|use|like|copy)\b.{0,10}\b(?:my|this|that|his|her|the same) (?:own |\w+ )?voice\b|"
        r"\bclon\w+|\bvoice (?:of|from|in) (?:audio|my recording|the recording)",
        text,
        re.I,
    )
    if (cloned or named(text, "audio")) and scene.now("audio"):
        found = meant(re.sub(r"\bvoice\b", "", text), scene, "audio")
        if isinstance(found, list) and found:
            return {"model": "clone", "voiceSourceIndex": found[0]}
    if name:
        return {
            "model": "voice",
            "voice": name.replace(" ", "_"),
            "voiceDescription": words or None,
        }
    if re.search(_PERSONAS, text, re.I) and words:
        return {"model": "design", "voiceDescription": words}
    told = words if described else text
    gender = next((one for pattern, one in VOICES if re.search(pattern, told, re.I)), None)
    return {
        "model": "voice" if gender or words else None,
        "voice": gender,
        "voiceDescription": words or None,
    }
