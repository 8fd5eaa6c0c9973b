"""Named things, each drawn once and set anywhere: on a studio floor, in a landscape, in the air."""
