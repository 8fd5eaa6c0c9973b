"""What can be asked for, one module a deed: a clause in, steps out. `steps.FAMILIES` puts them in order."""
