"""The words of joining films, one after the other."""

import re

_FILMS = (
    r"(?:videos?|vids?|films?|clips?|movies?|them|['’]?em|both|all|these|those|everything|parts?|scenes?|shots?|"
    r"two|three|"
    r"four|animations?)"
)
JOIN = re.compile(
    rf"\b(stitch\w*|concat\w*|splice\w*|glue)\b|\b(join|merge|combin|connect|link|chain|assembl|string|stick|tape|"
    rf"sew|cut|edit|"
    rf"put|bring|add)\w*\b.{{0,40}}\b{_FILMS}\b.{{0,40}}\b"
    rf"(together|into one|into a single|in(?:to)? a row|one (?:after|video|film|clip|movie)|back to back|"
    rf"in sequence)\b"
    rf"|\b(?:cross-?fade|fade|dissolve|wipe)\b from\b.{{0,30}}\b(?:clip|video|film)"
    rf"|^(?:both|all|these|those|the|my)(?: of)? (?:(?:the|my|these|those|two|three|four) )?{_FILMS} together\b"
    rf"|^(?:both|all|these|those|the|my)(?: of)?(?: (?:the|my|these|those))?(?: (?:\d|two|three|four))? {_FILMS} "
    rf"(?:as|in(?:to)?) "
    r"(?:one|a single)\b"
    r"|^(?:(?:all|both) )?(?:one after (?:the other|another)|back to back|in a row)$"
    r"|^(?:both|all(?: of them)?|these|those) (?:as|in(?:to)?) (?:one|a single)\b(?! (?:\w+ )?(?:picture|image|photo|"
    r"frame|drawing|painting|poster|collage|scene|sheet|page|creature|animal)\b)"
    rf"|^(?:(?:(?:all|both|the|my|these|those|of) ){{1,3}}(?:\w+ )?{_FILMS}|both|all of them) (?:one after "
    rf"(?:the other|another)|back to back|in a row|in sequence)\b"
    rf"|^(?:everything|all(?: of (?:them|it))?|both(?: of them)?)(?: \w+)? together\b.{{0,12}}\b(?:one|"
    rf"a single) (?:\w+ )?"
    r"(?:video|film|clip|movie)\b"
    r"|^make (?:them|these|both|all)(?: of them)? (?:in(?:to)? )?(?:one|a single)(?: \w+)?$"
    rf"|^(?:join|stitch|merge|combine|concat\w*|splice)(?: up| together)?(?:$|,| (?:with|in|by|using) "
    rf"(?!(?:the|my|image)\b))"
    rf"|^(?:join|merge|combine|connect|stitch|glue|splice)\b.{{0,60}}\b(?:videos|clips|films|movies)\b"
    r"|^(?:join|merge|combine|connect|stitch) (?:it|this|that) (?:with|to|and) (?:the|my) \w+"
    rf"|\b(join|merge|combin|connect)\w*\b.{{0,16}}\b{_FILMS}\b|\b(?:one|a single) (?:long |continuous )?(?:video|"
    rf"film|clip|movie) (?:of|from|out of) (?:them|both|all|these|those|the)\b"
    rf"|\b(?:one|a single) (?:long |continuous )?(?:video|film|clip|movie)\b(?: please| pls)?,? (?:with )?(?:both|"
    rf"all)\b"
    rf"|\b(cross-?fade|fade|wipe|slide|dissolve|transition)\b.{{0,30}}\bbetween\b",
    re.I,
)
