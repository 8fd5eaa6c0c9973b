"""One verb, one function, one transaction; a file per noun. The only writers of the journal.

Every function opens its transaction with `journal.changing` (so it can not be called inside another one), moves the
rows people read, appends entries, and leaves ringing to the commit. Lock order: conversation, allowances, shelf.
"""
