"""Who pays: accounts and their balances, the tariff, how often an account may ask, token sign-in."""
