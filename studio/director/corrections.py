"""What a message only tells, as the order it means: a name put right, another date, a length that is enough."""

import re
from dataclasses import replace
from difflib import SequenceMatcher

from studio.director.language.continuing import order_from
from studio.director.language.vocabulary import EDGES
from studio.director.reading import Turn
from studio.renderers.prompts.printed import DATE, TIME
from studio.renderers.prompts.printed_kinds import kind_of

_BEFORE = re.compile(
    r"^(?:(?:no+|nope|sorry|oops|wait|actually|ah|oh|but|hm+|ok(?:ay)?|argh|typo|my mistake|(?:that|it)['’]?s wrong|"
    r"(?:the|our|my|its) (?:name|date|day|time|year|place|venue|title|price|address)(?: is| was|['’]s) "
    r"(?:wrong|incorrect|not right)|[\w-]{2,16} (?:is|are) (?:wrong|incorrect|not right)|wrong (?:name|date|time|"
    r"year|place)|one (?:mistake|error))\b[\s,.:!-]{1,3}){1,4}",
    re.I,
)
_AFTER = re.compile(
    r"(?:,? (?:actually|sorry|please|pls|by the way|instead|though|with (?:an? |one |two |double |a single "
    r")[^,.]{1,20}|"
    r"without [^,.]{1,20}))+$",
    re.I,
)
_WRITTEN = (
    r"(?:name|date|day|time|year|price|place|address|venue|title|headline|text|word|spelling|number|phone number|"
    r"website|age)"
)
_IS = r"(?:is|['’]?s|are|was|should be|must be|has to be|needs to be|should (?:say|read))"
_TOLD = re.compile(
    rf"^(?:(?:it|that|he|she)(?:{_IS}| {_IS}) (?:called |named |spelled |spelt |written |on |at )?|"
    rf"(?:(?:the|his|her|our|my|their|its) )?{_WRITTEN}(?:{_IS}| {_IS}) (?:spelled |spelt |written |on |at )?|"
    r"(?P<made>make (?:it|that) )|(?:i meant?|spell it|(?:it['’]?s )?(?:spelled|spelt|written)) |on |at |with )?"
    r"(?P<new>(?:[^,;.!?\"]|(?<=\d)\.(?=\d)){1,40}?)(?:,? (?:and not|not|instead of|rather than) "
    r"(?P<old>[^,;.!?\"]{1,40}))?$",
    re.I,
)
_MOST_NAMES = 5  # words of what is only named again
_MOST_CALLS = 12  # a picture is followed back by
_LONGEST = 120  # characters: who corrects one thing is short
_MISSING = re.compile(  # what is to stand on a printed thing as well
    r"^(?:(?:and|but|also|oh|plus) )*(?:(?:the|our|my|its) )?(?:date|day|time|year|price|place|address|venue|"
    r"location|number|"
    r"author|artist|singer|speaker|host|dj|director|organi[sz]er|phone number|phone|website|web ?site|e-?mail)(?: "
    r"(?:is|was) (?:missing|not (?:on it|there)|"
    r"forgotten)[:,.]?(?: (?:it['’]?s|"
    r"it is))?| is|['’]?s|:| should be| will be)(?: (?:on|at|in))? (?P<new>[^,;!?\"]{2,40})$",
    re.I,
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_CONTACT = re.compile(
    r"(?:phone|tel|telephone|call|mobile|whatsapp|e-?mail|website|web|instagram|insta)(?: number)?:? "
    r"(?P<new>[@+]?[\w.+/@-]*[\d@.][\w.+/@ -]{2,40})",
    re.I,
)
_WHEN = re.compile(rf"{_WEEKDAY}(?:,? (?:at |from )?\d[\w:. -]{{0,20}})?", re.I)
_UNTIL = re.compile(  # "until sunday", "only this weekend"
    rf"(?:only |just )?(?:until|till|from|every|this|next|on) (?:{_WEEKDAY}|weekend|week|month|{DATE})",
    re.I,
)
_SORTS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        DATE,
        _WEEKDAY,
        TIME,
        r"[$€£] ?\d[\d.,]{0,15}|\d[\d.,]{0,15} ?[$€£%](?: off\b)?",
        r"(?<![\d.,])\d{1,4}[.,]\d{2}(?![\d.,])",
    )
)
_DAY = re.compile(r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)", re.I)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_OTHER_TIME = (
    re.compile(  # the month or the day that is to stand in the other's place: "august instead"
        rf"(?:(?:now|and|make it|make one|the|for|use|then|do) ){{0,3}}(?P<new>{_MONTH}|{_WEEKDAY})"
        r"(?: (?:instead|too|as well|also|now|this time|version|page|please))*",
        re.I,
    )
)
_SHOWN_WORDS = re.compile(r"(?<=[\"“])[^\"”“]+(?=[\"”])")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w'’-]+")
_WORD = re.compile(r"[\w'’&-]+")
_MOST_READ = 4_000  # characters of a prompt in which a word is looked for
_ALIKE = 0.7  # how much of two words is the same when one is the other put right
_SECONDS = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)(?: s| secs?| seconds?)?"
_IS_FINE = r"(?: (?:is|are|will be|would be|should be) (?:enough|fine|plenty|ok(?:ay)?|better|perfect|good)| will do)"
_ENOUGH = re.compile(
    rf"^(?:(?:only|just|make it|about|rather|(?:(?:a bit|much) )?(?:shorter|longer)(?: please)?[,.;:-]?|"
    rf"(?:(?:that|it)['’]?s )?(?:way |much |a bit )?too (?:long|short|"
    rf"much)[,.:;-]?) "
    rf"){{1,3}}(?P<told>{_SECONDS}){_IS_FINE}?$|^(?P<alone>{_SECONDS}){_IS_FINE}$",
    re.I,
)


