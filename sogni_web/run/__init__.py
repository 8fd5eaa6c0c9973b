"""Running the whole on one machine: where things live, the embedded services, the supervisor."""
