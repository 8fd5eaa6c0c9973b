"""Films from words and pictures: their shots, cameras and sounds of a place."""
