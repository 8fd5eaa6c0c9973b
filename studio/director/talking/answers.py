"""What is said around the work: one sentence before it, a short account after it."""

import re
from collections.abc import Sequence

from studio.director.families.music_films import MUSIC_VIDEO
from studio.director.plan import (
    TEXT_TOOLS,
    Beyond,
    Plan,
    Scene,
    Step,
    Unclear,
    sentence_list,
    short,
)
from studio.director.reading import Result, Turn
from studio.director.talking.talk import ability

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen",
)  # fmt: skip
_BEFORE = {
    "edit_image": "I will change {subject}.",
    "apply_style": "I will give {subject} its new style.",
    "restore_photo": "I will restore the photo: scratches, noise and fading.",
    "refine_result": "I will refine {subject}.",
    "change_angle": "I will show {subject} from another side.",
    "upscale_image": "I will enlarge {subject}.",
    "upscale_video": "I will enlarge {subject}.",
    "remove_background": "I will cut out {subject}.",
    "segment_image": "I will select {subject}.",
    "image_to_3d": "I will make a 3D model of {subject}.",
    "generate_video": "I will film this: {subject}.",
    "orbit_video": "The camera will go round {subject}.",
    "dance_montage": "I will make the dance, {subject}.",
    "video_to_video": "I will make {subject} into what you describe.",
    "stitch_video": "I will join {subject}.",
    "extend_video": "I will let {subject} go on.",
    "replace_video_segment": "I will make {subject} new.",
    "overlay_video": "I will put that on {subject}.",
    "add_subtitles": "I will add the subtitles to {subject}.",
    "generate_music": "I will make the music: {subject}.",
    "generate_speech": "I will have it read: {subject}.",
    "enhance_prompt": "I will work on that prompt.",
    "compose_lyrics": "I will write the lyrics: {subject}.",
    "compose_instrumental": "I will outline the piece: {subject}.",
    "compose_script": "I will write the script: {subject}.",
    "compose_workflow": "I will draft the plan: {subject}.",
    "compose_workflow_template": "I will draft the template: {subject}.",
}
_TEXTS = (
    "enhanced_prompt",
    "lyrics",
    "script",
    "markdown",
    "structure",
    "text",
    "content",
    "prompt",
    "plan",
    "summary",
    "description",
)


def announced(step: Step, turn: Turn) -> str:
    """One sentence before the work, and what could not be taken as it was said."""
    notes = list(dict.fromkeys(note for one in (step, *step.also) for note in one.notes))
    line = _sentence(step, turn)
    return " ".join([line, *notes])


def _sentence(step: Step, turn: Turn) -> str:
    if step.remade:
        return _once_more(step)
    if step.tool == "sound_to_video":
        return _to_song(step)
    if step.tool == "animate_photo":
        seconds = step.arguments.get("duration")
        names = sentence_list(list(dict.fromkeys(one.subject for one in (step, *step.also))))
        return f"I will bring {names} to life" + (
            f" for {float(seconds):.0f} seconds." if seconds else "."
        )
    if step.tool == "stitch_video" and len(step.arguments["videoIndices"]) == 1:
        return f"I will put audio {step.arguments.get('audioIndex')} under {step.subject}."
    count = step.count
    if step.tool in _BEFORE:
        names = sentence_list(list(dict.fromkeys(one.subject for one in (step, *step.also))))
        several = f" There will be {_number(count)} of them." if count > 1 else ""
        return _BEFORE[step.tool].format(subject=names) + several
    if MUSIC_VIDEO.search(turn.text) and count > 1:
        return _ended(
            f"First the look of the film: {_number(count)} pictures to choose from, {short(step.subject)}"
        )
    if step.also:
        others = " and ".join(one.subject for one in step.also)
        return f"{_number(1 + len(step.also)).capitalize()} pictures, side by side: {step.subject}, and {others}."
    if count > 1:
        return f"Here come {_number(count)} versions of {short(step.subject)}, each different."
    return _ended(f"I will make {short(step.subject, 120)}")


def _ended(sentence: str) -> str:
    """With its full stop; one that was cut short ends in dots already."""
    return sentence if sentence.endswith("…") else f"{sentence}."


