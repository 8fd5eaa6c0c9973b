"""What happens in a script, from first scene to last: for stories, for what sells, for what explains."""

ARCS: dict[str, tuple[str, ...]] = {
    "story": ("opening", "wish", "obstacle", "turn", "height", "rest"),
    "sale": ("hook", "trouble", "answer", "proof", "joy", "call"),
    "talk": ("hook", "point", "proof", "call"),
    "trailer": ("opening", "wish", "obstacle", "threat", "height", "title"),
}
ACTIONS: dict[str, tuple[str, ...]] = {
    "opening": (
        "We meet {t} before anything has begun.",
        "The day starts, and {t} comes into view.",
    ),
    "wish": (
        "A small sign shows what {t} is reaching for.",
        "Something nearby catches the eye, and with it a wish.",
    ),
    "obstacle": (
        "The way is barred; the first try fails.",
        "What seemed simple turns out not to be.",
    ),
    "threat": (
        "Everything speeds up; there is no way back.",
        "The quiet breaks, and the danger has a face.",
    ),
    "turn": ("A small idea changes everything.", "Help arrives from where nobody looked."),
    "height": ("It happens at last, in one held moment.", "All that was prepared comes together."),
    "rest": (
        "The noise falls away; what has changed can be seen.",
        "We leave as we came, but the light is different.",
    ),
    "hook": (
        "A striking detail of {t} fills the frame.",
        "We open in the middle of the action, with {t}.",
    ),
    "trouble": (
        "An everyday nuisance, shown honestly and with a smile.",
        "Things go slightly wrong, as they always do.",
    ),
    "answer": (
        "Enter {t}; the mood lifts at once.",
        "Hands reach for it: {t}, seen clearly for the first time.",
    ),
    "point": (
        "The speaker looks straight at us and makes the point with {t}.",
        "One simple picture explains {t}.",
    ),
    "proof": (
        "A close look shows how well it works.",
        "Three quick details, each better than the last.",
    ),
    "joy": ("Faces relax; someone laughs off screen.", "The day goes on, easier than before."),
    "call": (
        "A clean last frame with room for the name.",
        "Everything settles on one calm, readable image.",
    ),
    "title": (
        "Black. The title burns in, letter by letter.",
        "Silence, then the title over the last image.",
    ),
}
SAYINGS: dict[str, tuple[str, ...]] = {  # from short to long; the longest that fits is taken
    "opening": ("Listen.", "It began like any other day.",
                "Every story has a first morning, and this one began without anybody noticing."),
    "wish": ("Just once.", "There was one thing worth wanting.",
             "There was one thing worth wanting, and it was closer than anyone had dared to hope."),
    "obstacle": ("Not so fast.", "Nothing about it was going to be easy.",
                 "Nothing about it was going to be easy, and by noon even the brave ones had their doubts."),
    "threat": ("Run.", "By then it was too late to turn around.",
               "By then it was too late to turn around, and the only way out was straight ahead."),
    "turn": ("Then, a spark.", "And then somebody tried it the other way round.",
             "And then somebody tried it the other way round, and for the first time it held."),
    "height": ("Now.", "This is the moment it was all for.",
               "This is the moment it was all for, and nobody who saw it will ever forget it."),
    "rest": ("And breathe.", "Some days stay with you for good.",
             "Some days stay with you for good, and this is how one of them ended."),
    "hook": ("Look at this.", "You have about three seconds to look away.",
             "You have about three seconds to look away, and we are fairly sure you will not."),
    "trouble": ("We know the feeling.", "You know how these mornings usually go.",
                "You know how these mornings usually go: one thing slips, and then the rest follows."),
    "answer": ("Meet {n}.", "This is {n}, and it changes the day.",
               "This is {n}, made for exactly the moment when everything else gives up."),
    "point": ("Here is the thing.", "Here is what most people miss about {n}.",
              "Here is what most people miss about {n}: the simple part is the part that matters."),
    "proof": ("See for yourself.", "Look closely, because the details do the talking.",
              "Look closely, because the details do the talking, and they have nothing to hide."),
    "joy": ("Much better.", "And suddenly there is time for the good part.",
            "And suddenly there is time for the good part, which was the point all along."),
    "call": ("{n}.", "{n}. Try it today.", "{n}. Try it today, and tell us tomorrow how it went."),
    "title": ("{n}.", "{n}. Coming soon.", "This season, one name will be enough: {n}."),
}  # fmt: skip
