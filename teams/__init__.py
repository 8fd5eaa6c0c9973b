"""People, teams, roles and quotas. Knows no conversation and no media."""