def _once_more(step: Step) -> str:
    seconds = step.arguments.get("duration")
    length = f", {float(seconds):.0f} seconds long" if seconds else ""
    several = f", {_number(step.count)} of them" if step.count > 1 else ""
    return f"I will make {short(step.subject, 120)} once more{length}{several}."


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def _to_song(step: Step) -> str:
    look = step.arguments.get("sourceImageIndex")
    length = float(step.arguments.get("duration", 30))
    ending = f", in the look of image {look}." if look is not None else "."
    return f"Now the film: {length:.0f} seconds cut on the beat of {step.subject}{ending}"


def sorry(result: Result) -> str:
    """A failure, calmly, with what can be done about it."""
    reason = (result.error or "nothing came back").rstrip(".")
    money = r"\b(balance|funds|credits?|cost|budget|limit reached|quota)\b|\bneeds about [\d.,]+\. You have\b"
    if re.search(money, reason, re.I):
        help_ = "Top up, or ask for something smaller; what was finished before is kept."
    else:
        help_ = "Change the request or try again; what was finished before is kept."
    return f"That did not work: {reason}. {help_}"


def stopped(stop: Unclear | Beyond, turn: Turn) -> str:
    """A question, or what is not possible with what is."""
    if isinstance(stop, Unclear):
        return stop.question
    return f"I cannot {stop.deed} here. {ability(turn.tools)}"


def closing(turn: Turn, plan: Plan) -> str:
    """What was made, by its numbers; what failed; what is still to be said."""
    films = [result for result in turn.results if result.kind == "video" and result.ok]
    missing = _missing(turn.results)
    texts = [row for result in turn.results if result.ok and (row := _written(result))]
    if films and films[-1].tool == "sound_to_video" and not texts:
        return _film_answer(turn, films[-1]) + missing + _rest(turn, plan)
    parts = [_named(result) for result in turn.results if result.ok and result.indices]
    made = "; ".join(part for part in parts if part)
    kinds = {result.kind for result in turn.results if result.ok}
    ending = " Say a number to change it, or what should move." if kinds == {"image"} else ""
    text = "\n\n".join(texts)
    if made:
        text = f"{text}\n\nDone: {made}.{ending}{missing}".strip()
    return (text or "Nothing could be made this time.") + _rest(turn, plan)


def _missing(results: Sequence[Result]) -> str:
    """What failed, and what the content filter kept back."""
    failed = sum(one.failed for one in results)
    told = f" {failed} could not be made; each can be retried in its place." if failed else ""
    withheld = sum(one.withheld for one in results)
    if withheld:
        told += f" The content filter kept {withheld} back; another wording may pass."
    return told


def _rest(turn: Turn, plan: Plan) -> str:
    return f" {stopped(plan.stop, turn)}" if plan.stop is not None else ""


def _written(result: Result) -> str:
    """The words a tool wrote."""
    if result.tool not in TEXT_TOOLS and result.indices:
        return ""
    for name in _TEXTS:
        value = result.told.get(name)
        if isinstance(value, str) and value.strip():
            title = result.told.get("title") or result.told.get("name")
            return (
                f"**{title}**\n\n{value.strip()}"
                if isinstance(title, str) and title
                else value.strip()
            )
    plan = result.told.get("plan") or result.told.get("workflow") or result.told.get("template")
    steps = plan.get("steps") if isinstance(plan, dict) else None
    if isinstance(steps, list):
        return f"The plan has {len(steps)} steps."
    return "The text is ready." if result.tool in TEXT_TOOLS else ""


def _film_answer(turn: Turn, film: Result) -> str:
    song = next((one for one in reversed(Scene(turn).now("audio")) if one.seconds), None)
    used, whole = film.seconds, song.seconds if song else None
    name = f"video {film.indices[0]}" if film.indices else "the newest video"
    text = (
        f"Your film is ready as {name}: the cuts fall on the beat and the song is its soundtrack."
    )
    if used and whole and whole > used + 1:
        text += (
            f" It uses {used:.0f} of the song's {whole:.0f} seconds, the part with the most energy; "
            "the whole song is not in it."
        )
    looks = [index for result in turn.results if result.kind == "image" for index in result.indices]
    if looks:
        text += f" The look comes from image {looks[0]}."
    return text


def _named(result: Result) -> str:
    return sentence_list([f"{result.kind} {index}" for index in result.indices])
