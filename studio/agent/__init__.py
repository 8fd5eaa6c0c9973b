"""The agent: rounds of the director and the hosted tools, for hosted chat, chat jobs of the socket and durable runs."""