_LENGTH = re.compile(r"^(?:(double)|halve) (?:the|its) (?:length|duration)(?: please)?$", re.I)
_IS_ABOUT = re.compile(
    r"(?:^|[,.!] )(?:(?:the|my|our) song|it|this)(?:['’]s| is) (?:actually |really |all )?about (?P<what>[\w' "
    r"-]{3,60})$",
    re.I,
)


def with_correction(turn: Turn) -> Turn:
    """The turn with the order that a correction of the newest thing stands for; the turn as it is for all else."""
    newest = turn.past[0] if turn.past else None
    if newest is None or turn.attached or not turn.text:
        return turn
    told = _BEFORE.sub("", turn.text.strip(EDGES)).strip(EDGES)
    timed = newest.kind == "video" or newest.tool == "generate_music"
    if timed and (enough := _ENOUGH.match(told)):
        return replace(turn, text=_in_seconds(enough["told"] or enough["alone"]))
    if timed and (lasts := _LENGTH.match(told)):
        return replace(turn, text=f"again, {'twice' if lasts[1] else 'half'} as long")
    if newest.tool == "sound_to_video" and (about := _IS_ABOUT.search(told)):
        return replace(turn, text=f"another look: {about['what']}")
    prompt = _words_so_far(turn) if newest.kind == "image" else ""
    order = (_reworded(told, prompt) or _at_another_time(told, prompt)) if prompt else ""
    return replace(turn, text=order) if order else turn


def _words_so_far(turn: Turn) -> str:
    """What the newest picture was made by, and what that was made from, which alone may name a date."""
    told: list[str] = []
    wanted: tuple[tuple[str, object], ...] = turn.past[0].made[:1]
    for past in turn.past:
        if len(told) < _MOST_CALLS and set(wanted) & set(past.made):
            told.append(str(past.arguments.get("prompt") or ""))
            wanted = (("image", past.arguments.get("sourceImageIndex")),)
    return ". ".join(one for one in told if one)[:_MOST_READ]


