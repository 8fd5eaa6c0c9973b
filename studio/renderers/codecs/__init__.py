"""Files read and written: pictures, films and sound, with their loudness."""
