"""The director: a rule-based stand-in for the language model. It says so when asked.

`reply` answers a round and is the way in. `reading` takes a request apart, with `tongues` and `spelling`; `saying`
cuts the wish into clauses, with `asking`, `telling`, `listing` and `arrows`; `steps` puts each clause to the
families in turn. A family is a module named after its deed (`pictures`, `edits`, `films`, `joining`, …) with
functions from a clause and a scene to steps, a question, or nothing. What they share: `plan` (steps and scenes),
`pointing`, `naming`, `seeking` (what is meant), `values` (numbers), `subjects`, `changes`, `spelled_out`,
`antecedents` (words for prompts), `kinds`, `styles`, `hearing` (nouns), `offer` (arguments that fit a schema).
`leftover` has what no family knows, `talk` what is only said, `mending` calls that failed, `answers` the sentences
around the work.
"""

from studio.director.reply import Call, Reply, direct

__all__ = ["Call", "Reply", "direct"]
