"""A picture in the making: linear light, its colours, its depth, and its way to pixels."""
