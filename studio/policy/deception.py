"""Declined: a voice or a likeness of a real person made to be taken for true, where that is said.

Satire that is told as such and one's own voice are nobody's deception; whoever only wants it lifelike deceives nobody.
"""

import re

from studio.policy.words import Said, Sentences, Words, any_of

_RELATIONS = """boss, teacher, neighbour, neighbor, colleague, coworker, classmate, ex, mother, mom, mum, father, dad,
    parents, sister, brother, wife, husband, girlfriend, boyfriend, friend, landlord, rival, manager, headmaster,
    headteacher, professor, coach, uncle, aunt, grandma, grandpa, grandmother, grandfather, daughter, son, client,
    roommate, flatmate"""
_OFFICES = """mayor, president, prime minister, chancellor, senator, governor, minister, politician, celebrity, actor,
    actress, singer, judge, bishop, pope, king, queen, ceo, director, candidate, councillor, congressman,
    congresswoman, sheriff, police chief, principal, opponent, competitor, competitors, owner, host, presenter,
    journalist, reporter, player, footballer, trainer, influencer, streamer, youtuber, priest, pastor, doctor"""
_NAME = r"(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)+)"
_PERSON = (
    rf"(?:(?:my|our|his|her|their|your) (?:[\w-]+ )?{any_of(_RELATIONS, _OFFICES)}|(?:the|this|that|a|our) (?:[\w-]+ )?"
    rf"{any_of(_OFFICES)}|{_NAME})"
)
_VOICE = (
    rf"\b(?:clon\w+|cop(?:y|ies|ied|ying)|imitat\w+|mimic\w*|fak\w+|impersonat\w+|recreat\w+|reproduc\w+)\b"
    rf"(?: (?!an? )[\w'’-]+){{0,4}}? (?:voice|face|likeness)\b|\b(?:use|using|take|with|in|do|make|put)\b (?:his|her|"
    rf"their|"
    rf"th(?:is|at) (?:man|woman|guy|person|lady)['’]?s|{_PERSON}['’]?s?) (?:voice|face|likeness)\b|"
    rf"\b(?:have|make|let|get) (?:him|her|them|{_PERSON}) (?:say|admit|confess|announce|promise|tell|swear|endorse|"
    rf"threaten|resign|recommend|apologi[sz]e|insult)\b|"
    rf"\b(?:voice|face|likeness|impersonation|recording|audio|video|clip|photo|picture|image|footage|call|voicemail|"
    rf"message|statement|interview) (?:of|from|by|with|like|where|in which|showing) (?:him|her|them|{_PERSON})\b|"
    rf"\b(?:sounds?|sounding|looks?|looking|speaks?|speaking|talks?|talking) (?:just |exactly )?like (?:him|her|them|"
    rf"{_PERSON})\b"
)
_OTHERS = (
    r"(?:people|everyone|everybody|anyone|they|them|voters|viewers|listeners|others|the (?:[\w-]+ )?(?:public|press|"
    r"media|"
    r"police|bank|court|judge|audience|others?|village|town|school|office|company|class|team|voters|neighbours|"
    r"neighbors|family|parents|fans|customers|newspapers?)|my (?:[\w-]+ )?[\w-]+|his (?:[\w-]+ )?[\w-]+|her "
    r"(?:[\w-]+ )?[\w-]+)"
)
_TRUE = (
    r"(?:real|true|genuine|authentic|the real (?:thing|one|deal)|legit|for real|really (?:him|her|them|said|"
    r"happened))"
)
_AS_TRUE = (
    rf"\b(?:play(?:ing)?|post(?:ing)?|share|sharing|send(?:ing)?|air(?:ing)?|broadcast(?:ing)?|run|show(?:ing)?|publish"
    rf"(?:ing)?|upload(?:ing)?|put(?:ting)?|sell(?:ing)?|present(?:ing)?|releas(?:e|ing)|leak(?:ing)?|spread(?:ing)?|"
    rf"submit(?:ting)?|treat(?:ing)?|use|using|pretend(?:ing)?|claim(?:ing)?|say|"
    rf"tell)\b[^.!?\n]{{0,40}}?\b(?:(?:like|as "
    rf"if|as though|that|because|it['’]?s|as) (?:it(?:['’]s| is| was| were)?|this is|that['’]s|he|she|they|"
    rf"if it were)? ?"
    rf"(?:all |totally |actually |really |100% )?{_TRUE})\b|\bpass(?:ing|ed)? (?:it|this|that|them|him|her) off as\b"
)
_BELIEVED = (
    rf"\b(?:so(?: that)?|make|makes|making|to make|to have|get|until|and|to let|let|then|want) {_OTHERS}(?: (?:in|at|"
    rf"on|"
    rf"from) (?:the|my|our) [\w-]+)?(?:['’]ll| will| would| can| to)? (?:all |really |actually )?(?:thinks?|believes?|"
    rf"assumes?|falls? for|be convinced|votes?)\b|\b(?:he|she|{_OTHERS})(?:['’]ll| will) (?:all )?(?:think|believe) "
    rf"(?:that )?it(?:['’]?s| is| was) (?:really |actually )?(?:him|her|them|real|true|{_PERSON})\b|\b(?:fool|"
    rf"trick|deceive|mislead|dupe|con|scam|convince|hoax|blackmail|defraud)(?:ing)? {_OTHERS}\b|\b(?:nobody|no one|"
    rf"no-one|"
    r"they|people|everyone)(?:['’]ll| will| would| can|n['’]t| won['’]t| should)? (?:ever |never |not )?(?:know|notice|"
    r"realise|realize|find out|suspect|tell|be able to tell)\b[^.!?\n]{0,30}\b(?:fake|faked|ai|real|not (?:him|her|"
    r"them)|"
    r"made up|cloned|difference)\b"
)
_SAID_BY = (  # "so people think the mayor said it": whoever it is, it is put into a mouth
    rf"\b(?:so(?: that)?|make|to make|making|let|until) {_OTHERS}(?:['’]ll| will| would)? (?:all |really |"
    rf"actually )?(?:thinks?|"
    rf"believes?|assumes?) (?:that )?(?:it['’]?s |it is |it was )?(?:really |actually )?{_PERSON}\b"
)
_FAKING = Sentences(
    Words(
        """voice, face, likeness, say, admit, confess, announce, promise, tell, swear, endorse, threaten, resign,
        recommend, apologi*, insult, impersonat*, recording, audio, video, clip, photo, picture, image, footage, call,
        voicemail, message, statement, interview, sound*, look*, speak*, talk*"""
    ),
    _VOICE,
)
_INTENT = Sentences(
    Words(
        """real, true, genuine, authentic, legit, really, pass, passing, passed, think*, believe*, assume*, fall*,
        convinced, vote*, fool*, trick*, deceiv*, mislead*, dupe*, con, scam*, convince*, hoax*, blackmail*, defraud*,
        know, notice, realise, realize, find, suspect, tell"""
    ),
    _AS_TRUE,
    _BELIEVED,
)
_ATTRIBUTED = Sentences(Words("think*, believe*, assume*"), _SAID_BY)
_PLAYFUL = re.compile(
    r"\b(?:santa|father christmas|easter bunny|tooth fairy|saint nicholas|(?:script|story|novel|play|comic|trailer|"
    r"episode|thriller|short film) (?:about|where|in which|for)|satir\w+|parod\w+|spoof\w*|comed(?:y|ian)|comic|"
    r"cartoon|caricature|sketch show|panto\w*|(?:clearly|obviously) "
    r"(?:labell?ed|marked|fake|a joke|ai)|labell?ed as|marked as (?:ai|fake|satire)|disclaimer|with (?:his|her|their) "
    r"(?:permission|consent|blessing)|(?:he|she|they)(?:['’]s| is| has|['’]ve| have)? (?:agreed|okay with|fine with|"
    r"given))\b",
    re.I,
)
_OWN = re.compile(r"\b(?:my|our) (?:own )?(?:voice|face)\b", re.I)
_OF_OTHERS = re.compile(
    rf"\b(?:his|her|their|{_PERSON}['’]s) (?:[\w-]+ )?(?:voice|face)\b|\bhave (?:him|her)\b", re.I
)


def deceives(said: Said) -> bool:
    """Whether somebody real is imitated so that others take it for true."""
    if _PLAYFUL.search(said.text) or (_OWN.search(said.text) and not _OF_OTHERS.search(said.text)):
        return False
    return _ATTRIBUTED.said_in(said) or (_FAKING.said_in(said) and _INTENT.said_in(said))
