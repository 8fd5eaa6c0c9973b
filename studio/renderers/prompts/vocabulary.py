"""Which words of a prompt mean which subject, time of day, weather, way of painting and colour."""

Table = tuple[tuple[str, str], ...]
"""Tags and the words that mean them, with blanks between."""

SUBJECTS: Table = tuple(
    {
        "lighthouse": "lighthouse beacon",
        "sea": "sea ocean tide marine nautical surf bay harbour harbor iceberg",
        "coast": "santorini amalfi capri coast shore shoreline coastline cliff beach cove seaside island headland",
        "waves": "wave surfing swell",
        "mountains": "mountain alps peak summit alpine ridge range fjord volcano highland everest",
        "hills": "hill meadow field valley countryside farm prairie grassland savanna savannah vineyard tuscany "
        "provence plain road path pasture park lawn",
        "forest": "forest pine wood woodland woods jungle rainforest inside-a-greenhouse tree fir grove",
        "city": "city skyline skyscraper downtown street urban town building metropolis rooftop tokyo york "
        "london paris alley cyberpunk venice rome berlin amsterdam barcelona chicago dubai istanbul lisbon prague "
        "vienna kyoto shanghai singapore sydney madrid milan seoul mumbai miami",
        "desert": "desert dune sahara sand canyon mesa",
        "lake": "lake river pond stream lagoon reflection",
        "boat": "marina boat sail sailing sailboat yacht schooner",
        "cabin": "cabin house cottage hut home barn chalet village",
        "lantern": "lantern firefly candle lamp",
        "balloon": "balloon",
        "bridge": "bridge viaduct",
        "car": "car truck automobile drive driving highway roadtrip taxi van ferrari porsche bmw jeep suv",
        "train": "train locomotive railway railroad tram",
        "castle": "castle fortress palace citadel",
        "palm": "palm tropical tropic caribbean hawaii maldives",
        "waterfall": "waterfall waterfalls",
        "moon": "moon lunar moonlit moonlight moonrise",
        "sun": "sun sunlight sunny sunshine sunlit",
        "person": "person man woman girl boy figure people traveller traveler wanderer keeper singer "
        "some-people couple hiker detective human lover child astronaut cosmonaut monk friend family baby kid "
        "lady bride groom bridesmaid newlyweds",
        "portrait": "portrait face headshot selfie bust character grandmother grandfather model musician avatar "
        "samurai ninja viking warrior soldier gladiator pharaoh "
        "fisherman queen king wizard sailor captain princess prince elf elven witch sorcerer sorceress mage pirate "
        "emperor empress fairy dj gentleman magician doctor nurse surgeon teacher professor "
        "baker chef barista waiter waitress scientist engineer farmer firefighter policeman policewoman businessman "
        "businesswoman mechanic",
        "fox": "fox coyote vixen",
        "cat": "cat kitten kitty tabby panther kittens",
        "dog": "dog puppy doggy pup hound retriever labrador poodle terrier shepherd spaniel corgi "
        "dachshund husky beagle",
        "deer": "deer stag elk moose reindeer",
        "horse": "horse pony stallion unicorn",
        "bird": "bird gull seagull swallow raven crow eagle heron dove crane",
        "owl": "owl",
        "wolf": "wolf wolves werewolf",
        "bear": "bear grizzly teddy",
        "panda": "panda",
        "rabbit": "rabbit bunny hare",
        "lion": "lion lioness",
        "tiger": "tiger leopard cheetah jaguar",
        "monkey": "monkey ape gorilla chimpanzee orangutan",
        "mouse": "mouse mice hamster rat",
        "pig": "pig piglet boar",
        "cow": "cow bull calf bison buffalo",
        "sheep": "sheep lamb goat",
        "koala": "koala",
        "elephant": "elephant mammoth",
        "frog": "frog toad",
        "penguin": "penguin",
        "dragon": "dragon wyvern",
        "butterfly": "butterfly butterflies moth",
        "undersea": "underwater under-the-sea reef coral aquarium seabed fish shark jellyfish octopus turtle submarine "
        "diver scuba seahorse goldfish",
        "whale": "whale dolphin orca",
        "flower": "flower dahlia rose bloom blossom petal bouquet floral lotus sunflower peony tulip lily daisy "
        "lavender-field lavender-fields poppy orchid marigold hydrangea wildflower garden cherry "
        "mandala roses daisies lilies",
        "solids": "ring torus sphere ball donut toy 3d render sculpture ceramics ceramic vase pottery bottle "
        "product packshot object still-life orb marble bubble cup mug coffee latte espresso cappuccino tea teapot",
        "planet": "planet space galaxy nebula cosmos cosmic universe saturn mars orbit interstellar milky "
        "constellation celestial spaceship rocket spacecraft starship outer-space sci-fi scifi",
        "room": "room bedroom livingroom kitchen interior sofa couch armchair fireplace office desk library bookshelf "
        "bathroom cafe coffee-shop coffeehouse bistro diner restaurant hallway indoors apartment loft bed nook lounge "
        "study den",
        "food": "food pizza burger hamburger cheeseburger cake cupcake pie fruit apple banana strawberry lemon sushi "
        "pasta spaghetti salad soup noodle ramen oranges pear grape grapes mango berry blueberry "
        "raspberry pancake waffle cookie ice-cream icecream sandwich taco steak "
        "breakfast dinner dessert meal dish plate cocktail juice beer wine lemonade smoothie milkshake drink bowl "
        "hotdog",
        "bicycle": "bicycle bike cycling tandem",
        "motorcycle": "motorcycle motorbike scooter vespa harley chopper",
        "sneakers": "sneaker shoe trainers footwear shoes",
        "chess": "chess chessboard chess-board checkmate",
        "phoenix": "phoenix firebird",
        "hummingbird": "hummingbird humming-bird",
        "parrot": "parrot macaw cockatoo",
        "songbird": "songbird robin sparrow canary finch goldfinch bluebird titmouse wren blackbird nightingale "
        "kingfisher bird-on small-bird little-bird tiny-bird",
        "peacock": "peacock",
        "swan": "swan",
        "flamingo": "flamingo",
        "mermaid": "mermaid siren",
        "knight": "knight paladin templar",
        "treehouse": "treehouse tree-house treehouses",
        "tree": "oak willow maple-tree oak-tree cherry-tree apple-tree lemon-tree orange-tree olive-tree lone-tree "
        "single-tree a-tree old-tree big-tree giant-tree ancient-tree sakura-tree baobab bonsai",
        "giraffe": "giraffe",
        "dinosaur": "dinosaur t-rex trex tyrannosaurus tyrannosaur raptor",
        "bee": "bee bumblebee honeybee",
        "iron-tower": "eiffel eiffel-tower",
        "windmill": "windmill",
        "clock-tower": "clocktower clock-tower big-ben",
        "pumpkin": "pumpkin jack-o'-lantern jack-o-lantern halloween",
        "cactus": "cactus cacti succulent",
        "skull": "skull skeleton",
        "airplane": "airplane aeroplane plane jet airliner aircraft",
        "airship": "airship zeppelin blimp",
        "dancer": "dancer ballerina ballet flamenco",
        "yoga": "yoga meditating meditation meditate meditates",
        "basketball": "basketball",
        "footballer": "footballer football soccer",
        "runner": "runner jogger jogging sprinter sprinting athlete marathon",
        "surfer": "surfer surfboard surfing",
        "skater": "skateboarder skateboard skateboarding",
        "superhero": "superhero super-hero superheroine superwoman",
        "rider": "on-horseback horseback jockey equestrian horse-rider",
        "cyclist": "cyclist mountain-biker",
        "biker": "biker motorcyclist",
        "tennis": "tennis",
        "golf": "golf golfer golfing",
        "boxer": "boxer boxing kickboxing",
        "skier": "skier skiing ski skis",
        "lipstick": "lipstick",
        "handbag": "handbag purse leather-bag tote-bag",
        "phone": "smartphone iphone cellphone mobile-phone phone-mockup",
        "bottle": "bottle",
        "controller": "game-controller gaming-controller gamepad joystick",
        "chest": "treasure-chest treasure pirate-chest",
        "books": "books",
        "zebra": "zebra",
        "kite": "kite",
        "saucer": "ufo ufos flying-saucer alien-ship alien-landing alien-invasion aliens",
        "ghost": "ghost",
        "tent": "tent",
        "campfire": "campfire camp-fire bonfire",
        "suitcase": "suitcase luggage",
        "tractor": "tractor",
        "bus": "bus school-bus",
        "helicopter": "helicopter",
        "guitarist": "guitarist guitar-player playing-guitar plays-guitar",
        "singer": "singer vocalist",
        "saxophonist": "saxophonist saxophone-player sax-player playing-saxophone playing-sax plays-saxophone",
        "watch": "wristwatch wrist-watch smartwatch smart-watch chronograph timepiece luxury-watch a-watch gold-watch "
        "silver-watch pocket-watch dive-watch swiss-watch watches",
        "perfume": "perfume cologne fragrance parfum",
        "headphones": "headphones headphone headset",
        "sunglasses": "sunglasses eyewear",
        "record": "vinyl vinyl-record record-player",
        "laptop": "laptop notebook-computer macbook",
        "camera": "dslr slr film-camera vintage-camera retro-camera old-camera photo-camera",
        "piano": "piano grand-piano",
        "violin": "violin fiddle cello viola",
        "saxophone": "saxophone sax",
        "microphone": "microphone",
        "drums": "drum drums drumkit drum-kit",
        "band": "rock-band live-band jazz-band band-playing concert live-music gig",
        "christmas-tree": "christmas-tree xmas-tree",
        "mushroom": "mushroom toadstool",
        "snail": "snail",
        "hedgehog": "hedgehog",
        "camel": "camel",
        "squirrel": "squirrel chipmunk",
        "spider": "spider tarantula spiderweb spider-web",
        "crab": "crab",
        "ladybug": "ladybug ladybird",
        "crocodile": "crocodile alligator",
        "snake": "snake cobra rattlesnake",
        "watermelon": "watermelon",
        "pineapple": "pineapple",
        "avocado": "avocado avocados",
        "church": "church chapel",
        "pyramid": "pyramid",
        "pagoda": "pagoda temple shrine",
        "columns": "parthenon acropolis greek-temple roman-temple",
        "greenhouse": "greenhouse glasshouse hothouse conservatory",
        "umbrella": "umbrella parasol",
        "chair": "chair",
        "clock": "clock alarm-clock",
        "crown": "crown",
        "fire-engine": "fire-engine firetruck fire-truck fire-brigade",
        "ambulance": "ambulance",
        "telescope": "telescope",
        "stargazer": "stargazer astronomer stargazing",
        "kayak": "kayak kayaking kayaker canoe canoeing",
        "trumpet": "trumpet cornet",
        "trumpeter": "trumpeter trumpet-player",
        "pianist": "pianist piano-player",
        "violinist": "violinist fiddler",
        "drummer": "drummer",
        "handshake": "handshake",
        "tall-ship": "ship galleon frigate pirate-ship",
        "keepsake": "sword dagger heart snowman guitar ukulele",
        "logo": "logo logotype emblem badge icon brand branding crest monogram app-icon",
        "robot": "robot android mech cyborg machine droid",
        "geometric": "geometric geometry bauhaus shapes pattern tiles grid mosaic typography layout",
        "spiral": "spiral vortex tunnel swirl staircase hypnotic",
        "ribbons": "ribbon silk flow smoke fluid liquid ink-drop abstract gradient wallpaper texture",
    }.items()
)
FORMS = frozenset({"geometric", "spiral", "ribbons"})
"""Subjects that are no thing."""
_GROUNDS = "lighthouse sea coast waves mountains hills forest city desert lake moon sun waterfall"
LAND = FORMS | frozenset(_GROUNDS.split())
"""Subjects that fill a picture, and do not stand in one; of a lighthouse its tower is all that does."""
_TOWN_NAMES = (
    "tokyo york london paris venice rome berlin amsterdam barcelona chicago dubai istanbul lisbon prague vienna kyoto "
    "shanghai singapore sydney madrid milan seoul mumbai miami hawaii maldives provence tuscany santorini"
)
TOWNS = frozenset(_TOWN_NAMES.split())
"""Places of the world that a poster is titled after."""
TIMES: Table = tuple(
    {
        "night": "night midnight nocturnal moonlit moonlight nighttime starry stars moon moonrise",
        "sunset": "sunset afterglow golden-hour evening sundown golden-light golden-sky",
        "dawn": "dawn sunrise morning daybreak first-light",
        "dusk": "dusk twilight blue-hour gloaming",
        "day": "day noon daylight sunny midday afternoon sunshine",
    }.items()
)
TIME_HINTS: Table = (
    ("night", "telescope stargazing stargazer fireworks haunted spooky new-year new-year's dark"),
    ("day", "blazing scorching summer bright from-above aerial drone-shot drone-view top-view"),
)
"""Words of what is rather seen at such a time, where none is told: a summer evening is no noon."""
WEATHER: Table = tuple(
    {
        "storm": "storm stormy thunder lightning tempest gale hurricane",
        "rain": "rain rainy raining drizzle downpour wet",
        "snow": "snow snowy winter snowfall blizzard frozen ice icy christmas iceberg glacier arctic antarctic "
        "antarctica",
        "fog": "fog foggy mist misty haze hazy",
        "aurora": "aurora northern-lights polar-lights borealis",
        "clouds": "cloud cloudy clouds overcast",
        "stars": "star stars starry constellation milky",
        "rainbow": "rainbow",
        "autumn": "autumn fall autumnal harvest october",
        "spring": "spring sakura cherry blossom",
    }.items()
)
STYLES: Table = tuple(
    {
        "poster": "poster flat vector travel-poster screenprint album cover",
        "watercolor": "watercolor watercolour aquarelle gouache",
        "ink": "ink sumi calligraphy monochrome",
        "pencil": "pencil sketch graphite drawing",
        "charcoal": "charcoal",
        "linocut": "linocut woodcut woodblock engraving etching",
        "oil": "oil painted painterly brush brushstroke impasto oil-painting",
        "impressionist": "impressionist impressionism monet van-gogh pointillism",
        "cel": "anime cartoon ghibli cel-shaded cel-shading animation manga",
        "comic": "comic comic-book superhero",
        "pop art": "pop-art warhol",
        "halftone": "halftone newspaper",
        "mosaic": "mosaic",
        "stained glass": "stained-glass",
        "low poly": "low-poly lowpoly origami",
        "noir": "noir film-noir",
        "mono": "black-and-white grayscale greyscale",
        "neon": "neon cyberpunk glowing blacklight",
        "retro": "retro synthwave vaporwave 80s eighties outrun vintage 70s arcade",
        "minimal": "minimal minimalist minimalistic simple clean",
        "photo": "photo photograph photorealistic cinematic film realistic photography 35mm bokeh movie",
        "pixel": "pixel 8bit pixelart 8-bit 16-bit",
    }.items()
)
COLOUR_WORDS = {
    "red": "#d6322f", "crimson": "#b3152f", "scarlet": "#e23420", "coral": "#ff7a62", "orange": "#f28a22",
    "amber": "#f5a623", "gold": "#e8b53a", "golden": "#e8b53a", "yellow": "#f6d23c", "lime": "#a6d634",
    "green": "#2f9e5b", "emerald": "#12805c", "mint": "#8fe0c0", "teal": "#138a8a", "turquoise": "#2cc4c0",
    "cyan": "#38c8e6", "blue": "#2763c4", "azure": "#3f9be8", "navy": "#14285c", "indigo": "#3b2f8f",
    "violet": "#7447c8", "purple": "#7b3aa8", "lavender": "#b7a0e6", "magenta": "#d42a92", "pink": "#f48ab8",
    "rose": "#e5688a", "brown": "#7a4a2a", "beige": "#d9c6a5", "cream": "#f3e7cf", "white": "#f4f2ec",
    "black": "#101216", "grey": "#7d848c", "gray": "#7d848c", "silver": "#b8c0c8", "copper": "#b5683c",
    "maroon": "#6e1423", "olive": "#7a7a2a", "tan": "#c9a27a", "ivory": "#f3eee0", "ruby": "#9b1136",
    "sapphire": "#1d4fa3", "plum": "#6d2f63", "salmon": "#f28b77", "blonde": "#dcb670", "blond": "#dcb670",
    "ginger": "#b9602e", "auburn": "#7c3a22", "pastel": "#f2b8c6", "peach": "#ffb48f", "sepia": "#8a6a45",
}  # fmt: skip
_PLACES = {
    "sea", "coast", "waves", "mountains", "forest", "city", "desert", "lake", "moon", "sun", "palm", "waterfall",
    "planet", "geometric", "spiral", "ribbons",
}  # fmt: skip
OWN = frozenset(tag for tag, _ in SUBJECTS) - _PLACES
"""Subjects that keep a colour said of them to themselves: a red car stands before no red sky."""