def _at_another_time(told: str, prompt: str) -> str:
    """The picture once more with another month or day, where it names one."""
    if (said := _OTHER_TIME.fullmatch(told)) is None:
        return ""
    new = said["new"].lower()
    sort = _MONTH if re.fullmatch(_MONTH, new, re.I) else _WEEKDAY
    before = re.search(rf"\b{sort}\b", prompt, re.I)
    if before is None or before[0].lower() == new:
        return ""
    if '"' in prompt or kind_of(prompt):
        return f'change the text "{before[0]}" to "{said["new"]}"'
    return f"again, but {new} instead of {before[0]}"


def _in_seconds(told: str) -> str:
    return f"{told.split()[0]} seconds"


def _reworded(told: str, prompt: str) -> str:
    """The order that puts words right that are to be read on a picture; empty where the message tells none."""
    if len(told) > _LONGEST:
        return ""
    told = _AFTER.sub("", told)
    lettered = '"' in prompt or kind_of(prompt) is not None
    missing = _MISSING.match(told) if lettered else None
    if missing and not _of_its_sort(missing["new"].strip(), prompt):
        return f'add "{missing["new"].strip()}"'
    if lettered and (contact := _CONTACT.fullmatch(told)):
        return f'add "{contact["new"]}"'
    if kind_of(prompt) and _WHEN.fullmatch(told) and not _of_its_sort(told, prompt):
        return f'add "{told}"'
    if kind_of(prompt) and _UNTIL.fullmatch(told):
        return f'add "{told}"'
    said = _TOLD.match(told)
    if said is None or not lettered:
        return ""
    new, old = _with_its_month(said["new"].strip(), prompt), said["old"]
    if not old or not re.search(rf"(?<!\w){re.escape(old.strip())}(?!\w)", prompt, re.I):
        old = _of_its_sort(new, prompt)
        if not old and not said["made"]:
            new, old = _only_changed(new, prompt)
    return f'change the text "{old.strip()}" to "{new}"' if old and old != new else ""


def _with_its_month(new: str, prompt: str) -> str:
    """A day alone as the date it means: "the 21st" of what is on "14 june"."""
    day, date = _DAY.fullmatch(new), re.search(DATE, prompt, re.I)
    if day is None or date is None:
        return new
    return re.sub(r"(?<![\d:])\d{1,2}(?:st|nd|rd|th)?(?![\d:])", day["day"], date[0], count=1)


def _only_changed(new: str, prompt: str) -> tuple[str, str]:
    """The one word of what was told that puts another right, and that other: "John" and "Jon" of "Mia & John"."""
    words = _WORD.findall(new)
    known = {one.lower() for one in _WORD.findall(prompt[:_MOST_READ])}
    fresh = [
        one for one in words if one.lower() not in known and one != "&" and one.lower() != "and"
    ]
    if len(words) > 1 and (len(fresh) != 1 or len(words) > _MOST_NAMES):
        return new, ""
    word = fresh[0] if len(words) > 1 else new
    return word, _misspelt(word, prompt)


def _of_its_sort(new: str, prompt: str) -> str:
    """The date, time or price that a prompt has, where the new words are one as well."""
    sort = next((one for one in _SORTS if one.fullmatch(new)), None)
    found = sort.search(prompt) if sort else None
    return found.group() if found else ""


def _misspelt(new: str, prompt: str) -> str:
    """The word to be read that is almost the new one: "Lisa" for "Lissa". What says how something looks is none:
    "lighter" puts no "Festival of Lights" right."""
    if not _WORD.fullmatch(new) or len(new) < 3 or order_from(new):
        return ""
    prompt = prompt[:_MOST_READ]
    written = [word for part in _SHOWN_WORDS.findall(prompt) for word in _WORD.findall(part)]
    written += _CAPITAL.findall(prompt) if kind_of(prompt) else []
    likeness = {
        word: SequenceMatcher(None, word.lower(), new.lower()).ratio()
        for word in written
        if word.lower() != new.lower() and len(word) > 2
    }
    best = max(likeness, key=lambda word: likeness[word], default="")
    return best if best and likeness[best] >= _ALIKE else ""
