"""What a call makes, in words for the ledger: people never meet the name of a tool."""

NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
NOUNS = {
    "generate_image": ("Picture", "pictures"),
    "animate_photo": ("Animated picture", "animated pictures"),
    "sound_to_video": ("Music video", "music videos"),
}


def spend_note(name: str, count: int) -> str:
    """ "Four pictures", "Music video"."""
    one, many = NOUNS.get(name, ("Piece", "pieces"))
    if count == 1:
        return one
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{number} {many}"
