"""Media projects of the socket: taken, rendered, told to their client, remembered."""
