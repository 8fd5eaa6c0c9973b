"""What people say three, four, five turns into a conversation, as they type it, with the product's three tools."""

from collections.abc import Sequence

import pytest

from tests.studio.director.conversation import SHAPED
from tests.studio.director.talks import (
    BESIDE,
    DOG,
    FILM,
    IMAGE,
    MUG,
    PHOTO,
    SONG,
    SONG_FILM,
    Said,
    hold,
    turn,
)

NIGHT = "a poster for a jazz night on saturday 13 june with a saxophone player"
DARK = "with a dark blue background"
POSTER = 'a poster for a jazz night with the title "BLUE NOTES"'
THUMBNAIL = 'a thumbnail for my video "10 EASY DINNERS"'
SIGN = "a neon sign on a brick wall"
INVITATION = 'wedding invitation, elegant, "Anna & Ben"'
BANNER = "banner for my youtube channel about cooking, wide"
LOOKS = "Image -1 is your file “IMG_2041.jpg”. I can measure, not recognise."
MOOD = "no change I know how to paint"
CARD = "an invitation for Anna, 3 May"
TALKS: dict[str, Sequence[Said]] = {
    "words for a card": (
        turn(CARD, (IMAGE, {})),
        turn("can it say Save the Date", (IMAGE, {"prompt": f'{CARD}, "Save the Date"', **BESIDE})),
        turn("three versions", (IMAGE, {"numberOfVariations": 3}), says="three different versions of image 1."),
    ),
    "somebody who says something": (
        turn("a cat", (IMAGE, {})),
        turn("can it say hello", (FILM, {"prompt": "it says hello", "sourceImageIndex": 0})),
    ),
    "nothing but a version": (
        turn("draw it", says="What do you mean by that?"),
        turn("a cat", (IMAGE, {})),
        turn("make it blue", (IMAGE, {"sourceImageIndex": 0})),
        turn("the original please", says="What shall I do with it?"),
        turn("animate it", (FILM, {"sourceImageIndex": 0})),
    ),
    "shapes of a poster": (
        turn("a poster for our jazz night, friday 8pm", (IMAGE, {})),
        turn("make a story version for instagram", (IMAGE, {"aspectRatio": "9:16", **BESIDE})),
        turn("make an instagram version", (IMAGE, {"aspectRatio": "1:1", **BESIDE})),
    ),
    "a song and its start": (
        turn("here is my song", (IMAGE, {}), (SONG_FILM, {"audioSourceIndex": -1}), files=[SONG]),
        turn("start later", says="From which second of the song?"),
        turn("start at 0:30", (SONG_FILM, {"audioStart": 30})),
        turn("start later", (SONG_FILM, {"audioStart": 40})),
        turn("begin 50 seconds earlier", (SONG_FILM, {"audioStart": 0})),
    ),
    "one where it sleeps, and both": (
        turn("an unicorn", (IMAGE, {}), says="I will make a unicorn."),
        turn("one where the unicorn is asleep", (IMAGE, {"prompt": "an unicorn, with the unicorn asleep", **BESIDE})),
        turn("a honest man", (IMAGE, {}), says="I will make an honest man."),
        turn("all three in one film", *((FILM, {"sourceImageIndex": one}) for one in range(3))),
    ),
    "deeds of them": (
        turn("two boxers in a ring", (IMAGE, {})),
        turn("a cat and a dog", (IMAGE, {})),
        turn("make them fight", (FILM, {"prompt": "they fight", "sourceImageIndex": 1})),
        turn("make them dance", (FILM, {"prompt": "they dance", "sourceImageIndex": 1})),
        turn("longer", (FILM, {"prompt": "they dance", "duration": 8})),
    ),
    "the same style": (
        turn("a knight in oil painting style", (IMAGE, {})),
        turn("a wizard in the same style", (IMAGE, {"prompt": "a wizard, oil painting style", **BESIDE})),
        turn("do the same in pixel art", (IMAGE, {"prompt": "a wizard, in pixel art"})),
        turn("a castle in that style", (IMAGE, {"prompt": "a castle, pixel art"})),
    ),
    "the camera and the loop": (
        turn("a boat on a lake", (IMAGE, {})),
        turn("animate it with a slow zoom in", (FILM, {"prompt": "a slow zoom in"})),
        turn("without the zoom", (FILM, {"prompt": "the camera stays still", "sourceImageIndex": 0})),
        turn("make it loop", (FILM, {"sourceImageIndex": 0, "endImageIndex": 0})),
        turn("vertical", (FILM, {"endImageIndex": 0, "aspectRatio": "9:16"})),
    ),
    "a picture that loops": (
        turn("a campfire", (IMAGE, {})),
        turn("make it a seamless loop", (FILM, {"sourceImageIndex": 0, "endImageIndex": 0})),
        turn("wait, make it vertical", (FILM, {"aspectRatio": "9:16"})),
    ),
    "a sign's words": (
        turn(SIGN, (IMAGE, {})),
        turn("it should say HELLO", (IMAGE, {"prompt": f'{SIGN}: change the text to "HELLO"'})),
        turn("same but it should say BYE", (IMAGE, {"prompt": f'{SIGN}: change the text to "BYE"',
                                                    "sourceImageIndex": 0})),
        turn("change BYE to STAY", (IMAGE, {"prompt": f'{SIGN}: change the text to "STAY"', "sourceImageIndex": 0})),
    ),
    "two in one": (
        turn("a red fox", (IMAGE, {})),
        turn("a snowy forest", (IMAGE, {})),
        turn("combine image 0 and image 1", (IMAGE, {"prompt": "a red fox in a snowy forest", **BESIDE}), says="anew"),
        turn("a dragon", (IMAGE, {})),
        turn("a castle", (IMAGE, {})),
        turn("put the dragon on the castle", (IMAGE, {"prompt": "a dragon on a castle", **BESIDE})),
    ),
    "a dog put on a beach": (
        turn("here is our dog", files=[DOG], says="?"),
        turn("a beach at sunset", (IMAGE, {})),
        turn("put the dog on the beach", (IMAGE, {"prompt": "change the background to a beach at sunset",
                                                  "sourceImageIndex": -1}), says="words only"),
    ),
    "versions in a manner": (
        turn("a dragon", (IMAGE, {})),
        turn("5 chibi versions", (IMAGE, {"numberOfVariations": 5, **BESIDE}), says="in chibi style"),
        turn("i like the second one"),
        turn("make it winter", (IMAGE, {"sourceImageIndex": 2})),
    ),
    "a cover and its song": (
        turn("make an album cover for my band Night Owls", (IMAGE, {"aspectRatio": "1:1"})),
        turn("here's the song", (SONG_FILM, {"sourceImageIndex": 0, "audioSourceIndex": -1}), files=[SONG]),
        turn("start at 1 min", (SONG_FILM, {"sourceImageIndex": 0, "audioStart": 60, "duration": 30})),
        turn("use a forest instead", (IMAGE, {"prompt": "a forest"}),
             (SONG_FILM, {"prompt": "a forest", "sourceImageIndex": 1, "audioStart": 60})),
    ),
    "the song that was asked for": (
        turn("make a music video, neon city", says="song"),
        turn("here's the song", (IMAGE, {"numberOfVariations": 3}), (SONG_FILM, {"prompt": "neon city"}), files=[SONG]),
    ),
    "what a film shows": (
        turn("a portrait of a man", (IMAGE, {})),
        turn("make him smile", (FILM, {"prompt": "he smiles"})),
        turn("add some christmas lights", (IMAGE, {"sourceImageIndex": 0}),
             (FILM, {"prompt": "he smiles", "sourceImageIndex": 1})),
        turn("make the background blue", (IMAGE, {"sourceImageIndex": 1}), (FILM, {"sourceImageIndex": 2})),
        turn("and a hat", (IMAGE, {"prompt": "a portrait of a man, with some christmas lights, with blue background: "
                                   "add a hat"}), (FILM, {"sourceImageIndex": 3})),
    ),
    "what nobody can paint": (
        turn("a robot playing guitar", (IMAGE, {})),
        turn("dont like it, try again", (IMAGE, {"prompt": "a robot playing guitar"})),
        turn("make it more realistic", (IMAGE, {"sourceImageIndex": 1}), says=MOOD),
        turn("give him a beard", (IMAGE, {"sourceImageIndex": 2}), says="give him a beard. Done"),
    ),
    "a title moves": (
        turn(POSTER, (IMAGE, {})),
        turn("title at the top pls", (IMAGE, {"prompt": f"{POSTER}, the title at the top", **BESIDE})),
        turn("title in yellow", (IMAGE, {"prompt": f"{POSTER}, the title in yellow letters at the top"})),
        turn("smaller letters", (IMAGE, {"prompt": f"{POSTER}, the title in small yellow letters at the top"})),
        turn("green background", (IMAGE, {"prompt": f"{POSTER}, green background, the title in small yellow letters at "
                                                    "the top", **BESIDE})),
        turn("no title", (IMAGE, {"prompt": "a poster for a jazz night, green background", **BESIDE})),
    ),
    "questions about a photo": (
        turn("make it pop", (IMAGE, {"sourceImageIndex": -1}), files=[PHOTO]),
        turn("whats in this photo?", says=LOOKS),
        turn("a lighthouse", (IMAGE, {})),
        turn("what colors are in it?", says="made from the words “a lighthouse”. I can measure"),
        turn("how big is image 0?", says="Image 0 is 1536 by 1024 pixels"),
    ),
    "undone": (
        turn("a house", (IMAGE, {})),
        turn("make it red", (IMAGE, {"sourceImageIndex": 0})),
        turn("undo that", says="image 0 is as it was"),
        turn("make it blue", (IMAGE, {"prompt": "a house: make it blue", "sourceImageIndex": 0})),
    ),
    "back to an earlier one": (
        turn("cyberpunk street at night, raining", (IMAGE, {})),
        turn("same but daytime", (IMAGE, {"prompt": "cyberpunk street, raining, in daytime"})),
        turn("go back to the night one", says="?"),
        turn("add a girl with an umbrella", (IMAGE, {"sourceImageIndex": 0})),
    ),
    "a few words at a time": (
        turn("a red sports car", (IMAGE, {})),
        turn("blue", (IMAGE, {"prompt": "a red sports car: make it blue"})),
        turn("on a mountain road", (IMAGE, {"prompt": "a blue sports car: put it on a mountain road"})),
        turn("and a full moon", (IMAGE, {"sourceImageIndex": 2})),
        turn("scarier!!", (IMAGE, {"sourceImageIndex": 3})),
        turn("video, 10 seconds", (FILM, {"sourceImageIndex": 4, "duration": 10})),
    ),
    "the seasons": (
        turn("tree in spring", (IMAGE, {})),
        turn("now summer", (IMAGE, {"prompt": "tree in spring: make it summer"})),
        turn("autumn", (IMAGE, {"prompt": "tree, in summer: make it autumn"})),
        turn("make a video going from the first to the last", (FILM, {"sourceImageIndex": 0, "endImageIndex": 2})),
    ),
    "a colour put right": (
        turn("landscape with a river", (IMAGE, {})),
        turn("make the river red", (IMAGE, {})),
        turn("no, blue", (IMAGE, {"prompt": "landscape with a river, with red river: make the river blue"})),
        turn("more trees", (IMAGE, {"prompt": "landscape with a river, with blue river: add more trees"})),
        turn("wider", (IMAGE, {"aspectRatio": "16:9"})),
    ),
    "stickers in moods": (
        turn("make 6 stickers of a cute avocado", (IMAGE, {"numberOfVariations": 6})),
        turn("different moods", (IMAGE, {"numberOfVariations": 6})),
        turn("last one with a hat", (IMAGE, {"sourceImageIndex": 11})),
    ),
    "another thing instead": (
        turn("a car driving in the rain", (IMAGE, {})),
        turn("make it a train instead", (IMAGE, {"prompt": "a train driving in the rain", **BESIDE})),
        turn("now as a video", (FILM, {"sourceImageIndex": 1})),
        turn("use a boat instead", (IMAGE, {"prompt": "a boat"}), (FILM, {"sourceImageIndex": 2})),
        turn("not so fast", (FILM, {"sourceImageIndex": 2, "duration": 8})),
    ),
    "a channel's banner": (
        turn(BANNER, (IMAGE, {"prompt": BANNER, "aspectRatio": "16:9"})),
        turn("it should say COOKING WITH TOM", (IMAGE, {"sourceImageIndex": 0})),
        turn("bigger letters", (IMAGE, {"prompt": f'{BANNER}: change the text to "COOKING WITH TOM" in large letters',
                                        "sourceImageIndex": 0})),
        turn("change Tom to Tim", (IMAGE, {"prompt": f'{BANNER}: change the text to "COOKING WITH TIM" in '
                                           "large letters"})),
    ),
    "an invitation": (
        turn(INVITATION, (IMAGE, {})),
        turn("in gold", (IMAGE, {"prompt": f"{INVITATION}, the title in gold letters", **BESIDE})),
        turn("the names bigger", (IMAGE, {"prompt": f"{INVITATION}, the title in large gold letters"})),
        turn("add the date 12.06.2027",
             (IMAGE, {"prompt": f"{INVITATION}, 12.06.2027, the title in large gold letters", **BESIDE})),
    ),
    "a mug in a photo": (
        turn("here you go", files=[MUG, PHOTO], says="?"),
        turn("put the mug into the photo", (IMAGE, {"sourceImageIndex": -2}), says="It starts from image -2 alone"),
    ),
    "how somebody looks": (
        turn("can you draw a portrait of my grandma in pencil", (IMAGE, {})),
        turn("she has white hair and glasses", (IMAGE, {"sourceImageIndex": 0}), says="white hair and glasses. Done"),
        turn("now animate it so she winks", (FILM, {"prompt": "she winks", "sourceImageIndex": 1})),
        turn("once more but without sound", (FILM, {"sourceImageIndex": 1})),
    ),
    "letters on a photo's film": (
        turn("animate this", (FILM, {"sourceImageIndex": -1}), files=[PHOTO]),
        turn("sharper", (IMAGE, {"prompt": "the picture: sharper", "sourceImageIndex": -1}),
             (FILM, {"sourceImageIndex": 0})),
        turn('add my logo text "NORDWIND" in the corner', (IMAGE, {"sourceImageIndex": 0}),
             (FILM, {"sourceImageIndex": 1})),
    ),
    "a thumbnail's words": (
        turn('i need a thumbnail for my video "10 EASY DINNERS"', (IMAGE, {})),
        turn("yellow text", (IMAGE, {"prompt": f"{THUMBNAIL}, the title in yellow letters"})),
        turn("bigger", (IMAGE, {"prompt": f"{THUMBNAIL}, the title in large yellow letters"})),
    ),
    "a ghost comes back": (
        turn("a ghost in a hallway", (IMAGE, {})),
        turn("make him disappear", (IMAGE, {"prompt": "a ghost in a hallway: remove him"})),
        turn("bring him back", says="image 0 is as it was"),
        turn("turn into a 10 sec video where he walks towards us",
             (FILM, {"prompt": "he walks towards us", "sourceImageIndex": 0, "duration": 10})),
        turn("slower and darker", (FILM, {"prompt": "darker, he walks towards us", "duration": 15})),
    ),
    "one of three": (
        turn('3 logo ideas for a surf shop "WAVE"', (IMAGE, {"numberOfVariations": 3})),
        turn("number 2 but in orange", (IMAGE, {"prompt": 'a logo for a surf shop "WAVE", hand-drawn: make it orange',
                                                "sourceImageIndex": 2})),
    ),
    "an island from elsewhere": (
        turn("birds eye view of an island", (IMAGE, {})),
        turn("now from the ground", (IMAGE, {"sourceImageIndex": 0}), says=MOOD),
        turn("next to it a tree", (IMAGE, {"sourceImageIndex": 1})),
        turn("instagram size", (IMAGE, {"aspectRatio": "1:1"})),
    ),
    "what was meant": (
        turn("a forest in fog", (IMAGE, {})),
        turn("turn it into a video", (FILM, {"sourceImageIndex": 0})),
        turn("no i meant the picture should be darker", (IMAGE, {"prompt": "a forest in fog: make the picture darker"}),
             (FILM, {"sourceImageIndex": 1})),
        turn("keep the camera still", (FILM, {"prompt": "the camera stays still", "sourceImageIndex": 1})),
    ),
    "the same of another": (
        turn("a cat sitting on a skateboard", (IMAGE, {})),
        turn("animate it, 6 seconds", (FILM, {"duration": 6})),
        turn("the same with a dog", (IMAGE, {"prompt": "a dog sitting on a skateboard", **BESIDE}),
             (FILM, {"sourceImageIndex": 1, "duration": 6})),
        turn("not a dog, a panda instead", (IMAGE, {"prompt": "a panda sitting on a skateboard"}),
             (FILM, {"sourceImageIndex": 2})),
        turn("no, 4 is enough", (FILM, {"sourceImageIndex": 2, "duration": 4})),
        turn("he should wave and dance", (FILM, {"prompt": "he waves and dance", "sourceImageIndex": 2})),
    ),
    "a picture that goes with a song": (
        turn("use this as cover for my song", (SONG_FILM, {"sourceImageIndex": -1, "audioSourceIndex": -1}),
             files=[MUG, SONG]),
        turn("from 1:10 to 1:30", (SONG_FILM, {"sourceImageIndex": -1, "audioStart": 70, "duration": 20})),
        turn("a harbour at night", (IMAGE, {})),
        turn("make it a music video", (SONG_FILM, {"prompt": "a harbour at night", "sourceImageIndex": 0})),
    ),
    "a card that is told later": (
        turn("a flyer for our flea market on May 3", (IMAGE, {})),
        turn("the date is May 10 actually", (IMAGE, {"prompt": "a flyer for our flea market on May 10", **BESIDE})),
        turn("the time is missing: 19:30", (IMAGE, {"prompt": "a flyer for our flea market on May 10, 19:30"})),
        turn("address is 12 Mill Lane",
             (IMAGE, {"prompt": 'a flyer for our flea market on May 10, 19:30, "12 Mill Lane"'})),
    ),
    "a name put right": (
        turn('birthday poster for "Lisa", 30 years', (IMAGE, {})),
        turn("sorry, it's Lissa with double s", (IMAGE, {"prompt": 'birthday poster for "Lissa", 30 years'})),
        turn("different font", says="I have one typeface only."),
        turn("bigger", (IMAGE, {"prompt": 'birthday poster for "Lissa", 30 years, the title in large letters'})),
        turn("now in german", says="What should it say?"),
    ),
    "other words in capitals": (
        turn('a sale banner that says "SUMMER SALE"', (IMAGE, {})),
        turn("change it to WINTER SALE", (IMAGE, {"prompt": 'a sale banner that says "WINTER SALE"', **BESIDE})),
        turn("put our logo in the corner", says="what should it say?"),
        turn("Nordwind", (IMAGE, {"prompt": 'a sale banner that says "WINTER SALE": write "Nordwind" in the corner',
                                  "sourceImageIndex": 1})),
    ),
    "parts of a house": (
        turn("a small house by a lake", (IMAGE, {})),
        turn("red roof", (IMAGE, {"prompt": "a small house by a lake: make the roof red", "sourceImageIndex": 0})),
        turn("and the door too", (IMAGE, {"prompt": "a small house by a lake, with red roof: make the door red"})),
        turn("ok go on, bigger windows", (IMAGE, {"sourceImageIndex": 2})),
        turn("forget that. a bowl of ramen, seen from above", (IMAGE, {"prompt": "a bowl of ramen, seen from above",
                                                                       **BESIDE})),
        turn("steam rising from it, as a clip", (FILM, {"prompt": "steam rising from it", "sourceImageIndex": 4})),
    ),
    "beside each other": (
        turn("3 pictures of a waterfall", (IMAGE, {"numberOfVariations": 3})),
        turn("the left one but in green", (IMAGE, {"sourceImageIndex": 0})),
        turn("none of them, more playful", (IMAGE, {"numberOfVariations": None})),
        turn("the first, as a loop", (FILM, {"sourceImageIndex": 0, "endImageIndex": 0})),
        turn("without the loop", (FILM, {"sourceImageIndex": 0, "endImageIndex": None})),
    ),
    "the deed for the other": (
        turn("2 pictures of a tiger", (IMAGE, {"numberOfVariations": 2})),
        turn("animate it", (FILM, {"sourceImageIndex": 0})),
        turn("the other one", (FILM, {"sourceImageIndex": 1})),
        turn("i hate it", says="What should be different?"),
        turn("video from the first to the second", (FILM, {"sourceImageIndex": 0, "endImageIndex": 1})),
    ),
    "what is no picture": (
        turn("a castle on a cliff", (IMAGE, {})),
        turn("come on, hurry up"),
        turn("lol great, now the other way round", says="What exactly should change"),
        turn("can my students see it?"),
        turn("how much was that?", says="cost"),
        turn("lol undo", says="Nothing is overwritten"),
        turn("no people at all", (IMAGE, {"sourceImageIndex": 0})),
    ),
    "things it shows": (
        turn("a bee on a sunflower", (IMAGE, {})),
        turn("bee bigger, flower smaller",
             (IMAGE, {"prompt": "a bee on a sunflower: make the bee bigger, make the flower smaller",
                      "sourceImageIndex": 0})),
        turn("a cat next to the bee", (IMAGE, {"sourceImageIndex": 1})),
        turn("balloons too", (IMAGE, {"sourceImageIndex": 2})),
        turn("remove it again", (IMAGE, {"sourceImageIndex": 3}), says="remove the balloons"),
    ),
    "what was changed before stays": (
        turn("a house", (IMAGE, {})),
        turn("make the door red", (IMAGE, {"sourceImageIndex": 0})),
        turn("make the windows blue", (IMAGE, {"sourceImageIndex": 1})),
        turn("make the door green", (IMAGE, {"sourceImageIndex": 2})),
        turn("earlier start", says="?"),
    ),
    "a place, then the order": (
        turn("3 logo ideas with a snake", (IMAGE, {"numberOfVariations": 3})),
        turn("the third is nice but thinner lines", (IMAGE, {"sourceImageIndex": 2})),
        turn("second one, add a rose", (IMAGE, {"sourceImageIndex": 1})),
    ),
    "jetzt als Film": (
        turn("a lighthouse in a storm", (IMAGE, {})),
        turn("jetzt als Video", (FILM, {"sourceImageIndex": 0})),
        turn("kürzer bitte", (FILM, {"sourceImageIndex": 0, "duration": 3})),
        turn("jetzt aber mit viel mehr Schwung und Elan", says="I follow English best"),
    ),
    "a poster put right": (
        turn("a poster for a jazz night on friday 12 june with a saxophone player", (IMAGE, {"aspectRatio": "2:3"})),
        turn("make the background dark blue",
             (IMAGE, {"prompt": f"{NIGHT.replace('saturday 13', 'friday 12')}, {DARK}", **BESIDE})),
        turn("the date is wrong, it is saturday 13 june", (IMAGE, {"prompt": f"{NIGHT}, {DARK}", **BESIDE})),
        turn("add the place: Harbour Hall", (IMAGE, {"prompt": f"{NIGHT}, {DARK}, Harbour Hall", **BESIDE})),
        turn("put the saxophone player on the left and make the title bigger",
             (IMAGE, {"sourceImageIndex": 3, "width": 832, "height": 1248}),
             (IMAGE, {"prompt": f"{NIGHT}, {DARK}, Harbour Hall, the saxophone player on the left, "
                      "the title in large letters", "width": 832, "height": 1248, **BESIDE})),
    ),
    "une affiche": (
        turn('bonjour, je voudrais une affiche pour mon concert "Nuit Bleue"',
             (IMAGE, {"prompt": 'a poster for my concert "Nuit Bleue"', "aspectRatio": "2:3"})),
        turn("plus grand le titre",
             (IMAGE, {"prompt": 'a poster for my concert "Nuit Bleue", the title in large letters'})),
        turn("c'est trop sombre", (IMAGE, {"sourceImageIndex": 1})),
        turn("en vidéo", (FILM, {"sourceImageIndex": 2})),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TALKS)
def test_a_later_turn_goes_on_from_the_earlier_ones(name: str) -> None:
    hold(SHAPED, TALKS[name])
