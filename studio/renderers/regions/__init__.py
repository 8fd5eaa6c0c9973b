"""Finding things in a picture: what stands out, what words mean, where its borders run."""
