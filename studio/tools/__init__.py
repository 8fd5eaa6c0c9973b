"""The hosted tools: each is planned here once and reached alike by runs, workflows and hosted chat.

One file for each family; `registry` has them all by name.
"""
