"""Music written and played here: a brief becomes a form, the form notes, the notes sound, the sound a master.

`brief` reads the request, `form` lays out sections, the `styles_…` say who plays what, `players` and `melody` play it,
`tones` and `kit` make the sounds,
`mix` puts them together and `master` finishes. Everything is drawn from the seed, so a request always sounds the same.
"""
