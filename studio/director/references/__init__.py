"""Which media are meant: by number, place, name, kind or group."""
