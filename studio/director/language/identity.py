"""Questions about who is speaking, in the tongues the director knows."""

import re

IDENTITY = re.compile(
    r"\b(who|what) (?:exactly )?(?:are|r) (?:you|u)\b|\bare (?:you|u) (?:(?:like|really|actually|just|even|"
    r"truly|an?|the|some|kind of|real|live|or),? ){0,5}(?:ai|a\.i\.|artificial|model|"
    r"llm|robot|bot|machine|human|person|real|program)\b|\bai model\b|\b(which|what) (?:ai |language )?model\b"
    r"|\bwho (made|built|created|runs) you\b|\byour name\b|\bare you (a )?(chat ?gpt|gpt\S*|claude|gemini|llama|"
    r"sogni|human|alive|sentient|conscious)\b"
    r"|\blocal studio\b|\bhow do you work\b|\b(am i|is this) (talking|speaking|chatting) (to|with)\b|\bis (?:this|"
    r"there) (?:an? )?(?:ai|real ai|human|person)\b"
    r"|\b(wer|was) bist du\b|\bbist du (eine? )?(ki|mensch|roboter)\b"
    r"|\bqui es[- ]tu\b|\bes-tu une? (ia|humain)\b|\bqui[eé]n eres\b|\beres una? (ia|humano)\b|\bchi sei\b",
    re.I,
)
