"""Public calls of the JavaScript SDK that no case drives, each with its reason."""

_WALLET = "signed by a wallet; not needed with API keys"
_CHAIN = "moves tokens on a chain; out of scope"
_SHOP = "leads to a payment page; the studio sells nothing"
_SERVICE = "a service of Sogni's own beside the studio; out of scope"

LEFT_OUT = {
    "client.account.getNonce": _WALLET,
    "client.account.getWallet": _WALLET,
    "client.account.create": _WALLET,
    "client.account.login": _WALLET,
    "client.account.validateUsername": _WALLET,
    "client.account.setDeviceId": _SHOP,
    "client.account.createSubscriptionCheckout": _SHOP,
    "client.account.createSubscriptionPortalSession": _SHOP,
    "client.account.rewards": _CHAIN,
    "client.account.claimRewards": _CHAIN,
    "client.account.withdraw": _CHAIN,
    "client.account.deposit": _CHAIN,
    "client.account.approveTokenUsage": _CHAIN,
    "client.stats.leaderboard": _SERVICE,
    "client.announcements.active": _SERVICE,
    "client.announcements.dismiss": _SERVICE,
    "client.replay.write": _SERVICE,
    "client.replay.list": _SERVICE,
    "client.replay.get": _SERVICE,
}
