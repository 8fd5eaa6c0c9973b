"""The rule for one conversation and the query over many say the same, for every role, kind of sharing and place."""

import itertools

import pytest
from django.utils import timezone

from chat import access
from chat.access import Need
from chat.actions.conversations import start_conversation
from chat.models import Conversation
from teams.models import Membership, Team, User

ROLES = [None, *Membership.Role]
KINDS = list(Conversation.Access)


@pytest.mark.django_db(transaction=True)
def test_one_and_many_agree_on_who_may_view(alice: User, team: Team, charlie: User) -> None:
    conversation = start_conversation(alice, team=team)
    for kind, trashed, role in itertools.product(KINDS, (False, True), ROLES):
        conversation.access = kind
        conversation.deleted_at = timezone.now() if trashed else None
        conversation.save(update_fields=["access", "deleted_at"])
        Membership.objects.filter(user=charlie).delete()
        if role is not None:
            Membership.objects.create(user=charlie, team=team, role=role)
        for person in (alice, charlie):
            one = access.allows(person, conversation, Need.VIEW)
            pair = (person.pk, conversation.pk)
            assert (pair in access.still_allowed([pair])) == one, (kind, trashed, role, person)
            reached = access.may_reach_item(person, conversation.shelf_id)
            assert reached == one, (kind, trashed, role, person)


@pytest.mark.django_db(transaction=True)
def test_what_each_role_may_do(alice: User, bob: User, vera: User, team: Team) -> None:
    conversation = start_conversation(alice, team=team)
    conversation.access = Conversation.Access.TEAM_WRITE
    assert access.rights(alice, conversation) == set(Need)
    assert access.rights(bob, conversation) == {Need.VIEW, Need.WRITE}
    assert access.rights(vera, conversation) == {Need.VIEW}
    conversation.access = Conversation.Access.TEAM_VIEW
    assert access.rights(bob, conversation) == {Need.VIEW}
    conversation.access = Conversation.Access.PRIVATE
    assert access.rights(bob, conversation) == set()
    conversation.deleted_at = timezone.now()
    assert access.rights(alice, conversation) == {Need.VIEW, Need.MANAGE}
    alice.is_active = False
    assert access.rights(alice, conversation) == set()
