"""What somebody or something does that only a film shows: "dance", "blinks", "floating"."""

VERBS = """
move walk run dance jump wave smile blink fly swim spin talk speak sing laugh nod breathe sway glow drift ride drive
float blow burn flow fall rise sail roar bark wink cry clap bounce roll flicker
ripple rotate swing gallop crash say shine fight kiss hug cuddle chase wrestle march skate surf juggle dive yawn
stretch hop crawl climb twirl giggle cough twinkle box play
eat drink chew land wag howl bow shiver tremble sneeze snore wiggle melt erupt explode
"""
MOTION = (
    "(?:"
    + "|".join(
        rf"{verb.removesuffix('e')}(?:{'e' if verb.endswith('e') else ''}|e?s|{verb[-1]}?ing)"
        for verb in VERBS.split()
    )
    + "|turn(?:ing)? around|come alive|come to life|look(?:ing)? around)"
)
