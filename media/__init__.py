"""Bytes and numbers; knows no conversation and no permission."""
