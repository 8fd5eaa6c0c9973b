"""The director: a rule-based stand-in for the language model. It says so when asked.

`reply` answers a round and is the way in. `reading` takes a request apart; `steps` puts each clause of the wish to the
families in turn; `plan` has what they return: steps, a question, or what nothing here can do, in a scene of the media
there are and will be. `offer` makes arguments fit the schema of a tool; `mending` puts a failed call right.

Before the families see it, a message is made whole: `answers` puts a short answer into the request it was asked about,
`corrections` turns what only puts something right ("it's Lissa", "7 is enough") into the order it means.

- `language/`: what people write, as text. `translation` (with `foreign_words` for first requests, `foreign_follow_ups`
  for later turns, `foreign_wishes` for set sentences) and `spelling` first; `remarks` parts the order from what is only
  told around it (`asides` knows the kinds), `orders` finds it behind praise and stories in one sentence, `politeness`
  takes the asking off, `quoting` keeps what is to be read or heard, `clauses` cuts the rest into deeds, with `lists`
  and `arrows`.
  `continuing` and `belongings` are words that go on from what is there, `frames` those round a wish for the same once
  more, `aspects` what a change takes the place of. `abbreviations` writes out what is shortened; `sung`, `covers`,
  `stages` and `beside_films` (with `joins`) take apart what is told as one order (lyrics to be sung, a song with its
  cover, a story in scenes, music and words that come with a film); `reasons` is what a wish is for, `asked_about` a
  wish in the form of a question, `models` what it is
  made with. `left_open` knows a choice that is left to us, `dialogue` a line somebody is seen to say. `statements`,
  `thanks` and `identity` know what orders nothing. `values` are numbers, `song_times` moments of a song, `shapes` and
  `papers` formats, `viewpoints` from where something is seen, `writing` and `notices` words to be written or shown;
  `subjects`, `changes`, `motion` (with `motion_verbs`), `variations` and `no_lettering` the words of prompts;
  `vocabulary`, `styles`, `music_words` shared lists.
- `references/`: which media are meant. `pointing` is the way in, with `naming` (by their words), `kinds` (their nouns),
  `groups` (what was made together), `topic` (what a clause is about), `pronouns` and `running_order`.
- `families/`: what can be asked for, a module a deed, with functions from a clause and a scene to what `plan` has; by
  what they give in `pictures`, `films` and `songs`, and `once_more` for the last deed again: there a module goes on
  from each kind of `newest` deed (`readings`, `written`, `subtitles_again`, `overlays_again`, `joined_again` …), before
  all others, where it is told in few words; `changed_again` first takes off what is said round them.
  Later turns are put into the families' words by `rephrased` (with
  `rephrased_words` for lettering, `rephrased_films` for what moves, `rephrased_pictures` for what is seen) before, and
  by `fragments` and `going_on` where no other family knew them. `unclear_changes` asks where a guess would be paid for
  nothing. `unsupported` is what no tool does, `fallback` what no family knows.
- `talking/`: `talk` is what is answered in words alone, `announcing` the sentence before the work with `deeds`,
  what a call changes; `closing` the account after it with `nexts`, what can follow; `trades` has an idea for who asks
  what is possible, `names` the titles somebody asks for.
"""

from studio.director.reply import Call, Reply, direct

__all__ = ["Call", "Reply", "direct"]
