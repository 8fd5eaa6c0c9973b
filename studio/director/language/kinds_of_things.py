"""Things of one kind: who has a picture of kittens and wants it "again, but with puppies" wants these in their place.

Only several stand for several: "with a dog" is one more beside two cats.
"""

import re

_KINDS = (
    """
cat kitten kitty dog puppy pup doggy rabbit bunny hamster mouse rat guinea-pig fox wolf bear cub panda koala lion tiger
leopard cheetah elephant giraffe zebra hippo rhino monkey gorilla ape horse pony foal donkey cow calf bull sheep lamb
goat pig piglet deer fawn moose squirrel hedgehog raccoon badger otter beaver seal walrus penguin bird owl eagle hawk
falcon crow raven parrot budgie canary chicken hen rooster chick duck duckling goose swan pigeon dove flamingo peacock
frog toad turtle tortoise lizard snake crocodile dinosaur dragon unicorn fish goldfish shark whale dolphin octopus crab
butterfly bee ladybug beetle snail corgi poodle labrador retriever dachshund pug beagle terrier sloth llama alpaca camel
kangaroo
""",
    "rose tulip sunflower daisy lily poppy orchid peony daffodil carnation dahlia hydrangea lotus",
    "apple pear banana lemon peach plum cherry strawberry raspberry blueberry grape melon pineapple mango kiwi",
    "car bus truck van tractor motorbike motorcycle bicycle bike scooter train tram",
    "boat ship sailboat yacht canoe kayak ferry",
    "plane airplane helicopter airship rocket spaceship glider",
    "cake pie cupcake muffin croissant cookie donut doughnut pizza burger sandwich pancake waffle taco",
    "oak pine birch maple willow fir cypress",
)
_IRREGULAR = {
    "mice": "mouse",
    "calves": "calf",
    "wolves": "wolf",
    "geese": "goose",
    "foxes": "fox",
    "ponies": "pony",
}
_ALIKE = ("fish", "sheep", "deer", "moose")
_KIND_OF = {word: kind for kind, words in enumerate(_KINDS) for word in words.split()}
_LINKS = (
    r"in|on|at|by|under|near|with|beside|before|over|above|behind|between|among|through|from|of|that|who|which|is|are|"
    r"and"
)
_MANY = r"(?:two|three|four|five|six|seven|eight|some|several|many|a few|a litter of|lots of)"
_WITH = re.compile(
    rf"^(?:with |of |as )?(?P<thing>(?:(?P<many>{_MANY}|\d{{1,2}}) )?(?P<adjective>(?!(?:{_LINKS})\b)"
    r"[\w-]{3,16} )?(?P<noun>[\w-]{3,16}))(?: instead)?$",
    re.I,
)
_WORD = re.compile(r"[\w-]{3,16}")
_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?:an?|one|{_MANY}|\d{{1,2}})\s)?(?P<adjectives>(?:(?!(?:{_LINKS}|the|an?|one)\b)[\w-]+\s){{0,2}})$",
    re.I,
)
_AHEAD = re.compile(
    rf"$|[,.;!]|\s(?:{_LINKS}|while|[\w-]{{2,20}}ing|[\w-]{{2,20}}[^\Wsui]s|up|down|together|asleep|a)\b"
)
_KNOWN = re.compile(r"\b(?:the|my|his|her|its|our|their|this|that)\s(?:[\w-]+\s)?$", re.I)
_MOST_BEFORE = 60


def _single(word: str) -> str:
    """A word as its kind knows it: "puppies" as "puppy"."""
    word = word.lower()
    if word in _KIND_OF or word in _IRREGULAR:
        return _IRREGULAR.get(word, word)
    for end, instead in (("ies", "y"), ("es", ""), ("es", "e"), ("s", "")):
        if word.endswith(end) and (stem := word.removesuffix(end) + instead) in _KIND_OF:
            return stem
    return word


def of_its_kind(prompt: str, change: str) -> str:
    """The prompt with another thing of the same kind in the place of the only one there is; empty for all others."""
    told = _WITH.match(change.strip(" ,.!"))
    kind = _KIND_OF.get(_single(told["noun"])) if told else None
    if told is None or kind is None:
        return ""
    there = [one for one in _WORD.finditer(prompt) if _KIND_OF.get(_single(one[0])) == kind]
    if len(there) != 1 or _single(there[0][0]) == _single(told["noun"]):
        return ""
    old, rest = there[0], prompt[there[0].end() :]
    if not (_is_several(old[0]) and _is_several(told["noun"]) and _AHEAD.match(rest)):
        return ""
    head = prompt[: old.start()]
    start = max(len(head) - _MOST_BEFORE, 0)
    begins = before.start() if (before := _BEFORE.search(head, start)) else old.start()
    if not (told["many"] or told["adjective"]) or _KNOWN.search(head, start):
        begins, thing = old.start(), told["noun"]
    else:
        thing = told["thing"]
    thing = thing if begins or not prompt[0].isupper() else f"{thing[0].upper()}{thing[1:]}"
    return f"{prompt[:begins]}{thing}{rest}"


def _is_several(noun: str) -> bool:
    return noun.lower() not in _ALIKE and noun.lower() != _single(noun)
